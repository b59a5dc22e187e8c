// A word on the command line that nothing goes by, before anything is said of it: every start loads this.

/** How to go on from such a word is worked out where it is told, in `main`. */
export class UnknownWord extends Error {
  override readonly name = 'UnknownWord';
  readonly word: string;
  /** The command that does not know it, as it is typed. */
  readonly command: string;
  /** The words that it knows. */
  readonly known: readonly string[];

  constructor(word: string, command: string, known: readonly string[] = []) {
    super(word);
    this.word = word;
    this.command = command;
    this.known = known;
  }
}
