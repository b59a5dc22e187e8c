// The entries that a guess of another program becomes: the guess itself, and the outcome that closes it.
import type { Answer } from '../../domain/entry/answer.ts';
import { GUESS_BANK, REVIEW_BANK } from '../../domain/banks/bank-names.ts';
import { withOwnWords } from '../../domain/banks/own-words.ts';
import { type Entry, idFrom, referenceTo, tagFrom } from '../../domain/entry/entry.ts';
import { plainEntry } from '../../domain/entry/plain-entry.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { Day } from '../../domain/time/day.ts';
import { parseAt } from '../../domain/time/moment.ts';
import type { Knowledge } from '../foreign-entry.ts';
import type { SourceKind } from '../source-kinds.ts';

/** The words of the bank `guess`. */
export const GUESS = {
  version: 1,
  title: 'One guess',
  expect: { id: 'guess-expect', asked: 'What do you expect to happen?' },
  reasons: { id: 'guess-reasons', asked: 'What makes you expect it?' },
} as const;

/** The words of the bank `review`, as far as it asks what became of a guess. */
export const REVIEW = {
  version: 2,
  title: 'What became of it',
  id: 'review-outcome',
  ask: 'You expected {guess|this}. What happened?',
  legends: { yes: 'It happened', no: "It didn't happen", unclear: "I can't tell" },
} as const;

export type GuessOutcome = keyof typeof REVIEW.legends;

/** A guess of another program. */
export interface ForeignGuess {
  /** The parts that tell it from all others there. */
  readonly key: readonly string[];
  /** When the guess was made, in ISO 8601. */
  readonly at: string;
  readonly zone: string | null;
  readonly expect: string;
  /** A share from 0 to 1. */
  readonly likelihood: number;
  readonly due: Day | null;
  /** Everything that was written beside it. */
  readonly reasons: string;
  readonly tags: readonly string[];
  /** What became of it, and when that was said. */
  readonly outcome?: { readonly is: GuessOutcome; readonly at: string };
}

/**
 * The entries that a guess becomes: one with the guess, and where it has an outcome one that closes it. Their ids are the same each
 * time; an outcome that was changed is another entry, and the later one counts.
 *
 * @example
 * const rain = { key: ['1'], at: '2026-11-21', zone: null, expect: 'Rain', likelihood: 0.7, due: null, reasons: '', tags: [] };
 * const [guess, review] = guessEntries('fatebook', { ...rain, outcome: { is: 'yes', at: '2026-11-22' } }, hash);
 * review.answers[0].closes === `${guess.id}/guess-expect` //=> true
 */
export function guessEntries(
  kind: SourceKind,
  foreign: ForeignGuess,
  hash: Knowledge['hash'],
): readonly Entry[] {
  const { key, at, expect, likelihood, due, reasons, tags, outcome } = foreign;
  const idOf = (...parts: readonly string[]): string =>
    idFrom(hash(JSON.stringify([kind, ...parts])).subarray(0, 10));
  const guess: Answer = {
    question: GUESS.expect.id,
    asked: GUESS.expect.asked,
    type: 'prediction',
    value: { expect, sign: null, likelihood, due, feeling: null },
    skip: null,
  };
  const because: Answer = {
    question: GUESS.reasons.id,
    asked: GUESS.reasons.asked,
    type: 'text',
    value: reasons,
    skip: null,
  };
  const shared = {
    zone: foreign.zone,
    role: null,
    about: null,
    tags: [...new Set(tags.map(tagFrom))].filter((tag) => tag !== ''),
    minutes: null,
    extra: { front: `imported-from: ${kind}`, sections: [] },
  };
  const made = plainEntry({
    ...shared,
    ...dated(at),
    id: idOf(...key),
    bank: GUESS_BANK,
    bankVersion: GUESS.version,
    title: GUESS.title,
    answers: reasons.trim() === '' ? [guess] : [guess, because],
  });
  if (outcome === undefined) return [made];
  const closing: Answer = {
    question: REVIEW.id,
    asked: withOwnWords(REVIEW.ask, null, () => oneLine(expect), true),
    type: 'choice',
    value: outcome.is,
    legend: REVIEW.legends[outcome.is],
    skip: null,
    closes: referenceTo(made.id, GUESS.expect.id),
  };
  const closed = plainEntry({
    ...shared,
    ...dated(outcome.at),
    id: idOf(...key, 'outcome', outcome.is, outcome.at),
    bank: REVIEW_BANK,
    bankVersion: REVIEW.version,
    title: REVIEW.title,
    answers: [closing],
  });
  return [made, closed];
}

function dated(at: string): Pick<Entry, 'at' | 'written' | 'day'> {
  return { at, written: at, day: parseAt(at)?.day ?? at };
}
