// Keys that are one thing together: a paste in brackets, or a control sequence that Node does not know.
import { isBroken, isWhole, type Key } from './key.ts';

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
