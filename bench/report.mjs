// What was measured, as tables that can stand in a page.
import { readFileSync, writeFileSync } from 'node:fs';
import { SHARED } from './peers.mjs';

/**
 * One table for each Node, and one for the other programs if there are any, in Markdown, aligned.
 *
 * @param results - For each Node its version, floors and rows; with the last one what was measured beside it.
 */
export function tables(results, { machine, day }) {
  const { beside, ...last } = results.at(-1);
  return [
    ...results.map((result) => table(result, { machine, day })),
    ...(beside?.found.length > 0 ? [tableBeside(beside, last)] : []),
  ].join('\n');
}

/** Puts the tables between two marks of a page. @param marks - What these are called. */
export function writeInto(page, text, marks) {
  const before = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    before.replace(
      new RegExp(`(<!-- ${marks}: begin -->\n)[^]*(\n<!-- ${marks}: end -->)`),
      (_, begin, end) => `${begin}\n${text}\n${end}`,
    ),
  );
}

/** On a quiet machine, half of the bare starts take at most so many times the quickest. */
const QUIET = 1.25;

function table({ version, runs, floors, rows }, { machine, day }) {
  const over = rows.filter((row) => row.over !== '').length;
  const unrest = Math.max(...floors.map(({ ms, least }) => ms / least));
  const bare = floors.map(({ entries, ms }) => `${ms.toFixed(1)} ms beside ${amount(entries)}`).join(', ');
  return [
    `Node ${version}, ${machine}, ${day}, ${runs} runs. \`node -e 0\`: ${bare} entries; ${floors[0].megabytes.toFixed(0)} MB.`,
    ...(unrest > QUIET
      ? [
          `The machine was busy: half of the bare starts took ${unrest.toFixed(1)} times the quickest, or longer. The ratios are not worth much.`,
        ]
      : []),
    over === 0 ? 'Nothing is over its bound.' : `${over} of ${rows.length} are over their bounds.`,
    '',
    ...aligned(['work', 'entries', 'ms', 'ratio', 'bound', 'MB', 'over'], rows.map(cellsOf)),
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
    boundText(bounds, unit),
    megabytes?.toFixed(0) ?? '',
    over,
  ];
}

function boundText({ ratio, ms }, unit) {
  if (ms !== undefined) return `${ms / 1000} s`;
  return ratio === undefined ? '' : `${ratio.toFixed(2)}${unit}`;
}

/** What coach shares with other programs, a column for each of them. */
function tableBeside({ found, rows, troubles }, { version, rows: ours }) {
  const names = found.map((peer) => `${peer.name} ${peer.version}`).join(', ');
  const sizes = [...new Set(rows.map(({ entries }) => entries))];
  const timesOf = (shared, entries) => [
    ours.find((row) => row.work === SHARED[shared].ours && (row.entries ?? entries) === entries),
    ...found.map(({ name }) =>
      rows.find((row) => row.peer === name && row.shared === shared && row.entries === entries),
    ),
  ];
  const lines = sizes.flatMap((entries) =>
    Object.entries(SHARED).map(([shared, { name }]) => [
      name,
      amount(entries),
      ...timesOf(shared, entries).map((row) =>
        row ? `${row.ms.toFixed(1)} (${row.toNode.toFixed(2)})` : '',
      ),
    ]),
  );
  return [
    `The same texts with the same days, in the same rounds: coach on Node ${version}, ${names}.`,
    'Milliseconds, and in brackets the ratio to `node -e 0`.',
    '',
    ...aligned(['work', 'entries', 'coach', ...found.map(({ name }) => name)], lines),
    '',
    '- coach: a file for each entry, synced to the disk. What is saved is a check-in with four answers.',
    ...found.map(({ name, differs }) => `- ${name}: ${differs}`),
    ...troubles.map((trouble) => `- ${trouble}`),
    '',
  ].join('\n');
}

function aligned(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)];
}

function amount(number) {
  return number.toLocaleString('en');
}
