import { describe, expect, test } from 'vitest';
import { coach, CTRL_D, ENTER, ESC, expectAsBefore, freshHome, openFromScript } from './coach.ts';
import type { Home } from './coach.ts';

const NOTE = ['reflect', 'note'];

async function note(home: Home): Promise<unknown> {
  return JSON.parse((await coach(['journal', 'show', 'last', '--json'], home)).stdout)[0].answers[0].value;
}

/** What a terminal sends in the modes that a program which crashed has left on. */
const MODES = [
  { mode: "kitty's keys", done: '\u001b[100;5u', enter: '\u001b[13u', junk: '\u001b[97;1:3u\u001b[57441;2u' },
  {
    mode: "kitty's keys, all that they tell",
    done: '\u001b[100::100;5:1u',
    enter: '\u001b[13;1:1u',
    junk: '\u001b[?1u',
  },
  { mode: "xterm's keys", done: '\u001b[27;5;100~', enter: '\u001b[27;2;13~', junk: '' },
  { mode: 'a mouse', done: CTRL_D, enter: ENTER, junk: '\u001b[<0;10;10M\u001b[<0;10;10m\u001b[35;40;12M' },
  { mode: 'an old mouse', done: CTRL_D, enter: ENTER, junk: '\u001b[M !q\u001b[M#!q' },
  { mode: 'a window that is looked at', done: CTRL_D, enter: ENTER, junk: '\u001b[I\u001b[O' },
  { mode: 'the application keypad', done: CTRL_D, enter: '\u001bOM', junk: '' },
];

describe('a sitting could not be finished, or got strange characters, with', () => {
  test.each(MODES)('$mode', async ({ done, enter, junk }) => {
    const home = freshHome();
    const { when, types, until, ...terminal } = openFromScript(NOTE, home);
    await when('Ctrl-D: done', `${junk}my own words${junk}`);
    await until(/│ my own words$/m);
    await types(junk);
    await types(done);
    await when('Read through your answers before saving', junk + enter);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(await note(home)).toBe('my own words');
  });
});

test.each([
  { way: 'Ctrl-C of kitty', keys: ['\u001b[99;5u'] },
  { way: 'Esc and Ctrl-C of kitty', keys: ['\u001b[27u', '\u001b[99;5u'] },
  { way: 'Ctrl-C of xterm', keys: ['\u001b[27;5;99~'] },
])('a sitting could not be left with $way', async ({ keys }) => {
  const home = freshHome();
  const terminal = openFromScript(NOTE, home);
  await terminal.when('Ctrl-D: done');
  for (const key of keys) {
    await terminal.types(key);
    if (key.includes('[27u')) await terminal.says('or t / n / c');
  }
  expect(await terminal.exited).toEqual({ exitCode: 130 });
  expectAsBefore(terminal, home);
});

test.each([
  { how: 'in a text', args: NOTE, env: {} },
  { how: 'line by line', args: [...NOTE, '--plain'], env: {} },
])('modes are set for coach and set back afterwards: $how', async ({ args, env }) => {
  const home = freshHome();
  const { written, ...terminal } = openFromScript(args, home, { env });
  await terminal.when(args.includes('--plain') ? 'ends it' : 'Ctrl-D: done');
  for (const off of ['1000', '1002', '1003', '1004', '1006', '66', '1']) {
    expect(written()).toMatch(new RegExp(String.raw`\u001b\[\?(?:\d+;)*${off}(?:;\d+)*l`));
  }
  const keys = written().split('\u001b[>0u').length;
  await terminal.types('\u0003');
  expect(await terminal.exited).toEqual({ exitCode: 130 });
  expect(written().split('\u001b[<1u')).toHaveLength(keys);
  expect(written().lastIndexOf('\u001b[<1u')).toBeGreaterThan(written().lastIndexOf('\u001b[>0u'));
});

test('a terminal that may know no modes is told of none', async () => {
  const home = freshHome();
  const terminal = openFromScript(NOTE, home, { env: { TERM: 'dumb' } });
  await terminal.when('ends it', `a word${ENTER}`, `.${ENTER}`);
  await terminal.when('1. Save', `1${ENTER}`);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  expect(terminal.written()).not.toContain(ESC);
});
