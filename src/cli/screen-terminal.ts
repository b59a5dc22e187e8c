// The terminal that commands write to: words on one way, and what is for programs on another.
import type { Terminal } from '../app/ports/terminal.ts';
import { screenText } from '../pages/text/screen-text.ts';

/** A terminal whose words are fit for a screen, whatever they were made of. */
export interface ScreenTerminal extends Terminal {
  /** What a program is to read, such as JSON: as it is. */
  exact(text: string): void;
  /** The same of what was done. */
  doneExactly(text: string): void;
}

/** @param wrapped - Wraps talk for a screen of so many columns. */
export function screenTerminal(
  terminal: Terminal,
  wrapped: (text: string, width: number) => string = (text) => text,
): ScreenTerminal {
  const talk = (text: string): string => {
    const words = screenText(text);
    const width = terminal.talkWidth;
    return width === undefined ? words : wrapped(words, width);
  };
  return {
    out: (text) => terminal.out(screenText(text)),
    err: (text) => terminal.err(talk(text)),
    status: (line) => terminal.status(screenText(line)),
    done: (text) => terminal.done(screenText(text)),
    exact: (text) => terminal.out(text),
    doneExactly: (text) => terminal.done(text),
    get gone() {
      return terminal.gone;
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
