// A way to look through the journal on a screen, as a port.
import type { EntryLook } from '../../pages/journal/entry-page.ts';
import type { Page } from '../../pages/text/wrap.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';

/** Where somebody is in a list of entries that is narrowed as they type. */
export interface BrowsePlace {
  readonly typed: string;
  /** Of the entry the cursor is on; on the first when absent. */
  readonly path?: string | undefined;
}

/** The entries that what was typed leaves, newest first, and whether there are older ones, too. */
export interface Listed {
  readonly entries: readonly StoredEntry[];
  readonly more: boolean;
}

/** @param signal - Says that something else has been typed meanwhile; what comes back is not looked at then. */
export type FindListed = (typed: string, signal: AbortSignal) => Promise<Listed>;

/** What somebody does with the entry that they read: back to the list, away from all, or to change or delete it. */
export type PageAnswer = 'back' | 'leave' | 'edit' | 'delete';

/** A way to look through entries: a list, and one of them whole. Each method throws Interrupted on Ctrl-C. */
export interface Browser {
  /** @returns What was typed, and the entry to open; undefined when the person leaves. */
  choose(
    start: BrowsePlace,
    find: FindListed,
    look: EntryLook,
  ): Promise<{ readonly typed: string; readonly opened: StoredEntry } | undefined>;
  /** @param text - The text for a page of that width; asked again when the screen changes. */
  read(text: (page: Page) => string): Promise<PageAnswer>;
  /** Leaves the terminal as it was. */
  close(): void;
}
