// The parts of which a report is put together: sections, figures, sentences and tables.
import { oneLine } from '../domain/text/plain-text.ts';
import { shown } from '../pages/plots/svg-plot.ts';

/** What stands in a cell: a text of coach's, or one of the person's own words. */
export type Cell = string | number | { readonly own: string };

/** A table with a head and at least one row. */
export interface ReportTable {
  /** Needed where there are several below each other. */
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** HTML, as a whole or piece by piece: the page of a long journal is never held as a whole. */
export type Html = string | Iterable<string>;

/**
 * A section with its heading; nothing where it has nothing in it.
 *
 * @example
 * [...reportSection('plans', 'Plans', ['<p>2 kept.</p>'])][0]
 * //=> '<section aria-labelledby="plans"><h2 id="plans">Plans</h2>\n'
 */
export function* reportSection(id: string, title: string, parts: Iterable<Html>): Generator<string> {
  let isEmpty = true;
  for (const piece of belowEachOther(parts)) {
    if (isEmpty) yield `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n`;
    isEmpty = false;
    yield piece;
  }
  if (!isEmpty) yield '\n</section>\n';
}

/** The parts in which there is anything, each on lines of its own. */
function* belowEachOther(parts: Iterable<Html>): Generator<string> {
  let isFirst = true;
  for (const part of parts) {
    let isBegun = false;
    for (const piece of typeof part === 'string' ? [part] : part) {
      if (piece === '') continue;
      if (!isBegun && !isFirst) yield '\n';
      isBegun = true;
      isFirst = false;
      yield piece;
    }
  }
}

/**
 * A figure with its heading, and what it says in words before it shows it.
 *
 * @example
 * [...reportFigure('r1', 'Trust', ['<svg></svg>'])].join('')
 * //=> '<figure aria-labelledby="r1">\n<h3 id="r1" dir="auto">Trust</h3>\n<svg></svg>\n</figure>'
 */
export function* reportFigure(id: string, title: string, parts: Iterable<Html>): Generator<string> {
  yield `<figure aria-labelledby="${id}">\n<h3 id="${id}" dir="auto">${shown(oneLine(title))}</h3>\n`;
  yield* belowEachOther(parts);
  yield '\n</figure>';
}

/**
 * A sentence; empty where there is none.
 *
 * @param kind - `quiet` for what explains the rest.
 *
 * @example
 * sentence('2 kept.') //=> '<p>2 kept.</p>'
 * sentence('One dot is one answer.', 'quiet') //=> '<p class="quiet">One dot is one answer.</p>'
 */
export function sentence(text: string, kind = ''): string {
  if (text === '') return '';
  return `<p${kind === '' ? '' : ` class="${kind}"`}>${shown(text)}</p>`;
}

/**
 * Tables behind a line that opens them; nothing where there are none.
 *
 * @example
 * [...tables([{ head: ['Month', 'In order'], rows: [['May 2026', '3 4']] }])][0]
 * //=> '<details><summary>As a table</summary>\n'
 */
export function* tables(all: readonly ReportTable[]): Generator<string> {
  if (all.length === 0) return;
  yield `<details><summary>${all.length === 1 ? 'As a table' : 'As tables'}</summary>\n`;
  yield* belowEachOther(all.map(printed));
  yield '\n</details>';
}

function* printed({ caption, head, rows }: ReportTable): Generator<string> {
  const name = caption === undefined ? '' : `<caption>${shown(caption)}</caption>`;
  const heads = head.map((words) => `<th scope="col">${words}</th>`).join('');
  yield `<table>${name}<thead><tr>${heads}</tr></thead><tbody>\n`;
  for (const cells of rows) yield `<tr>${cells.map(cellOf).join('')}</tr>\n`;
  yield '</tbody></table>';
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return `<td class="n">${cell}</td>`;
  if (typeof cell === 'string') return `<td dir="auto">${shown(cell)}</td>`;
  return `<td lang="" dir="auto" class="words">${shown(cell.own)}</td>`;
}
