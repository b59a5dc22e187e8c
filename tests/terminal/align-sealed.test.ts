import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AS_BEFORE, SIMPLE } from '../../src/adapters/terminal/keyboard.ts';
import { SEALED_FILE, WORDS } from '../align/sealed-texts.ts';
import {
  coach,
  CTRL_C,
  CTRL_D,
  ENTER,
  expectAsBefore,
  filesBelow,
  freshHome,
  gone,
  type Home,
  openFromScript,
  signal,
} from './coach.ts';
import { openTerminal } from './terminal.ts';

const CTRL_U = '\u0015';
const CTRL_W = '\u0017';
const BACKSPACE = '\u007f';

/** A word of the other's sheet that is the other's alone, and one that leaves nobody's home. */
const THEIRS = 'Kanarienvogel';
const PRIVATE = 'Nachtigall';

const PIECES = {
  member: `Client pricing\nalign-today: heard\nalign-wanted: informed\nalign-last-time: ${PRIVATE}\n`,
  manager: `client PRICING\nalign-today: advised\nalign-wanted: advised\nalign-means: ${THEIRS}\nalign-guess-today: own\n`,
};

async function filledHome(role: 'member' | 'manager'): Promise<Home> {
  const home = freshHome();
  const argv = ['align', 'fill', '--about', 'D.', '--role', role, '--answers', '-'];
  expect((await coach(argv, home, `align-piece: ${PIECES[role]}`)).stderr).toBe('');
  return home;
}

function holding(home: Home, word: string): readonly string[] {
  return filesBelow(home.root).filter((file) => readFileSync(path.join(home.root, file)).includes(word));
}

/** Seals the sheet, and gives the file and the words, as somebody reads them from the screen. */
async function seal(
  home: Home,
  args: readonly string[],
  columns: number,
): Promise<{ file: string; words: string }> {
  const file = path.join(home.root, 'sealed.coach');
  const terminal = openFromScript(['align', 'seal', '--to', file, ...args], home, { columns, rows: 60 });
  await terminal.when('All that the file will hold');
  expect(terminal.everything()).not.toMatch(new RegExp(`${PRIVATE}|Own`));
  expect(existsSync(file)).toBe(false);
  await terminal.types(`2${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expectAsBefore(terminal, home);
  expect(terminal.brokenRows()).toEqual([]);
  const [, words = ''] = /Your words:\n([^]*?)\n\n/.exec(terminal.everything()) ?? [];
  expect(words.trim().split(/\s+/)).toHaveLength(5);
  return { file, words: words.trim().replaceAll(/\s+/g, ' ') };
}

const SCREENS = [
  { args: [], columns: 80 },
  { args: [], columns: 40 },
  { args: ['--plain'], columns: 80 },
  { args: ['--plain'], columns: 40 },
];

test.each(SCREENS)('two people seal, meet and open: %o', async ({ args, columns }) => {
  const [doer, lead] = await Promise.all([filledHome('member'), filledHome('manager')]);
  const theirs = await seal(lead, args, columns);
  const own = await seal(doer, args, columns);
  for (const { at, of } of [
    { at: doer, of: theirs },
    { at: lead, of: own },
  ]) {
    const before = filesBelow(at.coach).filter((file) => !file.startsWith('cache/'));
    const terminal = openFromScript(['align', 'open', of.file, ...args], at, { columns, rows: 60 });
    await terminal.says('Their words:');
    await terminal.types(`${of.words}${ENTER}`);
    await terminal.says('You describe different days.');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expectAsBefore(terminal, at);
    expect(terminal.brokenRows().filter((row) => !row.includes(at.root))).toEqual([]);
    // A single word may be one of coach's own.
    expect(terminal.written()).not.toContain(of.words.split(' ').slice(0, 2).join(' '));
    expect(terminal.everything()).toContain(`The lead gives: ${THEIRS}`);
    expect(filesBelow(at.coach).filter((file) => !file.startsWith('cache/'))).toEqual(before);
    // Whoever looks at the journal next makes the index anew.
    await coach(['journal', '--search', 'nothing'], at);
  }
  expect(holding(doer, THEIRS)).toEqual([]);
  expect(holding(lead, PRIVATE)).toEqual([]);
});

/** A home in which the file of the lead can be opened. */
async function readyHome(): Promise<{ readonly home: Home; readonly open: readonly string[] }> {
  const home = await filledHome('member');
  await seal(home, [], 80);
  const file = path.join(home.root, 'theirs.coach');
  writeFileSync(file, SEALED_FILE);
  return { home, open: ['align', 'open', file] };
}

const KINDS = [
  { kind: 'full', args: [] },
  { kind: 'plain', args: ['--plain'] },
];

describe.each(KINDS)('a line that is not shown, $kind', ({ args }) => {
  test.each([
    { case: 'typed', keys: [WORDS] },
    { case: 'begun anew', keys: ['not this', CTRL_U, WORDS] },
    {
      case: 'with typing mistakes',
      keys: ['pairx', BACKSPACE, ' evolve fortune roff', BACKSPACE, BACKSPACE, 'of draft'],
    },
    { case: 'with a word taken back', keys: ['pair evolve nothing', CTRL_W, 'fortune roof draft'] },
    { case: 'in capitals, by four letters', keys: ['PAIR EVOL FORT ROOF DRAF'] },
    { case: 'more slowly than a machine', keys: WORDS.split(/(?<= )/) },
  ])('$case', async ({ keys }) => {
    const { home, open } = await readyHome();
    const terminal = openFromScript([...open, ...args], home);
    await terminal.says('Their words:');
    const before = { screen: terminal.screen(), cursor: terminal.cursor(), written: terminal.written() };
    for (const key of keys) {
      await terminal.types(key);
      await setTimeout(30);
    }
    await setTimeout(300);
    // Letters are neither shown nor counted: a cursor that moves with them is not seen.
    expect(terminal.screen()).toBe(before.screen);
    const { written } = before;
    const isHidden = written.lastIndexOf('\u001b[?25l') > written.lastIndexOf('\u001b[?25h');
    expect(isHidden ? 'hidden' : terminal.cursor()).toEqual(isHidden ? 'hidden' : before.cursor);
    await terminal.types(ENTER);
    await terminal.says('You describe different days.');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    for (const word of ['pair', 'evol', 'fort', 'roof', 'draf'])
      expect(terminal.written().toLowerCase()).not.toContain(word);
    expectAsBefore(terminal, home);
  });

  test('pasted with the line end that came along', async () => {
    const { home, open } = await readyHome();
    const terminal = openFromScript([...open, ...args], home);
    await terminal.says('Their words:');
    await terminal.pastes(`${WORDS}\n`);
    await terminal.says('You describe different days.');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.written()).not.toContain('evolve');
    expectAsBefore(terminal, home);
  });

  test('wrong words, then none', async () => {
    const { home, open } = await readyHome();
    const terminal = openFromScript([...open, ...args], home, { columns: 40 });
    await terminal.says('Their words:');
    await terminal.types(`length length${ENTER}`);
    await terminal.says('These words do not open it.');
    await terminal.says('Enter alone leaves.');
    await terminal.until(/Their words:$/);
    await terminal.types(ENTER);
    await terminal.says('Nothing was opened, and nothing was kept.');
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(terminal.written()).not.toContain('length');
    expectAsBefore(terminal, home);
  });

  test.each([
    { key: 'Ctrl-C', typed: CTRL_C, before: '' },
    { key: 'Ctrl-C behind some words', typed: CTRL_C, before: 'pair evolve' },
    { key: 'Ctrl-D', typed: CTRL_D, before: '' },
  ])('$key leaves', async ({ typed, before }) => {
    const { home, open } = await readyHome();
    const terminal = openFromScript([...open, ...args], home);
    await terminal.says('Their words:');
    await terminal.types(`${before}${typed}`);
    expect((await terminal.exited).exitCode).toBe(130);
    expect(terminal.everything()).toContain('Nothing was opened, and nothing was kept.');
    expect(terminal.written()).not.toContain('evolve');
    expectAsBefore(terminal, home);
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('%s leaves the terminal as it was', async (name) => {
    const { home, open } = await readyHome();
    const terminal = openFromScript([...open, ...args], home);
    await terminal.says('Their words:');
    await terminal.types('pair evolve');
    const pid = Number(readFileSync(path.join(home.root, 'pid'), 'utf8'));
    signal(home, name);
    await gone(pid);
    await terminal.exited;
    expect(terminal.written()).not.toContain('evolve');
    expectAsBefore(terminal, home);
  });
});

test('a terminal line by line went back to modes that it had not had', async () => {
  const { home, open } = await readyHome();
  const terminal = openFromScript([...open, '--plain'], home);
  await terminal.says('Their words:');
  await terminal.types(`${WORDS}${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const times = (modes: string): number => terminal.written().split(modes).length - 1;
  expect([times(SIMPLE), times(AS_BEFORE)]).toEqual([1, 1]);
});

const hasAge = ((): boolean => {
  try {
    execFileSync('age', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

test.runIf(hasAge)('the program of age opens what was sealed', async () => {
  const home = await filledHome('member');
  const { file, words } = await seal(home, [], 80);
  const terminal = openTerminal({
    command: 'age',
    args: ['-d', '-o', path.join(home.root, 'sheet.json'), file],
  });
  onTestFinished(() => terminal.close());
  await terminal.until(/passphrase/);
  await terminal.type(`${words}${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(JSON.parse(readFileSync(path.join(home.root, 'sheet.json'), 'utf8'))).toEqual({
    format: 'coach-align',
    version: 1,
    from: 'doer',
    pieces: [
      {
        title: 'Client pricing',
        example: null,
        today: 'heard',
        wanted: 'informed',
        means: null,
        limits: null,
        look: null,
      },
    ],
  });
});
