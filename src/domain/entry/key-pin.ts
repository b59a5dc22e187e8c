// The key of a journal: a pair, and what this machine remembers of it.

/** A key pair as age writes it: what was sealed for the recipient (`age1…`) is opened with the identity (`AGE-SECRET-KEY-1…`). */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

/** What this machine remembers of an encrypted journal. Entries are sealed for this recipient, whatever the journal folder says. */
export interface Pin {
  /** The folder of the journal, in full. */
  readonly journal: string;
  readonly recipient: string;
  /** Whether names of files tell the day alone, or time and bank, too. */
  readonly names: 'day' | 'whole';
  /** The day on which it was made. */
  readonly since: string;
  /** The recipient before it, as long as this machine has not sealed everything anew. */
  readonly former?: string;
}
