// Entries that are brought in, as an act that can be undone: each lot is written down before it is saved.
import type { ActHead, FileChange } from '../../domain/history/act.ts';
import type { JournalHistory, RawFile } from '../ports/history.ts';
import type { Journal, ManyEntries } from '../ports/journal.ts';

/** A place for many entries, which tells those that are there. */
export type Adding = ManyEntries & Pick<Journal, 'has'>;

/**
 * The journal for an import of any size that is to be written down. Each lot that comes is a part of one act, so that no more than a
 * lot is held at once.
 *
 * @example
 * const files = journalOf({});
 * const adding = recordedAdding(files, recorderOf(files).history);
 * await adding.addAll([{ path: 'a.md', bytes: Uint8Array.of(0x68) }]) //=> 1
 */
export function recordedAdding(
  journal: Pick<Journal, 'has' | 'pathOf'>,
  history: Pick<JournalHistory, 'begin' | 'seal' | 'write' | 'withdraw' | 'addAll' | 'alone'>,
): Adding {
  let head: ActHead | undefined;
  let part = 1;
  return {
    has: (path) => journal.has(path),
    async addAll(entries) {
      const sealed: { readonly path: string; readonly file: RawFile }[] = [];
      for (const { path, bytes } of entries)
        sealed.push({ path: journal.pathOf(path), file: await history.seal(bytes) });
      return history.alone(async () => {
        const fresh = sealed.filter(({ path }) => !journal.has(path));
        if (fresh.length === 0) return 0;
        head ??= history.begin('import');
        const changes = fresh.map(({ path, file: { hash } }): FileChange => ({ kind: 'add', path, hash }));
        let isAny = false;
        try {
          history.write(head, changes, part);
          const added = await history.addAll(fresh);
          isAny = true;
          return added;
        } finally {
          if (isAny || fresh.some(({ path }) => journal.has(path))) part++;
          else history.withdraw(head, { part });
        }
      });
    },
  };
}
