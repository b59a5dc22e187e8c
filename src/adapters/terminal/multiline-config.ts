// The questions that a prompt for a text of many lines is made of, and its answer.
import type { Theme } from '@inquirer/core';
import { textKeys } from '../../pages/text/keys-text.ts';

export interface MultilineConfig {
  /** The question; drawn above the text. An empty one takes no row. */
  readonly message: string;
  /** The text to begin with. */
  readonly default?: string;
  /**
   * The key that ends the text. `ctrl-d` (the default): Enter is a new line. `enter`: the text is one line; line
   * feeds that are pasted become blanks.
   */
  readonly submit?: 'ctrl-d' | 'enter';
  /** A text that Enter ends, also where it is a new line otherwise, such as a `?` that asks for help. */
  readonly endsAt?: string;
  /** The help under the text, with ` · ` between its parts. Empty: none. Absent: the keys that end the text. */
  readonly keys?: string;
  /**
   * Told each new text, at most once for all that is typed or pasted in one go, and the last one before the
   * prompt ends.
   */
  readonly onChange?: (text: string) => void;
  /**
   * Edits the text elsewhere, on Ctrl-G; may have the terminal meanwhile. When it throws, the message is
   * shown and the text stays.
   */
  readonly edit?: (text: string) => string | Promise<string>;
  /** Whether Esc ends the prompt. Nothing of it stays on the screen then. */
  readonly escape?: boolean;
  /** Takes out of a text all that may not stand in it; applied to what is pasted, edited or there by default. */
  readonly plainText?: (text: string) => string;
  readonly theme?: Partial<Pick<Theme, 'prefix'>>;
}

export interface MultilineAnswer {
  readonly text: string;
  readonly ended: 'done' | 'escape';
}

/** The help under a text: the keys that end it, unless it is told otherwise. */
export function keysHelp({ keys, submit, edit, escape }: MultilineConfig): string {
  return (
    keys ?? textKeys({ isLine: submit === 'enter', hasEditor: edit !== undefined, canLeave: escape === true })
  );
}
