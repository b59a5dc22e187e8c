// The words of opening a sealed sheet: what comes first, and what only one of the two has.
import { oneLine } from '../domain/text/plain-text.ts';
import type { Day } from '../domain/time/day.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { counted, onDay } from '../pages/text/words.ts';
import type { SealedPiece } from './piece.ts';
import type { Sealed, Sheet } from './sheet.ts';
import { nameIn, SEATS } from './which-sheet-text.ts';

/** A sheet that was sealed. */
export type SealedOne = Sheet & { readonly sealed: Sealed };

/**
 * Several sheets to choose from.
 *
 * @example
 * sealedChoices([{ ...sheet, sealed: { day: '2026-11-22', pieces: sealed.pieces } }], '2026-11-23').map(({ label }) => label)
 * //=> ['with D., you are the doer: 1 piece, sealed yesterday']
 */
export function sealedChoices(sheets: readonly SealedOne[], today: Day): readonly Choice<SealedOne>[] {
  return sheets.map((value) => ({
    value,
    label: `${nameIn(value)}, you are the ${SEATS[value.role]}: ${counted(value.sealed.pieces.length, 'piece')}, sealed ${onDay(value.sealed.day, today)}`,
  }));
}

/**
 * The opening, before any words are typed.
 *
 * @param changed - Pieces of work that were changed since they were sealed.
 *
 * @example
 * const one = { ...sheet, sealed: { day: '2026-11-20', pieces: sealed.pieces } };
 * beforeOpening(one, ['Client pricing'], '2026-11-22').split('\n')[1]
 * //=> 'They see it as you sealed it on 20 November. Changed since then: Client pricing.'
 */
export function beforeOpening(
  { role, sealed, ...sheet }: SealedOne,
  changed: readonly string[],
  today: Day,
): string {
  const [you, they] = role === 'manager' ? ['lead', 'doer'] : ['doer', 'lead'];
  const since = changed.map((title) => oneLine(title)).join(' · ');
  return [
    `Side by side, ${nameIn(sheet)}: you are the ${you} here, they are the ${they}.`,
    `They see it as you sealed it ${onDay(sealed.day, today)}.${since === '' ? '' : ` Changed since then: ${since}${since.endsWith('.') ? '' : '.'}`}`,
    role === 'manager'
      ? 'You say your words first, and they open yours. Whether they say theirs is up to them.'
      : 'They say their words first. You may look at theirs and keep yours sealed.',
    'Nothing of theirs is saved. The first four letters of each word are enough, and nothing that you type shows. Enter alone leaves.',
  ].join('\n');
}

/** What is asked for. */
export const THEIR_WORDS_ARE = 'Their words:';

/** Said where they do not fit. */
export const NOT_THESE_WORDS =
  'These words do not open it. Type all of them, in the order in which they are said. Enter alone leaves.';

/** Said where somebody leaves. */
export const NOTHING_OPENED = 'Nothing was opened, and nothing was kept.';

/**
 * Asked of a piece of work that the other has not by that name.
 *
 * @example
 * whichIsTheSame(piece) //=> 'Client pricing is only on your sheet. Is one of theirs the same piece of work?'
 */
export function whichIsTheSame({ title }: Pick<SealedPiece, 'title'>): string {
  return `${oneLine(title)} is only on your sheet. Is one of theirs the same piece of work?`;
}

/**
 * Theirs to choose from, and none of them.
 *
 * @example
 * sameChoices([piece]).map(({ label }) => label) //=> ['None of them', 'Client pricing']
 */
export function sameChoices(theirs: readonly SealedPiece[]): readonly Choice<SealedPiece | null>[] {
  return [
    { value: null, label: 'None of them', wayOut: true },
    ...theirs.map((value) => ({ value, label: oneLine(value.title) })),
  ];
}

/**
 * The line about pieces of work that are not on one's own sheet.
 *
 * @example
 * onlyTheirsText([piece]) //=> 'Only on their sheet: Client pricing.'
 */
export function onlyTheirsText(pieces: readonly Pick<SealedPiece, 'title'>[]): string {
  const titles = pieces.map(({ title }) => oneLine(title)).join(' · ');
  return `Only on their sheet: ${titles}${titles.endsWith('.') ? '' : '.'}`;
}

/**
 * The line about what was sealed, where sheets are listed.
 *
 * @example
 * sealedLine({ day: '2026-11-20', pieces: [piece] }, '2026-11-22') //=> 'Sealed on 20 November: Client pricing'
 */
export function sealedLine({ day, pieces }: Sealed, today: Day): string {
  return `Sealed ${onDay(day, today)}: ${pieces.map(({ title }) => oneLine(title)).join(' · ')}`;
}
