// The keys of a terminal as Node tells of them: their names, and those that are one thing together.
/** A key as Node tells of it; inquirer's type leaves out half of that. */
export interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  /** The bytes of the key, as text. */
  readonly sequence?: string;
}

/**
 * The name of a key, with Ctrl before Alt where both are held.
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
function isBroken({ name, sequence = '' }: Key): boolean {
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
function isWhole(sequence: string): boolean {
  return wholeSequence.test(sequence) || wholeString.test(sequence);
}

/** Some rows up or down; a page is as many as are seen at once. */
export type RowMove = (page: number) => number;

/** By how many rows keys move, by `keyName`. */
export const rowKeys: ReadonlyMap<string, RowMove> = new Map<string, RowMove>([
  ['up', () => -1],
  ['down', () => 1],
  ['ctrl-p', () => -1],
  ['ctrl-n', () => 1],
  ['pageup', (page) => -page],
  ['pagedown', (page) => page],
]);

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

const pasteEnd = '\u001b[201~';

/** The keys of such a thing, as they come. */
export class KeyRun {
  /** As much of a paste as has come so far. */
  #paste: string | undefined;
  /** The beginning of a control sequence whose rest Node would tell of as keys. */
  #sequence = '';

  /** Whether more of a paste is to come. */
  get isPaste(): boolean {
    return this.#paste !== undefined;
  }

  /**
   * @param pasted - Told a paste that is whole.
   * @returns Whether the key belongs to one, and means nothing by itself.
   */
  takes(key: Key, pasted: (text: string) => void): boolean {
    return this.#goesIntoPaste(key, pasted) || this.#goesIntoSequence(key);
  }

  /** A control sequence comes in one go: what is not whole by then never will be. */
  endSequence(): void {
    this.#sequence = '';
  }

  #goesIntoPaste({ name, sequence = '' }: Key, pasted: (text: string) => void): boolean {
    if (this.#paste === undefined) {
      if (name === 'paste-start') this.#paste = '';
      return name === 'paste-start';
    }
    this.#paste += sequence;
    // A broken control sequence at the end of what is pasted may have swallowed the beginning of the end.
    if (sequence.endsWith('~') && this.#paste.endsWith(pasteEnd)) {
      pasted(this.#paste.slice(0, -pasteEnd.length));
      this.#paste = undefined;
    }
    return true;
  }

  #goesIntoSequence(key: Key): boolean {
    if (this.#sequence === '' && !isBroken(key)) return false;
    this.#sequence += key.sequence ?? '';
    if (isWhole(this.#sequence)) this.#sequence = '';
    return true;
  }
}
