// What was measured, as tables that can stand in a page.
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * One table for each Node, in Markdown, aligned.
 *
 * @param results - For each Node its version, floors and rows.
 */
export function tables(results, { machine, day }) {
  return results.map((result) => table(result, { machine, day })).join('\n');
}

/** Puts the tables between the two marks of a page. */
export function writeInto(page, text) {
  const before = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    before.replace(
      /(<!-- bench: begin -->\n)[^]*(\n<!-- bench: end -->)/,
      (_, begin, end) => `${begin}\n${text}\n${end}`,
    ),
  );
}

function table({ version, runs, floors, rows }, { machine, day }) {
  const head = ['work', 'entries', 'ms', 'ratio', 'bound', 'MB', 'over'];
  const cells = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const over = rows.filter((row) => row.over !== '').length;
  const bare = floors.map(({ entries, ms }) => `${ms.toFixed(1)} ms beside ${amount(entries)}`).join(', ');
  return [
    `Node ${version}, ${machine}, ${day}, ${runs} runs. \`node -e 0\`: ${bare} entries; ${floors[0].megabytes.toFixed(0)} MB.`,
    over === 0 ? 'Nothing is over its bound.' : `${over} of ${rows.length} are over their bounds.`,
    '',
    line(head),
    rule,
    ...cells.slice(1).map(line),
    '',
  ].join('\n');
}

function cellsOf({ work, entries, ms, ratio, megabytes, bounds, over }) {
  const unit = bounds.against === undefined ? '' : ' loops';
  return [
    work,
    entries === undefined ? '' : amount(entries),
    ms.toFixed(1),
    `${ratio.toFixed(2)}${unit}`,
    bounds.ratio === undefined ? '' : `${bounds.ratio.toFixed(2)}${unit}`,
    megabytes?.toFixed(0) ?? '',
    over,
  ];
}

function amount(number) {
  return number.toLocaleString('en');
}
