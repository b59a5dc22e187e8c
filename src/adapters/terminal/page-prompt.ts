// A page to scroll through, as inquirer draws it.
import { createPrompt, useKeypress, useState } from '@inquirer/core';
import { wrapAnsi } from 'fast-wrap-ansi';
import { pageKeys } from '../../pages/journal/browse-text.ts';
import type { PageAnswer } from '../../app/ports/browser.ts';
import type { Style } from '../../pages/text/style.ts';
import { type Key, keyName, type RowMove, rowKeys } from './key.ts';
import { keysBetween } from './keys-between.ts';
import type { PromptContext } from './search-prompt.ts';

export interface PageConfig {
  readonly text: string;
  /** Which part is seen first, as a share of all rows from 0 to 1. */
  readonly from?: number;
  /** Told the share of the rows above the screen whenever that changes. */
  readonly moved?: (from: number) => void;
  readonly columns: number;
  readonly rows: number;
  readonly style: Pick<Style, 'dim'>;
}

const HIDE_CURSOR = '\u001b[?25l';

const backKeys = ['return', 'enter', 'escape', 'left', 'backspace', 'b'] as const;
const answers = new Map<string, PageAnswer>([
  ...backKeys.map((key) => [key, 'back'] as const),
  ['q', 'leave'],
  ['e', 'edit'],
  ['d', 'delete'],
]);

/** By how many rows keys move; a page is as much as is seen but for one row. */
const steps = new Map<string, RowMove>([
  ...rowKeys,
  ['k', () => -1],
  ['j', () => 1],
  ['space', (page) => page],
  ['home', () => -Infinity],
  ['g', () => -Infinity],
  ['end', () => Infinity],
]);

interface PageLines extends Omit<PageConfig, 'text'> {
  readonly lines: readonly string[];
}

const reading = createPrompt<PageAnswer, PageLines>((config, done) => {
  const { lines, columns, rows, style, moved } = config;
  const isWhole = lines.length < rows;
  const seen = Math.max(1, rows - 1);
  const last = Math.max(0, lines.length - seen);
  const [top, setTop] = useState(Math.min(last, Math.round((config.from ?? 0) * lines.length)));
  useKeypress((key, readline) => {
    readline.clearLine(0);
    const name = nameOf(key);
    const answer = answers.get(name);
    if (answer !== undefined) return done(answer);
    const step = steps.get(name)?.(Math.max(1, seen - 1)) ?? 0;
    const next = Math.max(0, Math.min(last, top + step));
    moved?.(next / lines.length);
    setTop(next);
  });
  const shown = lines.slice(top, top + seen);
  const part = { first: top + 1, last: top + shown.length, of: lines.length };
  const help = style.dim(pageKeys(columns, isWhole ? undefined : part).slice(0, columns - 1));
  return [...shown, ...(lines.length < rows - 1 ? [''] : []), help].join('\n') + HIDE_CURSOR;
});

/**
 * Shows a text that may be longer than the screen, to be scrolled through, with the keys below it.
 *
 * Rejects as inquirer does: with ExitPromptError on Ctrl-C, with AbortPromptError when the signal says so.
 *
 * @example
 * await pagePrompt({ text, columns: 80, rows: 24, style }) //=> 'back'
 */
export async function pagePrompt(
  { text, ...config }: PageConfig,
  { input = process.stdin, output, signal }: PromptContext = {},
): Promise<PageAnswer> {
  const keys = keysBetween(input, (typed, key) => {
    const name = nameOf(key);
    if (answers.has(name) || steps.has(name) || name === 'ctrl-c') keys.send(typed, key);
  });
  const lines = text
    .trimEnd()
    .split('\n')
    .flatMap((line) => wrapAnsi(line, config.columns, { hard: true, trim: false }).split('\n'));
  try {
    const context = { input: keys.input, ...(output && { output }), ...(signal && { signal }) };
    return await reading({ ...config, lines }, { ...context, clearPromptOnDone: true });
  } finally {
    keys.close();
  }
}

/** Node takes Esc for the beginning of Alt. */
function nameOf(key: Key): string {
  return key.name === 'escape' ? key.name : keyName(key);
}
