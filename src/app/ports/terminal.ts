// The terminal as a port.
import type { Style } from '../../pages/text/style.ts';

/** Called with how many of how many are done; of infinitely many where that does not show yet. */
export type Progress = (done: number, total: number) => void;

/** Where results and talk go. */
export interface Terminal {
  /** Results; a reader that has gone away is not an error. */
  out(text: string | Uint8Array): void;
  /** Whether that reader has gone away. */
  readonly gone: boolean;
  /** Talk: what is wrong, and what is going on. It never fails. */
  err(text: string): void;
  /** A line of talk that the next one takes the place of, only where talk goes to a screen; an empty one leaves nothing. */
  status(line: string): void;
  /** Columns and rows of the screen as it is now. */
  readonly width: number;
  readonly rows: number;
  /** Columns of the screen that talk goes to; undefined where it goes elsewhere, and lines stay as they are. */
  readonly talkWidth: number | undefined;
  /** What is typed comes from a keyboard, whatever becomes of what is printed. */
  readonly keyboard: boolean;
  /** Somebody can be asked: both what is typed and what is shown is a terminal. */
  readonly interactive: boolean;
  /** What is printed goes to a screen and not to a file or another program. */
  readonly screen: boolean;
  readonly style: Style;
  /** What `--color` says; `auto` leaves it to the terminal and the environment. */
  useColour(wish: ColourWish): Promise<void>;
}

/** When colour is used. */
export type ColourWish = 'auto' | 'always' | 'never';
