import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { MultilineAnswer, MultilineConfig } from '../../src/adapters/terminal/multiline-config.ts';
import { openTerminal } from './terminal.ts';
import type { Terminal, TerminalOptions } from './terminal.ts';

const source = `
  import { writeFileSync } from 'node:fs';
  import { editText } from '../../src/adapters/machine/editor.ts';
  import { Keyboard } from '../../src/adapters/terminal/keyboard.ts';
  import { multilinePrompt } from '../../src/adapters/terminal/multiline-prompt.ts';

  const { config, folder, answer } = JSON.parse(process.argv[2]);
  writeFileSync(answer + '.pid', String(process.pid));
  const write = (text) => process.stdout.write(text);
  const input = new Keyboard({ source: process.stdin, write, gone: () => undefined });
  const edit = (text) => editText(text, { env: process.env, folder });
  console.log('before the prompt');
  try {
    writeFileSync(answer, JSON.stringify(await multilinePrompt({ edit, ...config }, { input })));
    console.log('after the prompt');
  } catch (error) {
    console.log(error.name);
    process.exitCode = 130;
  }
`;

let folder: string;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'multiline prompt '));
  program = path.join(folder, 'prompt.mjs');
  await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    outfile: program,
    logLevel: 'warning',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Opened extends Terminal {
  /** What the prompt gave back, when the program has ended. */
  readonly answer: () => Promise<MultilineAnswer>;
}

let opened = 0;

function argumentsOf(config: Partial<MultilineConfig>, answer: string): readonly string[] {
  const full = { message: 'What happened?', theme: { prefix: '' }, ...config };
  return [program, JSON.stringify({ config: full, folder: path.join(folder, 'state'), answer })];
}

/** A terminal with the prompt in it, ready for keys. */
async function open(config: Partial<MultilineConfig> = {}, options: TerminalOptions = {}): Promise<Opened> {
  opened += 1;
  const answer = path.join(folder, `answer-${opened}.json`);
  const terminal = openTerminal({ args: argumentsOf(config, answer), ...options });
  onTestFinished(() => terminal.close());
  await terminal.until(/│/);
  return {
    ...terminal,
    answer: async () => {
      expect(await terminal.exited).toMatchObject({ exitCode: 0 });
      return JSON.parse(readFileSync(answer, 'utf8'));
    },
  };
}

const gutter = '│ ';
const keys = 'Ctrl-D: done · Ctrl-G: editor';
const ctrlD = '\u0004';

function screenOf(...text: readonly string[]): string {
  return ['before the prompt', 'What happened?', ...text.map((row) => `${gutter}${row}`), keys].join('\n');
}

function endOf(...text: readonly string[]): string {
  return [
    'before the prompt',
    'What happened?',
    ...text.map((row) => `${gutter}${row}`),
    'after the prompt',
  ].join('\n');
}

const bash = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find((file) => existsSync(file));

describe.skipIf(bash === undefined)('under a shell', () => {
  const direct = '"$NODE" "$PROGRAM" "$RUN"';

  /** A shell that leaves bracketed paste alone, with the prompt in it. */
  async function shell(command: string): Promise<Terminal & { readonly answerFile: string }> {
    opened += 1;
    const answerFile = path.join(folder, `answer-${opened}.json`);
    const terminal = openTerminal({
      command: bash ?? '',
      args: ['--norc', '--noprofile', '--noediting', '-i'],
      env: { PS1: 'shell> ', NODE: process.execPath, RUN: argumentsOf({}, answerFile)[1], PROGRAM: program },
    });
    onTestFinished(() => terminal.close());
    await terminal.until(/shell>/);
    await terminal.type(`${command}\r`);
    await terminal.until(/│/);
    return { ...terminal, answerFile };
  }

  test('and a script in it, Ctrl-Z gives the terminal back, and fg takes it again', async () => {
    const terminal = await shell(`sh -c '${direct}; echo ended'`);
    await terminal.type('first line\rsecond');
    await terminal.until(/│ second/);
    await terminal.type('\u001a');
    await terminal.until(/Stopped[^]*shell>$/m);
    expect(terminal.bracketedPaste()).toBe(false);
    await terminal.type('echo "in the" shell\r');
    await terminal.until(/^in the shell$/m);
    await terminal.type('fg\r');
    await terminal.until(/in the shell\n[^]*What happened\?\n│ first line\n│ second\nCtrl-D: done/);
    expect(terminal.bracketedPaste()).toBe(true);
    await terminal.type(' line');
    await terminal.until(/│ second line\n/);
    // Drawn before and after, and nothing of the shell was drawn over.
    expect(terminal.everything().match(/What happened\?/g)).toHaveLength(2);
    expect(terminal.everything()).toMatch(
      /shell> echo "in the" shell\nin the shell\nshell> fg\n.*\nWhat happened\?\n/,
    );
    await terminal.paste('\nthird');
    await terminal.type(ctrlD);
    await terminal.until(/after the prompt\nended\nshell>$/);
    expect(JSON.parse(readFileSync(terminal.answerFile, 'utf8'))).toEqual({
      text: 'first line\nsecond line\nthird',
      ended: 'done',
    });
  });

  test('twice, and with a stop from elsewhere between', async () => {
    const terminal = await shell(direct);
    await terminal.type('some');
    await terminal.until(/│ some/);
    for (const more of [' more', ' and more', ' text']) {
      if (more === ' and more')
        process.kill(Number(readFileSync(`${terminal.answerFile}.pid`, 'utf8')), 'SIGTSTP');
      else await terminal.type('\u001a');
      const stops = terminal.everything().split('Stopped').length;
      await terminal.until(
        (screen) =>
          /Stopped[^]*shell>$/.test(screen) && terminal.everything().split('Stopped').length >= stops,
      );
      await terminal.type('fg\r');
      await terminal.until(/shell> fg\n[^]*Ctrl-D: done · Ctrl-G: editor$/);
      await terminal.type(more);
      await terminal.until((screen) => screen.includes(`${more}\nCtrl-D`));
    }
    await terminal.type(ctrlD);
    await terminal.until(/after the prompt/);
    expect(JSON.parse(readFileSync(terminal.answerFile, 'utf8')).text).toBe('some more and more text');
  });
});

describe('wide characters', () => {
  const sentence = '他们问我计划是否已经准备好，我等了一会儿才说话。';

  test('are wrapped and edited where they are seen', async () => {
    const terminal = await open({}, { columns: 40 });
    await terminal.type(sentence);
    await terminal.until(
      (screen) => screen === screenOf('他们问我计划是否已经准备好，我等了一', '会儿才说话。'),
    );
    expect(terminal.cursor()).toEqual({ row: 3, column: 14 });
    await terminal.type('\u001b[A\u001b[D\u001b[D');
    await terminal.type('x');
    await terminal.until(
      (screen) => screen === screenOf('他们问我x计划是否已经准备好，我等了一', '会儿才说话。'),
    );
    expect(terminal.cursor()).toEqual({ row: 2, column: 11 });
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(`他们问我x${sentence.slice(4)}`);
  });

  test.each([37, 38, 39, 40, 77, 78, 79, 80, 117, 118, 119])(
    'that are %i units in all leave no trace behind',
    async (length) => {
      // Inquirer counts units where a terminal counts columns.
      const text = 'e\u0301\u0323\u0302\u0331'.repeat(30).slice(0, length);
      const [first = '', ...rest] = Array.from(
        new Intl.Segmenter().segment(text.normalize()),
        ({ segment }) => segment,
      );
      const terminal = await open({}, { columns: 40 });
      await terminal.paste(text);
      await terminal.until((screen) => screen.normalize() === screenOf(first + rest.join('')));
      await terminal.type('\ra\u001b[Ax\u001b[B');
      await terminal.type('b');
      await terminal.until((screen) => /│ ab\n/.test(screen));
      expect(terminal.everything().normalize()).toBe(screenOf(`${first}x${rest.join('')}`, 'ab'));
      await terminal.type(ctrlD);
      await terminal.answer();
      expect(terminal.everything().normalize()).toContain('│ ab\nafter the prompt');
    },
  );
});

describe('a screen of another size', () => {
  const text = 'A slip in front of the client. We had one in March and I have not forgotten it.';
  const at80 = ['A slip in front of the client. We had one in March and I have not forgotten', 'it.'];
  const at40 = ['A slip in front of the client. We had', 'one in March and I have not forgotten', 'it.'];

  test('in the middle of a text: 80 columns, 40, and 80 again', async () => {
    const terminal = await open();
    await terminal.type(`${text}\rSecond line`);
    await terminal.until((screen) => screen === screenOf(...at80, 'Second line'));
    terminal.resize(40, 24);
    await terminal.until((screen) => screen === screenOf(...at40, 'Second line'));
    await terminal.type('!');
    await terminal.until((screen) => screen === screenOf(...at40, 'Second line!'));
    terminal.resize(80, 24);
    await terminal.until((screen) => screen === screenOf(...at80, 'Second line!'));
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(`${text}\nSecond line!`);
    expect(terminal.everything()).toBe(endOf(...at80, 'Second line!'));
  });

  test('with the cursor in the first row', async () => {
    const terminal = await open();
    await terminal.type(`${text}\u001b[H`);
    await terminal.until((screen) => screen === screenOf(...at80));
    terminal.resize(40, 24);
    await terminal.until((screen) => screen === screenOf(...at40));
    await terminal.type('X');
    await terminal.until(/│ XA slip/);
    expect(terminal.cursor()).toEqual({ row: 2, column: 3 });
  });

  test('lower than the text', async () => {
    const lines = Array.from({ length: 15 }, (_, index) => `line ${index + 1}`);
    const terminal = await open();
    await terminal.paste(lines.join('\n'));
    await terminal.until((screen) => screen === screenOf(...lines));
    terminal.resize(80, 10);
    await terminal.until(/line 15 of 15/);
    expect(terminal.screen().split('\n')).toHaveLength(9);
    terminal.resize(80, 24);
    await terminal.until((screen) => screen.endsWith(screenOf(...lines).replace('before the prompt\n', '')));
  });

  test('too small for everything', async () => {
    const terminal = await open(
      { message: 'A question that is long enough for three rows of thirty columns, or four' },
      { columns: 30, rows: 5 },
    );
    await terminal.paste('one\ntwo\nthree');
    await terminal.until((screen) => screen.endsWith('│ two\n│ three'));
    await terminal.type(`\u001b[A\u001b[A!${ctrlD}`);
    expect((await terminal.answer()).text).toBe('one!\ntwo\nthree');
  });

  test('with a blank in its last column', async () => {
    const full = 'a'.repeat(37);
    const terminal = await open({}, { columns: 40 });
    await terminal.type(`${full} `);
    await terminal.until((screen) => screen === screenOf(full) && terminal.cursor().column === 39);
    await terminal.type('b');
    await terminal.until((screen) => screen === screenOf(full, 'b'));
    await terminal.type('\u001b[D\u001b[D\u001b[3~');
    await terminal.until((screen) => screen === screenOf(full, 'b') && terminal.cursor().column === 2);
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(`${full}b`);
  });

  test('of 40 columns folds the message and the help', async () => {
    const help = 'Ctrl-D: done · Enter alone: skip · ?: nudge · Ctrl-G: editor · Esc: more';
    const message = 'What did you want to keep from going wrong?';
    const terminal = await open({ message, keys: help }, { columns: 40 });
    await terminal.until(/Esc: more/);
    expect(
      terminal
        .screen()
        .split('\n')
        .map((row) => row.trimEnd()),
    ).toEqual([
      'before the prompt',
      'What did you want to keep from going',
      'wrong?',
      '│',
      'Ctrl-D: done · Enter alone: skip',
      '?: nudge · Ctrl-G: editor · Esc: more',
    ]);
  });
});

describe('a text taller than the screen', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line number ${index + 1}`);

  test('is scrolled, and whole in the end', async () => {
    const terminal = await open({}, { rows: 12 });
    await terminal.paste(lines.join('\n'));
    await terminal.until(/line 60 of 60 · Ctrl-D: done/);
    // Eleven rows: the message, nine of the text, the help.
    expect(terminal.screen()).toContain('What happened?\n│ line number 52\n');
    expect(terminal.everything().match(/What happened/g)).toHaveLength(1);
    await terminal.type('\u001b[A'.repeat(48));
    await terminal.until(/line 12 of 60/);
    expect(terminal.screen()).toContain('What happened?\n│ line number 12\n│ line number 13\n');
    await terminal.type('\u001b[5~');
    await terminal.until(/line 3 of 60/);
    await terminal.type('\u001b[1;5H');
    await terminal.until(/line 1 of 60/);
    expect(terminal.cursor().column).toBe(gutter.length);
    await terminal.type(`X${ctrlD}`);
    expect((await terminal.answer()).text).toBe(`X${lines.join('\n')}`);
    expect(terminal.everything()).toBe(endOf('Xline number 1', ...lines.slice(1)));
  });

  test('typed line by line leaves nothing behind', async () => {
    const terminal = await open({}, { rows: 12 });
    for (const line of lines.slice(0, 20)) await terminal.type(`${line}\r`);
    await terminal.until(/line 21 of 21/);
    expect(terminal.everything().match(/What happened/g)).toHaveLength(1);
    expect(terminal.everything().match(/line number 3\n/g)).toBeNull();
  });
});

test('Ctrl-L draws on an empty screen', async () => {
  const alone = (text: string): string => screenOf(text).replace('before the prompt\n', '');
  const terminal = await open();
  await terminal.type('some text\f');
  await terminal.until((screen) => screen === alone('some text'));
  await terminal.type('!');
  expect(await terminal.until(/!/)).toBe(alone('some text!'));
});

describe('colours', () => {
  // eslint-disable-next-line no-control-regex
  const colour = /\u001b\[[\d;]*m/;

  test('are there', async () => {
    const terminal = await open({}, { env: { CI: undefined, NO_COLOR: undefined, FORCE_COLOR: undefined } });
    expect(terminal.written()).toMatch(colour);
  });

  test('are not there with NO_COLOR', async () => {
    const terminal = await open({ theme: {} }, { env: { NO_COLOR: '1', FORCE_COLOR: undefined } });
    await terminal.type(`text${ctrlD}`);
    await terminal.answer();
    expect(terminal.written()).not.toMatch(colour);
  });
});
