import { AbortPromptError, ExitPromptError } from '@inquirer/core';
import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';
import { type PageConfig, pagePrompt } from '../../../src/adapters/terminal/page-prompt.ts';
import { type SearchConfig, searchPrompt } from '../../../src/adapters/terminal/search-prompt.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';

const [UP, DOWN, LEFT] = ['\u001b[A', '\u001b[B', '\u001b[D'];
const [PAGE_UP, PAGE_DOWN, HOME, END] = ['\u001b[5~', '\u001b[6~', '\u001b[H', '\u001b[F'];
const [ENTER, ESC, CTRL_C, CTRL_D, CTRL_U] = ['\r', '\u001b', '\u0003', '\u0004', '\u0015'];
const HELP = 'arrows: move · Enter: open · type to search · Esc: leave';

/** A busy machine is waited for. */
const SLOW = { timeout: 10_000 };

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const WORDS = ['apple', 'apricot', 'banana', 'bilberry', 'cherry'];
const itemOf = (name: string) => ({
  value: name.toUpperCase(),
  name,
  heading: name.charAt(0),
  description: `about ${name}`,
});

async function openSearch(config: Partial<SearchConfig> = {}, signal?: AbortSignal) {
  const asked: string[] = [];
  const places: string[] = [];
  const source: SearchConfig['source'] = (typed) => {
    asked.push(typed);
    const items = WORDS.filter((word) => word.includes(typed)).map(itemOf);
    return Promise.resolve({ items, note: items.length === 0 ? 'Nothing.' : undefined });
  };
  const prompt = await render(
    searchPrompt,
    {
      start: { typed: '' },
      source,
      moved: ({ typed, value }) => places.push(`${typed}/${value ?? ''}`),
      columns: 80,
      rows: 24,
      style: plainStyle,
      ...config,
    },
    signal && { signal },
  );
  prompt.answer.catch(() => undefined);
  await wait(10);
  return {
    ...prompt,
    asked,
    places,
    /** Keys one after the other, and the pause after which a list is asked for. */
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) prompt.input.write(key);
      await wait(120);
    },
  };
}

describe('the list', () => {
  test('is headed, with what is known of the one the cursor is on, and the keys', async () => {
    const { getScreen, press } = await openSearch();
    const rest = ' b\n  banana\n  bilberry\n\n c\n  cherry\n\n';
    await expect
      .poll(getScreen, SLOW)
      .toBe(`Search: \n a\n> apple\n  apricot\n\n${rest}about apple\n${HELP}`);
    await press(DOWN);
    await expect
      .poll(getScreen, SLOW)
      .toBe(`Search: \n a\n  apple\n> apricot\n\n${rest}about apricot\n${HELP}`);
  });

  test('is narrowed by typing, and says when nothing is left', async () => {
    const { getScreen, press, asked } = await openSearch();
    await press('b', 'e', 'r', 'r');
    await expect.poll(getScreen, SLOW).toBe(`Search: berr\n b\n> bilberry\n\nabout bilberry\n${HELP}`);
    await press('z');
    await expect.poll(getScreen, SLOW).toBe(`Search: berrz\n Nothing.\n\n${HELP}`);
    await press(ENTER, UP, DOWN, CTRL_U);
    await expect.poll(getScreen, SLOW).toContain('> apple\n');
    // What was typed in one go is asked for once.
    expect(asked).toEqual(['', 'berr', 'berrz', '']);
  });

  test('keeps what was typed when the cursor moves', async () => {
    const { answer, press, asked } = await openSearch();
    await press('a', DOWN, DOWN);
    await press('n', DOWN, UP, 'a');
    await press(ENTER);
    expect(await answer).toEqual({ typed: 'ana', value: 'BANANA' });
    expect(asked).toEqual(['', 'a', 'ana']);
  });

  test('opens what belongs to the words, however fast Enter follows', async () => {
    const { answer, press } = await openSearch();
    await press('b', DOWN, ENTER, 'x');
    expect(await answer).toEqual({ typed: 'b', value: 'BILBERRY' });
  });

  test('begins where it was left', async () => {
    const { getScreen, answer, press, places } = await openSearch({
      start: { typed: 'b', value: 'BILBERRY' },
    });
    await expect.poll(getScreen, SLOW).toBe(`Search: b\n b\n  banana\n> bilberry\n\nabout bilberry\n${HELP}`);
    await press(UP, 'a');
    expect(places).toEqual(['b/BANANA', 'ba/BANANA']);
    await press(ENTER);
    expect(await answer).toEqual({ typed: 'ba', value: 'BANANA' });
  });

  test('turns pages', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `n${at}`);
    const items = names.map((name) => ({ ...itemOf(name), heading: 'n' }));
    const { getScreen, press } = await openSearch({
      source: () => Promise.resolve({ items, note: 'And more.' }),
      rows: 12,
      columns: 40,
    });
    expect(getScreen().split('\n')).toHaveLength(12);
    await expect.poll(getScreen, SLOW).toMatch(/\n\nabout n0\ntype, arrows · Enter: open · Esc: leave$/);
    await press(PAGE_DOWN, PAGE_DOWN);
    await expect.poll(getScreen, SLOW).toContain('\n> n14\n');
    await press(PAGE_UP);
    await expect.poll(getScreen, SLOW).toContain('\n> n7\n');
    await press(...Array.from({ length: 9 }, () => PAGE_DOWN));
    await expect.poll(getScreen, SLOW).toContain('\n> n59\n And more.\n');
    expect(getScreen().split('\n')).toHaveLength(12);
  });

  test('takes no more words than there is room for, and no key that means nothing', async () => {
    const { getScreen, press } = await openSearch({ columns: 20 });
    await press(CTRL_D, '\t', '\u001b[15~', '\u0007', 'a'.repeat(30));
    await expect.poll(getScreen, SLOW).toMatch(/^Search: a{10}\n/);
    await press('\u0001', 'b');
    await expect.poll(getScreen, SLOW).toMatch(/^Search: a{10}\n/);
    await press('\u001b[3~', 'b', ' ', END, '\u007f');
    await expect.poll(getScreen, SLOW).toMatch(/^Search: b ?a{8}\n/);
  });

  test('ends with nothing on Esc, as inquirer does on Ctrl-C, and when it is told to', async () => {
    const escaped = await openSearch();
    await escaped.press('b', ESC);
    await wait(600);
    expect(await escaped.answer).toBeUndefined();
    const interrupted = await openSearch();
    await interrupted.press(CTRL_C);
    await expect(interrupted.answer).rejects.toThrow(ExitPromptError);
    const ended = new AbortController();
    const aborted = await openSearch({}, ended.signal);
    ended.abort();
    await expect(aborted.answer).rejects.toThrow(AbortPromptError);
  });

  test('ends with what the source throws', async () => {
    const { answer } = await openSearch({ source: () => Promise.reject(new Error('the stick is gone')) });
    await expect(answer).rejects.toThrow('the stick is gone');
  });

  test('tells a source that nobody waits for it any more, and does not look at what it finds', async () => {
    const signals: AbortSignal[] = [];
    const { getScreen, press } = await openSearch({
      source: async (typed, signal) => {
        signals.push(signal);
        await wait(typed === 'b' ? 300 : 0);
        return { items: [itemOf(`${typed}…`)] };
      },
    });
    await press('b');
    await press('i');
    await wait(300);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, false]);
    await expect.poll(getScreen, SLOW).toContain('> bi…\n');
  });
});

async function openPage(config: Partial<PageConfig> = {}) {
  const text = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`).join('\n');
  const shares: number[] = [];
  const prompt = await render(pagePrompt, {
    text: `${text}\n`,
    moved: (from) => shares.push(from),
    columns: 40,
    rows: 12,
    style: plainStyle,
    ...config,
  });
  prompt.answer.catch(() => undefined);
  return {
    ...prompt,
    shares,
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        prompt.input.write(key);
        await wait(5);
      }
    },
  };
}

describe('a page', () => {
  test('is scrolled by rows, by what is seen, and to its ends', async () => {
    const { getScreen, press, shares } = await openPage();
    const first = (): string | undefined => getScreen().split('\n')[0];
    await expect
      .poll(getScreen, SLOW)
      .toMatch(/^line 1\nline 2\n[^]*\nline 11\n1–11 of 30 · e: edit · d: delete · q$/);
    await press(DOWN, 'j');
    expect(first()).toBe('line 3');
    await press(' ');
    expect(first()).toBe('line 13');
    await press(PAGE_DOWN);
    await expect.poll(getScreen, SLOW).toMatch(/^line 20\n[^]*\nline 30\n20–30 of 30 · /);
    await press(DOWN, PAGE_UP, UP);
    expect(first()).toBe('line 9');
    await press(END);
    expect(first()).toBe('line 20');
    await press(HOME, UP, 'x', CTRL_D);
    expect(first()).toBe('line 1');
    expect(shares.at(0)).toBe(1 / 30);
  });

  test('that fits has its keys below it', async () => {
    const { getScreen, press } = await openPage({ text: 'one\ntwo' });
    await press(' ', DOWN);
    await expect.poll(getScreen, SLOW).toBe('one\ntwo\n\ne: edit · d: delete · q: leave');
    const full = Array.from({ length: 11 }, () => 'x').join('\n');
    expect((await openPage({ text: full })).getScreen()).toBe(`${full}\ne: edit · d: delete · q: leave`);
  });

  test('has rows that are too long broken, and begins where it is told to', async () => {
    const { getScreen } = await openPage({ text: 'x'.repeat(400), rows: 6, columns: 40, from: 0.5 });
    await expect
      .poll(getScreen, SLOW)
      .toBe(`${`${'x'.repeat(40)}\n`.repeat(5)}6–10 of 10 · e: edit · d: delete · q`);
    const wide = await openPage({ columns: 80 });
    expect(wide.getScreen()).toContain(
      '1–11 of 30 · arrows: scroll · e: edit · d: delete · Enter: back · q: leave',
    );
  });

  test.each([
    { key: 'e', typed: 'e', is: 'edit' },
    { key: 'd', typed: 'd', is: 'delete' },
    { key: 'Enter', typed: ENTER, is: 'back' },
    { key: 'Esc', typed: ESC, is: 'back' },
    { key: 'the left arrow', typed: LEFT, is: 'back' },
    { key: 'Backspace', typed: '\u007f', is: 'back' },
    { key: 'b', typed: 'b', is: 'back' },
    { key: 'q', typed: 'q', is: 'leave' },
  ])('ends with $is on $key', async ({ typed, is }) => {
    const { answer, press } = await openPage();
    await press(typed);
    expect(await answer).toBe(is);
  });

  test('ends as inquirer does on Ctrl-C', async () => {
    const { answer, press } = await openPage();
    await press(CTRL_C);
    await expect(answer).rejects.toThrow(ExitPromptError);
  });
});
