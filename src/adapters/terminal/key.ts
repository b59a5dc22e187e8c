// The keys of a terminal as Node tells of them: their names, and those of a paste.
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
const pasteEnd = '\u001b[201~';

/** The keys of a paste, as they come. */
export class KeyRun {
  /** As much of it as has come so far. */
  #paste: string | undefined;

  /** Whether more is to come. */
  get isPaste(): boolean {
    return this.#paste !== undefined;
  }

  /**
   * @param pasted - Told a paste that is whole.
   * @returns Whether the key belongs to one, and means nothing by itself.
   */
  takes({ name, sequence = '' }: Key, pasted: (text: string) => void): boolean {
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
}
