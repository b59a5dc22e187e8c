// The styles of words on a screen.

/** How words are set off on a screen. Each takes text and gives text; meaning never hangs on them. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  /** The one colour. */
  readonly accent: (text: string) => string;
  /** The words that were searched for; in brackets where there is no colour. */
  readonly mark: (text: string) => string;
}

/** Words as they are. */
export const plainStyle: Style = {
  strong: (text) => text,
  dim: (text) => text,
  accent: (text) => text,
  mark: (text) => `[${text}]`,
};
