// One scale over time: name by name the spread and a picture of the ratings, then one by one.
import stringWidth from 'fast-string-width';
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry, StoredEntry } from '../../domain/entry/entry.ts';
import { statedEnds } from '../../domain/entry/scale-ends.ts';
import { RATINGS_FOR_DIRECTION } from '../../domain/record/looks.ts';
import { type NamedRatings, type RatedQuestion, ratedQuestions } from '../../domain/record/scale-series.ts';
import type { Day } from '../../domain/time/day.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { DrawnPage } from '../text/drawing.ts';
import { drawnRatings, type SharedColumns, sharedColumns, spreadText, TOO_FEW } from '../text/rating-plot.ts';
import { wrap } from '../text/wrap.ts';

/** One rating as a row shows it. */
export interface RatingRow {
  /** Its day, and the name. */
  readonly head: string;
  readonly value: unknown;
}

/**
 * The ratings of one question over time, each name by itself, and below them one by one.
 *
 * @param entries - Those in which it was answered, newest first.
 * @param rows - The same, one by one.
 *
 * @example
 * const rows = [{ head: '22 November 2026', value: 4 }];
 * ratingsOverTime('checkin-trust', [], rows, '2026-11-22', { ...page, drawing: 'ascii' }) //=> ['  22 November 2026  4']
 */
export function ratingsOverTime(
  question: string,
  entries: readonly StoredEntry[],
  rows: readonly RatingRow[],
  today: Day,
  page: DrawnPage,
): readonly string[] {
  const { width, style } = page;
  const all = seriesOf(question, countingEntries(entries));
  const shared = sharedColumns(
    all.filter(({ own }) => own.spread),
    today,
    page,
  );
  const drawn = all.flatMap((one) => seriesLines(one, all.length > 1, shared, today, page));
  const legend = all.find(({ rated }) => rated.legend !== undefined)?.rated.legend;
  return [
    ...(legend === undefined ? [] : [style.dim(wrap(plainText(legend), width)), '']),
    ...drawn,
    ...(shared ? [style.dim(wrap(shared.text, width)), ''] : []),
    ...rowLines(rows, page),
  ];
}

/** The values stand below each other, unless a name is so long that none would fit beside it. */
function rowLines(rows: readonly RatingRow[], { width, style }: DrawnPage): readonly string[] {
  const shown = rows.map(({ value }) => (typeof value === 'number' ? String(value) : ABSENT));
  const room = Math.max(0, ...rows.map(({ head }) => stringWidth(head)));
  const isRoomy = room + Math.max(0, ...shown.map(({ length }) => length)) + 4 <= width;
  return rows.map(({ head }, at) => {
    const value = shown[at] === ABSENT ? style.dim(ABSENT) : shown[at];
    if (!isRoomy) return wrap(`${style.dim(`${head}:`)} ${value}`, width, '  ');
    return `  ${style.dim(head)}${' '.repeat(room - stringWidth(head))}  ${value}`;
  });
}

const ABSENT = 'does not apply';

interface Series {
  readonly rated: RatedQuestion;
  readonly own: NamedRatings;
  readonly ends: ReturnType<typeof statedEnds>;
  readonly name: string;
}

function seriesOf(question: string, entries: readonly Entry[]): readonly Series[] {
  const asked = ratedQuestions(entries.toReversed()).filter((rated) => rated.question === question);
  return asked.flatMap((rated) =>
    rated.names.map((own) => ({
      rated,
      own,
      ends: statedEnds(rated.legend),
      name: [
        own.about === null ? 'Without a name' : plainText(own.about),
        ...(asked.length > 1 && rated.role !== null ? [`as ${rated.role}`] : []),
      ].join(', '),
    })),
  );
}

function seriesLines(
  { own, ends, name }: Series,
  isNamed: boolean,
  shared: SharedColumns | undefined,
  today: Day,
  page: DrawnPage,
): readonly string[] {
  const { ratings, spread, absent, outside } = own;
  const facts = [
    ...(spread ? [spreadText(ratings.length, spread)] : []),
    ...(spread && ratings.length < RATINGS_FOR_DIRECTION ? [TOO_FEW] : []),
    ...(absent === 0 ? [] : [`Does not apply: ${absent}.`]),
    ...(outside === 0 ? [] : [`Not on the scale, so not counted: ${outside}.`]),
  ];
  if (facts.length === 0) return [];
  const plot = spread ? drawnRatings(own, ends, shared, today, page) : [];
  const text = `${isNamed ? `${name}: ` : ''}${facts.join(' ')}`;
  return [wrap(text, page.width), ...plot.map((line) => `  ${line}`), ''];
}
