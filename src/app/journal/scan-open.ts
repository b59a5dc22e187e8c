// Finding open plans and guesses by a quick look at every file.
import { readEntryName, referenceTo } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { mayHoldFollowed, type RawFollowed, rawFollowed } from '../../formats/entry/question-comment.ts';
import type { Query } from '../../domain/search/query.ts';
import type { RawText } from '../../formats/entry/raw-entry.ts';
import { gather, type Gathering } from './gather-entries.ts';
import type { Found } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/** A file that holds or closes plans. */
interface PlanFile extends RawFollowed {
  readonly path: string;
  /** Held where the file speaks of others, since it is surely understood soon. */
  readonly text?: string;
}

/** A file that is looked at, and its text; undefined where it is gone. */
export interface SeenFile {
  readonly name: string;
  /** Below the journal folder. */
  readonly path: string;
  readonly text: RawText | FileMistakes | undefined;
}

/** How a query is answered by a look at every file. */
export interface Scan {
  /** @returns What has to be waited for, where the file is understood at once. */
  see(file: SeenFile): Promise<unknown> | undefined;
  /** Called once every file was seen. */
  end?(): Promise<void>;
  found(): Found;
}

/**
 * Gathers the entries with open plans without understanding all those whose plans were closed: a quick look at every file tells
 * what it holds and what it speaks of. Whatever speaks of another one is understood first, since a file that is broken
 * closes nothing; then what is left open is, with the copies of both.
 *
 * @example
 * openScan({ open: true }, files).found().entries //=> []
 */
export function openScan(query: Query, files: JournalFiles): Scan {
  const gathering = gather(files, query);
  const planFiles: PlanFile[] = [];
  return {
    see({ path, text: raw }) {
      if (raw instanceof FileMistakes) gathering.refuse(raw);
      else if (raw && mayHoldFollowed(raw.plain())) {
        const plans = rawFollowed(raw.plain());
        planFiles.push({ path, ...plans, ...(plans.speaksOf.length > 0 && { text: raw.text }) });
      }
      return undefined;
    },
    end: () => gatherOpen(planFiles, files, gathering),
    found: gathering.found,
  };
}

async function gatherOpen(
  planFiles: readonly PlanFile[],
  files: JournalFiles,
  gathering: Gathering,
): Promise<void> {
  const speaking = planFiles.filter(({ speaksOf }) => speaksOf.length > 0);
  const closed = new Set<string>();
  for (const file of speaking) {
    const isUnderstood = await readText(file.path, file.text, gathering);
    if (isUnderstood) for (const reference of surelyClosed(file.path, file)) closed.add(reference);
  }
  const known = new Set(speaking);
  const open = planFiles.filter(
    (file) => !known.has(file) && mayBeOpen(file, (reference) => closed.has(reference)),
  );
  for (const { path } of open) await readText(path, files.read(path), gathering);
  const ids = new Set([...speaking, ...open].map(({ id }) => id));
  const beside = planFiles.filter((file) => !known.has(file) && ids.has(file.id) && !open.includes(file));
  // These are no news where they cannot be understood.
  for (const { path } of beside) await readText(path, files.read(path), gathering, 'quiet');
}

/**
 * Whether a file may hold a plan or a guess that is not closed: a quick look.
 *
 * @param isClosed - Whether a reference is surely closed.
 *
 * @example
 * mayBeOpen(rawFollowed(printEntry(planned)), (reference) => reference === 'p7w2c9d4rt/manager-commitment') //=> false
 */
export function mayBeOpen({ id, asked }: RawFollowed, isClosed: (reference: string) => boolean): boolean {
  return id === undefined || asked.some((question) => !isClosed(referenceTo(id, question)));
}

/**
 * What a file closes whatever copies of it there are: it stands where coach would put it, and so it is the one that counts.
 *
 * @param path - Below the journal folder.
 */
function surelyClosed(path: string, { id, closes }: RawFollowed): readonly string[] {
  const [year, month, file = ''] = path.split('/');
  const name = readEntryName(file);
  return name?.id === id && name?.day.startsWith(`${year}-${month}`) === true ? closes : [];
}

async function readText(
  path: string,
  text: string | undefined,
  gathering: Gathering,
  quiet?: 'quiet',
): Promise<boolean> {
  const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
  return text !== undefined && gathering.read(path, text, isNamed, quiet);
}
