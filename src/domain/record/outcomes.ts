// The outcomes of plans and guesses, as later answers tell them.
import type { Answer } from '../entry/answer.ts';
import { dueWithoutDate } from '../entry/due-day.ts';
import { type Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import { COMMITMENT_OUTCOMES, type Outcome, PREDICTION_OUTCOMES } from '../banks/outcome-names.ts';

const OUTCOMES: readonly string[] = [...PREDICTION_OUTCOMES, ...COMMITMENT_OUTCOMES];

/** Too early to say, and to be taken up again: both set a new date and close nothing. */
const MOVES: readonly unknown[] = ['wait', 'take-up'];

/**
 * Whether what was chosen gives another date and closes nothing.
 *
 * @example
 * movesDate('wait') //=> true
 */
export function movesDate(value: unknown): boolean {
  return MOVES.includes(value);
}

/** One answer that says something of a plan or a guess in an earlier entry. */
export interface Resolution {
  /** `<entry id>/<question id>` of the plan or guess. */
  readonly reference: string;
  /** The entry that says so, and its answer. */
  readonly entry: Entry;
  readonly answer: Answer;
  /** The date that takes the place of the one given; undefined where it closes the plan or guess. */
  readonly moves?: Day;
}

/**
 * The answers of an entry that say something of plans and guesses in earlier ones. What was chosen decides, so that a person may
 * change it by hand: `wait` moves a date whichever link stands beside it, and a choice of an outcome closes. Skips say nothing,
 * and neither does a plan that takes the place of another one. Where an entry moves a date, nothing else in it closes the same,
 * such as the new date itself, whose link was changed along with that of the choice.
 *
 * A new date that was not given is the usual one.
 *
 * @example
 * resolutionsIn(putOff).map(({ reference }) => reference) //=> ['k3x8m2p9qa/manager-commitment']
 */
export function resolutionsIn(entry: Entry): readonly Resolution[] {
  const spoken = entry.answers.filter((answer) => spokenOf(answer) !== undefined);
  if (spoken.length === 0) return [];
  const moved = spoken.flatMap((answer) => (movesDate(answer.value) ? (spokenOf(answer) ?? []) : []));
  return spoken.flatMap((answer): Resolution[] => {
    const { closes, skip, value } = answer;
    const reference = spokenOf(answer);
    if (reference === undefined || skip !== null) return [];
    if (movesDate(value)) return [{ reference, entry, answer, moves: newDate(entry, reference) }];
    const isClosing = closes !== undefined || isOutcome(value);
    return isClosing && !moved.includes(reference) ? [{ reference, entry, answer }] : [];
  });
}

function spokenOf({ closes, continues, type }: Answer): string | undefined {
  return closes ?? (type === 'choice' ? continues : undefined);
}

/**
 * Whether what was chosen and the link beside it say different things of a plan or a guess: a new date and `closes`, or an
 * outcome and `continues`. What was chosen counts.
 *
 * @example
 * isContradicted({ ...putOff.answers[0], value: 'wait', closes: 'k3x8m2p9qa/member-prediction' }) //=> true
 */
export function isContradicted({ closes, continues, type, value }: Answer): boolean {
  if (type !== 'choice') return false;
  return movesDate(value) ? closes !== undefined : continues !== undefined && isOutcome(value);
}

function newDate(entry: Entry, reference: string): Day {
  const given = entry.answers.find(
    ({ type, closes, continues }) => type === 'date' && [closes, continues].includes(reference),
  );
  return given?.type === 'date' && given.skip === null ? given.value : dueWithoutDate(entry);
}

/** The outcome that a value of a choice gives to the guesses that it resolves; undefined where it is not known any more. */
export type Meanings = (question: string, value: string) => Outcome | undefined;

/** Where no bank is asked, only the outcomes themselves have a meaning. */
export const OWN_MEANINGS: Meanings = (_question, value) => (isOutcome(value) ? value : undefined);

/**
 * The outcome of a plan or guess, as an answer says it.
 *
 * @param meanings - Those of banks whose choices resolve guesses: `doer` of "Who named the next step?" is a yes.
 * @returns Undefined where the answer closes without saying how.
 *
 * @example
 * outcomeOf(resolutionsIn(putOff)[0], OWN_MEANINGS) //=> 'not-yet'
 */
export function outcomeOf(
  { answer }: Pick<Resolution, 'answer'>,
  meanings: Meanings = OWN_MEANINGS,
): Outcome | undefined {
  const { question, type, value } = answer;
  return type === 'choice' && typeof value === 'string'
    ? (meanings(question, value) ?? OWN_MEANINGS(question, value))
    : undefined;
}

function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'string' && OUTCOMES.includes(value);
}
