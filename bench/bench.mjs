// Measures how long coach takes, on journals of several sizes, against a bare start of Node.
// Says what is over its bound. It fails only where a command fails: how fast a machine is, is no fault.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { LINES, newestNode } from '../build/newest-node.mjs';
import { boundsOf, sealedBoundsOf } from './budgets.mjs';
import { canDropCaches, dropCaches } from './cold.mjs';
import { makeHome } from './homes.mjs';
import { FLOOR, median, runner, versionOf } from './measure.mjs';
import { findPeers, worksOfPeers } from './peers.mjs';
import { tables, writeInto } from './report.mjs';
import { inRounds } from './rounds.mjs';
import { sampleTexts, textsOf } from './texts.mjs';
import { sealHome } from './sealed-home.mjs';
import { newest, worksOn, worksOnNone, worksOnSealed } from './works.mjs';

const { sizes, runs, texts, nodes, cold, alone, sealed, json, write } = readOptions();
const folder = mkdtempSync(path.join(tmpdir(), 'coach-bench-'));
try {
  execFileSync(process.execPath, [path.resolve(import.meta.dirname, '../build/build.mjs')], {
    stdio: 'inherit',
  });
  const results = nodes.map((node) => ({ version: versionOf(node), node, runs, floors: [], rows: [] }));
  // The other programs know no Node. They are measured once, beside the last one.
  if (!alone) results.at(-1).beside = { ...findPeers(folder), rows: [] };
  results.at(-1).beside?.troubles.forEach(say);
  for (const entries of sizes) {
    say(`Writing ${entries} entries`);
    const plain = await makeHome(entries, texts, folder);
    const home = sealed ? await sealHome(plain) : plain;
    // The index reads again what was touched within the last two seconds.
    await setTimeout(2100);
    for (const result of results) {
      say(`Measuring on Node ${result.version}, ${entries} entries`);
      await measure(result, home, entries);
    }
    home.end?.();
    rmSync(home.folder, { recursive: true });
  }
  const about = { machine: machineName(), day: new Date().toISOString().slice(0, 10) };
  const page = tables(results, about).trimEnd();
  console.log(json ? JSON.stringify({ ...about, results }, undefined, 2) : `\n${page}`);
  const marks = sealed ? 'bench --sealed' : 'bench';
  if (write) writeInto(path.resolve(import.meta.dirname, '../docs/performance.md'), page, marks);
} finally {
  rmSync(folder, { recursive: true });
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      entries: { type: 'string', default: '0,100,1000' },
      runs: { type: 'string', default: '21' },
      texts: { type: 'string' },
      node: { type: 'string', multiple: true },
      cold: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      sealed: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const sizes = values.entries.split(',').map(Number);
  const runs = Number(values.runs);
  if (![...sizes, runs].every((number) => Number.isInteger(number) && number >= 0) || runs === 0) {
    console.error('bench: --entries takes whole numbers with commas between them, --runs one from 1');
    process.exit(2);
  }
  const cold = values.cold && canDropCaches();
  if (values.cold && !cold) say('A cold cache cannot be measured here: it takes Linux, and its root.');
  return {
    sizes,
    runs,
    texts: values.texts === undefined ? sampleTexts() : textsOf(values.texts),
    nodes: values.node ?? [process.execPath, newestNode(LINES.at(-1))],
    cold,
    // Other programs have no journal that is encrypted in this way.
    alone: values.alone || values.sealed,
    sealed: values.sealed,
    json: values.json,
    write: values.write,
  };
}

/** Measures all work on one journal and adds it to the result of one Node. */
async function measure(result, home, entries) {
  const { run, megabytes } = runner(result.node, folder);
  // Another Node's index is no help to this one.
  home.forget();
  const { beside } = result;
  const below = mkdtempSync(path.join(folder, 'beside-'));
  const peers = (entries > 0 && beside?.found) || [];
  const others = worksOfPeers(peers, entries, { texts, journal: home.journal, below, run });
  const works = [
    FLOOR,
    ...(sealed
      ? worksOnSealed(home, entries, { run })
      : [...(entries === sizes[0] ? worksOnNone(home) : []), ...worksOn(home, entries, { run })]),
    ...others.works,
  ];
  const { cells, troubles } = inRounds(works, { runs, entries, run });
  const more = [...others.troubles, ...troubles];
  more.forEach(say);
  beside?.troubles.push(...more);
  if (cold) cells.push({ work: { ...newest(home, entries), name: 'journal, cold' }, times: coldTimes() });
  const [{ ms: bare, ...floor }, ...rows] = cells.map(({ work, times }) => ({
    work: work.name,
    peer: work.peer,
    shared: work.shared,
    entries: work.args[0]?.startsWith('--') ? undefined : entries,
    runs: times.length,
    ms: median(times),
    least: Math.min(...times),
    megabytes: peak(work),
  }));
  result.floors.push({ ...floor, entries, ms: bare });
  const msOf = (name) => (name === undefined ? bare : rows.find(({ work }) => work === name).ms);
  for (const row of rows) {
    if (row.peer === undefined)
      result.rows.push(judged({ ...row, toNode: row.ms / bare }, msOf, result.version));
    else beside.rows.push({ ...row, entries, toNode: row.ms / bare });
  }
  rmSync(below, { recursive: true });

  function peak(work) {
    const peaks = [1, 2, 3].map(() => megabytes(work)).filter((value) => value !== undefined);
    return median(peaks);
  }

  /** What is cold is the journal: Node and coach are loaded again before, by a run on an empty one. */
  function coldTimes() {
    const nowhere = { name: 'journal', args: ['journal'], home: { folder: path.join(folder, 'nowhere') } };
    return Array.from({ length: Math.min(runs, 5) }, () => {
      dropCaches();
      run(nowhere);
      return run(newest(home, entries));
    });
  }
}

function judged(row, msOf, version) {
  const set = sealed ? sealedBoundsOf(row.work, row.entries, version) : boundsOf(row.work, row.entries ?? 0);
  const bounds = set.like === undefined ? set : { ...set, ratio: msOf(set.like) / msOf() };
  const ratio = row.ms / msOf(bounds.against);
  const over = [
    ...(ratio > bounds.ratio || row.ms > bounds.ms ? ['time'] : []),
    ...(row.megabytes > bounds.megabytes ? ['memory'] : []),
  ].join(', ');
  return { ...row, ratio, bounds, over };
}

function machineName() {
  const [{ model }] = cpus();
  return `${process.platform} ${process.arch}, ${cpus().length} × ${model.trim()}`;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
