// All that may honestly be said about some entries, in one piece.
import { type ByRole, sameSeat, type Scale } from '../banks/question-bank.ts';
import type { Day } from '../time/day.ts';
import { type Entry, newestFirst, writtenLast } from '../entry/entry.ts';
import { type Followed, type FollowedUp, followedItems, standingOf } from './followed-items.ts';
import {
  type Guess,
  type GuessGroup,
  type Guesses,
  guessesIn,
  isMoreThanChance,
} from './scored-predictions.ts';
import { isTold } from './looks.ts';
import { type Meanings, outcomeOf } from './outcomes.ts';
import { COMMITMENT_OUTCOMES } from '../banks/outcome-names.ts';
import { matching, type Query } from '../search/query.ts';
import { type RatedQuestion, ratedQuestions } from './scale-series.ts';
import { type ReturnedQuestion, returnedQuestions } from './repeated-questions.ts';
import type { Answer } from '../entry/answer.ts';
import { foldedAbout, sameAbout } from '../text/plain-text.ts';

/** The things that have to be known of banks: what choices mean, and which questions a review asks. */
export interface BankKnowledge {
  readonly meanings: Meanings;
  /** The questions what got in the way of a plan, and how likely a guess is called afterwards. */
  readonly obstacles: ReadonlySet<string>;
  readonly again: ReadonlySet<string>;
  /** The banks whose questions are asked each time: a review, a free page. */
  readonly asksNothing: ReadonlySet<string>;
  /** The question that repeats another one later, by the id of the latter. */
  readonly repeats: ReadonlyMap<string, string>;
  /** The scales of questions, by their ids. */
  readonly scales: ReadonlyMap<string, ByRole<Scale>>;
}

/** How many plans became what. */
export type CommitmentCounts = Readonly<
  Record<(typeof COMMITMENT_OUTCOMES)[number] | 'unsaid' | 'open' | 'resting', number>
>;

/** The same obstacle to plans several times running, up to the latest. */
export interface Obstacle {
  readonly question: string;
  readonly value: string;
  /** As it stands in the latest entry. */
  readonly words: string;
  readonly times: number;
}

/** A guess whose likelihood was given again once it was known what happened. Shares are from 0 to 1. */
export interface Revised extends Pick<
  Guess,
  'reference' | 'day' | 'about' | 'question' | 'role' | 'expected'
> {
  readonly before: number;
  readonly after: number;
}

/** Everything that may honestly be said about some entries. */
export interface Insights {
  readonly entries: number;
  readonly ratings: readonly RatedQuestion[];
  /** Whether the entries are about more than one name, or the ratings of one scale are. */
  readonly severalNames: boolean;
  readonly aboutOthers: Guesses;
  readonly aboutOneself: GuessGroup;
  readonly plans: CommitmentCounts;
  readonly obstacle?: Obstacle;
  /** The latest first. */
  readonly revised: readonly Revised[];
  readonly returned: readonly ReturnedQuestion[];
  readonly lookedAt: LookedAt;
  /** Whether any rule fires or has fired: a shift in ratings, a gap that is rare by chance, an obstacle met again. */
  readonly standsOut: boolean;
}

/** How many there were among which chance alone may bring one up. */
export interface LookedAt {
  /** Sets of ratings, each of one scale, role and name, with enough of them for a look; and how many the longest has. */
  readonly sets: number;
  readonly longest: number;
  /** Groups of guesses with enough of them to be set against what happened. */
  readonly groups: number;
  /** Whether any of these stands out. */
  readonly standsOut: boolean;
}

/**
 * Everything that may honestly be said about the entries that are asked for (docs/method.md, What may be shown). A plan or a
 * guess counts by the entry that it stands in; what became of it may be told in any other one. What was rated to be rated again
 * later counts once it was.
 *
 * @param entries - All that count in the journal, each id once, in any order.
 * @param query - Which of them are looked at.
 *
 * @example
 * insightsOf(entries, { about: 'D.' }, knowledge, '2026-11-22').plans.kept //=> 1
 */
export function insightsOf(
  entries: readonly Entry[],
  query: Query,
  knowledge: BankKnowledge,
  today: Day,
  { items: all, left }: FollowedUp = { items: followedItems(entries), left: new Set() },
): Insights {
  const isAsked = matching(query);
  const asked = entries.filter(isAsked);
  const inTime = asked.toSorted(newestFirst).toReversed();
  const items = all.filter(({ entry }) => isAsked(entry));
  const doesRest = (item: Followed): boolean =>
    standingOf(item, today) === 'resting' && !left.has(item.reference);
  const { aboutOthers, aboutOneself } = guessesIn(items, knowledge.meanings, doesRest);
  const ratings = ratedQuestions(withoutUnseen(inTime, entries, knowledge.repeats), knowledge.scales);
  const obstacle = obstacleIn(items, knowledge);
  const named = new Set(Array.from(new Set(asked.map(({ about }) => about)), foldedAbout));
  named.delete('');
  const lookedAt = lookedAtIn(ratings, aboutOthers, aboutOneself);
  return {
    entries: asked.length,
    ratings,
    severalNames: named.size > 1 || ratings.some(({ names }) => names.length > 1),
    aboutOthers,
    aboutOneself,
    plans: planCounts(items, knowledge.meanings, doesRest),
    ...(obstacle && { obstacle }),
    revised: revisedIn(items, knowledge.again),
    returned: returnedQuestions(inTime, (bank) => knowledge.asksNothing.has(bank)),
    lookedAt,
    standsOut: obstacle !== undefined || lookedAt.standsOut,
  };
}

function lookedAtIn(ratings: readonly RatedQuestion[], others: Guesses, oneself: GuessGroup): LookedAt {
  const sets = ratings.flatMap(({ names }) => names.filter(({ looks }) => looks.length > 0));
  // A part that holds all guesses of the whole is looked at with it.
  const parts = [others.hoped, others.feared, ...others.standing].filter(
    ({ scored }) => scored.length < others.scored.length,
  );
  const groups = [others, oneself, ...parts].filter(({ calibration }) => calibration.tally);
  return {
    sets: sets.length,
    longest: Math.max(0, ...sets.map((set) => set.ratings.length)),
    groups: groups.length,
    standsOut:
      sets.some(({ looks }) => looks.some(isTold)) ||
      groups.some(({ calibration }) => isMoreThanChance(calibration)),
  };
}

function planCounts(
  items: readonly Followed[],
  meanings: Meanings,
  doesRest: (item: Followed) => boolean,
): CommitmentCounts {
  const counts = { kept: 0, partly: 0, 'not-yet': 0, 'let-go': 0, unsaid: 0, open: 0, resting: 0 };
  for (const item of items) {
    if (item.kind !== 'commitment') continue;
    const [closing] = item.outcomes;
    const outcome = closing && outcomeOf(closing, meanings);
    if (closing) counts[COMMITMENT_OUTCOMES.find((one) => one === outcome) ?? 'unsaid']++;
    else counts[doesRest(item) ? 'resting' : 'open']++;
  }
  return counts;
}

/** From two times running on; in the order in which it was said what became of the plans. */
function obstacleIn(
  items: readonly Followed[],
  { meanings, obstacles }: BankKnowledge,
): Obstacle | undefined {
  const chosen = items
    .flatMap(({ outcomes: [counts] }) =>
      counts && outcomeOf(counts, meanings) === 'not-yet' ? [counts] : [],
    )
    .toSorted((one, other) => writtenLast(one.entry, other.entry))
    .flatMap(({ entry }) =>
      entry.answers.flatMap((answer) =>
        answer.type === 'choice' && answer.skip === null && obstacles.has(answer.question)
          ? [{ question: answer.question, value: answer.value, words: answer.legend ?? answer.value }]
          : [],
      ),
    );
  const [latest] = chosen;
  if (latest === undefined) return undefined;
  const other = chosen.findIndex(({ value }) => value !== latest.value);
  const times = other < 0 ? chosen.length : other;
  return times > 1 ? { ...latest, times } : undefined;
}

function revisedIn(items: readonly Followed[], again: ReadonlySet<string>): readonly Revised[] {
  return items.toReversed().flatMap((item): Revised[] => {
    const [counts] = item.outcomes;
    if (item.kind !== 'prediction') return [];
    const before = item.guess.likelihood;
    const answer = counts?.entry.answers.find(({ question }) => again.has(question));
    if (before === null || answer?.type !== 'percent' || answer.skip !== null) return [];
    const { reference, entry } = item;
    const { day, about, role } = entry;
    const { question } = item.answer;
    return [
      { reference, day, about, question, role, expected: item.guess.expect, before, after: answer.value },
    ];
  });
}

/**
 * Entries without the ratings that are not to be seen before they are given once more: of a question that another one repeats,
 * the answers that nothing in the same relationship and from the same seat repeats yet.
 *
 * @param entries - The ones to be looked at.
 * @param all - Where the repeating answers may stand; in any order.
 * @param repeats - The question that repeats another one, by the id of the latter.
 *
 * @example
 * const answer = { question: 'challenge-baseline-trust', type: 'scale', value: 3, skip: null };
 * const rated = { ...entry, answers: [answer] };
 * withoutUnseen([rated], [rated], new Map([['challenge-baseline-trust', 'carry-trust']]))[0]?.answers //=> []
 */
export function withoutUnseen(
  entries: readonly Entry[],
  all: readonly Entry[],
  repeats: ReadonlyMap<string, string>,
): readonly Entry[] {
  if (repeats.size === 0) return entries;
  if (!entries.some(({ answers }) => answers.some(({ question }) => repeats.has(question)))) return entries;
  const closing = new Set(repeats.values());
  const repeating = all.filter(({ answers }) => answers.some(({ question }) => closing.has(question)));
  const isSeen = (entry: Entry, { question }: Answer): boolean => {
    const by = repeats.get(question);
    return by === undefined || repeating.some((later) => isAnswerTo(by, later, entry));
  };
  return entries.map((entry) =>
    entry.answers.every((answer) => isSeen(entry, answer))
      ? entry
      : { ...entry, answers: entry.answers.filter((answer) => isSeen(entry, answer)) },
  );
}

function isAnswerTo(question: string, later: Entry, entry: Entry): boolean {
  return (
    sameAbout(later.about, entry.about) &&
    sameSeat(later.role, entry.role) &&
    newestFirst(later, entry) <= 0 &&
    later.answers.some((answer) => answer.question === question && answer.skip === null)
  );
}
