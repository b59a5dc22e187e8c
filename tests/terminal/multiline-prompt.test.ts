import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('a paste', () => {
  const ten = Array.from({ length: 10 }, (_, index) => `line ${index + 1}`);

  test('of ten lines', async () => {
    const terminal = await open();
    await terminal.paste(ten.join('\n'));
    await terminal.until((screen) => screen === screenOf(...ten));
    expect(terminal.cursor()).toEqual({ row: 11, column: 9 });
    await terminal.type(`!${ctrlD}`);
    expect(await terminal.answer()).toEqual({ text: `${ten.join('\n')}!`, ended: 'done' });
    expect(terminal.everything()).toBe(endOf(...ten.slice(0, 9), 'line 10!'));
  });

  const large = Array.from(
    { length: 300 },
    (_, index) => `${index}: ${'Sie fragten – 计划? – und ich '.repeat(2)}`,
  ).join('\n');

  test('of more than 20 kB', async () => {
    expect(Buffer.byteLength(large)).toBeGreaterThan(20_000);
    const terminal = await open();
    await terminal.paste(large);
    await terminal.until(/line 300 of 300/);
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(large);
    expect(terminal.everything()).toBe(endOf(...large.split('\n').map((line) => line.trimEnd())));
  });

  test('of more than 20 kB without brackets', async () => {
    const terminal = await open();
    await terminal.type(large.replaceAll('\n', '\r'));
    await terminal.until(/line 300 of 300/);
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(large);
  });

  test('with keys in it that would stop or end us', async () => {
    const terminal = await open();
    await terminal.paste('one\u001atwo\u0004three\u0007');
    await terminal.until((screen) => screen === screenOf('onetwothree'));
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe('onetwothree');
    expect(terminal.everything()).toBe(endOf('onetwothree'));
  });

  test('of one long line', async () => {
    const line = 'They asked whether the plan was ready. '.repeat(500);
    const terminal = await open();
    await terminal.paste(line);
    await terminal.until(/line (\d+) of \1 /);
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe(line);
  });
});

describe('bracketed paste is on meanwhile, and off', () => {
  test.each([
    { case: 'when done', keys: `a${ctrlD}`, exitCode: 0 },
    { case: 'when left with Esc', keys: '\u001b', exitCode: 0 },
    { case: 'after Ctrl-C', keys: 'a\u0003', exitCode: 130 },
  ])('$case', async ({ keys, exitCode }) => {
    const terminal = await open({ escape: true });
    expect(terminal.bracketedPaste()).toBe(true);
    await terminal.type(keys);
    expect(await terminal.exited).toMatchObject({ exitCode });
    expect(terminal.bracketedPaste()).toBe(false);
  });

  test('after Ctrl-C, of which the program hears as from any prompt', async () => {
    const terminal = await open();
    await terminal.type('some text');
    await terminal.until(/│ some text/);
    await terminal.type('\u0003');
    await terminal.exited;
    expect(terminal.screen()).toContain('ExitPromptError');
    expect(terminal.screen()).toContain('│ some text');
  });

  test('when the program is told to end', async () => {
    const terminal = await open();
    await terminal.kill('SIGTERM');
    expect(await terminal.exited).toEqual({ exitCode: 143 });
    expect(terminal.bracketedPaste()).toBe(false);
  });
});

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

test('Ctrl-Z where no shell could continue us changes nothing', async () => {
  const terminal = await open();
  await terminal.type('some\u001a');
  await terminal.until((screen) => screen.split('What happened?').length === 3);
  await terminal.type(` text${ctrlD}`);
  expect((await terminal.answer()).text).toBe('some text');
});

describe('an editor', () => {
  function script(name: string, ...lines: readonly string[]): string {
    const file = path.join(folder, name);
    writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(file, 0o755);
    return `'${file}'`;
  }

  test('has the terminal to itself, and gives it back', async () => {
    const editor = script('ask', 'stty -a > "$MODES"', 'printf "name: "; read name; echo "$name" >> "$1"');
    const modes = path.join(folder, 'modes');
    const terminal = await open({}, { env: { VISUAL: editor, MODES: modes } });
    await terminal.type('some text\u0007');
    await terminal.until(/name:$/);
    expect(terminal.bracketedPaste()).toBe(false);
    expect(readFileSync(modes, 'utf8')).toMatch(/[^-]icanon/);
    await terminal.type('Ana\r');
    await terminal.until(/│ some text\n│ Ana\nCtrl-D: done/);
    expect(terminal.bracketedPaste()).toBe(true);
    await terminal.type(`!${ctrlD}`);
    expect((await terminal.answer()).text).toBe('some text\nAna!');
  });

  test('with a screen of its own leaves ours as it was', async () => {
    const editor = script(
      'full',
      String.raw`printf '\033[?1049h\033[H\033[2Jediting'; read line; printf '\033[?1049l'; echo "$line" > "$1"`,
    );
    const terminal = await open({}, { env: { VISUAL: editor } });
    await terminal.type('one\rtwo\u0007');
    await terminal.until(/^editing/);
    await terminal.type('other\r');
    await terminal.until((screen) => screen === screenOf('other'));
    expect(terminal.everything()).toBe(screenOf('other'));
  });

  test('that fails is told of, and the text is kept', async () => {
    const terminal = await open({}, { env: { VISUAL: script('failing', 'exit 3') } });
    await terminal.type('some text\u0007');
    await terminal.until(/> The editor failed with exit status 3/);
    await terminal.type('!');
    await terminal.until((screen) => screen === screenOf('some text!'));
    await terminal.type(ctrlD);
    expect((await terminal.answer()).text).toBe('some text!');
  });
});
