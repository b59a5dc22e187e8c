import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Leaving } from '../../../src/adapters/machine/leaving.ts';
import { linePrompter } from '../../../src/adapters/terminal/line-prompter.ts';
import { Interrupted } from '../../../src/domain/text/errors.ts';
import { nextStep } from '../../../src/domain/sitting/sitting.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { sittingNamed } from '../../domain/walks.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s between two lines ended coach without what was typed',
  async (signal) => {
    const input = new PassThrough();
    const signals = new EventEmitter();
    const leaving = new Leaving({ signals, status: () => undefined, exit: () => undefined });
    leaving.own();
    const out = (text: string): void => {
      // As it comes while the answer to a command is being written, before the next line is waited for.
      if (text.startsWith('Commands: ')) signals.emit(signal);
    };
    const page = { width: 80, style: plainStyle };
    const prompter = linePrompter({ page: () => page, out, input, told: leaving.told });
    const sitting = sittingNamed('member member');
    const step = nextStep(sitting);
    if (step.kind !== 'ask') throw new Error('the sitting begins with a question');
    const heard: string[] = [];
    const asked = prompter.ask(step, sitting, (text) => heard.push(text));
    input.write('One line\nTwo lines\n:help\n');
    await expect(asked).rejects.toBeInstanceOf(Interrupted);
    expect(heard.at(-1)).toBe('One line\nTwo lines');
  },
);

/** A prompter at a terminal, and what it writes. */
function atKeyboard() {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const written: string[] = [];
  const page = { width: 80, style: plainStyle };
  const prompter = linePrompter({
    page: () => page,
    out: (text) => written.push(text),
    input,
    told: new AbortController().signal,
  });
  const shown = async (words: string): Promise<void> => {
    await expect.poll(() => written.join('')).toContain(words);
    await setTimeout(60);
  };
  return { input, written, prompter, shown };
}

test('a command or a dot in what was pasted cut the text or threw it away', async () => {
  const { input, prompter, shown } = atKeyboard();
  const sitting = sittingNamed('member member');
  const step = nextStep(sitting);
  if (step.kind !== 'ask') throw new Error('the sitting begins with a question');
  const asked = prompter.ask(step, sitting, () => undefined);
  await shown('a line with a single dot ends it');
  for (const line of [':skip', 'One', '', '.', ':later', ':back', '?', 'Last', '.']) input.write(`${line}\n`);
  expect(await asked).toEqual({ kind: 'answer', value: ':skip\nOne\n\n.\n:later\n:back\n?\nLast' });
});

test('a command that comes alone is one after a paste, too', async () => {
  const { input, prompter, shown } = atKeyboard();
  const sitting = sittingNamed('member member');
  const step = nextStep(sitting);
  if (step.kind !== 'ask') throw new Error('the sitting begins with a question');
  const heard: string[] = [];
  const asked = prompter.ask(step, sitting, (text) => heard.push(text));
  await shown('a line with a single dot ends it');
  input.write('One\n:skip\n');
  await expect.poll(() => heard.at(-1)).toBe('One\n:skip');
  await setTimeout(60);
  input.write(':later\n');
  expect(await asked).toEqual({ kind: 'later', typed: 'One\n:skip' });
});

test('lines that waited before the first question, or came between two, were given up', async () => {
  const { input, written, prompter, shown } = atKeyboard();
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  input.write('1\n2\n3\n');
  const chosen: string[] = [];
  for (const name of ['One?', 'Two?', 'Three?']) chosen.push(await prompter.choose(name, choices));
  expect(chosen).toEqual(['a', 'b', 'c']);
  const fourth = prompter.choose('Four?', choices);
  await shown('Four?');
  input.write('2\n3\n');
  expect(await fourth).toBe('b');
  expect(written.join('')).not.toContain('came with that answer');
  // It is answered by what comes after the paste.
  input.write('1\n');
  await setTimeout(60);
  const fifth = prompter.choose('Five?', choices);
  await shown('1 more line came with that answer');
  expect(await fifth).toBe('a');
});

test.each([
  {
    typed: ['2, 1'],
    is: ['a', 'b'],
    says: '1. a\n2. b\n3. Others (1)\nNumbers, such as 1 3 (Enter for none): ',
  },
  { typed: [''], is: undefined, says: '' },
  { typed: ['x', '4', '1'], is: ['a'], says: 'Type numbers from 1 to 3, with blanks between them.\n1. a' },
  { typed: ['1 3', '1 3'], is: ['a', 'c'], says: '3. c\nNumbers, such as 1 3 (Enter keeps 1): ' },
])('several are chosen by their numbers: $typed', async ({ typed, is, says }) => {
  const { input, written, prompter } = atKeyboard();
  const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
  const folded = { label: 'Others (1)', choices: choices.slice(2) };
  const asked = prompter.several('Which?', choices.slice(0, 2), folded);
  for (const [at, line] of typed.entries()) {
    await expect.poll(() => written.join('').split('Numbers, ').length).toBeGreaterThan(at + 1);
    await setTimeout(60);
    input.write(`${line}\n`);
  }
  expect(await asked).toEqual(is);
  expect(written.join('')).toContain(says);
});

test.each([
  { typed: '\n', is: 'Small.' },
  { typed: 'Or\nnot.\n.\n', is: 'Or\nnot.' },
  { typed: ':later\n', is: 'Small.' },
])('a text is kept or replaced: $typed', async ({ typed, is }) => {
  const { input, prompter, shown } = atKeyboard();
  const asked = prompter.text('What did you feel?', 'Small.');
  await shown('a line with a single dot ends it');
  input.write(typed);
  expect(await asked).toBe(is);
});
