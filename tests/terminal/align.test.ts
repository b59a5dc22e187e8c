import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type AtCoach,
  coach,
  CTRL_C,
  CTRL_D,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  gone,
  type Home,
  openCoach,
  openFromScript,
  signal,
} from './coach.ts';

const OPEN = ['align', 'open', '--about', 'D.'];

/** What the other says; nothing of it may be on the disk. */
const SAID = 'Kanarienvogel';

/** A sheet with two pieces of work, and the notes seen. */
async function filledHome(): Promise<Home> {
  const home = freshHome();
  const pieces = {
    'yesterday 17:00': 'Client pricing\nalign-today: heard\nalign-wanted: informed',
    'yesterday 18:00': 'Rota\nalign-today: own',
  };
  for (const [at, piece] of Object.entries(pieces)) {
    const argv = ['align', 'fill', '--about', 'D.', '--role', 'member', '--at', at, '--answers', '-'];
    expect((await coach(argv, home, `align-piece: ${piece}\n`)).stderr).toBe('');
  }
  return home;
}

function holdingIt(home: Home): readonly string[] {
  return filesBelow(home.root).filter((file) => readFileSync(path.join(home.root, file)).includes(SAID));
}

/** The questions up to the last choice, in turn, each with what is typed. */
const TALK: readonly (readonly [words: string, keys: string])[] = [
  ['1 of 2 · Client pricing', `5${ENTER}`],
  ['Their wish: the number?', `5${ENTER}`],
  ['What would they give you for it?', `${SAID}${ENTER}`],
  ['Which limits have to hold?', `${SAID}${ENTER}`],
  ['How and when to look at the result?', ENTER],
  ['2 of 2 · Rota', `?${ENTER}`],
  ['Their wish: the number?', `own${ENTER}`],
  ['What would they give you for it?', ENTER],
  ['Which limits have to hold?', ENTER],
  ['How and when to look at the result?', `${SAID}${ENTER}`],
];

async function talk({ when }: AtCoach, questions = TALK.length): Promise<void> {
  for (const [words, keys] of TALK.slice(0, questions)) await when(words, keys);
}

test.each([80, 40])('two people lay both sheets side by side, on %i columns', async (columns) => {
  const home = await filledHome();
  const terminal = openFromScript(OPEN, home, { columns });
  await talk(terminal);
  await terminal.when('That is all of theirs.', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expectAsBefore(terminal, home);
  expect(terminal.brokenRows()).toEqual([]);
  const shown = terminal.everything();
  expect(shown).toContain('2 steps apart');
  expect(shown).toMatch(
    columns === 80 ? / {2}today {20}D {11}L / : / {2}today {13}D {5}L\n {4}2 steps apart/,
  );
  expect(shown).toContain(`The lead gives: ${SAID}`);
  // A warning of Node's, about what was heard too often, would stand here as well.
  expect(shown).not.toMatch(/Warning/);
  expect(holdingIt(home)).toEqual([]);
});

test('a whole way: filled in, compared, agreed on', async () => {
  const home = await filledHome();
  const terminal = openCoach(['align', 'agree'], home);
  await terminal.when('What did you agree on with', '2', ENTER);
  await terminal.when('How will decisions about "Rota" be made', '4', ENTER);
  await terminal.when('What will you get for it', CTRL_D);
  await terminal.when('Which limits hold', CTRL_D);
  await terminal.when('step out of it', CTRL_D);
  await terminal.when('look at how "Rota" went?', 'the month is over', ENTER);
  await terminal.when('I will', 'look at it with D.', ENTER);
  await terminal.when('On which day?', ENTER);
  await terminal.when('How likely is it', '80', ENTER);
  await terminal.when('Read through your answers before saving', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.everything()).toContain('Read it out to each other');
  const { stdout } = await coach(['align'], home);
  expect(stdout).toMatch(
    / {2}To compare: Client pricing .*\n {2}Agreed today: Rota, 4 Joint\. Day to look at it: /,
  );
});

/** All but the index, which is made anew by whoever looks. */
const keptIn = (home: Home): readonly string[] =>
  filesBelow(home.coach).filter((file) => !file.startsWith('cache/'));

describe('however it ends, nothing is shown and nothing is kept', () => {
  test.each([0, 1, 2, 3, 5, 6, 9, 10])('after %i answers, with Ctrl-C', async (answers) => {
    const home = await filledHome();
    const before = keptIn(home);
    const terminal = openFromScript(OPEN, home);
    await talk(terminal, answers);
    await terminal.when(TALK[answers]?.[0] ?? 'That is all of theirs.', CTRL_C);
    expect((await terminal.exited).exitCode).toBe(130);
    expect(terminal.everything()).toContain('Nothing was shown, and nothing that they said was kept.');
    expect(terminal.everything()).not.toContain('steps apart');
    expectAsBefore(terminal, home);
    expect(keptIn(home)).toEqual(before);
    expect(holdingIt(home)).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGTERM', 'SIGHUP'] as const)('in the middle, with %s', async (name) => {
    const home = await filledHome();
    const before = keptIn(home);
    const terminal = openFromScript(OPEN, home);
    await talk(terminal, 5);
    await terminal.when('2 of 2 · Rota');
    const pid = Number(readFileSync(path.join(home.root, 'pid'), 'utf8'));
    signal(home, name);
    await gone(pid);
    expect(keptIn(home)).toEqual(before);
    expect(holdingIt(home)).toEqual([]);
    if (name !== 'SIGKILL') {
      await terminal.exited;
      expectAsBefore(terminal, home);
    }
  });
});
