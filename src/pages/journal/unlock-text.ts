// The words of asking for the passphrase.

/** What is asked for. */
export const ASK_PASSPHRASE = 'Passphrase:';

/** The same where somebody came to write, and may. */
export const ASK_OR_WITHOUT = "Passphrase (Enter: go on without it; earlier answers aren't shown then):";

/** What is said where an editor is opened, and no folder is in memory. */
export const COPY_ON_DISK = 'While you edit, a readable copy is on the disk.';

/** What is said of a wrong one, before it is asked for again. */
export const WRONG = "That isn't the passphrase.";
