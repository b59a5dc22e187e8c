// Guesses of Fatebook, from the table that it exports: a row for each forecast that anybody made.
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine, plainText, sameAbout } from '../../domain/text/plain-text.ts';
import { wordList } from '../../pages/text/word-list.ts';
import { FATEBOOK, guessFrom, keyOf, type FatebookQuestion } from './fatebook-question.ts';
import type { Knowledge, Lost, SourceItem } from '../foreign-entry.ts';
import { guessEntries } from './guess-entries.ts';
import type { TableRow } from './table-row.ts';

/** The columns that only a table of Fatebook has together. */
export const FATEBOOK_KNOWN_BY = [FATEBOOK.title, FATEBOOK.forecast];

const NEEDED = [
  'title',
  'forecast',
  'forecaster',
  'forecastAt',
  'createdAt',
  'due',
  'resolution',
  'resolvedAt',
] as const;

/** The columns without which it cannot be read. */
export const FATEBOOK_NEEDS = NEEDED.map((column) => FATEBOOK[column]);

/**
 * Reads the table of Fatebook. Of each question the person's first forecast is the guess, as it was before anything was known; those
 * that followed stand below it. A question that is resolved gives one more entry, with the outcome. What others have guessed is
 * counted, and left out.
 *
 * @param rows - All of them. The rows of one question follow each other in an export; where they do not, they are held until the end.
 * @throws CoachError where the forecasts are those of several people and nothing says which of them it is.
 *
 * @example
 * const { read } = recogniseSource(sample('fatebook.csv'), 'fatebook.csv', undefined, { hash, offsetIn });
 * [...read()].filter((item) => 'made' in item).length //=> 5
 */
export function* readFatebookTable(
  rows: () => Iterable<TableRow>,
  knowledge: Knowledge,
): Generator<SourceItem> {
  const { names, scattered } = survey(rows(), knowledge);
  const mine = whose(names, knowledge.mine);
  for (const question of questionsIn(rows(), scattered, mine, knowledge)) {
    if ('mistake' in question) {
      yield question;
      continue;
    }
    const { place } = question;
    const others = Array.from({ length: question.others }, (): Lost => 'guesses of other people');
    const { guess, mistakes = [], lost = [] } = guessFrom(question);
    yield* mistakes;
    const leftOut = [...others, ...lost];
    if (leftOut.length > 0) yield { place, leftOut };
    for (const made of guess ? guessEntries('fatebook', guess, knowledge.hash) : []) yield { place, made };
  }
}

/** The names of all who have guessed or asked, and the questions whose rows do not follow each other. */
interface Survey {
  readonly names: ReadonlySet<string>;
  readonly scattered: ReadonlySet<string>;
}

function survey(rows: Iterable<TableRow>, { hash }: Knowledge): Survey {
  const names = new Set<string>();
  const seen = new Set<string>();
  const scattered = new Set<string>();
  let before: string | undefined;
  for (const row of rows) {
    if ('mistake' in row) continue;
    for (const column of [FATEBOOK.forecaster, FATEBOOK.author]) {
      if (row.cells.has(column)) names.add(nameIn(row.cells, column));
    }
    const key = questionKey(row.cells, hash);
    if (key !== before && seen.has(key)) scattered.add(key);
    seen.add(key);
    before = key;
  }
  return { names, scattered };
}

function questionKey(cells: FatebookQuestion['cells'], hash: Knowledge['hash']): string {
  return String.fromCharCode(...hash(JSON.stringify(keyOf(cells))).subarray(0, 12));
}

function nameIn(cells: FatebookQuestion['cells'], column: string): string {
  return oneLine(plainText(cells.get(column) ?? ''));
}

/** As many names are told. */
const NAMED = 10;

/**
 * The name under which a person's own guesses stand. With another name beside it, even the only one who has guessed may be somebody
 * else, who was asked.
 */
function whose(names: ReadonlySet<string>, mine: string | undefined): string {
  const [only = ''] = names;
  const told = Array.from(names, (name) => (name === '' ? 'somebody without a name' : name));
  const more = told.length > NAMED ? [`${told.length - NAMED} more`] : [];
  const list = wordList([...told.slice(0, NAMED), ...more], 'and');
  if (mine === undefined) {
    if (names.size < 2) return only;
    const nameless = names.has('') ? '. If you have none there: --mine ""' : '';
    throw new CoachError(`this file holds questions or guesses of several people: ${list}`, {
      hint: `Say which name is yours, and only your guesses are imported: --mine "NAME"${nameless}`,
    });
  }
  const found = [...names].find((name) => sameAbout(name, mine));
  if (found !== undefined || names.size === 0) return found ?? '';
  throw new CoachError(`nobody in this file is named "${oneLine(mine)}"`, {
    hint: `It holds questions or guesses of ${list}.`,
  });
}

function* questionsIn(
  rows: Iterable<TableRow>,
  scattered: ReadonlySet<string>,
  mine: string,
  { hash }: Knowledge,
): Generator<FatebookQuestion | Extract<TableRow, { readonly mistake: unknown }>> {
  const held = new Map<string, FatebookQuestion>();
  let open: FatebookQuestion | undefined;
  let openKey: string | undefined;
  for (const row of rows) {
    if ('mistake' in row) {
      yield row;
      continue;
    }
    const { place, cells } = row;
    const key = questionKey(cells, hash);
    const isHeld = scattered.has(key);
    let question = isHeld ? held.get(key) : key === openKey ? open : undefined;
    if (!question) {
      question = { place, cells, own: [], others: 0 };
      if (isHeld) held.set(key, question);
      else {
        if (open) yield open;
        open = question;
        openKey = key;
      }
    }
    if (nameIn(cells, FATEBOOK.forecaster) === mine) question.own.push(row);
    else question.others += 1;
  }
  if (open) yield open;
  yield* held.values();
}
