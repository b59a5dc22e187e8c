// Finding open plans and guesses by a quick look at every file.
import { readEntryName, referenceTo } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { mayHoldFollowed, type RawFollowed, rawFollowed } from '../../formats/entry/question-comment.ts';
import { folderTexts } from './folder-texts.ts';
import type { Gathering } from './gather-entries.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/** A file that holds or closes plans. */
interface PlanFile extends RawFollowed {
  readonly path: string;
  /** Held where the file speaks of others, since it is surely understood soon. */
  readonly text?: string;
}

/**
 * Gathers the entries with open plans without understanding all those whose plans were closed: a quick look at every file tells
 * what it holds and what it speaks of. Whatever speaks of another one is understood first, since a file that is broken
 * closes nothing; then what is left open is, with the copies of both.
 *
 * @example
 * const gathering = gather(files, { open: true });
 * await scanOpen(files, gathering);
 * gathering.found().entries.length //=> 1
 */
export async function scanOpen(files: JournalFiles, gathering: Gathering): Promise<void> {
  const planFiles = await findPlanFiles(files, gathering);
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
  for (const { path } of open) await read(path, files, gathering);
  const ids = new Set([...speaking, ...open].map(({ id }) => id));
  const beside = planFiles.filter((file) => !known.has(file) && ids.has(file.id) && !open.includes(file));
  // These are no news where they cannot be understood.
  for (const { path } of beside) await read(path, files, gathering, 'quiet');
}

/**
 * Whether a file may hold a plan or a guess that is not closed: a quick look.
 *
 * @param isClosed - Whether a reference is surely closed.
 *
 * @example
 * mayBeOpen(rawFollowed(printEntry(planned)), (reference) => reference === 'p7w2c9d4rt/manager-commitment') //=> false
 */
export function mayBeOpen(plans: RawFollowed, isClosed: (reference: string) => boolean): boolean {
  return plans.id === undefined || ownReferences(plans).some((reference) => !isClosed(reference));
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

function ownReferences({ id = '', asked }: RawFollowed): readonly string[] {
  return asked.map((question) => referenceTo(id, question));
}

async function findPlanFiles(files: JournalFiles, gathering: Gathering): Promise<readonly PlanFile[]> {
  const found: PlanFile[] = [];
  for (const { path: folder, names } of files.folders()) {
    for await (const some of folderTexts(folder, names, files)) {
      for (const { path, text } of some) {
        if (text instanceof FileMistakes) gathering.refuse(text);
        else if (text !== undefined && mayHoldFollowed(text)) {
          const plans = rawFollowed(text);
          found.push({ path, ...plans, ...(plans.speaksOf.length > 0 && { text }) });
        }
      }
    }
  }
  return found;
}

/** @returns Whether it was understood. */
async function read(
  path: string,
  files: JournalFiles,
  gathering: Gathering,
  quiet?: 'quiet',
): Promise<boolean> {
  return readText(path, files.read(path), gathering, quiet);
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
