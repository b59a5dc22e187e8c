// The help under a text that is being typed: its keys, and which of its lines one is in.

/** Stands between the parts of such help. */
export const BETWEEN_KEYS = ' · ';

/** The keys that most texts know. */
export const TEXT_KEYS = { line: 'Enter: done', text: 'Ctrl-D: done', editor: 'Ctrl-G: editor' } as const;

/**
 * The keys that end a text, where nothing else is said of it.
 *
 * @example
 * textKeys({ isLine: false, hasEditor: true, canLeave: true }) //=> 'Ctrl-D: done · Ctrl-G: editor · Esc: leave'
 */
export function textKeys({
  isLine,
  hasEditor,
  canLeave,
}: Readonly<Record<'isLine' | 'hasEditor' | 'canLeave', boolean>>): string {
  return [
    isLine ? TEXT_KEYS.line : TEXT_KEYS.text,
    ...(hasEditor ? [TEXT_KEYS.editor] : []),
    ...(canLeave ? ['Esc: leave'] : []),
  ].join(BETWEEN_KEYS);
}

/**
 * The line in which one is, of a text that is longer than the screen.
 *
 * @param row - From 0.
 *
 * @example
 * lineOfText(0, 60) //=> 'line 1 of 60'
 */
export function lineOfText(row: number, rows: number): string {
  return `line ${row + 1} of ${rows}`;
}

/** In the place of a text while it is edited elsewhere. */
export const EDITOR_IS_OPEN = 'Your editor is open. Save and close it to come back.';
