// A list to choose one of, as inquirer draws it, with what inquirer lacks.
import { AbortPromptError } from '@inquirer/core';
import select from '@inquirer/select';
import { displayWidth } from '../../domain/text/graphemes.ts';
import { shownText } from '../../domain/text/plain-text.ts';
import type { Choice } from '../../pages/sitting/field-text.ts';
import { meantBy } from '../../pages/sitting/menu-text.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import type { Key } from './key.ts';
import { setRawMode } from './keyboard.ts';
import { Suspension } from './suspension.ts';

/** The part of the world that a list needs. */
export interface ListTerminal {
  /** The screen as it is now; it may be resized while the list is on it. */
  readonly page: () => Page;
  readonly rows: () => number;
  readonly out: (text: string) => void;
  readonly input: NodeJS.ReadableStream;
}

export interface ListConfig<Value> {
  /** Stands above the list, dimmed. An empty one takes no row. */
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** Where the cursor starts; on the first choice when absent. */
  readonly default?: Value | undefined;
  /** The keys that are heard beside those that choose. */
  readonly keys?: readonly ListKey[];
}

/** A key that is heard in the place of choosing. */
export type ListKey = 'escape' | 'nudge' | 'space';

/** The value that was chosen, or the key that was pressed in its place, and where the cursor was. */
export type ListAnswer<Value> =
  | { readonly chosen: Value }
  | { readonly key: ListKey; readonly at?: Value | undefined };

/** A prompt that lets choose one of several. It rejects with AbortPromptError when the signal says so. */
export type ListPrompt = <Value>(
  config: ListConfig<Value>,
  context: { readonly signal: AbortSignal },
) => Promise<ListAnswer<Value>>;

const CURSOR = '>';
const SHOW_CURSOR = '\u001b[?25h';
const ERASE_BELOW = '\u001b[J';
const FEWEST_ROWS = 3;

/**
 * Inquirer's list, with what it lacks: choices are numbered and wrapped, Esc and `?` may be heard, `y` and `n` move the cursor
 * to what they mean, a key that means nothing changes nothing, and after Ctrl-Z and fg or a resized screen it is drawn again, with the cursor where it was. The list
 * goes once it is answered.
 *
 * Rejects as inquirer does: with ExitPromptError on Ctrl-C, with AbortPromptError when the signal says so.
 *
 * @example
 * await listPrompt(terminal)({ message: 'Sure?', choices: [{ value: true, label: 'Yes' }] }, { signal })
 * //=> { chosen: true }
 */
export function listPrompt(terminal: ListTerminal): ListPrompt {
  return async (config, { signal }) => {
    let start = config.default;
    const suspension = new Suspension();
    const moved = (index: number): void => void (start = config.choices[index]?.value);
    for (;;) {
      const answer = await askOnce({ ...config, default: start }, terminal, signal, moved, suspension);
      if (answer !== 'again') return 'key' in answer ? { ...answer, at: start } : answer;
    }
  };
}

async function askOnce<Value>(
  { message, choices, default: start, keys = [] }: ListConfig<Value>,
  { page, rows, out, input }: ListTerminal,
  signal: AbortSignal,
  moved: (index: number) => void,
  suspension: Suspension,
): Promise<ListAnswer<Value> | 'again'> {
  const { width, style } = page();
  const head = message === '' ? [] : wrap(shownText(message), width).split('\n');
  const names = choices.map(({ label }, index) => numbered(index + 1, label, width));
  const items = names.flatMap((name) => name.split('\n'));
  const pageSize = Math.max(FEWEST_ROWS, Math.min(items.length, rows() - head.length - 1));
  const drawn = [...head, ...items.slice(0, pageSize)].map((line) => displayWidth(line));

  const left = new AbortController();
  let answer: ListAnswer<Value> | 'again' = 'again';
  const leave = (how: typeof answer): void => {
    answer = how;
    left.abort();
  };
  const again = (before: string): void => {
    if (left.signal.aborted) return;
    // As many rows as inquirer has drawn, for it to erase.
    out(before + '\n'.repeat(drawn.length - 1));
    leave('again');
  };
  const hear = (text: string | undefined, key: Key): void => {
    const named = choices.find((choice) => choice.key !== undefined && choice.key === text);
    const meant = meantBy(choices, text ?? '');
    if (named) leave({ chosen: named.value });
    else if (keys.includes('escape') && key.name === 'escape') leave({ key: 'escape' });
    else if (keys.includes('nudge') && key.sequence === '?') leave({ key: 'nudge' });
    else if (keys.includes('space') && key.name === 'space') leave({ key: 'space' });
    else if (meant !== -1) {
      moved(meant);
      leave('again');
    }
    // Left to inquirer, one Ctrl-D too many would end the program, and a letter would keep numbers from being understood.
    else if (!isForInquirer(key)) leave('again');
  };
  // A narrower terminal has wrapped what was drawn.
  const resized = (): void => {
    const columns = page().width;
    const taken = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(line / columns)), 0);
    again(`${taken > 1 ? `\u001b[${taken - 1}A` : ''}\r${ERASE_BELOW}`);
  };
  const continued = (): void => {
    if (!suspension.continued()) return;
    // Off before it is on again, since Node thinks it is still on when it was not Ctrl-Z that stopped us.
    setRawMode(input, false);
    again('');
  };
  // Ctrl-Z.
  const suspend = (): void => {
    process.off('SIGTSTP', suspend);
    out(SHOW_CURSOR);
    setRawMode(input, false);
    suspension.stop(() => again(''));
  };
  input.on('keypress', hear);
  process.on('SIGTSTP', suspend).on('SIGCONT', continued).on('SIGWINCH', resized);
  try {
    const chosen = await select(
      {
        message: head.map((line) => style.dim(line)).join('\n'),
        choices: names.map((name, index) => ({ value: index, name })),
        default: choices.findIndex(({ value }) => value === start),
        pageSize,
        loop: true,
        theme: {
          prefix: '',
          // These do not search the list for what is typed; the choices begin with their numbers.
          keybindings: ['vim'],
          icon: { cursor: CURSOR },
          style: {
            message: (text: string) => text,
            highlight: (text: string) => {
              moved(names.indexOf(text.slice(CURSOR.length + 1)));
              return style.accent(text);
            },
            keysHelpTip: () => undefined,
          },
        },
      },
      { input, signal: AbortSignal.any([signal, left.signal]), clearPromptOnDone: true },
    );
    const choice = choices[chosen];
    return choice === undefined ? 'again' : { chosen: choice.value };
  } catch (error) {
    if (error instanceof AbortPromptError && left.signal.aborted) return answer;
    throw error;
  } finally {
    input.off('keypress', hear);
    process.off('SIGTSTP', suspend).off('SIGCONT', continued).off('SIGWINCH', resized);
  }
}

/** The keys that move the cursor, choose, stop or interrupt. */
function isForInquirer({ name = '', ctrl = false }: Key): boolean {
  if (ctrl) return ['c', 'z'].includes(name);
  return /^(?:\d|up|down|j|k|return|enter|backspace)$/.test(name);
}

/** A choice with its number; further lines begin under its first word. Inquirer puts two characters before it. */
function numbered(number: number, label: string, width: number): string {
  const lead = `${number} `;
  const indent = ' '.repeat(CURSOR.length + 1 + lead.length);
  return lead + wrap(shownText(label), width, indent).slice(indent.length);
}
