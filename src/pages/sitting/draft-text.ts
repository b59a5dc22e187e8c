// A draft in words: what it is, what may become of it, and what is said where there is no room for it.
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
 * //=> 'Begun today and not finished: "When your work is closely managed" about D., 2 answers.'
 */
export function draftLine(draft: Draft, now: Now, dayEnds: number): string {
  const { at, title, about, reviews } = draft;
  const moment = parseAt(at);
  const when = moment ? dayWords(dayOf(moment, dayEnds), today(now, dayEnds)) : at;
  const what = reviews
    ? ` of a ${itemWord(reviews.kind)} of ${dayWords(reviews.day, today(now, dayEnds))}`
    : '';
  const count = draftAnswers(draft).filter(({ skip }) => skip === null).length;
  return `Begun ${when} and not finished: "${plainText(title)}"${what}${aboutWords(about)}, ${counted(count, 'answer')}.`;
}

/**
 * A draft among all that waits, with the command that leads to it.
 *
 * @example
 * waitingDraftLine(draft, now, 4).endsWith('2 answers. coach reflect offers to finish it.') //=> true
 */
export function waitingDraftLine(draft: Draft, now: Now, dayEnds: number): string {
  return `${draftLine(draft, now, dayEnds)} coach reflect offers to finish it.`;
}

/**
 * The line about drafts of other banks, at the end of a sitting.
 *
 * @example
 * otherDraftsLine([draft, draft], now, 4) //=> '2 sittings are not finished. coach reflect offers to finish them.'
 */
export function otherDraftsLine(drafts: readonly Draft[], now: Now, dayEnds: number): string | undefined {
  const [draft, more] = drafts;
  if (draft === undefined || more === undefined) return draft && waitingDraftLine(draft, now, dayEnds);
  return `${drafts.length} sittings are not finished. coach reflect offers to finish them.`;
}

/** What may become of a draft that waits. */
export const DRAFT_CHOICES: readonly Choice<'finish' | 'keep' | 'fresh' | 'drop'>[] = [
  { value: 'finish', label: 'Finish it' },
  { value: 'keep', label: 'Keep it as it is: save what is there' },
  { value: 'fresh', label: 'Start fresh, and leave it for another time' },
  { value: 'drop', label: 'Throw it away' },
];

/** Before a draft is thrown away. */
export const NO_WAY_BACK = 'It cannot be brought back.';

/** Whether it is. */
export const THROW_AWAY_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'Leave it', wayOut: true },
  { value: true, label: 'Throw it away' },
];

/** A draft that was chosen is not there any more. */
export const TAKEN_ELSEWHERE = 'Another window has taken it up.';

/** Below the reason why a draft could not be written. */
export const HELD_HERE = 'You can go on: your answers are held in this window until there is room.';

/**
 * After Ctrl-C: what became of the draft.
 *
 * @param isReview - It is about a plan or a guess.
 *
 * @example
 * afterCtrlC('kept', true) //=> 'What you answered is kept. "coach review" offers to finish it.'
 */
export function afterCtrlC(keeping: 'kept' | 'nothing' | 'no-room', isReview: boolean): string {
  if (keeping === 'kept')
    return `What you answered is kept. "coach ${isReview ? 'review' : 'reflect'}" offers to finish it.`;
  if (keeping === 'nothing') return 'Nothing was answered, so nothing is kept.';
  return 'There was no room to keep your answers. They stand above, to be copied.';
}

const AGAIN = { value: 'again', label: 'Try again' } as const;
const PRINT = { value: 'print', label: 'Show all of it here, to be copied' } as const;

/** Where a draft is to be left for later. */
export const NO_ROOM = 'There is no room to keep your answers.';

/** The ways on from there. */
export const NO_ROOM_CHOICES: readonly Choice<'again' | 'print' | 'lose'>[] = [
  AGAIN,
  PRINT,
  { value: 'lose', label: 'Leave without the answers that are not on disk' },
];

/** Below the reason why an entry could not be saved. */
export const NOT_SAVED = 'It is not saved yet.';

/** The ways on from there. */
export const NOT_SAVED_CHOICES: readonly Choice<'again' | 'print' | 'later'>[] = [
  AGAIN,
  PRINT,
  { value: 'later', label: 'Leave it as a draft' },
];

/**
 * Somebody left without room for the draft.
 *
 * @example
 * answersLost().message //=> 'your last answers were not kept: there was no room for them'
 */
export function answersLost(): CoachError {
  return new CoachError('your last answers were not kept: there was no room for them');
}
