import * as edit from './text-buffer.ts';
import type { TextBuffer } from './text-buffer.ts';

/** What Node tells of a key; inquirer's type leaves out half of it. */
export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  /** The bytes of the key, as text. */
  readonly sequence?: string;
}

/** What keys do to a text, by `keyName`. */
export const editKeys: ReadonlyMap<string, (buffer: TextBuffer) => TextBuffer> = new Map(
  Object.entries({
    backspace: edit.deleteLeft,
    delete: edit.deleteRight,
    left: edit.moveLeft,
    right: edit.moveRight,
    home: edit.moveToLineStart,
    end: edit.moveToLineEnd,
    tab: (buffer: TextBuffer) => edit.insert(buffer, '  '),
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

/**
 * What a key is called, with Ctrl before Alt where both are held.
 *
 * @example
 * keyName({ name: 'left', meta: true }) //=> 'alt-left'
 */
export function keyName({ name = '', ctrl, meta }: Key): string {
  if (ctrl === true) return `ctrl-${name}`;
  return meta === true ? `alt-${name}` : name;
}

/**
 * Whether a key puts something into the text that it has on it.
 *
 * @example
 * isTyped({ name: 'a', sequence: 'a' }) //=> true
 */
export function isTyped({ name, ctrl, meta, sequence = '' }: Key): boolean {
  if (ctrl === true || meta === true) return false;
  return name === 'tab' || (sequence !== '' && !controlCharacter.test(sequence));
}

/**
 * Whether a key is the beginning of a control sequence or string of the terminal's whose rest Node does not
 * know and tells of as if it had been typed: a mouse, an answer about colours, a key of a newer protocol.
 *
 * @example
 * isBroken({ sequence: '\u001b[<' }) //=> true, for a mouse
 */
export function isBroken({ name, sequence = '' }: Key): boolean {
  const known = name !== undefined && name !== 'undefined' && controlSequence.test(sequence);
  return !known && sequenceStart.test(sequence) && !isWhole(sequence);
}

/**
 * Whether a control sequence or string has come to its end: a letter or the like for a sequence, BEL or ST
 * for a string.
 *
 * @example
 * isWhole('\u001b[<0;10;20M') //=> true
 */
export function isWhole(sequence: string): boolean {
  return wholeSequence.test(sequence) || wholeString.test(sequence);
}

// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u001f\u007f-\u009f]/;
// eslint-disable-next-line no-control-regex
const controlSequence = /^(?:\u001b\[|\u009b)/;
// eslint-disable-next-line no-control-regex
const sequenceStart = /^(?:\u001b[[\]PX^_]|[\u0090\u0098\u009b\u009d-\u009f])/;
// eslint-disable-next-line no-control-regex
const wholeSequence = /^(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/;
// eslint-disable-next-line no-control-regex
const wholeString = /^(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^]*(?:\u0007|\u001b\\|\u009c)$/;
