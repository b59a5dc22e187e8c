// The details of findings, a line each, without a word of what somebody wrote.
import { type Day, dayWords } from '../domain/time/day.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { counted } from '../pages/text/words.ts';

/** Of what stands in the place of an index. */
export const NOT_A_FOLDER = 'it is not a folder';
/** Of a file in the index that does not hold what coach has written there. */
export const HOLDS_ELSE = 'it holds something unexpected';

/** Of a file in the place of a draft. */
export const NO_DRAFT = 'it is not a draft that this version can read';

/** Of a file that stands elsewhere than its entry says. */
export const OTHER_MONTH = "is in another month's folder";

/** Why no index answers for a journal. */
export const ON_OTHER_DEVICE = 'the journal is on another device';

/** Why there is no index where the settings say so. */
export const KEPT_INSIDE = 'keep-inside is set';

/**
 * The index that answers, where it is none.
 *
 * @example
 * noIndexUsed(ON_OTHER_DEVICE)
 * //=> 'not used, because the journal is on another device; each search reads the files'
 */
export function noIndexUsed(why: string): string {
  return `not used, because ${why}; each search reads the files`;
}

/**
 * The one of several that counts.
 *
 * @example
 * countsText('a.md') //=> 'a.md: this one counts'
 */
export function countsText(path: string): string {
  return `${path}: this one counts`;
}

/**
 * The age of a draft.
 *
 * @param begun - Undefined where it does not say so.
 *
 * @example
 * draftAge('2026-11-21', '2026-11-22') //=> 'started yesterday'
 */
export function draftAge(begun: Day | undefined, today: Day): string {
  return begun === undefined ? 'it does not say when it was started' : `started ${dayWords(begun, today)}`;
}

/**
 * The detail of a name that does not fit its entry.
 *
 * @example
 * namesOther('day') //=> 'its name says a different day'
 */
export function namesOther(part: 'day' | 'bank' | 'id'): string {
  return `its name says a different ${part}`;
}

/**
 * The detail of a link that leads to no file.
 *
 * @param code - As the system gives it.
 *
 * @example
 * leadsText('a.md', 'ELOOP') //=> 'a.md: is a symlink loop'
 */
export function leadsText(path: string, code: string): string {
  return `${path}: ${code === 'ELOOP' ? 'is a symlink loop' : 'leads nowhere'}`;
}

/** Of an answer to what comes later. */
export const NOT_YET_THERE = 'is about something written later or in the same entry, but it still counts';

const LOST = {
  answer: 'an answer that is not in its entry',
  trash: 'an entry that is in the trash',
  gone: 'an entry that is missing',
} as const;

/**
 * The detail of an entry that looks back on what cannot be found.
 *
 * @example
 * looksBackText('a.md', 'trash') //=> 'a.md: is about an entry that is in the trash'
 */
export function looksBackText(path: string, lost: keyof typeof LOST): string {
  return `${path}: is about ${LOST[lost]}`;
}

/**
 * The versions of coach and of what runs it.
 *
 * @example
 * versionsText({ coach: '1.0.0', node: '24.1.0' }) //=> 'coach 1.0.0, Node 24.1.0'
 */
export function versionsText({ coach, node }: { readonly coach: string; readonly node: string }): string {
  return `coach ${coach}, Node ${node}`;
}

/**
 * The room on a disk.
 *
 * @example
 * roomText(5_000_000) //=> '4 MB left'
 */
export function roomText(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB left`;
}

/**
 * The files of compiled code.
 *
 * @param count - How many there are.
 *
 * @example
 * codeFilesText('/home/d/.cache/coach', 7) //=> '/home/d/.cache/coach/code-* (7 files)'
 */
export function codeFilesText(folder: string, count: number): string {
  return `${folder}/code-* (${counted(count, 'file')})`;
}

/**
 * The hour at which days end.
 *
 * @example
 * dayEndsText(3) //=> 'a day ends at 3:00'
 */
export function dayEndsText(hour: number): string {
  return `a day ends at ${hour}:00`;
}

/**
 * An offset that no zone has.
 *
 * @example
 * offsetText(2000) //=> '2000 minutes east of UTC'
 */
export function offsetText(minutes: number): string {
  return `${minutes} minutes east of UTC`;
}

/** Of a file that stands for one which only a server has. */
export const IN_THE_CLOUD =
  'this is only a placeholder; the program that syncs this folder keeps the entry elsewhere, so have that program download the file';

/** The same of a file whose name does not say that it is an entry. */
export const PERHAPS_IN_THE_CLOUD =
  'this is only a placeholder, perhaps for an entry; the program that syncs this folder keeps the file elsewhere, so have that program download the file';

const EDITORS = {
  emacs:
    'Emacs keeps unsaved text here; to recover it, open the entry in Emacs and run M-x recover-this-file',
  vim: 'vim keeps unsaved text here; to recover it, open the entry in vim and run :recover',
  kate: 'Kate keeps unsaved text here; open the entry in Kate, which offers to recover it',
} as const;

/**
 * The detail of a file in which an editor keeps what is not saved yet.
 *
 * @example
 * unsavedIn('.a.md.swp', 'vim') //=> '.a.md.swp: vim keeps unsaved text here; to recover it, open the entry in vim and run :recover'
 */
export function unsavedIn(path: string, editor: keyof typeof EDITORS): string {
  return `${path}: ${EDITORS[editor]}`;
}

/**
 * The detail of a hidden folder that holds entries.
 *
 * @example
 * hiddenEntries('.2026', 2) //=> '.2026: holds 2 entries, but coach does not read hidden folders, whose names start with a dot'
 */
export function hiddenEntries(path: string, count: number): string {
  const entries = count === 1 ? 'one entry' : `${count} entries`;
  return `${path}: holds ${entries}, but coach does not read hidden folders, whose names start with a dot`;
}

/**
 * The detail of something that has the name of a file and is none.
 *
 * @example
 * isOdd('.a.md.coach-lock', 'folder') //=> '.a.md.coach-lock: it is a folder (EISDIR)'
 */
export function isOdd(path: string, kind: 'folder' | 'link' | 'other'): string {
  return `${path}: ${refusalText({ folder: 'EISDIR', link: 'link', other: 'special' }[kind])}`;
}

/**
 * The reason why a file is not read whose contents are those of an entry.
 *
 * @param suffix - The end of names that are read.
 *
 * @example
 * unreadName('.md') //=> 'coach reads only files whose names end in .md and do not start with a dot'
 */
export function unreadName(suffix: string): string {
  return `coach reads only files whose names end in ${suffix} and do not start with a dot`;
}
