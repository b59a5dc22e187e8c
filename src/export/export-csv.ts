// Entries as a table for spreadsheets.
import { type Answer, percentOf } from '../domain/entry/answer.ts';
import type { Entry, StoredEntry } from '../domain/entry/entry.ts';
import { plainText } from '../domain/text/plain-text.ts';

/** A cell; null is an empty one. Numbers stay numbers. */
type Cell = string | number | null;

/** The cells of a row that are its own. */
type Row = Readonly<Partial<Record<(typeof ANSWER_COLUMNS)[number], Cell | undefined>>>;

/** The columns that are the same in each row of an entry. */
const ENTRY_COLUMNS = [
  'id',
  'at',
  'day',
  'zone',
  'minutes',
  'bank',
  'role',
  'about',
  'tags',
  'title',
] as const;

const ANSWER_COLUMNS = [
  'question',
  'asked',
  'type',
  'value',
  'legend',
  'skip',
  'when',
  'sign',
  'likelihood',
  'due',
  'feeling',
  'closes',
  'continues',
  'step',
  'vague',
  'because',
  'obstacle',
  'response',
] as const;

/** The columns from left to right. */
export const CSV_COLUMNS = [...ENTRY_COLUMNS, ...ANSWER_COLUMNS] as const;

/** Without it, Excel takes UTF-8 for the alphabet of the machine's own country. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Entries as a table for spreadsheets (RFC 4180): a row for each answer, one for each text of the person's own, with the type
 * `own`, and one for an entry that holds neither. What a spreadsheet would take for a formula has an apostrophe before it.
 *
 * Of a prediction, `value` is what is expected; of a commitment, what is to be done, and `due` the day it is to be done by.
 * Percents and likelihoods are whole percents.
 *
 * @returns The head, then a piece for each entry.
 *
 * @example
 * [...csvRows([{ entry, path: 'a.md' }])][1].slice(0, 36) //=> 'k3x8m2p9qa,2026-11-22T09:14:05+01:00'
 */
export function* csvRows(entries: Iterable<StoredEntry>): Generator<string> {
  yield `${BYTE_ORDER_MARK}${CSV_COLUMNS.join(',')}\r\n`;
  for (const { entry } of entries) {
    const head = entryCells(entry);
    yield bodyRows(entry)
      .map((row) => `${head},${ANSWER_COLUMNS.map((column) => cellText(row[column] ?? null)).join(',')}\r\n`)
      .join('');
  }
}

function entryCells({ tags, ...entry }: Entry): string {
  const cells = { ...entry, tags: tags.join(', ') };
  return ENTRY_COLUMNS.map((column) => cellText(cells[column])).join(',');
}

function bodyRows({ answers, extra }: Entry): readonly Row[] {
  const own = (place: string | null): readonly Row[] =>
    extra.sections
      .filter(({ after }) => after === place)
      .map(({ text }) => ({ question: place, type: 'own', value: text }));
  const rows = [...own(null), ...answers.flatMap((answer) => [answerCells(answer), ...own(answer.question)])];
  return rows.length === 0 ? [{}] : rows;
}

function answerCells(answer: Answer): Row {
  const { question, asked, type, skip, closes, continues, step } = answer;
  const vague = answer.vague && 'vague';
  return { question, asked, type, skip, ...valueCells(answer), closes, continues, step, vague };
}

function valueCells(answer: Answer): Row {
  if (answer.skip !== null) return {};
  switch (answer.type) {
    case 'percent':
      return { value: percentOf(answer.value) };
    case 'prediction': {
      const { expect, sign, likelihood, due, feeling } = answer.value;
      return { value: expect, sign, likelihood: percentCell(likelihood), due, feeling };
    }
    case 'commitment': {
      const { when, then, by, likelihood, ...more } = answer.value;
      return { value: then, when, likelihood: percentCell(likelihood), due: by, ...more };
    }
    case 'choice':
    case 'scale':
      return { value: answer.value, legend: answer.legend };
    case 'text':
    case 'date':
      return { value: answer.value };
  }
}

function percentCell(share: number | null): number | null {
  return share === null ? null : percentOf(share);
}

/** The signs that make a formula of a text in some spreadsheet (OWASP, "CSV Injection"), in full width as in East Asian ones too. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One cell as it stands in the file.
 *
 * @example
 * cellText('=1+1') //=> "'=1+1"
 * cellText('one, "two"') //=> '"one, ""two"""'
 * cellText(-5) //=> '-5'
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = plainText(cell);
  const text = formula.test(plain) ? `'${plain}` : plain;
  // A blank at an end is kept by every program only in quotes; some take other marks between cells for commas.
  return /["\r\n,;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
