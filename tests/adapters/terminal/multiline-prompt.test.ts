import { once } from 'node:events';
import { ExitPromptError } from '@inquirer/core';
import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { multilinePrompt } from '../../../src/adapters/terminal/multiline-prompt.ts';
import { SentKeys } from '../../../src/adapters/terminal/sent-keys.ts';
import type { MultilineConfig } from '../../../src/adapters/terminal/multiline-config.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';

const pasteOn = '\u001b[?2004h';
const pasteOff = '\u001b[?2004l';
const pasted = (text: string): string => `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`;

/** Keys that come in one go are drawn when all have come. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** The prompt with its keys as bytes, as a terminal sends them. */
async function open(config: Partial<MultilineConfig> = {}, context: { readonly signal?: AbortSignal } = {}) {
  const { answer, input, getScreen, getFullOutput } = await render(
    multilinePrompt,
    { message: 'What happened?', theme: { prefix: '' }, ...config },
    context,
  );
  const sent = new SentKeys();
  // A rejection is looked at later, or not at all.
  answer.catch(() => undefined);
  return {
    answer,
    input,
    screen: getScreen,
    written: () => getFullOutput({ raw: true }),
    press: async (...goes: readonly string[]): Promise<void> => {
      for (const keys of goes) {
        for (const piece of [...sent.take(keys), ...sent.flush()]) input.write(piece);
        await drawn();
      }
    },
  };
}

async function textOf(...goes: readonly string[]): Promise<string> {
  const { answer, press } = await open();
  await press(...goes, '\u0004');
  return (await answer).text;
}

describe('what is seen', () => {
  test('the message, the text behind a gutter, the help', async () => {
    const { press, screen } = await open({ keys: 'Ctrl-D: done · Enter alone: skip' });
    expect(screen()).toBe('What happened?\n│\nCtrl-D: done · Enter alone: skip');
    await press('They asked.', '\r', 'I waited.');
    expect(screen()).toBe('What happened?\n│ They asked.\n│ I waited.\nCtrl-D: done · Enter alone: skip');
  });

  test('no row for an empty message', async () => {
    const { press, screen } = await open({ message: '', keys: '', theme: { prefix: '?' } });
    await press('a');
    expect(screen()).toBe('│ a');
  });

  test('the keys that end the text, when no help is given', async () => {
    const { screen } = await open({ edit: (text) => text, escape: true });
    expect(screen()).toContain('Ctrl-D: done · Ctrl-G: editor · Esc: leave');
    const { screen: ofOneLine } = await open({ submit: 'enter' });
    expect(ofOneLine()).toContain('Enter: done');
  });

  test('a prefix of its own', async () => {
    const { press, screen } = await open({ keys: '', theme: { prefix: { idle: 'idle', done: 'done' } } });
    await press('one');
    expect(screen()).toBe('idle What happened?\n│ one');
    await press('\u0004');
    expect(screen()).toBe('done What happened?\n│ one');
  });

  test('in the end: the message and the whole text, without help', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`);
    const { answer, press, screen } = await open();
    await press(pasted(lines.join('\n')));
    expect(screen()).toContain('line 60 of 60 · Ctrl-D: done');
    expect(screen()).not.toContain('│ line 12\n');
    await press('\u0004');
    expect(screen()).toBe(['What happened?', ...lines.map((line) => `│ ${line}`)].join('\n'));
    await expect(answer).resolves.toEqual({ text: lines.join('\n'), ended: 'done' });
  });

  test('in the end of nothing: the message alone', async () => {
    const { press, screen } = await open();
    await press('\u0004');
    expect(screen()).toBe('What happened?');
  });
});

describe('what ends it', () => {
  test.each([
    { case: 'Ctrl-D', config: {}, keys: ['a', '\u0004'], is: { text: 'a', ended: 'done' } },
    { case: 'Ctrl-D in an empty field', config: {}, keys: ['\u0004'], is: { text: '', ended: 'done' } },
    {
      case: 'Ctrl-D at the start of a text',
      config: {},
      keys: ['a', '\u0001', '\u0004'],
      is: { text: 'a', ended: 'done' },
    },
    { case: 'Enter in an empty field', config: {}, keys: ['\r'], is: { text: '', ended: 'done' } },
    {
      case: 'Enter in a field that was emptied',
      config: {},
      keys: ['a', '\u007f', '\r'],
      is: { text: '', ended: 'done' },
    },
    { case: 'Enter twice in one go', config: {}, keys: ['\r\r'], is: { text: '', ended: 'done' } },
    { case: 'Enter and Ctrl-D in one go', config: {}, keys: ['\r\u0004'], is: { text: '', ended: 'done' } },
    { case: 'all in one go', config: {}, keys: ['a\rb\u0004'], is: { text: 'a\nb', ended: 'done' } },
    { case: 'Esc', config: { escape: true }, keys: ['a', '\u001b'], is: { text: 'a', ended: 'escape' } },
    {
      case: 'Enter, of one line',
      config: { submit: 'enter' as const },
      keys: ['a', '\r'],
      is: { text: 'a', ended: 'done' },
    },
    {
      case: 'Enter in an empty field, of one line',
      config: { submit: 'enter' as const },
      keys: ['\r'],
      is: { text: '', ended: 'done' },
    },
    {
      case: 'Ctrl-D, of one line',
      config: { submit: 'enter' as const },
      keys: ['a', '\u0004'],
      is: { text: 'a', ended: 'done' },
    },
  ])('$case', async ({ config, keys, is }) => {
    const { answer, press } = await open(config);
    await press(...keys);
    await expect(answer).resolves.toEqual(is);
  });

  test('Esc does not, unless it is told to', async () => {
    const { answer, input, press } = await open();
    await press('a');
    const escape = once(input, 'keypress');
    await press('\u001b');
    expect(await escape).toMatchObject([undefined, { name: 'escape' }]);
    await press('b\u0004');
    await expect(answer).resolves.toEqual({ text: 'ab', ended: 'done' });
  });

  test('Ctrl-C, with the error of inquirer', async () => {
    const told: string[] = [];
    const { answer, press } = await open({ onChange: (text) => told.push(text) });
    await press('not lost\u0003');
    await expect(answer).rejects.toBeInstanceOf(ExitPromptError);
    expect(told).toEqual(['not lost']);
  });
});

describe('keys', () => {
  test.each([
    {
      case: 'arrows',
      keys: ['one\rtwo', '\u001b[A', '\u001b[D', '1', '\u001b[B', '\u001b[C', '2'],
      is: 'on1e\ntwo2',
    },
    {
      case: 'Ctrl-B F P N',
      keys: ['one\rtwo', '\u0010', '\u0002', '1', '\u000e', '\u0006', '2'],
      is: 'on1e\ntwo2',
    },
    { case: 'Home and End', keys: ['one\rtwo', '\u001b[H', '1', '\u001b[F', '2'], is: 'one\n1two2' },
    { case: 'Ctrl-A and E', keys: ['one\rtwo', '\u0001', '1', '\u0005', '2'], is: 'one\n1two2' },
    {
      case: 'Ctrl-Home and End',
      keys: ['one\rtwo', '\u001b[1;5H', '1', '\u001b[1;5F', '2'],
      is: '1one\ntwo2',
    },
    {
      case: 'Ctrl-arrows',
      keys: ['one two', '\u001b[1;5D', '1', '\u001b[1;5D\u001b[1;5D', '0', '\u001b[1;5C', '2'],
      is: '0one2 1two',
    },
    {
      case: 'Alt-arrows',
      keys: ['one two', '\u001b[1;3D', '1', '\u001b[1;3D\u001b[1;3D', '0', '\u001b[1;3C', '2'],
      is: '0one2 1two',
    },
    {
      case: 'Alt-B and F',
      keys: ['one two', '\u001bb', '1', '\u001bb\u001bb', '0', '\u001bf', '2'],
      is: '0one2 1two',
    },
    { case: 'Backspace', keys: ['ab👩‍👩‍👧‍👦', '\u007f\u007f'], is: 'a' },
    { case: 'Delete', keys: ['abc', '\u0001', '\u001b[3~'], is: 'bc' },
    { case: 'Ctrl-W', keys: ['one two', '\u0017'], is: 'one ' },
    { case: 'Alt-Backspace', keys: ['one two', '\u001b\u007f'], is: 'one ' },
    { case: 'Alt-D', keys: ['one two', '\u0001', '\u001bd'], is: ' two' },
    { case: 'Ctrl-U', keys: ['one\rtwo', '\u0015'], is: 'one\n' },
    { case: 'Ctrl-K', keys: ['one\rtwo', '\u0001', '\u001b[A', '\u000b'], is: '\ntwo' },
    { case: 'Tab', keys: ['a\tb'], is: 'a  b' },
    { case: 'Ctrl-J', keys: ['a', '\n', 'b'], is: 'a\nb' },
    { case: 'Page up and down', keys: ['a\rb\rc', '\u001b[5~', '1', '\u001b[6~', '2'], is: '1a\nb\nc2' },
    { case: 'any letter', keys: ['ä 山 \u{1f600} e\u0301'], is: 'ä 山 \u{1f600} e\u0301' },
  ])('$case', async ({ keys, is }) => expect(await textOf(...keys)).toBe(is));

  test('Ctrl-L draws the screen again', async () => {
    const { press, written } = await open();
    await press('kept', '\f');
    expect((await written()).split('\u001b[H\u001b[2J')[1]).toContain('kept');
  });
});

describe('never in the text', () => {
  test.each([
    { case: 'keys nobody knows', keys: ['a', '\u001b[24;5~', '\u001b[E', 'b'] },
    { case: 'a mouse', keys: ['a', '\u001b[<0;10;20M', '\u001b[<0;10;20m', 'b'] },
    { case: 'where the cursor is', keys: ['a', '\u001b[12;40R', 'b'] },
    {
      case: 'a colour the terminal was asked for',
      keys: ['a', '\u001b]11;rgb:0000/0000/0000\u0007', '\u001b]11;rgb:1/2/3\u001b\\', 'b'],
    },
    { case: 'a device answer', keys: ['a', '\u001b[?62;22c', '\u001bP1+r4\u001b\\', 'b'] },
    {
      case: 'keys of newer protocols',
      keys: ['a', '\u001b[97;9u', '\u001b[13;1:3u', '\u001b[57358;1:3u', 'b'],
    },
    { case: 'colours, pasted without brackets', keys: ['a\u001b[38;5;196m\u001b[0mb'] },
    { case: 'colours and titles, pasted', keys: [pasted('a\u001b[31m\u001b]0;title\u0007\u0000\u0008b')] },
    { case: 'other control characters', keys: ['a\u0000\u0007\u001c\u009b1mb'] },
    { case: 'a control sequence broken off by the end of what is pasted', keys: [pasted('ab\u001b[')] },
    { case: 'Alt with a letter', keys: ['a', '\u001bx', '\u001bP', 'b'] },
  ])('$case', async ({ keys }) => expect(await textOf(...keys)).toBe('ab'));
});

describe('the text to begin with', () => {
  test('has the cursor at its end', async () => {
    const { answer, press } = await open({ default: 'one\ntwo' });
    await press('!\u0004');
    expect((await answer).text).toBe('one\ntwo!');
  });

  test('is plain, and on one line where it must be', async () => {
    const { answer, press } = await open({ default: 'one\r\n\u001b[31mtwo', submit: 'enter' });
    await press('\r');
    expect((await answer).text).toBe('one two');
  });
});

describe('onChange', () => {
  test('is told each new text once, and the last before the end', async () => {
    const told: string[] = [];
    const { press } = await open({ default: 'a', onChange: (text) => told.push(text) });
    await press('b', '\u0001', 'c', pasted('d\ne'), 'f\u0004');
    expect(told).toEqual(['ab', 'cab', 'cd\neab', 'cd\nefab']);
  });

  test('is told the text before an editor opens, and after', async () => {
    const told: string[] = [];
    const edit = (text: string): string => {
      told.push(`in the editor: ${text}`);
      return 'edited';
    };
    const { press } = await open({ edit, onChange: (text) => told.push(text) });
    await press('a\u0007', '', '');
    expect(told).toEqual(['a', 'in the editor: a', 'edited']);
  });
});

describe('Ctrl-G', () => {
  test('edits elsewhere, at once', async () => {
    const { answer, press, screen } = await open({ edit: (text) => `${text} and more\r\n\u001b[31m` });
    await press('some', '\u0007', '');
    expect(screen()).toContain('│ some and more');
    await press('\u0004');
    expect((await answer).text).toBe('some and more\n');
  });

  test('edits elsewhere, in time, and hears no keys meanwhile', async () => {
    const { edit, close } = openEditor();
    const { answer, press, screen, written } = await open({ edit });
    await press('some', '\u0007', 'lost\u0004');
    expect(screen()).toContain('Your editor is open');
    expect((await written()).lastIndexOf(pasteOff)).toBeGreaterThan((await written()).lastIndexOf(pasteOn));
    close('other');
    await press('', ' text', '\u0004');
    expect(await answer).toEqual({ text: 'other text', ended: 'done' });
    expect((await written()).split(pasteOn)).toHaveLength(3);
  });

  test.each([
    { case: 'at once', edit: (): string => fail() },
    { case: 'in time', edit: (): Promise<string> => Promise.resolve().then(fail) },
  ])('says what went wrong, $case, and keeps the text', async ({ edit }) => {
    const { answer, press, screen } = await open({ edit });
    await press('some', '\u0007', '', '');
    expect(screen()).toBe(
      'What happened?\n│ some\n> The editor was stopped by SIGTERM\nAnything you had before is kept.\nCtrl-D: done · Ctrl-G: editor',
    );
    await press('!');
    expect(screen()).not.toContain('SIGTERM');
    await press('\u0004');
    expect((await answer).text).toBe('some!');
  });

  test('does nothing where there is no editor', async () => {
    expect(await textOf('some', '\u0007', 'thing')).toBe('something');
  });

  test('is forgotten when the prompt ends first', async () => {
    const { edit, close } = openEditor();
    const ending = new AbortController();
    const { answer, press, written } = await open({ edit }, { signal: ending.signal });
    await press('some', '\u0007');
    ending.abort();
    await expect(answer).rejects.toThrow('aborted');
    close('other');
    await drawn();
    expect((await written()).split(pasteOn)).toHaveLength(2);
  });
});

/** An editor that is open until the test closes it. */
function openEditor() {
  const saved: ((text: string) => void)[] = [];
  return {
    edit: (): Promise<string> =>
      new Promise((resolve) => {
        saved.push(resolve);
      }),
    close: (text: string): void => saved.forEach((save) => save(text)),
  };
}

function fail(): never {
  throw new CoachError('the editor was stopped by SIGTERM', { hint: 'Anything you had before is kept.' });
}
