// Drafts as files in a folder of their own.
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { Drafts } from '../../app/ports/journal.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import type { Draft } from '../../domain/sitting/draft.ts';
import { parseDraft, printDraft } from '../../formats/answers/draft-json.ts';
import { holderOf, thisProcess } from '../machine/processes.ts';
import { namesIn, readIfPossible } from '../machine/regular-file.ts';

/** Drafts as JSON files, one each, in a folder of their own. */
export function draftFolder(folder: string, disk: Disk, codec: EntryCodec): Drafts {
  const fileOf = (id: string): string => path.join(folder, `${id}.json`);
  const self = thisProcess();
  return {
    async save(draft) {
      disk.replace(fileOf(draft.id), await codec.seal(Buffer.from(printDraft(draft, self))));
    },
    drop: (id) => rmSync(fileOf(id), { force: true }),
    async waiting() {
      const names = namesIfPossible(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
      const drafts: Draft[] = [];
      for (const name of names) {
        // One that another process finished meanwhile, or that cannot be read, stands in nobody's way, and doctor names it.
        const sealed = readIfPossible(path.join(folder, name));
        const text = sealed && (await openIfPossible(sealed, name, codec));
        const read = text && parseDraft(Buffer.from(text).toString());
        if (read && holderOf(read.holder, self) !== 'here') drafts.push(read.draft);
      }
      return drafts.toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
  };
}

/** Undefined for one that is damaged, or of another key: doctor names it. @throws CoachError where the journal is locked */
async function openIfPossible(
  sealed: Uint8Array,
  name: string,
  codec: EntryCodec,
): Promise<Uint8Array | undefined> {
  try {
    return await codec.open(sealed, name);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return undefined;
  }
}

/** None where the folder cannot be read: doctor names that. */
function namesIfPossible(folder: string): readonly string[] {
  try {
    return namesIn(folder);
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    return [];
  }
}
