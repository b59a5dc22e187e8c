// The contents of a report: what insights say of some entries, and what lay on which day.
import { type QuestionBank, sameSeat } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { isOnScale, type ScaleEnds, scaleEnds, USUAL_ENDS } from '../domain/entry/scale-ends.ts';
import type { ChallengeState, ScalePair } from '../domain/record/challenge.ts';
import type { FollowedUp } from '../domain/record/followed-items.ts';
import { type BankKnowledge, type Insights, insightsOf } from '../domain/record/insight.ts';
import { matching, type Query } from '../domain/search/query.ts';
import { sameAbout } from '../domain/text/plain-text.ts';
import { addDays, type Day, withinReach } from '../domain/time/day.ts';
import { addMonths } from '../domain/time/later-month.ts';
import { type Relationship, relationshipsIn } from './relationships.ts';
import { latestAnswers, type ThenAndNow } from './returned-answers.ts';
import { type TimeAxis, timeAxis } from '../pages/plots/time-axis.ts';
import { type Wordings, wordingsOf } from './wordings.ts';

/** A journal up to so many months long is shown whole; of a longer one, so many months are unless more is asked for. */
const MONTHS_SHOWN_WHOLE = 14;
const MONTHS_SHOWN = 12;

/** Of the questions that came back, so many are shown. */
export const RETURNED_SHOWN = 12;

/** A scale that was rated with a number of its own at the start and at the end of a challenge. */
export interface StartAndEnd extends ScalePair {
  readonly about: string | null;
  readonly role: ChallengeState['role'];
  readonly ends: ScaleEnds;
}

/** Everything that a report tells. */
export interface Report {
  readonly insights: Insights;
  readonly knowledge: BankKnowledge;
  readonly wordings: Wordings;
  /** The title of a question bank. */
  readonly titleOf: (bank: string) => string;
  readonly relationships: readonly Relationship[];
  readonly startsAndEnds: readonly StartAndEnd[];
  readonly returned: readonly ThenAndNow[];
  readonly axis: TimeAxis;
  /** The days of the first and the last entry. */
  readonly first: Day;
  readonly last: Day;
  readonly today: Day;
  /** Which entries were chosen. */
  readonly query: Query;
  readonly ownWords: boolean;
  /** How many files could not be read. */
  readonly unread: number;
}

/** The journal that a report is made of. */
export interface ReportedJournal {
  /** All that count, each id once; outlines do. */
  readonly entries: readonly Entry[];
  readonly banks: readonly QuestionBank[];
  readonly knowledge: BankKnowledge;
  readonly followedUp: FollowedUp;
  readonly states: readonly ChallengeState[];
  readonly unread: number;
}

/**
 * The day from which on a journal is shown where nobody says: where it is longer than 14 months, a year before its last entry.
 * Undefined where all of it is shown.
 *
 * @param days - Those of the entries that are asked for, in any order.
 *
 * @example
 * usualSince(['2024-05-01', '2026-11-20']) //=> '2025-11-21'
 * usualSince(['2026-02-01', '2026-11-20']) //=> undefined
 */
export function usualSince(days: readonly Day[]): Day | undefined {
  const [last = ''] = days.toSorted().toReversed();
  const whole = last === '' ? undefined : withinReach(() => addMonths(last, -MONTHS_SHOWN_WHOLE));
  if (whole === undefined || days.every((day) => day >= whole)) return undefined;
  return addDays(addMonths(last, -MONTHS_SHOWN), 1);
}

/**
 * Everything that a report tells of the entries that are asked for; undefined where there are none.
 *
 * @example
 * reportOf(reportedJournal, {}, false, today)?.first //=> '2026-10-01'
 * reportOf(reportedJournal, { about: 'K.' }, false, today) //=> undefined
 */
export function reportOf(
  journal: ReportedJournal,
  query: Query,
  ownWords: boolean,
  today: Day,
): Report | undefined {
  const { entries, banks, knowledge, followedUp, states, unread } = journal;
  const asked = entries.filter(matching(query));
  const days = asked.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const insights = insightsOf(entries, query, knowledge, today, followedUp);
  const record = { entries, followedUp, states, meanings: knowledge.meanings, today };
  const relationships = relationshipsIn(asked, record);
  const titles = new Map(banks.map(({ name, title }) => [name, title]));
  return {
    insights,
    knowledge,
    wordings: wordingsOf(banks, ownWords),
    titleOf: (bank) => titles.get(bank) ?? bank,
    relationships,
    startsAndEnds: states
      .filter(({ about, role }) =>
        relationships.some(
          (one) => one.steps.length > 0 && sameAbout(one.about, about) && sameSeat(one.role, role),
        ),
      )
      .flatMap(({ scales, about, role }) =>
        scales.map((pair) => {
          const ends = scaleEnds(undefined, knowledge.scales.get(pair.question), role) ?? USUAL_ENDS;
          return { ...pair, about, role, ends };
        }),
      )
      .filter(({ baseline, closing, ends }) =>
        [baseline, closing].every(({ value }) => value !== 'na' && isOnScale(value, ends)),
      )
      .filter(({ closing }) => closing.day >= first && closing.day <= last),
    returned: insights.returned
      .slice(0, RETURNED_SHOWN)
      .map((returned) => ({ returned, answers: ownWords ? latestAnswers(asked, returned) : [] })),
    axis: timeAxis(first, last),
    first,
    last,
    today,
    query,
    ownWords,
    unread,
  };
}
