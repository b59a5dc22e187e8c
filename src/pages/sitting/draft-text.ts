// A draft in words: what it is, what may become of it, and what is said where there is no room for it.
import { CHALLENGE_BANK, CHECKIN_BANK } from '../../domain/banks/bank-names.ts';
import { dayWords } from '../../domain/time/day.ts';
import { dayOf, type Now, parseAt, today } from '../../domain/time/moment.ts';
import { type Draft, draftAnswers } from '../../domain/sitting/draft.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { itemWord } from '../record/item-text.ts';
import { aboutWords, counted } from '../text/words.ts';
import type { Choice } from './field-text.ts';

/**
 * What a draft is, in a line.
 *
 * @example
 * draftLine(draft, now, 4)
 * //=> 'Unfinished from today: "When your work is closely managed" about D. (2 answers).'
 */
export function draftLine(draft: Draft, now: Now, dayEnds: number): string {
  const { at, title, about, reviews } = draft;
  const moment = parseAt(at);
  const when = moment ? dayWords(dayOf(moment, dayEnds), today(now, dayEnds)) : at;
  const what = reviews
    ? `, for a ${itemWord(reviews.kind)} from ${dayWords(reviews.day, today(now, dayEnds))},`
    : '';
  const count = draftAnswers(draft).filter(({ skip }) => skip === null).length;
  return `Unfinished from ${when}: "${plainText(title)}"${what}${aboutWords(about)} (${counted(count, 'answer')}).`;
}

/**
 * A draft among all that waits, with the command that leads to it.
 *
 * @example
 * waitingDraftLine(draft, now, 4).endsWith('(2 answers). To finish it: coach reflect') //=> true
 */
export function waitingDraftLine(draft: Draft, now: Now, dayEnds: number): string {
  return `${draftLine(draft, now, dayEnds)} To finish it: ${finishing(draft.bank, draft.reviews !== undefined)}`;
}

/**
 * The command that offers to finish a sitting.
 *
 * @param isReview - It is about a plan or a guess.
 *
 * @example
 * finishing('challenge', false) //=> 'coach challenge ready'
 */
export function finishing(bank: string, isReview: boolean): string {
  if (isReview) return 'coach review';
  return FINISHING.get(bank) ?? 'coach reflect';
}

const FINISHING = new Map([
  [CHALLENGE_BANK, 'coach challenge ready'],
  [CHECKIN_BANK, 'coach checkin'],
]);

/**
 * The line about drafts of other banks, at the end of a sitting.
 *
 * @example
 * otherDraftsLine([draft, draft], now, 4) //=> '2 sittings are unfinished. To finish them: coach reflect'
 */
export function otherDraftsLine(drafts: readonly Draft[], now: Now, dayEnds: number): string | undefined {
  const [draft, more] = drafts;
  if (draft === undefined || more === undefined) return draft && waitingDraftLine(draft, now, dayEnds);
  return `${drafts.length} sittings are unfinished. To finish them: coach reflect`;
}

/** What may become of a draft that waits. */
export const DRAFT_CHOICES: readonly Choice<'finish' | 'keep' | 'fresh' | 'drop'>[] = [
  { value: 'finish', label: 'Finish it' },
  { value: 'keep', label: 'Save what I have' },
  { value: 'fresh', label: 'Keep this draft and start a new one' },
  { value: 'drop', label: 'Throw it away' },
];

/** Before a draft is thrown away. */
export const NO_WAY_BACK = "A draft that you throw away can't be brought back.";

/** Whether it is. */
export const THROW_AWAY_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'Leave it', wayOut: true },
  { value: true, label: 'Throw it away' },
];

/** A draft that was chosen is not there any more. */
export const TAKEN_ELSEWHERE = 'Another window has taken over this draft.';

/** Below the reason why a draft could not be written. */
export const HELD_HERE = 'You can go on. This window keeps your answers until they can be saved.';

/**
 * After Ctrl-C: what became of the draft.
 *
 * @param way - The command that goes on with it.
 *
 * @example
 * afterCtrlC('kept', 'coach review') //=> 'Your answers are kept. Run coach review to go on.'
 */
export function afterCtrlC(keeping: 'kept' | 'nothing' | 'no-room', way: string): string {
  if (keeping === 'kept') return `Your answers are kept. Run ${way} to go on.`;
  if (keeping === 'nothing') return 'Nothing was answered, so nothing was saved.';
  return 'Your answers could not be saved. Copy them from above.';
}

const AGAIN = { value: 'again', label: 'Try again' } as const;
const PRINT = { value: 'print', label: 'Show all my answers here, so I can copy them' } as const;

/** Where a draft is to be left for later. */
export const NO_ROOM = "Your answers can't be saved yet.";

/** The ways on from there. */
export const NO_ROOM_CHOICES: readonly Choice<'again' | 'print' | 'lose'>[] = [
  AGAIN,
  PRINT,
  { value: 'lose', label: 'Leave, and lose the answers that are not saved' },
];

/** Below the reason why an entry could not be saved. */
export const NOT_SAVED = 'Your answers are not saved yet.';

/** The ways on from there. */
export const NOT_SAVED_CHOICES: readonly Choice<'again' | 'print' | 'later'>[] = [
  AGAIN,
  PRINT,
  { value: 'later', label: 'Keep it as a draft' },
];

/**
 * Somebody left without room for the draft.
 *
 * @example
 * answersLost().message //=> 'your last answers could not be saved'
 */
export function answersLost(): CoachError {
  return new CoachError('your last answers could not be saved');
}
