// Tries coach as people get it, packed and installed, on the newest Node of each line and on the present one.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LINES, newestNode, npm } from '../../build/newest-node.mjs';
import { checkCoach, checkPackage } from './checks.mjs';

/** The tests of the index, which leans on files most: on each line those of its answers, and on one those of what goes wrong. */
const INDEX_TESTS = ['tests/adapters/journal', 'tests/cli/journal/journal-search.test.ts'];
const FAULT_TESTS = ['tests/faults/index.test.ts', 'tests/doctor', 'tests/terminal/browse.test.ts'];
const LINE_OF_FAULTS = '24';

const root = path.resolve(import.meta.dirname, '../..');

const folder = mkdtempSync(path.join(tmpdir(), 'coach-nodes-'));
const windows = process.platform === 'win32';

let [passed, failed] = [0, 0];
try {
  const { filename, files, version } = pack();
  report('package', checkPackage(files.map((file) => file.path)));
  const present = { line: 'present', node: process.execPath };
  for (const { line, node } of [present, ...LINES.map((line) => ({ line, node: newestNode(line) }))]) {
    const prefix = path.join(folder, line);
    install(path.join(folder, filename), prefix, node);
    const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    report(`Node ${name}`, checkCoach({ node, coach: coachIn(prefix), folder: prefix, version }));
    if (!LINES.includes(line)) continue;
    const tests = [...INDEX_TESTS, ...(line === LINE_OF_FAULTS ? FAULT_TESTS : [])];
    report(`the index on Node ${name}`, [runTests(tests, node)]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What `npm publish` would send, as npm describes it; packing builds it first. */
function pack() {
  const [packed] = JSON.parse(npm(['pack', '--silent', '--json', '--pack-destination', folder]));
  return packed;
}

/** As a person would, with scripts forbidden, as the newest npm does by itself; that Node runs npm. */
function install(tarball, prefix, node) {
  mkdirSync(prefix, { recursive: true });
  npm(
    ['install', '--loglevel', 'error', '--global', '--prefix', prefix, '--ignore-scripts', tarball],
    path.dirname(node),
  );
}

/** Runs tests on another Node. What they print is shown where they fail. */
function runTests(files, node) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = spawnSync(node, [vitest, 'run', '--reporter=dot', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  return { name: files.join(' '), mistake: status === 0 ? undefined : `${stdout}${stderr}` };
}

function coachIn(prefix) {
  return windows ? path.join(prefix, 'node_modules/coach/bin/coach.cjs') : path.join(prefix, 'bin/coach');
}

/** One line for what is well, and one for each thing that is not. */
function report(what, checks) {
  const wrong = checks.filter(({ mistake }) => mistake !== undefined);
  passed += checks.length - wrong.length;
  failed += wrong.length;
  console.log(`${what}: ${checks.length - wrong.length} of ${checks.length} as expected`);
  for (const { name, mistake } of wrong) console.log(`  ${name}: ${mistake}`);
}
