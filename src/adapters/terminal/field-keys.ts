// The keys of the many-line field: what each does to the text, and by how many rows each moves.
import * as edit from './text-buffer.ts';

/** The changes that keys make to a text, by `keyName`. */
export const editKeys: ReadonlyMap<string, (buffer: edit.TextBuffer) => edit.TextBuffer> = new Map(
  Object.entries({
    backspace: edit.deleteLeft,
    delete: edit.deleteRight,
    left: edit.moveLeft,
    right: edit.moveRight,
    home: edit.moveToLineStart,
    end: edit.moveToLineEnd,
    tab: (buffer: edit.TextBuffer) => edit.insert(buffer, '  '),
    'ctrl-a': edit.moveToLineStart,
    'ctrl-e': edit.moveToLineEnd,
    'ctrl-b': edit.moveLeft,
    'ctrl-f': edit.moveRight,
    'ctrl-u': edit.deleteToLineStart,
    'ctrl-k': edit.deleteToLineEnd,
    'ctrl-w': edit.deleteWordLeft,
    'ctrl-delete': edit.deleteWordRight,
    'ctrl-left': edit.moveWordLeft,
    'ctrl-right': edit.moveWordRight,
    'ctrl-home': edit.moveToTextStart,
    'ctrl-end': edit.moveToTextEnd,
    'alt-left': edit.moveWordLeft,
    'alt-right': edit.moveWordRight,
    'alt-b': edit.moveWordLeft,
    'alt-f': edit.moveWordRight,
    'alt-d': edit.deleteWordRight,
    'alt-delete': edit.deleteWordRight,
    'alt-backspace': edit.deleteWordLeft,
  }),
);

/** By how many rows keys move, by `keyName`; a page is as much as is seen. */
export const rowKeys: ReadonlyMap<string, (page: number) => number> = new Map<
  string,
  (page: number) => number
>([
  ['up', () => -1],
  ['down', () => 1],
  ['ctrl-p', () => -1],
  ['ctrl-n', () => 1],
  ['pageup', (page) => -page],
  ['pagedown', (page) => page],
]);
