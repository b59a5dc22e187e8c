// The keys of the many-line field, and what each does to the text.
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
