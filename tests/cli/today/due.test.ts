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

const COMMANDS =
  '\ncoach reflect   answer a set of questions\ncoach checkin   a few numbers and one question about today\n';

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
moment, decide on one small step, and later coach asks you how it went.

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
    expect(stdout).toMatch(/\n\nnpx coach works in this folder\. .* install it;\sREADME\.md says how\.\n$/);
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
  test('is counted in one line, without a word of it', async () => {
    const home = freshHome();
    await plan(home, '2026-11-21', '2026-11-20', '--about', 'D.', '--at', '2026-11-16');
    await plan(home, '2026-11-23', '2026-11-22');
    expect(await coach([], { home })).toEqual(
      printed(`Due: 1 plan and 2 guesses, the first from 16 November
See how they went: coach review
1 plan under way: coach plans
${COMMANDS}`),
    );
    const tomorrow = await coach([], { home, epoch: NOON + DAY });
    expect(tomorrow.stdout).toMatch(/^Due: 2 plans and 2 guesses, the first from 16 November\n/);
  });

  test('is no more so once it was closed', async () => {
    const home = freshHome();
    const answer = (bank: string, stdin: string): Promise<object> =>
      coach(['reflect', bank, '--role', 'manager', '--answers', '-'], { home, stdin });
    await answer('prepare', 'prepare-prediction: {likelihood: 30, due: 2026-11-22}\n');
    // The debrief of a conversation says what became of a guess about it.
    expect((await coach([], { home })).stdout).toMatch(/^Today's conversation: coach reflect debrief\n\n/);
    await answer('debrief', 'debrief-next-step: doer\n');
    expect(await coach([], { home })).toEqual(printed(`Nothing due today.\n${COMMANDS}`));
  });

  test('is wrapped on a narrow screen', async () => {
    const home = freshHome();
    await plan(home, '2026-11-22', '2026-12-22');
    const { stdout } = await coach([], { home, screen: true, width: 40 });
    expect(stdout).toMatch(
      /^Due: 1 plan from today\nSee how it went: coach review\n1 guess under way: coach plans\n\n/,
    );
  });
});

test('a draft that waits is named, one line each', async () => {
  const home = settledHome();
  const words = 'Some words about a feeling, more than eight.';
  await coach(['checkin', '--about', 'K.'], { home, prompter: scripted({ value: 3 }, { kind: 'later' }) });
  await coach(['reflect', '--full', '--about', ''], {
    home,
    prompter: scripted('Keep this draft', words, { kind: 'later' }),
  });
  const { stdout } = await coach([], { home });
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Unfinished from today: "When your work is closely managed" (1 answer). To finish it: coach reflect ',
  );
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Unfinished from today: "Two minutes today" about K. (1 answer). To finish it: coach checkin ',
  );
  expect(stdout).not.toContain('Nothing due');
});

test('files that cannot be read are counted', async () => {
  const home = freshHome();
  const one = put(path.join(journalOf(home), '2026/11/2026-11-20-100000-note-1111111111.md'), 'x');
  const hint = 'To see which: coach journal --limit all\n';
  expect(await coach([], { home })).toEqual({
    stdout: `Nothing due today.\n${COMMANDS}`,
    stderr: `coach: 1 file could not be read. ${hint}`,
    exitCode: 0,
  });
  put(one.replace('1111111111', '2222222222'), 'y');
  expect((await coach([], { home })).stderr).toBe(`coach: 2 files could not be read. ${hint}`);
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
    printed(`Due: 1 plan from 18 November\nSee how it went: coach review\n${COMMANDS}`),
  );
});

describe('plans in their words', () => {
  const WORDS = '  I will say a secret. By tomorrow.\n';
  const screen = { screen: true, width: 80 };

  /** A home with a plan from today, due tomorrow. */
  async function planned(): Promise<string> {
    const home = settledHome();
    const stdin = JSON.stringify({ 'member-commitment': { then: 'say a secret', by: '2026-11-23' } });
    await coach(['reflect', 'member', '--answers', '-'], { home, stdin });
    return home;
  }

  test('are only counted, and offered once at a terminal', async () => {
    const home = await planned();
    const no = scripted('No');
    const first = await coach([], { home, ...screen, prompter: no });
    expect(first.stdout).toMatch(/\nTo change that later: coach config set show-plans yes\n$/);
    expect(first.stdout).toContain('1 plan under way: coach plans\n');
    expect(first.stdout).not.toContain('secret');
    const none = scripted();
    const second = await coach([], { home, ...screen, prompter: none });
    expect(none.seen).toEqual([]);
    expect(second.stdout).not.toContain('secret');
  });

  test('stand there once they were asked for, and never where nobody looks', async () => {
    const home = await planned();
    const { stdout } = await coach([], { home, ...screen, prompter: scripted('Yes') });
    expect(stdout.endsWith(WORDS)).toBe(true);
    expect((await coach(['config', 'get', 'show-plans'], { home })).stdout).toBe('yes\n');
    const none = scripted();
    expect((await coach([], { home, ...screen, prompter: none })).stdout).toContain(
      `1 plan under way: coach plans\n${WORDS}`,
    );
    expect(none.seen).toEqual([]);
    expect((await coach([], { home })).stdout).not.toContain('secret');
    expect((await coach(['checkin'], { home, epoch: NOON + DAY })).stdout).not.toContain('secret');
  });

  test('are not offered where there is no plan', async () => {
    const prompter = scripted();
    await coach([], { home: settledHome(), ...screen, prompter });
    expect(prompter.seen).toEqual([]);
  });
});

test('after six weeks it says from when the last entry is, and counts nothing', async () => {
  const home = freshHome();
  putEntry(home, { id: '1111111111', at: '2026-10-11T10:00:00+01:00' });
  expect((await coach([], { home, epoch: NOON - DAY })).stdout).not.toContain('Your last entry');
  expect((await coach([], { home })).stdout).toContain('Your last entry is from 11 October.\n');
  // What was brought in from another program was not written here.
  putEntry(home, { id: '2222222222', at: '2026-11-20T10:00:00+01:00', front: 'imported-from: jrnl\n' });
  expect((await coach([], { home })).stdout).toContain('Your last entry is from 11 October.\n');
});

test('a challenge whose step has time left stays in sight', async () => {
  const home = settledHome();
  const ready = ['challenge', 'ready', '--about', 'D.', '--role', 'member'];
  const stdin = 'challenge-baseline-trust: null\nchallenge-baseline-room: null\nsee-my-gain: Calm.\n';
  await coach([...ready, '--answers', '-'], { home, stdin });
  expect((await coach([], { home })).stdout).toContain(
    'Nothing due today.\n"See the pattern" (D.) runs until 29 November: coach challenge\n',
  );
  await coach(['challenge', 'pause', '--about', 'D.'], { home });
  expect((await coach([], { home, epoch: NOON + 200 * DAY })).stdout).toContain(
    '"See the pattern" (D.) is paused: coach challenge\n',
  );
});
