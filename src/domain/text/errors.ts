// The failures that coach foresees, worded for the person at the keyboard.

/**
 * A failure we foresaw, worded for the person at the keyboard.
 *
 * `message` says what is wrong and where; `hint` says what to do next.
 * Anything that is not a `CoachError` is a bug, and is reported as one.
 *
 * @example
 * new CoachError('the journal folder is not there: /stick/journal', { hint: 'Plug it in and try again.' })
 */
export class CoachError extends Error {
  override readonly name: string = 'CoachError';
  readonly hint: string | undefined;

  constructor(
    message: string,
    options: { readonly hint?: string | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}

/** Something on the command line is wrong: an unknown role, bank, question, entry, day or flag value. */
export class UsageError extends CoachError {
  override readonly name = 'UsageError';
}

/** The person pressed Ctrl-C. `message` says what was kept. */
export class Interrupted extends CoachError {
  override readonly name = 'Interrupted';
}

/** One thing that is wrong in a file: where it stands (lines and columns count from 1) and what was expected. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * The order in which mistakes stand in their file.
 *
 * @example
 * [{ line: 2, column: 1 }, { line: 1, column: 9 }].toSorted(byPlace) //=> [{ line: 1, column: 9 }, { line: 2, column: 1 }]
 */
export function byPlace(one: Omit<Mistake, 'message'>, other: Omit<Mistake, 'message'>): number {
  return one.line - other.line || one.column - other.column;
}

/** So many mistakes of one file are told; whoever has more has given the wrong file. */
export const MOST_MISTAKES = 100;

/**
 * A file that cannot be understood, with everything that is wrong in it.
 *
 * @example
 * new FileMistakes('answers.yaml', [{ line: 3, column: 1, message: 'unknown question "member-fel"' }]).message
 * //=> 'answers.yaml:3:1: unknown question "member-fel"'
 */
export class FileMistakes extends CoachError {
  override readonly name = 'FileMistakes';
  readonly file: string;
  readonly mistakes: readonly Mistake[];

  constructor(file: string, mistakes: readonly Mistake[], hint?: string) {
    const told = mistakes
      .slice(0, MOST_MISTAKES)
      .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
    const more = mistakes.length > told.length ? ['and more'] : [];
    super([...told, ...more].join('\n'), { hint });
    this.file = file;
    this.mistakes = mistakes;
  }
}
