import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { multilinePrompt } from '../../../src/adapters/terminal/multiline-prompt.ts';
import { SentKeys } from '../../../src/adapters/terminal/sent-keys.ts';
import type { MultilineConfig } from '../../../src/adapters/terminal/multiline-config.ts';

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

describe('a paste', () => {
  const many = Array.from(
    { length: 500 },
    (_, index) => `line ${index}, ${'wörter 山 '.repeat(index % 7)}`,
  ).join('\n');

  test('of many lines comes in whole', async () => {
    expect(await textOf('(', pasted(many), ')')).toBe(`(${many})`);
  });

  test('in pieces comes in whole', async () => {
    const bytes = pasted(many);
    expect(await textOf(bytes.slice(0, 1000), bytes.slice(1000, 1001), bytes.slice(1001))).toBe(many);
  });

  test('without brackets comes in whole, whatever stands for its line feeds', async () => {
    expect(await textOf(many.replaceAll('\n', '\r'))).toBe(many);
    expect(await textOf(many)).toBe(many);
    expect(await textOf(many.replaceAll('\n', '\r\n'))).toBe(many);
  });

  test('without brackets that begins with empty lines does not end an empty field', async () => {
    expect(await textOf('\r\rone\r')).toBe('\n\none\n');
  });

  test('with empty lines ends nothing', async () => {
    expect(await textOf(pasted('\n\none\n\ntwo\n'))).toBe('\n\none\n\ntwo\n');
  });

  test('is drawn once', async () => {
    const { press, written } = await open();
    const before = (await written()).split(pasteOn).length;
    const drawings = async (): Promise<number> => (await written()).split('What happened?').length;
    const start = await drawings();
    await press(pasted(many));
    expect((await drawings()) - start).toBe(1);
    await press(many.replaceAll('\n', '\r'));
    expect((await drawings()) - start).toBe(2);
    expect((await written()).split(pasteOn)).toHaveLength(before);
  });

  test('into one line has blanks for line feeds', async () => {
    const { answer, press } = await open({ submit: 'enter' });
    await press(pasted('one\n\ntwo\r\nthree'), '\r');
    await expect(answer).resolves.toEqual({ text: 'one two three', ended: 'done' });
  });

  test('goes through the normaliser that is given', async () => {
    const { answer, press } = await open({ default: 'one', plainText: (text) => text.toUpperCase() });
    await press(pasted(' two'), ' three\u0004');
    expect((await answer).text).toBe('ONE TWO three');
  });
});

describe('bracketed paste is on meanwhile, and off in the end', () => {
  test.each([
    { case: 'done', keys: '\u0004' },
    { case: 'skipped', keys: '\r' },
    { case: 'left', keys: '\u001b' },
    { case: 'interrupted', keys: '\u0003' },
  ])('$case', async ({ keys }) => {
    const { answer, press, written } = await open({ escape: true });
    expect((await written()).split(pasteOn)).toHaveLength(2);
    expect(await written()).not.toContain(pasteOff);
    await press(keys);
    await answer.catch(() => undefined);
    expect((await written()).lastIndexOf(pasteOff)).toBeGreaterThan((await written()).lastIndexOf(pasteOn));
  });

  test('and no listener of the process stays', async () => {
    const before = [process.listenerCount('SIGCONT'), process.listenerCount('SIGWINCH')];
    const { answer, press } = await open();
    expect([process.listenerCount('SIGCONT'), process.listenerCount('SIGWINCH')]).not.toEqual(before);
    await press('\u0004');
    await answer;
    expect([process.listenerCount('SIGCONT'), process.listenerCount('SIGWINCH')]).toEqual(before);
  });
});

describe('several lines pasted without brackets into a field of one', () => {
  const line = { submit: 'enter' } as const;

  test.each([
    { case: 'lost all but the first', goes: ['one\rtwo\rthree\r'], is: 'one two three' },
    { case: 'with line feeds', goes: ['one\ntwo\n'], is: 'one two' },
    { case: 'of Windows', goes: ['one\r\ntwo\r\n'], is: 'one two' },
    { case: 'with an empty one between', goes: ['one\r\rtwo\r'], is: 'one two' },
    { case: 'with an empty one before', goes: ['\rone\rtwo\r'], is: 'one two' },
    { case: 'in parts', goes: ['one\r', 'two\r', 'th', 'ree\r'], is: 'one two three' },
  ])('$case', async ({ goes, is }) => {
    const { answer, press } = await open(line);
    await press(...goes);
    await expect(answer).resolves.toEqual({ text: is, ended: 'done' });
  });

  test('without an end stay to be looked at', async () => {
    const { answer, press, screen } = await open(line);
    await press('one\rtwo');
    expect(screen()).toContain('│ one two');
    await press('!', '\r');
    await expect(answer).resolves.toEqual({ text: 'one two!', ended: 'done' });
  });

  test('after a question mark are no call for help', async () => {
    const { answer, press } = await open({ endsAt: '?' });
    await press('?\rmore', '\u0004');
    await expect(answer).resolves.toEqual({ text: '?\nmore', ended: 'done' });
  });
});
