// Measures how long coach takes, on journals of several sizes, against a bare start of Node.
// Says what is over its bound. It fails only where a command fails: how fast a machine is, is no fault.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { boundsOf } from './budgets.mjs';
import { makeHome } from './homes.mjs';
import { median, runner } from './measure.mjs';
import { FLOOR, worksOn } from './works.mjs';

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '0,100,1000' },
    runs: { type: 'string', default: '21' },
    node: { type: 'string', default: process.execPath },
  },
});
const sizes = options.entries.split(',').map(Number);
const runs = Number(options.runs);
if (![...sizes, runs].every(Number.isInteger) || runs < 1) {
  console.error('bench: --entries takes whole numbers with commas between them, --runs one from 1');
  process.exit(2);
}

execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../build/build.mjs')], {
  stdio: 'inherit',
});
const folder = mkdtempSync(path.join(tmpdir(), 'coach-bench-'));
const { floor, coach, megabytes } = runner(options.node, folder);
try {
  const cells = await prepare();
  const floors = measure(cells);
  report(cells, floors);
} finally {
  rmSync(folder, { recursive: true });
}

/** Every piece of work on every size of journal, tried once: now the caches are warm and the answers known to be right. */
async function prepare() {
  const cells = [];
  for (const entries of sizes) {
    const home = await makeHome(entries, folder);
    for (const work of worksOn(home, entries)) {
      for (const before of work.once ?? []) runRight(before);
      runRight(work);
      cells.push({ entries, work, times: [], peaks: [] });
    }
  }
  return cells;
}

/** Round after round, so that whatever slows the machine down for a while slows down everything alike. */
function measure(cells) {
  const floors = [];
  for (let round = 0; round < runs; round++) {
    for (const { work, times } of cells) {
      // Once for each size of journal.
      if (work.name === cells[0].work.name) floors.push(floor());
      times.push(runRight(work));
    }
  }
  for (const { work, peaks } of cells) {
    for (let round = 0; round < 3; round++) {
      peaks.push(megabytes(work));
      work.after?.();
    }
  }
  return floors;
}

/** Milliseconds; ends the bench where the command fails or answers something else than it should. */
function runRight(work) {
  const { ms, status, stderr, stdout } = coach(work);
  if (status !== 0 || work.isRight?.(stdout()) === false) {
    throw new Error(`coach ${work.args.join(' ')} ended with ${status}:\n${stdout()}${stderr}`);
  }
  work.after?.();
  return ms;
}

function report(cells, floors) {
  const version = execFileSync(options.node, ['--version'], { encoding: 'utf8' }).trim();
  const bare = median(floors);
  console.log(`Node ${version}, ${process.platform} ${process.arch}, ${runs} runs each, whole processes`);
  console.log(`${FLOOR}: ${bare.toFixed(1)} ms (median), ${Math.min(...floors).toFixed(1)} ms (least)\n`);
  const rows = cells.map((cell) => rowOf(cell, bare, Number(version.slice(1).split('.')[0]) >= 22));
  const head = ['work', 'entries', 'ms', 'least', 'ratio', 'bound', 'MB', 'bound', ''];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  for (const row of [head, ...rows]) {
    const line = row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]),
    );
    console.log(line.join('  ').trimEnd());
  }
  const over = rows.filter((row) => row.at(-1) !== '');
  console.log(
    over.length === 0 ? '\nNothing is over its bound.' : `\n${over.length} of ${rows.length} are over.`,
  );
}

function rowOf({ entries, work, times, peaks }, bare, sqlite) {
  const ratio = median(times) / bare;
  const peak = median(peaks);
  const bound = boundsOf(work.name, entries, { sqlite });
  const isOver = ratio > bound.ratio || peak > bound.megabytes;
  return [
    work.name,
    entries.toLocaleString('en'),
    median(times).toFixed(1),
    Math.min(...times).toFixed(1),
    ratio.toFixed(2),
    bound.ratio?.toFixed(2) ?? '',
    peak.toFixed(0),
    bound.megabytes?.toFixed(0) ?? '',
    isOver ? 'over' : '',
  ];
}
