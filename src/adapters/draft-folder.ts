import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Disk, Drafts } from '../app/ports.ts';
import type { Draft } from '../domain/draft.ts';
import { type Holder, parseDraft, printDraft } from '../formats/draft-json.ts';

/** Drafts as JSON files, one each, in a folder of their own. */
export function draftFolder(folder: string, disk: Disk): Drafts {
  const fileOf = (id: string): string => path.join(folder, `${id}.json`);
  const self: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  return {
    save: (draft) => disk.replace(fileOf(draft.id), printDraft(draft, self)),
    drop: (id) => rmSync(fileOf(id), { force: true }),
    waiting() {
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
      const drafts = names.flatMap((name): Draft[] => {
        const read = parseDraft(textOf(path.join(folder, name)));
        return read && !isHeld(read.holder, self) ? [read.draft] : [];
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

/** Another machine's processes cannot be seen from here, so its drafts are free. */
function isHeld({ pid, started, host }: Holder, self: Holder): boolean {
  if (host !== self.host || pid === self.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  return started === startOf(pid);
}

/** When a process started, in the system's own count; empty where it has ended, or where the system does not tell. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program comes second, in brackets, and may hold blanks; the start is the twenty-second field.
    const [state, ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    // One that was killed stays as a zombie where nobody asks after it.
    return state === 'Z' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}
