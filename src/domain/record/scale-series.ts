// The ratings of each scale question, in the order of time.
import type { Day } from '../time/day.ts';
import { type Direction, directionOf } from './direction.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import { type Spread, spreadOf } from './spread.ts';
import { oneLine } from '../text/plain-text.ts';

export interface Rating {
  readonly day: Day;
  readonly value: number;
}

/** The ratings that were given to one scale question from one seat, and what may be said of them. */
export interface RatedQuestion {
  readonly question: string;
  readonly role: Role | null;
  /** The wording and the meaning of its ends, as they were when it was last asked. */
  readonly asked: string;
  readonly legend?: string;
  /** In the order of time. */
  readonly ratings: readonly Rating[];
  /** How often it did not apply, and the words for that. */
  readonly absent: number;
  readonly absentWords?: string;
  /** How many people or teams they are about. */
  readonly abouts: number;
  readonly spread?: Spread;
  readonly direction?: Direction;
}

/**
 * The ratings of every scale question, role by role since the wording differs, those with the most ratings first. Answers that it
 * does not apply are counted apart and change nothing else.
 *
 * @param entries - Each once, in the order of time.
 *
 * @example
 * ratedQuestions(checkIns).map(({ question, ratings }) => [question, ratings.length]) //=> [['checkin-trust', 2]]
 */
export function ratedQuestions(entries: readonly Entry[]): readonly RatedQuestion[] {
  const series = new Map<string, Answered[]>();
  for (const entry of entries) {
    for (const answer of entry.answers) {
      if (answer.type !== 'scale' || answer.skip !== null) continue;
      const { question, asked, value, legend } = answer;
      const key = `${question} ${entry.role ?? ''}`;
      const given = { entry, question, asked, value, legend };
      const own = series.get(key);
      if (own) own.push(given);
      else series.set(key, [given]);
    }
  }
  return Array.from(series.values(), ratedQuestion).toSorted(
    (one, other) =>
      other.ratings.length - one.ratings.length ||
      (one.question === other.question ? 0 : one.question < other.question ? -1 : 1),
  );
}

interface Answered {
  readonly entry: Entry;
  readonly question: string;
  readonly asked: string;
  readonly value: number | 'na';
  readonly legend: string | undefined;
}

function ratedQuestion(answers: readonly Answered[]): RatedQuestion {
  const given = answers.filter(({ value }) => value !== 'na');
  const absent = answers.filter(({ value }) => value === 'na');
  const ratings = given.flatMap(({ entry: { day }, value }) => (value === 'na' ? [] : [{ day, value }]));
  const values = ratings.map(({ value }) => value);
  const latest = answers.at(-1);
  const legend = given.at(-1)?.legend;
  const absentWords = absent.at(-1)?.legend;
  const spread = spreadOf(values);
  const direction = directionOf(values);
  return {
    question: latest?.question ?? '',
    role: latest?.entry.role ?? null,
    asked: latest?.asked ?? '',
    ...(legend !== undefined && { legend }),
    ratings,
    absent: absent.length,
    ...(absentWords !== undefined && { absentWords }),
    abouts: new Set(given.map(({ entry }) => oneLine(entry.about ?? '').toLowerCase())).size,
    ...(spread && { spread }),
    ...(direction && { direction }),
  };
}
