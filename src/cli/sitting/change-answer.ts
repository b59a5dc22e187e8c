// The offer to change an answer of what was saved without a look over it.
import { placeEdited } from '../../app/editing/edit-entry.ts';
import {
  type BegunSitting,
  holdSitting,
  type SittingEnd,
  type SittingPorts,
} from '../../app/sitting/hold-sitting.ts';
import type { Drafts, Journal } from '../../app/ports/journal.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { printEntry } from '../../formats/entry/entry-markdown.ts';
import * as say from '../../pages/sitting/change-text.ts';
import type { Context } from '../context.ts';

type Saved = Extract<SittingEnd, { kind: 'saved' }>;

/** The entry is saved already: what is being changed is nothing that a next start has to offer. */
const NO_DRAFTS: Drafts = {
  save: () => Promise.resolve(),
  waiting: () => Promise.resolve([]),
  drop: () => undefined,
};

/**
 * Offers once to change an answer. What is changed takes the place of what was saved; left, it stays as it was saved.
 *
 * @returns The sitting as it ended then.
 */
export async function offerChange(
  saved: Saved & { readonly again: BegunSitting },
  ports: SittingPorts,
  context: Context,
): Promise<SittingEnd> {
  const { prompter } = ports;
  const isWanted = await prompter.choose('', say.CHANGE_CHOICES);
  if (!isWanted) return saved;
  const { again } = saved;
  const journal = replacing(saved, context);
  const end = await unlessInterrupted(() => holdSitting(again, { ...ports, journal, drafts: NO_DRAFTS }));
  const { terminal } = context;
  const isSame =
    end?.kind === 'saved' && JSON.stringify(end.entry.answers) === JSON.stringify(saved.entry.answers);
  if (end?.kind !== 'saved' || isSame) {
    terminal.out(`${say.NOTHING_CHANGED}\n`);
    return saved;
  }
  terminal.done(`${end.path === saved.path ? say.CHANGED : say.changedBeside(end.path)}\n`);
  return end;
}

/** A journal in which the entry takes the place of the one that was saved, or one beside it where that was changed meanwhile. */
function replacing({ entry: before, path }: Saved, context: Context): Journal {
  const files = context.journal();
  const bytesOf = (entry: Entry): Uint8Array => new TextEncoder().encode(printEntry(entry));
  return {
    folder: files.folder,
    has: (file) => files.has(file),
    async add(entry) {
      const after = { ...entry, written: before.written };
      const placed = await placeEdited(path, bytesOf(before), bytesOf(after), files);
      return placed.kind === 'in-place' ? path : placed.path;
    },
  };
}

async function unlessInterrupted(hold: () => Promise<SittingEnd>): Promise<SittingEnd | undefined> {
  try {
    return await hold();
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    throw error;
  }
}
