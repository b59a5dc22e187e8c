// The styles of words on a screen, and the screen that they stand on.

/** How words are set off on a screen. Each takes text and gives text; meaning never hangs on them. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  /** The one colour. */
  readonly accent: (text: string) => string;
  /** The words that were searched for; in brackets where there is no colour. */
  readonly mark: (text: string) => string;
}

/** A screen to be filled: how wide, and how words are set off. */
export interface Page {
  readonly width: number;
  readonly style: Style;
}

/** Words as they are. */
export const plainStyle: Style = {
  strong: (text) => text,
  dim: (text) => text,
  accent: (text) => text,
  mark: (text) => `[${text}]`,
};
