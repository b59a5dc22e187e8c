// Tries the laws on cases that nobody has tried yet, for as long as one likes.
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const HELP = `Usage: npm run soak -- [time] [files]

Runs the tests that draw their cases at random, round after round, each from a new seed, until the time is up: 90s, 10m
or 2h; a number alone is minutes, and nothing is 10m. The round that runs by then is finished. Files are parts of names;
without any, all test files that hold a law are run.

  --seed <number>  run one round, from this seed; a failure says which
  --help           show this

Examples:
  $ npm run soak -- 2h
  $ npm run soak -- 5m tests/domain
  $ npm run soak -- --seed 1641979246 tests/formats/entry/raw-entry.test.ts`;

const root = path.resolve(import.meta.dirname, '../..');
const SECONDS = { s: 1, m: 60, h: 3600 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, help: { type: 'boolean' } },
});
const [, number, unit = 'm'] = /^(\d+)([smh])?$/.exec(positionals[0] ?? '') ?? [];
const parts = number === undefined ? positionals : positionals.slice(1);
const files = testsWithLaws().filter(
  (file) => parts.length === 0 || parts.some((part) => file.includes(part)),
);

if (values.help) console.log(HELP);
else if (files.length === 0) stop(`there is no law in ${parts.join(', ')}`);
else if (values.seed === undefined) soak(Number(number ?? 10) * SECONDS[unit] * 1000);
else if (/^\d+$/.test(values.seed)) process.exitCode = run(values.seed, { stdio: 'inherit' }).status;
else stop('--seed takes a whole number');

function stop(complaint) {
  console.error(`soak: ${complaint}`);
  process.exitCode = 2;
}

function testsWithLaws() {
  const tests = readdirSync(path.join(root, 'tests'), { recursive: true });
  return tests
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('tests', name))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes('fc.assert('));
}

function soak(milliseconds) {
  const end = Date.now() + milliseconds;
  let failed = 0;
  for (let round = 1; round === 1 || Date.now() < end; round++) {
    const seed = String(randomInt(2 ** 32));
    const failures = failuresFrom(seed);
    failed += failures.length;
    console.log(
      `Round ${round}, seed ${seed}: ${failures.length === 0 ? 'all hold' : `${failures.length} failed`}`,
    );
    for (const { file, name, message } of failures) {
      console.log(
        `\n${file}: ${name}\n${message}\nTo see it again: npm run soak -- --seed ${seed} ${file}\n`,
      );
    }
  }
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The tests that fail from a seed; a file that cannot be run fails as a whole. */
function failuresFrom(seed) {
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-soak-'));
  try {
    const report = path.join(folder, 'report.json');
    run(seed, { stdio: 'ignore' }, ['--reporter=json', `--outputFile=${report}`]);
    return JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(
      ({ name, message, assertionResults }) => {
        const file = path.relative(root, name);
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        if (message !== '' && failed.length === 0) return [{ file, name: 'cannot be run', message }];
        return failed.map((one) => ({
          file,
          name: one.fullName,
          message: one.failureMessages.join('\n').replaceAll(/\n {4}at .*/g, ''),
        }));
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the tests, whose laws draw from a seed. */
function run(seed, options, more = []) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  return spawnSync(process.execPath, [vitest, 'run', ...more, ...files], {
    cwd: root,
    env: { ...process.env, LAW_SEED: seed },
    ...options,
  });
}
