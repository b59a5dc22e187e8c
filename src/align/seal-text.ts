// The words of sealing a sheet: all that leaves, what to think of before, and the words that open it.
import { oneLine } from '../domain/text/plain-text.ts';
import { asItIs, type Page, told, wrap } from '../pages/text/wrap.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { type Mark, stepName } from './decision-steps.ts';
import type { Seat, SealedPiece, SealedSheet } from './piece.ts';

/** The parts of a piece of work, as its entry and a sealed file name them. */
type Part = 'piece' | 'example' | keyof SealedPiece['mine'];

/**
 * What each part of a piece of work is called. The doer needs means, and the lead offers them.
 *
 * @example
 * partNames('lead').means //=> 'Means offered'
 */
export function partNames(from: Seat): Readonly<Record<Part, string>> {
  return {
    piece: 'Piece of work',
    example: 'For example',
    today: 'Today',
    wanted: 'Wished for',
    means: from === 'doer' ? 'Means needed' : 'Means offered',
    limits: 'Limits',
    look: 'A look at the result',
  };
}

/**
 * All that a file will hold, word for word.
 *
 * @example
 * leavingText(sealed).split('\n').slice(2, 5)
 * //=> ['Client pricing', '  For example: A discount above ten percent', '  Today: 3 Heard. Wished for: 6 Informed.']
 */
export function leavingText({ from, pieces }: SealedSheet): string {
  return [
    `All that the file will hold, from the ${from}:`,
    ...pieces.map((piece) => `\n${pieceText(piece, from)}`),
  ].join('\n');
}

function pieceText({ title, example, mine }: SealedPiece, from: Seat): string {
  const names = partNames(from);
  const said = (part: 'means' | 'limits' | 'look'): readonly string[] =>
    mine[part] === null ? [] : [`  ${names[part]}: ${mine[part]}`];
  const step = (mark: Mark): string => stepName(mark);
  return [
    title,
    ...(example === null ? [] : [`  ${names.example}: ${example}`]),
    `  ${names.today}: ${step(mine.today)}. ${names.wanted}: ${step(mine.wanted)}.`,
    ...said('means'),
    ...said('limits'),
    ...said('look'),
  ].join('\n');
}

/**
 * What to think of before it leaves.
 *
 * @example
 * beforeSealing('doer').split('\n').at(-1) //=> "You don't owe this to anyone: stopping here is a choice like any other."
 */
export function beforeSealing(from: Seat): string {
  return from === 'doer'
    ? [
        'Send it only if you would be comfortable seeing it quoted in your appraisal.',
        "You don't owe this to anyone: stopping here is a choice like any other.",
      ].join('\n')
    : [
        'What you write will be read by someone who depends on you.',
        'When you sit together, you say your words first. Do not ask for theirs, nor for their notes.',
      ].join('\n');
}

export const SEAL_IT = 'Seal it?';

/**
 * Yes or no; to seal nothing comes first, so that Enter alone writes nothing.
 *
 * @example
 * sealChoices('from-doer.coach').map(({ label }) => label) //=> ['No, seal nothing', 'Yes, seal it in from-doer.coach']
 */
export function sealChoices(file: string): readonly Choice<boolean>[] {
  return [
    { value: false, label: 'No, seal nothing', wayOut: true },
    { value: true, label: `Yes, seal it in ${oneLine(file)}` },
  ];
}

/** Said after a no, and where somebody stops. */
export const NOTHING_SEALED = 'Nothing was sealed.';

/** The file that is written where none is named. */
export const FILES: Readonly<Record<Seat, string>> = { doer: 'from-doer.coach', lead: 'from-lead.coach' };

/**
 * The end: where it was sealed, and the words that open it.
 *
 * @param bytes - The length of the file.
 * @param flags - What a command has to have, so that this sheet is meant.
 *
 * @example
 * sealedText('from-doer.coach', 1540, 'pair evolve', 'doer', '', { width: 90, style: plainStyle }).split('\n').slice(3, 5)
 * //=> ['Your words:', '  pair evolve']
 */
export function sealedText(
  file: string,
  bytes: number,
  words: string,
  from: Seat,
  flags: string,
  { width, style, asCalled = asItIs }: Page,
): string {
  const theirs = FILES[from === 'doer' ? 'lead' : 'doer'];
  return [
    wrap(
      `Sealed in ${oneLine(file)} (${(bytes / 1000).toFixed(1)} kB of text: it can be sent as a file or pasted into a message).`,
      width,
    ),
    '',
    'Your words:',
    style.strong(wrap(words, width, '  ')),
    '',
    wrap(
      "Write them down on paper. Say them when you sit together, and not before. coach doesn't keep them. If you lose them, seal the sheet again.",
      width,
    ),
    wrap('A copy of what left is an entry in your journal.', width),
    ...told('Once you have their file:', `${asCalled(`coach align open ${theirs}`)}${flags}`, width),
  ].join('\n');
}
