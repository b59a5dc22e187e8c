// A list that is narrowed by typing, as inquirer draws it, with what inquirer lacks.
import { setTimeout as pause } from 'node:timers/promises';
import { AbortPromptError } from '@inquirer/core';
import search, { Separator } from '@inquirer/search';
import { displayWidth } from '../../domain/text/graphemes.ts';
import { listKeys, SEARCH_LABEL, SEARCHING_LABEL } from '../../pages/journal/browse-text.ts';
import type { Style } from '../../pages/text/style.ts';
import { isTyped, type Key, keyName } from './key.ts';
import { keysBetween } from './keys-between.ts';

/** One of a list. Names are a row each. */
export interface SearchItem {
  readonly value: string;
  readonly name: string;
  /** Stands above all that have the same. */
  readonly heading: string;
  /** A row that is shown while the cursor is on it. */
  readonly description: string;
}

/** The items that the typed words leave, and a row to say below or in the place of them. */
export interface SearchResult {
  readonly items: readonly SearchItem[];
  readonly note?: string | undefined;
}

/** The words that were typed, and the value of the item that the cursor is on. */
export interface SearchPlace {
  readonly typed: string;
  readonly value?: string | undefined;
}

export interface SearchConfig {
  readonly start: SearchPlace;
  /** Asked once no key has been pressed for a moment. @param signal - Says that nobody waits for it any more. */
  readonly source: (typed: string, signal: AbortSignal) => Promise<SearchResult>;
  /** Told where the cursor and the words are whenever that changes. */
  readonly moved?: (place: SearchPlace) => void;
  readonly columns: number;
  readonly rows: number;
  readonly style: Style;
}

/** Where keys come from and what is drawn goes to: this process's own terminal, unless others are given. */
export interface PromptContext {
  readonly input?: NodeJS.ReadableStream;
  readonly output?: NodeJS.WritableStream;
  readonly signal?: AbortSignal;
}

const CURSOR = '>';
/** Ends a style where there is none: inquirer cuts off the blanks at the end of a row, and the cursor would stand in the words. */
const RESET = '\u001b[0m';

/** A pause in typing, in milliseconds. */
const PAUSE = 60;
const FEWEST_ROWS = 3;
/** On a lower screen months follow each other without a blank row. */
const ROWS_FOR_BLANKS = 16;

/** The keys that move the cursor in the list, and those that edit the words. */
const moves = new Map([
  ['up', 'up'],
  ['down', 'down'],
  ['ctrl-p', 'up'],
  ['ctrl-n', 'down'],
  ['pageup', 'up'],
  ['pagedown', 'down'],
]);
const edits = new Set(
  ['backspace', 'delete', 'left', 'right', 'home', 'end', 'ctrl-left', 'ctrl-right', 'alt-b', 'alt-f'].concat(
    ['alt-d', 'alt-backspace'],
    Array.from('abefhkuw', (letter) => `ctrl-${letter}`),
  ),
);

/**
 * Inquirer's search, with what it lacks: Esc leaves, pages can be turned, what was typed stays when the cursor is moved,
 * Enter waits for the list that belongs to the words, and a key that means nothing changes nothing.
 *
 * Rejects as inquirer does: with ExitPromptError on Ctrl-C, with AbortPromptError when the signal says so; and with what
 * the source throws.
 *
 * @returns Undefined on Esc.
 *
 * @example
 * await searchPrompt({ start: { typed: 'del' }, source, columns: 80, rows: 24, style }) //=> { typed: 'del', value: 'k3x8' }
 */
export async function searchPrompt(
  { start, source, moved, columns, rows, style }: SearchConfig,
  { input = process.stdin, output, signal }: PromptContext = {},
): Promise<Required<SearchPlace> | undefined> {
  const left = new AbortController();
  const help = listKeys(columns);
  const headRows = Math.floor((SEARCH_LABEL.length + 1 + displayWidth(start.typed)) / columns) + 1;
  const room = rows - headRows - Math.ceil(help.length / columns) - 2;
  const pageSize = Math.max(FEWEST_ROWS, room);

  let { typed, value: at } = start;
  let items: readonly SearchItem[] = [];
  let failure: { readonly error: unknown } | undefined;
  let isFirst = true;
  let isSearching = false;
  let isOver = false;
  /** Keys that wait until the list is the one that was typed for. */
  let waiting: Key[] = [];

  const move = (name: string, times: number): void => {
    for (let time = 0; time < times; time++) keys.send(undefined, { name });
    // Inquirer empties its line when the cursor moves, and would begin the words anew with the next letter.
    if (typed !== '') keys.send(typed, { sequence: typed });
  };
  const act = (key: Key): void => {
    if (isOver) return;
    const name = keyName(key);
    const direction = moves.get(name);
    if (direction !== undefined) move(direction, name.startsWith('page') ? pageSize - 1 : 1);
    else if (items.length > 0) {
      isOver = true;
      keys.send('\r', { name: 'return', sequence: '\r' });
    }
  };
  const hear = (text: string | undefined, key: Key): void => {
    if (isOver) return;
    const name = keyName(key);
    const isEntered = waiting.some(isEnter);
    if (name === 'ctrl-c') keys.send(text, key);
    else if (key.name === 'escape') left.abort();
    else if (isEntered) return;
    else if (moves.has(name) || isEnter(key)) {
      if (isSearching) waiting.push(key);
      else act(key);
    } else if (edits.has(name)) change(text, key);
    else if (name !== 'tab' && isTyped(key) && fits(key.sequence ?? '')) change(text, key);
  };
  const change = (text: string | undefined, key: Key): void => {
    waiting = [];
    keys.send(text, key);
  };
  const fits = (more: string): boolean =>
    displayWidth(`${SEARCH_LABEL} ${typed}${more}`) < headRows * columns - 1;

  const keys = keysBetween(input, hear);
  try {
    const value = await search<string>(
      {
        message: '',
        source: async (words = '', { signal }) => {
          isSearching = true;
          try {
            // Fails where something else is typed meanwhile.
            if (!isFirst) await pause(PAUSE, undefined, { signal });
            isFirst = false;
            if (signal.aborted) return [];
            const found = await source(words, signal);
            if (signal.aborted) return [];
            ({ items } = found);
            return choicesOf(found, rows, style);
          } catch (error) {
            if (signal.aborted) return [];
            failure = { error };
            left.abort();
            return [];
          } finally {
            if (!signal.aborted) {
              // By then inquirer has the list.
              setImmediate(() => {
                if (signal.aborted) return;
                isSearching = false;
                for (const key of waiting.splice(0)) act(key);
              });
            }
          }
        },
        pageSize,
        ...(start.typed === '' ? {} : { initialValue: start.typed }),
        ...(start.value === undefined ? {} : { default: start.value }),
        theme: {
          prefix: style.dim(SEARCH_LABEL),
          spinner: { interval: 1000, frames: [style.dim(SEARCHING_LABEL)] },
          icon: { cursor: CURSOR },
          style: {
            message: () => '',
            error: (text: string) => style.dim(text),
            searchTerm: (text: string) => {
              if (typed !== text) moved?.({ typed: text, value: at });
              typed = text;
              return text + RESET;
            },
            highlight: (row: string) => {
              const on = items.find(({ name }) => name === row.slice(CURSOR.length + 1))?.value;
              if (on !== undefined && on !== at) moved?.({ typed, value: on });
              at = on ?? at;
              return style.accent(row);
            },
            description: (text: string) => style.dim(text),
            keysHelpTip: () => style.dim(help),
          },
        },
      },
      {
        input: keys.input,
        ...(output && { output }),
        signal: signal ? AbortSignal.any([signal, left.signal]) : left.signal,
        clearPromptOnDone: true,
      },
    );
    return { typed, value };
  } catch (error) {
    if (failure) throw failure.error;
    if (error instanceof AbortPromptError && left.signal.aborted) return undefined;
    throw error;
  } finally {
    keys.close();
  }
}

function isEnter({ name }: Key): boolean {
  return name === 'return' || name === 'enter';
}

/** The list as inquirer takes it: each heading above the first that has it. */
function choicesOf({ items, note }: SearchResult, rows: number, style: Style) {
  const between = rows < ROWS_FOR_BLANKS ? [] : [new Separator(' ')];
  const choices = items.flatMap(({ heading, value, name, description }, index) => {
    const before = items[index - 1];
    const isNew = before?.heading !== heading;
    const above = isNew ? [...(before ? between : []), new Separator(style.strong(heading))] : [];
    return [...above, { value, name, description }];
  });
  return note === undefined ? choices : [...choices, new Separator(style.dim(note))];
}
