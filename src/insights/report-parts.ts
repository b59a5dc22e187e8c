// The parts of which a report is put together: sections, figures, sentences and tables.
import { oneLine } from '../domain/text/plain-text.ts';
import { shown } from '../pages/plots/svg-plot.ts';

/** What stands in a cell: a text of coach's, or one of the person's own words. */
export type Cell = string | number | { readonly own: string };

/** A table with a head. */
export interface ReportTable {
  /** Needed where there are several below each other. */
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * A section with its heading; empty where it has nothing in it.
 *
 * @example
 * reportSection('plans', 'Plans', ['<p>2 kept.</p>']).split('\n')[0]
 * //=> '<section aria-labelledby="plans"><h2 id="plans">Plans</h2>'
 */
export function reportSection(id: string, title: string, parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '');
  if (told.length === 0) return '';
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${told.join('\n')}\n</section>\n`;
}

/**
 * A figure with its heading, and what it says in words before it shows it.
 *
 * @param parts - HTML.
 *
 * @example
 * reportFigure('r1', 'Trust', ['<svg></svg>'])
 * //=> '<figure aria-labelledby="r1">\n<h3 id="r1" dir="auto">Trust</h3>\n<svg></svg>\n</figure>'
 */
export function reportFigure(id: string, title: string, parts: readonly string[]): string {
  const told = parts.filter((part) => part !== '').join('\n');
  return `<figure aria-labelledby="${id}">\n<h3 id="${id}" dir="auto">${shown(oneLine(title))}</h3>\n${told}\n</figure>`;
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
 * Tables behind a line that opens them; empty where none has a row.
 *
 * @example
 * tables([{ head: ['Month', 'In order'], rows: [['May 2026', '3 4']] }]).split('\n')[0]
 * //=> '<details><summary>As a table</summary>'
 */
export function tables(all: readonly ReportTable[]): string {
  const filled = all.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return '';
  const words = filled.length === 1 ? 'As a table' : 'As tables';
  return `<details><summary>${words}</summary>\n${filled.map(printed).join('\n')}\n</details>`;
}

function printed({ caption, head, rows }: ReportTable): string {
  const name = caption === undefined ? '' : `<caption>${shown(caption)}</caption>`;
  const heads = head.map((words) => `<th scope="col">${words}</th>`).join('');
  const lines = rows.map((cells) => `<tr>${cells.map(cellOf).join('')}</tr>`);
  return `<table>${name}<thead><tr>${heads}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`;
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'number') return `<td class="n">${cell}</td>`;
  if (typeof cell === 'string') return `<td dir="auto">${shown(cell)}</td>`;
  return `<td lang="" dir="auto" class="words">${shown(cell.own)}</td>`;
}
