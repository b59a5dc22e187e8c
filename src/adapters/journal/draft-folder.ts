import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { Drafts } from '../../app/ports/drafts.ts';
import type { Draft } from '../../domain/sitting/draft.ts';
import { parseDraft, printDraft } from '../../formats/answers/draft-json.ts';
import { holderOf, thisProcess } from '../machine/processes.ts';

/** Drafts as JSON files, one each, in a folder of their own. */
export function draftFolder(folder: string, disk: Disk): Drafts {
  const fileOf = (id: string): string => path.join(folder, `${id}.json`);
  const self = thisProcess();
  return {
    save: (draft) => disk.replace(fileOf(draft.id), printDraft(draft, self)),
    drop: (id) => rmSync(fileOf(id), { force: true }),
    waiting() {
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
      const drafts = names.flatMap((name): Draft[] => {
        const read = parseDraft(textOf(path.join(folder, name)));
        return read && holderOf(read.holder, self) !== 'here' ? [read.draft] : [];
      });
      return drafts.toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
  };
}

/** Empty for a draft that another process has finished meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
