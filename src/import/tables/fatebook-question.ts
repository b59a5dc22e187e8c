// One question of Fatebook with a person's own forecasts, and the guess that it becomes.
import { shareOf } from '../../domain/entry/answer.ts';
import { isoAt, parseAt } from '../../domain/time/moment.ts';
import type { Lost } from '../foreign-entry.ts';
import type { ForeignGuess, GuessOutcome } from './guess-entries.ts';
import { unknownColumns } from './table-row.ts';

/** The columns of Fatebook's table. */
export const FATEBOOK = {
  title: 'Question title',
  option: 'Multiple choice option',
  forecaster: 'Forecast created by',
  forecast: 'Forecast (scale = 0-1)',
  forecastAt: 'Forecast created at',
  author: 'Question created by',
  createdAt: 'Question created at',
  due: 'Question resolve by',
  resolution: 'Resolution',
  resolvedAt: 'Resolved at',
  notes: 'Question notes',
  isPublic: 'Question shared publicly',
  comments: 'Question comments',
  tags: 'Question tags',
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(FATEBOOK));

type Cells = ReadonlyMap<string, string>;

/** A row, and what is wrong with it. */
interface Mistake {
  readonly place: string;
  readonly mistake: string;
}

/** A question, or one of the options of a question, with the rows of one person's forecasts. */
export interface FatebookQuestion {
  readonly place: string;
  readonly cells: Cells;
  readonly own: { readonly place: string; readonly cells: Cells }[];
  /** How many forecasts of others it has. */
  others: number;
}

/** A forecast: a share from 0 to 1, and the instant at which it was made. */
interface Forecast {
  readonly share: number;
  readonly instant: number;
}

/**
 * The parts that tell a question from all others: Fatebook's table holds no id.
 *
 * @example
 * keyOf(new Map([['Question title', 'Rain?'], ['Question created at', '2026-11-20 08:00:5']]))
 * //=> ['Rain?', '', '', '2026-11-20T08:00:05+00:00']
 */
export function keyOf(cells: Cells): readonly string[] {
  const createdAt = textIn(cells, 'createdAt');
  const instant = instantIn(createdAt);
  return [
    textIn(cells, 'title'),
    textIn(cells, 'option'),
    textIn(cells, 'author'),
    instant === undefined ? createdAt : isoAt(instant, 0),
  ];
}

/**
 * The guess that a question becomes, or what is wrong with its rows. There is none where the person has made no forecast before it
 * was resolved.
 *
 * @example
 * guessFrom({ place: 'a.csv:2', cells: new Map(), own: [], others: 3 }) //=> { lost: [] }
 */
export function guessFrom(question: FatebookQuestion): {
  readonly guess?: ForeignGuess;
  readonly mistakes?: readonly Mistake[];
  readonly lost?: readonly Lost[];
} {
  const { cells, own, place } = question;
  if (own.length === 0) return { lost: [] };
  const mistakes: Mistake[] = [];
  const outcome = outcomeIn(cells);
  const due = dueIn(cells);
  const title = textIn(cells, 'title');
  if (title === '') mistakes.push({ place, mistake: `expected words in "${FATEBOOK.title}"` });
  if (typeof outcome === 'string') mistakes.push({ place, mistake: outcome });
  if (due === undefined) mistakes.push({ place, mistake: timeExpected('due') });
  const forecasts = own.flatMap((row): readonly Forecast[] => {
    const forecast = forecastIn(row.cells);
    if (typeof forecast !== 'string') return [forecast];
    mistakes.push({ place: row.place, mistake: forecast });
    return [];
  });
  if (mistakes.length > 0 || typeof outcome === 'string' || due === undefined) return { mistakes };
  const closed = outcome?.instant ?? Infinity;
  const inTime = forecasts
    .filter(({ instant }) => instant <= closed)
    .toSorted((one, other) => one.instant - other.instant);
  const [first, ...later] = inTime;
  const after = forecasts.slice(inTime.length).map((): Lost => 'guesses made after the outcome');
  if (!first) return { lost: after };
  const isRounded = inTime.some(({ share }) => Math.abs(share - shareOf(wholePercent(share))) > 1e-9);
  return {
    guess: {
      key: keyOf(cells),
      at: isoAt(first.instant, 0),
      zone: null,
      expect: [title, textIn(cells, 'option')].filter((part) => part !== '').join(' '),
      likelihood: shareOf(wholePercent(first.share)),
      due,
      reasons: reasonsIn(cells, later),
      tags: textIn(cells, 'tags').split(';'),
      ...(outcome && { outcome: { is: outcome.is, at: isoAt(outcome.instant, 0) } }),
    },
    lost: [
      ...after,
      ...(isRounded ? ['parts of a percent' as const] : []),
      ...(textIn(cells, 'isPublic') === 'true' ? [`the column "${FATEBOOK.isPublic}"` as const] : []),
      ...unknownColumns(cells, KNOWN),
    ],
  };
}

function textIn(cells: Cells, column: keyof typeof FATEBOOK): string {
  return cells.get(FATEBOOK[column])?.trim() ?? '';
}

/** Everything that was written beside a question, and what was guessed of it later. */
function reasonsIn(cells: Cells, later: readonly Forecast[]): string {
  const [notes, comments] = [textIn(cells, 'notes'), textIn(cells, 'comments')];
  const again = later.map(
    ({ share, instant }) =>
      `${wholePercent(share)}% (${isoAt(instant, 0).slice(0, 16).replace('T', ' ')} UTC)`,
  );
  return [
    notes,
    comments === '' ? '' : `Comments: ${comments}`,
    again.length === 0 ? '' : `Guessed again: ${again.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const OUTCOMES: Readonly<Record<string, GuessOutcome>> = { yes: 'yes', no: 'no', ambiguous: 'unclear' };

/** @returns What is wrong, in words; undefined where it is still open. */
function outcomeIn(
  cells: Cells,
): { readonly is: GuessOutcome; readonly instant: number } | string | undefined {
  const said = textIn(cells, 'resolution').toLowerCase();
  if (said === '') return undefined;
  const is = Object.hasOwn(OUTCOMES, said) ? OUTCOMES[said] : undefined;
  if (is === undefined) return `expected YES, NO, AMBIGUOUS or nothing in "${FATEBOOK.resolution}"`;
  const instant = instantIn(textIn(cells, 'resolvedAt'));
  return instant === undefined ? timeExpected('resolvedAt') : { is, instant };
}

/** The day in UTC, which is that on which the date was set; null where there is none, undefined where it is no date. */
function dueIn(cells: Cells): string | null | undefined {
  const said = textIn(cells, 'due');
  if (said === '') return null;
  const instant = instantIn(said);
  return instant === undefined ? undefined : isoAt(instant, 0).slice(0, 10);
}

/** @returns What is wrong, in words. */
function forecastIn(cells: Cells): Forecast | string {
  const share = shareIn(textIn(cells, 'forecast'));
  if (share === undefined) {
    return `expected a number from 0 to 1, such as 0.7, in "${FATEBOOK.forecast}"`;
  }
  const instant = instantIn(textIn(cells, 'forecastAt'));
  return instant === undefined ? timeExpected('forecastAt') : { share, instant };
}

/** `0.7`, and what spreadsheets make of it: `0,7` and `70%`. */
function shareIn(cell: string): number | undefined {
  const number = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e-\d+)? ?%?$/i.test(cell)
    ? parseFloat(cell.replace(',', '.'))
    : NaN;
  const share = cell.endsWith('%') ? number / 100 : number;
  return share >= 0 && share <= 1 ? share : undefined;
}

/** Entries hold whole percents. What is not certain stays so. */
function wholePercent(share: number): number {
  // 0.145 times 100 is a little less than 14.5.
  const percent = Math.round(share * 100 + 1e-9);
  if (share > 0 && share < 1) return Math.min(99, Math.max(1, percent));
  return percent;
}

/** An instant in UTC as Fatebook writes it, whose seconds have one digit where that is enough. */
function instantIn(cell: string): number | undefined {
  const padded = cell.replace(
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d{1,2}))?$/,
    (_, day, time, seconds = '0') => `${day}T${time}:${String(seconds).padStart(2, '0')}Z`,
  );
  const moment = parseAt(padded);
  return moment === undefined || moment.time === null ? undefined : moment.instant;
}

function timeExpected(column: keyof typeof FATEBOOK): string {
  return `expected a time such as "2026-11-22 09:14:05" in "${FATEBOOK[column]}"; if a spreadsheet has changed the times, import the file as Fatebook exported it`;
}
