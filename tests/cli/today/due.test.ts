import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  coach,
  DAY,
  entryText,
  freshHome,
  journalOf,
  NOON,
  printed,
  put,
  putEntry,
  settledHome,
} from '../coach.ts';
import { minutesFor } from '../../../src/domain/sitting/seconds.ts';
import { FIRST_MINUTE } from '../../../src/pages/today/due-text.ts';
import { builtInBanks } from '../../prompts/banks.ts';
import { scripted } from '../scripted.ts';

const COMMANDS = '\ncoach reflect   walk through a bank of questions\ncoach checkin   two minutes today\n';

/** Saves a plan and a guess, due on the days given. */
async function plan(home: string, by: string, due: string, ...options: readonly string[]): Promise<void> {
  const stdin = JSON.stringify({
    'member-commitment-prediction': { expect: 'A secret hope', due },
    'member-commitment': { then: 'say a secret', by },
  });
  await coach(['reflect', 'member', '--answers', '-', ...options], { home, stdin });
}

describe('the first minute, before anything was written,', () => {
  test('says what coach is, and two commands to try', async () => {
    expect(await coach([], { home: freshHome() })).toEqual(
      printed(`coach asks you about micromanagement, whether it is done to you or you do it
yourself, and keeps your answers in files on this computer. You look at one real
moment, decide on one small step, and are asked later how it went.

Two commands to try:

coach reflect moment   one moment, in about 3 minutes
coach checkin          a few numbers and one question about today
`),
    );
  });

  test('names those commands as coach was called', async () => {
    const env = { npm_lifecycle_event: 'npx', npm_lifecycle_script: "'coach'" };
    const { stdout } = await coach([], { home: freshHome(), env });
    expect(stdout).toMatch(/^npx coach reflect moment {3}one moment.*\nnpx coach checkin {10}a few/m);
    expect(stdout).toMatch(/\n\nnpx coach works in this folder\. .* install it:\sREADME\.md says how\.\n$/);
  });

  test('is over with the first entry, whichever it is', async () => {
    const home = freshHome();
    await coach(['reflect', 'note'], { home, stdin: 'A thought.\n' });
    expect(await coach([], { home })).toEqual(printed(`Nothing due today.\n${COMMANDS}`));
  });

  test('promises the minutes that its questions take', () => {
    const { questions = [], closing = [] } =
      builtInBanks.find(({ bank }) => bank.name === 'moment')?.bank ?? {};
    expect(FIRST_MINUTE).toContain(`in about ${minutesFor([...questions, ...closing])} minutes\n`);
  });
});

describe('what is due', () => {
  test('is named by its day, without a word of it, the longest due first', async () => {
    const home = freshHome();
    await plan(home, '2026-11-21', '2026-11-20', '--about', 'D.', '--at', '2026-11-16');
    await plan(home, '2026-11-23', '2026-11-22');
    expect(await coach([], { home })).toEqual(
      printed(`A guess of 16 November about D., due 20 November.
A plan of 16 November about D., due yesterday.
A guess of today, due today.
To say what became of that: coach review
${COMMANDS}`),
    );
    const tomorrow = await coach([], { home, epoch: NOON + DAY });
    expect(tomorrow.stdout).toContain('due yesterday.\nAnd 1 more.\n');
  });

  test('is no more so once it was closed', async () => {
    const home = freshHome();
    const answer = (bank: string, stdin: string): Promise<object> =>
      coach(['reflect', bank, '--role', 'manager', '--answers', '-'], { home, stdin });
    await answer('prepare', 'prepare-prediction: {likelihood: 30, due: 2026-11-22}\n');
    // The debrief of a conversation says what became of a guess about it.
    expect((await coach([], { home })).stdout).toMatch(
      /^The conversation of today: coach reflect debrief\n\n/,
    );
    await answer('debrief', 'debrief-next-step: doer\n');
    expect(await coach([], { home })).toEqual(printed(`Nothing due today.\n${COMMANDS}`));
  });

  test('is wrapped on a narrow screen', async () => {
    const home = freshHome();
    await plan(home, '2026-11-22', '2026-12-22');
    const { stdout } = await coach([], { home, screen: true, width: 40 });
    expect(stdout).toMatch(/^A plan of today, due today\.\nTo say what became of that: coach review\n\n/);
  });
});

test('a draft that waits is named, one line each', async () => {
  const home = settledHome();
  const words = 'Some words about a feeling, more than eight.';
  await coach(['checkin', '--about', 'K.'], { home, prompter: scripted({ value: 3 }, { kind: 'later' }) });
  await coach(['reflect', '--full', '--about', ''], {
    home,
    prompter: scripted('Start fresh', words, { kind: 'later' }),
  });
  const { stdout } = await coach([], { home });
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Begun today and not finished: "When your work is closely managed", 1 answer. coach reflect offers to finish it. ',
  );
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Begun today and not finished: "Two minutes today" about K., 1 answer. coach reflect offers to finish it. ',
  );
  expect(stdout).not.toContain('Nothing due');
});

test('files that cannot be read are counted', async () => {
  const home = freshHome();
  const one = put(path.join(journalOf(home), '2026/11/2026-11-20-100000-note-1111111111.md'), 'x');
  const hint = 'coach journal --limit all names them\n';
  expect(await coach([], { home })).toEqual({
    stdout: `Nothing due today.\n${COMMANDS}`,
    stderr: `coach: 1 file could not be read; ${hint}`,
    exitCode: 0,
  });
  put(one.replace('1111111111', '2222222222'), 'y');
  expect((await coach([], { home })).stderr).toBe(`coach: 2 files could not be read; ${hint}`);
});

test('a conflicted copy of an entry does not make it due twice', async () => {
  const home = freshHome();
  const body = `
## What will you try?
<!-- coach: member-commitment commitment -->

- Then: ask
- By: 2026-11-20
`;
  const fields = { id: '1111111111', at: '2026-11-18T10:00:00+01:00', bank: 'member', body };
  putEntry(home, fields);
  put(path.join(journalOf(home), '2026/11/copy.md'), entryText({ ...fields, title: 'Changed' }));
  expect(await coach([], { home })).toEqual(
    printed(`A plan of 18 November, due 20 November.\nTo say what became of that: coach review\n${COMMANDS}`),
  );
});
