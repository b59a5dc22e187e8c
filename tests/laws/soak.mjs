// Tries the command line on encrypted journals, and the laws on cases that nobody has tried yet, for as long as one likes.
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

Before the first round, all tests that run command lines do so a second time on encrypted journals, which have to print
the same; npm test does this in one of ten.

  --seed <number>  run one round, from this seed; a failure says which
  --encrypted      run command lines on encrypted journals, and no law
  --help           show this

Examples:
  $ npm run soak -- 2h
  $ npm run soak -- 5m tests/domain
  $ npm run soak -- --encrypted tests/transcripts
  $ npm run soak -- --seed 1641979246 tests/formats/entry/raw-entry.test.ts`;

const root = path.resolve(import.meta.dirname, '../..');
const SECONDS = { s: 1, m: 60, h: 3600 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, encrypted: { type: 'boolean' }, help: { type: 'boolean' } },
});
const [, number, unit = 'm'] = /^(\d+)([smh])?$/.exec(positionals[0] ?? '') ?? [];
const parts = number === undefined ? positionals : positionals.slice(1);
const files = testsWith((text) => text.includes('fc.assert('));
const commandLines = testsWith((text) => /\/(?:coach|shell|sitting)\.ts'/.test(text));

if (values.help) console.log(HELP);
else if (values.encrypted) process.exitCode = tell(failuresOnEncrypted()) ? 1 : 0;
else if (files.length === 0) stop(`there is no law in ${parts.join(', ')}`);
else if (values.seed === undefined) soak(Number(number ?? 10) * SECONDS[unit] * 1000);
else if (/^\d+$/.test(values.seed))
  process.exitCode = run(files, { LAW_SEED: values.seed }, { stdio: 'inherit' }).status;
else stop('--seed takes a whole number');

function stop(complaint) {
  console.error(`soak: ${complaint}`);
  process.exitCode = 2;
}

function testsWith(isOne) {
  const tests = readdirSync(path.join(root, 'tests'), { recursive: true });
  return tests
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('tests', name))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .filter((file) => isOne(readFileSync(path.join(root, file), 'utf8')));
}

function soak(milliseconds) {
  const end = Date.now() + milliseconds;
  let failed = parts.length === 0 ? tell(failuresOnEncrypted()) : 0;
  for (let round = 1; round === 1 || Date.now() < end; round++) {
    const seed = String(randomInt(2 ** 32));
    const failures = failuresFrom(files, { LAW_SEED: seed });
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

/** The tests that do something else on an encrypted journal: all with whole names, some with names that tell the day alone. */
function failuresOnEncrypted() {
  const some = commandLines.filter((file) => /^tests\/(?:transcripts|challenge|cli\/journal)\//.test(file));
  return [
    ...failuresFrom(commandLines, { COACH_TEST_TWINS: 'whole' }),
    ...failuresFrom(some, { COACH_TEST_TWINS: 'day' }),
  ];
}

/** @returns How many failed. */
function tell(failures) {
  console.log(
    `On encrypted journals: ${failures.length === 0 ? 'all print the same' : `${failures.length} failed`}`,
  );
  for (const { file, name, message } of failures)
    console.log(`\n${file}: ${name}\n${message}\nTo see it again: npm run soak -- --encrypted ${file}\n`);
  return failures.length;
}

/** The tests that fail with some settings; a file that cannot be run fails as a whole. */
function failuresFrom(tests, settings) {
  // Without any, all would be run.
  if (tests.length === 0) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'coach-soak-'));
  try {
    const report = path.join(folder, 'report.json');
    run(tests, settings, { stdio: 'ignore' }, ['--reporter=json', `--outputFile=${report}`]);
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

/** Runs tests: laws draw from a seed, and command lines may be run on encrypted journals. */
function run(tests, settings, options, more = []) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  return spawnSync(process.execPath, [vitest, 'run', ...more, ...tests], {
    cwd: root,
    env: { ...process.env, ...settings },
    ...options,
  });
}
