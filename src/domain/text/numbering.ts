// Numbers for texts.

/** Texts that have numbers, from 0 on. */
export interface Numbering {
  readonly all: readonly string[];
  /** The number of a text, the same one each time. */
  of(text: string): number;
}

/**
 * Gives each text a number when it first comes.
 *
 * @example
 * const numbers = numbering();
 * ['late', 'soon', 'late'].map(numbers.of) //=> [0, 1, 0]
 */
export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    of(text) {
      const known = numbers.get(text) ?? all.push(text) - 1;
      numbers.set(text, known);
      return known;
    },
  };
}
