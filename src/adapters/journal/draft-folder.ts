// Drafts as files in a folder of their own.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { Drafts } from '../../app/ports/journal.ts';
import type { Draft } from '../../domain/sitting/draft.ts';
import { parseDraft, printDraft } from '../../formats/answers/draft-json.ts';
import { holderOf, thisProcess } from '../machine/processes.ts';
import { ifThere } from '../machine/system-errors.ts';

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
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
      const drafts: Draft[] = [];
      for (const name of names) {
        // Another process may have finished it meanwhile.
        const sealed = ifThere(() => readFileSync(path.join(folder, name))) ?? new Uint8Array();
        const read = parseDraft(Buffer.from(await codec.open(sealed)).toString());
        if (read && holderOf(read.holder, self) !== 'here') drafts.push(read.draft);
      }
      return drafts.toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
  };
}
