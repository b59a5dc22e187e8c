import { describe, expect, test } from 'vitest';
import {
  coach,
  CTRL_C,
  CTRL_D,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  gone,
  menu,
  openCoach,
  openFromScript,
  signal,
} from './coach.ts';
import type { AtCoach, Home } from './coach.ts';

const MANAGER = ['reflect', '--role', 'manager', '--short', '--about', ''];
const FIRST = 'I rewrote the slides in the night before the client came.';
const BEGUN = 'A slip in fr';

/** Up to the middle of the second answer. */
async function begin({ when, until }: AtCoach): Promise<void> {
  await when('Think of one recent moment', FIRST, CTRL_D);
  await when('or stop doing', BEGUN);
  await until(/│ A slip in fr$/m);
}

/** Takes up the draft, which asks the second question again, with what was typed; leaves out the rest, and saves. */
async function finishIt(home: Home): Promise<void> {
  const { when, exited } = openCoach(['reflect'], home);
  await when('"When you stay close to other people\'s work" (2 answers).', '1', ENTER);
  await when(`│ ${BEGUN}`, 'ont of the client, which is a thing of the past by now', CTRL_D);
  await when('What did you want to keep', ENTER);
  await when('what would you notice first?', ENTER);
  await when('Which piece of work', ENTER);
  await when('what a good result looks like', ENTER);
  await when('How could you offer', ENTER);
  await when('When and how will the two of you', ENTER);
  await when('What do you want to take', ENTER);
  await when('What will you try?', ENTER);
  await when('I will', ENTER);
  await when('what do you expect to happen?', ENTER);
  await when('Who, if anyone, will you tell?', '1', ENTER);
  await when('Read through your answers before saving', ENTER);
  expect(await exited).toEqual({ exitCode: 0 });
}

async function savedTexts(home: Home): Promise<unknown> {
  const entries: readonly { answers: readonly { value: unknown }[] }[] = JSON.parse(
    (await coach(['journal', '--json'], home)).stdout,
  );
  return entries.map(({ answers }) => answers.map(({ value }) => value).filter((value) => value !== null));
}

const WHOLE = [[FIRST, `${BEGUN}ont of the client, which is a thing of the past by now`, 'nobody']];

describe('what was typed is kept, and finished later, after', () => {
  test.each([
    { way: 'Ctrl-C', exitCode: 130, leave: (terminal: AtCoach) => terminal.types(CTRL_C) },
    { way: 'SIGTERM', exitCode: 143, leave: async (_: AtCoach, home: Home) => signal(home, 'SIGTERM') },
    { way: 'SIGHUP', exitCode: 129, leave: async (_: AtCoach, home: Home) => signal(home, 'SIGHUP') },
  ])('$way', async ({ exitCode, leave }) => {
    const home = freshHome();
    const terminal = openFromScript(MANAGER, home);
    await begin(terminal);
    await leave(terminal, home);
    expect(await terminal.exited).toEqual({ exitCode });
    expect(terminal.screen()).toMatch(/\nYour answers are kept. Run coach reflect to go on.$/);
    expectAsBefore(terminal, home);
    await finishIt(home);
    expect(await savedTexts(home)).toEqual(WHOLE);
    expect(filesBelow(home.drafts)).toEqual([]);
  });

  test('the menu', async () => {
    const home = freshHome();
    const terminal = openFromScript(MANAGER, home);
    await begin(terminal);
    await menu(terminal, 'Finish later');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.screen()).toMatch(/\nYour answers are kept. To go on: coach reflect$/);
    expectAsBefore(terminal, home);
    await finishIt(home);
    expect(await savedTexts(home)).toEqual(WHOLE);
  });

  test('a window that was closed', async () => {
    const home = freshHome();
    const terminal = openCoach(MANAGER, home);
    await begin(terminal);
    const pid = await terminal.pid;
    terminal.hangUp();
    await gone(pid);
    await finishIt(home);
    expect(await savedTexts(home)).toEqual(WHOLE);
  });
});
