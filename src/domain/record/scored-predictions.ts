// The guesses of a journal, and which of them are scored.
import { groupedBy } from './grouped-by.ts';
import type { Commitment, Feeling } from '../entry/answer.ts';
import type { Day } from '../time/day.ts';
import type { Role } from '../banks/question-bank.ts';
import { wasDueWhenWritten } from '../entry/due-day.ts';
import { type Calibration, calibrationOf, type ScoredGuess } from './calibration.ts';
import { RARE_BY_CHANCE } from './chance.ts';
import type { Followed } from './followed-items.ts';
import { type Meanings, outcomeOf } from './outcomes.ts';
import type { Outcome } from '../banks/outcome-names.ts';
import { oneLine } from '../text/plain-text.ts';

/** A guess, and what became of it. */
export interface Guess {
  readonly reference: string;
  readonly day: Day;
  readonly about: string | null;
  readonly question: string;
  readonly role: Role | null;
  /** The expectation; a plan, where the guess is that one will do it. */
  readonly expected: string | Commitment;
  /** A share from 0 to 1. */
  readonly likelihood: number | null;
  readonly feeling: Feeling | null;
  /**
   * `open`: nothing closes it; `resting`: nor was it looked at for long after its date. `unsaid`: it was closed without a word of
   * what happened.
   */
  readonly outcome: Outcome | 'open' | 'resting' | 'unsaid';
  /** Its date had passed when it was written, so that it is shown and never scored. */
  readonly late: boolean;
  /** Whether it came true; undefined for what is never scored. */
  readonly happened?: boolean;
}

/** Some guesses, and what may be said of those that are scored. */
export interface GuessGroup {
  readonly guesses: readonly Guess[];
  readonly scored: readonly Guess[];
  readonly calibration: Calibration;
}

/** All guesses of one kind, and parts of them that are told apart. */
export interface Guesses extends GuessGroup {
  readonly hoped: GuessGroup;
  readonly feared: GuessGroup;
  /** Guesses with the same words each time, such as who will name the next step. */
  readonly standing: readonly GuessGroup[];
}

/**
 * Guesses about what happens, apart from those about oneself: how likely it is that one keeps a plan.
 *
 * Scored is what has a likelihood and came true or did not; kept is 1 and not yet is 0. Partly, cannot be told, never put to the
 * test and let go are never scored, and neither is a guess whose date had passed when it was written.
 *
 * @param items - In the order in which they were made.
 * @param meanings - What choices in banks say of the guesses that they resolve.
 * @param doesRest - Whether nobody looked at one for long after its date.
 *
 * @example
 * guessesIn(followedItems(entries), OWN_MEANINGS, () => false).aboutOthers.scored.length //=> 1
 */
export function guessesIn(
  items: readonly Followed[],
  meanings: Meanings,
  doesRest: (item: Followed) => boolean,
): { readonly aboutOthers: Guesses; readonly aboutOneself: GuessGroup } {
  const guesses = items.map((item) => ({ kind: item.kind, guess: guessOf(item, meanings, doesRest(item)) }));
  const others = guesses.filter(({ kind }) => kind === 'prediction').map(({ guess }) => guess);
  const own = guesses
    .filter(({ kind, guess }) => kind === 'commitment' && guess.likelihood !== null)
    .map(({ guess }) => guess);
  const whole = groupOf(others);
  // A part that holds all of them need not be worked out again.
  const partOf = (part: readonly Guess[]): GuessGroup =>
    part.length === others.length ? whole : groupOf(part);
  const felt = (feeling: Feeling): GuessGroup => partOf(others.filter((one) => one.feeling === feeling));
  return {
    aboutOthers: {
      ...whole,
      hoped: felt('hoped'),
      feared: felt('feared'),
      standing: alikeIn(others).map(partOf),
    },
    aboutOneself: groupOf(own),
  };
}

/**
 * Whether chance alone would rarely give such a gap.
 *
 * @example
 * isMoreThanChance({ count: 7, tally: { count: 7, expected: 4.8, actual: 2, chance: 0.029 } }) //=> true
 */
export function isMoreThanChance({ tally }: Calibration): boolean {
  return tally !== undefined && tally.chance < RARE_BY_CHANCE;
}

function groupOf(guesses: readonly Guess[]): GuessGroup {
  const scored = guesses.filter(({ happened }) => happened !== undefined);
  const numbers: ScoredGuess[] = [];
  for (const { likelihood, happened } of scored) {
    if (likelihood !== null && happened !== undefined) numbers.push({ likelihood, happened });
  }
  return { guesses, scored, calibration: calibrationOf(numbers) };
}

/** Those that were made at least twice with the same words. */
function alikeIn(guesses: readonly Guess[]): readonly (readonly Guess[])[] {
  const words = ({ expected }: Guess): string => (typeof expected === 'string' ? oneLine(expected) : '');
  const alike = groupedBy(guesses, (guess) => `${guess.question} ${words(guess)}`);
  return Array.from(alike.values()).filter((own) => own.length > 1);
}

function guessOf(item: Followed, meanings: Meanings, isResting: boolean): Guess {
  const { reference, entry, answer, outcomes } = item;
  const [counts] = outcomes;
  const outcome =
    counts === undefined ? (isResting ? 'resting' : 'open') : (outcomeOf(counts, meanings) ?? 'unsaid');
  const isGuess = item.kind === 'prediction';
  const { likelihood } = isGuess ? item.guess : item.commitment;
  const late = wasDueWhenWritten(entry, isGuess ? item.guess.due : item.commitment.by);
  const happened = late || likelihood === null ? undefined : HAPPENED[item.kind][outcome];
  const guess: Guess = {
    reference,
    day: entry.day,
    about: entry.about,
    question: answer.question,
    role: entry.role,
    expected: isGuess ? item.guess.expect : item.commitment,
    likelihood,
    feeling: isGuess ? item.guess.feeling : null,
    outcome,
    late,
  };
  return happened === undefined ? guess : { ...guess, happened };
}

/** The outcomes that are scored. */
const HAPPENED: Readonly<
  Record<Followed['kind'], { readonly [Name in Guess['outcome']]?: boolean | undefined }>
> = {
  prediction: { yes: true, no: false },
  commitment: { kept: true, 'not-yet': false },
};
