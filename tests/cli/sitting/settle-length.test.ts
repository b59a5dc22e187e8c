import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { coach, filesBelow, journalJson, put, refused, settledHome } from '../coach.ts';
import { CTRL_C, type Scripted, scripted } from '../scripted.ts';
import { LATER, PASS, SAVE, sit } from '../sitting.ts';

const ASKED = 'choose How much time do you have?';
const NOBODY = ['--about', ''];

/** The choices as they were shown, the one that the cursor stood on marked. */
async function offered(home: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const person = scripted(CTRL_C);
  const prompter: Scripted = {
    ...person,
    choose: (message, choices) => {
      lines.push(...choices.map(({ label, usual }) => `${usual === true ? '> ' : '  '}${label}`));
      return person.choose(message, choices);
    },
  };
  await coach(argv, { home, prompter });
  return lines;
}

describe('how long a sitting is to be', () => {
  test('is asked first, with the minutes of each, and the core questions nearest to hand', async () => {
    expect(await offered(settledHome(), 'reflect')).toEqual([
      '  About 3 minutes: one moment',
      '> About 8 minutes: the core questions',
      '  About 14 minutes: all the questions',
    ]);
    const manager = await offered(settledHome(), 'reflect', 'manager');
    expect(manager.map((line) => line.replace(/\d+/, 'N'))).toEqual([
      '  About N minutes: one moment',
      '> About N minutes: the core questions',
      '  About N minutes: all the questions',
    ]);
  });

  test.each([
    { choice: 'About 3', first: 'moment-happened', title: 'One moment', at: 0 },
    { choice: 'About 8', first: 'member-situation', title: 'When your work is closely managed', at: 1 },
    { choice: 'About 14', first: 'member-situation', title: 'When your work is closely managed', at: 2 },
  ])('$choice minutes: what was chosen last is nearest to hand', async ({ choice, first, title, at }) => {
    const home = settledHome();
    const ran = await sit(home, ['reflect', ...NOBODY], choice, LATER);
    expect(ran.seen).toEqual([ASKED, `ask ${first}`]);
    expect(ran.stdout.startsWith(`${title} · member\n`)).toBe(true);
    const next = await offered(home, 'reflect', ...NOBODY);
    expect(next.findIndex((line) => line.startsWith('> '))).toBe(at);
  });

  test('the core questions are asked of who chooses them, and all of who chooses all', async () => {
    const passes = async (choice: string, count: number): Promise<readonly string[]> => {
      const moves = [choice, ...Array<typeof PASS>(count).fill(PASS), CTRL_C];
      const { seen } = await sit(settledHome(), ['reflect', ...NOBODY], ...moves);
      return seen.filter((line) => line.startsWith('ask')).slice(0, 4);
    };
    expect(await passes('About 8', 3)).toEqual([
      'ask member-situation',
      'ask member-my-move',
      'ask member-not-mine',
      'ask member-other-seat',
    ]);
    expect((await passes('About 14', 3)).at(-1)).toBe('ask member-felt');
  });

  test('line by line, an empty line takes the one that is nearest to hand', async () => {
    const home = settledHome();
    const ran = await coach(['reflect', '--plain', ...NOBODY], { home, typed: ['', ':later'] });
    expect(ran.stdout).toContain(
      '3. About 14 minutes: all the questions\nNumber (Enter for 2): When your work',
    );
    await coach(['reflect', '--plain', ...NOBODY], { home, typed: ['3', ':later'] });
    const again = await coach(['reflect', '--plain', ...NOBODY], { home, typed: ['x', '', ':later'] });
    expect(again.stdout).toContain(
      'Number (Enter for 3): Type a number from 1 to 3.\nNumber (Enter for 3): When your',
    );
  });

  test('one moment ends with a plan, and is an entry of its own', async () => {
    const home = settledHome('manager');
    const plan = ['he sends the draft', 'wait a day', '2026-11-29', { value: 0.8 }] as const;
    const ran = await sit(home, ['reflect', ...NOBODY], 'About 3', 'Rain.', 'None.', PASS, ...plan, SAVE);
    expect(ran.stdout).toContain('On 29 November, coach review will ask how it went.');
    expect(await journalJson(home)).toMatchObject([{ bank: 'moment', role: 'manager', about: null }]);
  });

  test.each([
    { argv: ['reflect', '--short'] },
    { argv: ['reflect', '--full'] },
    { argv: ['reflect', 'member', '--full'] },
    { argv: ['reflect', '--question', 'member-situation'] },
  ])('is not asked of who typed $argv, and what was chosen before stays', async ({ argv }) => {
    const home = settledHome();
    await sit(home, ['reflect', ...NOBODY], 'About 3', LATER);
    const { seen } = await sit(home, [...argv, ...NOBODY], LATER);
    expect(seen).toEqual(['ask member-situation']);
    expect((await offered(home, 'reflect')).at(0)).toBe('> About 3 minutes: one moment');
  });

  test.each(['prepare', 'debrief', 'note', 'moment'])('is not asked of the bank %s', async (bank) => {
    const { seen } = await sit(settledHome(), ['reflect', bank, ...NOBODY], LATER);
    expect(seen).toEqual([expect.stringMatching(/^ask /)]);
  });

  test('is not asked without a terminal', async () => {
    const home = settledHome();
    const stdin = 'member-felt: Calm.\n';
    const saved = await coach(['reflect', '--answers', '-'], { home, stdin });
    expect(saved).toMatchObject({ stderr: '', exitCode: 0 });
    // The template holds all questions, as it did before.
    const { stdout } = await coach(['reflect', '--template'], { home });
    expect(stdout).toContain('\nmember-felt:\n');
    expect((await coach(['reflect'], { home })).stderr).toContain('no terminal');
    expect(filesBelow(path.join(home, 'state')).filter((file) => file !== 'shown.json')).toEqual([]);
  });

  test('--short and --full are refused together', async () => {
    const home = settledHome();
    const { seen, ...ran } = await sit(home, ['reflect', '--short', '--full']);
    expect(seen).toEqual([]);
    expect(ran).toMatchObject(
      refused('coach: use --short or --full, not both\n  With neither, coach asks how much time you have.\n'),
    );
  });

  test('a choice that is not known any more leaves the core questions nearest to hand', async () => {
    const home = settledHome();
    await sit(home, ['reflect', ...NOBODY], 'About 3', LATER);
    const state = path.join(home, 'state');
    for (const file of filesBelow(state)) {
      const text = readFileSync(path.join(state, file), 'utf8');
      put(path.join(state, file), text.replace('"moment"', '"an hour"'));
    }
    expect((await offered(home, 'reflect')).at(1)).toBe('> About 8 minutes: the core questions');
  });
});
