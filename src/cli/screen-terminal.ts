// The terminal that commands write to: words on one way, and what is for programs on another.
import type { Terminal } from '../app/ports/terminal.ts';
import { failureText, notPrintedText } from '../pages/machine/failure-text.ts';
import { screenText } from '../pages/text/screen-text.ts';

/** A terminal whose words are fit for a screen, whatever they were made of. */
export interface ScreenTerminal extends Terminal {
  /** Words. */
  out(text: string): void;
  /** Results that may be longer than the screen: with the person's pager where they are. */
  page(text: string): Promise<void>;
  /** What a program is to read, such as JSON: as it is. */
  exact(text: string | Uint8Array): void;
  /**
   * Results of what was done, and stays done: what cannot be printed from here on goes where talk goes, with the reason, and nothing
   * more is printed. A script that takes an error for nothing done would do it twice.
   */
  done(text: string): void;
  /** The same as it is. */
  doneExactly(text: string): void;
}

/** Shows a text that is longer than the screen, and says whether it could. */
export type Pager = (text: string) => Promise<boolean>;

/** @param wrapped - Wraps talk for a screen of so many columns. */
export function screenTerminal(
  terminal: Terminal,
  wrapped: (text: string, width: number) => string = (text) => text,
  pager?: Pager,
): ScreenTerminal {
  const talk = (text: string): string => {
    const words = screenText(text);
    const width = terminal.talkWidth;
    return width === undefined ? words : wrapped(words, width);
  };
  let isDone = false;
  let isLost = false;
  const exact = (text: string | Uint8Array): void => {
    if (isLost) return;
    try {
      terminal.out(text);
    } catch (error) {
      const failure = isDone ? failureText(error) : undefined;
      if (failure === undefined) throw error;
      isLost = true;
      terminal.err(text + talk(notPrintedText(failure)));
    }
  };
  const doneExactly = (text: string): void => {
    isDone = true;
    exact(text);
  };
  return {
    out: (text) => exact(screenText(text)),
    async page(text) {
      const words = screenText(text);
      const isLong = terminal.screen && words.split('\n').length > terminal.rows;
      if (!isLong || !(await pager?.(words))) exact(words);
    },
    err: (text) => terminal.err(talk(text)),
    status: (line) => terminal.status(screenText(line)),
    done: (text) => doneExactly(screenText(text)),
    exact,
    doneExactly,
    get gone() {
      return terminal.gone || isLost;
    },
    get width() {
      return terminal.width;
    },
    get talkWidth() {
      return terminal.talkWidth;
    },
    get rows() {
      return terminal.rows;
    },
    get style() {
      return terminal.style;
    },
    keyboard: terminal.keyboard,
    interactive: terminal.interactive,
    screen: terminal.screen,
    useColour: (wish) => terminal.useColour(wish),
  };
}
