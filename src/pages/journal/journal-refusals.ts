// The refusals of a journal whose folder or files are not as they have to be.
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import { shellWord } from '../../formats/text/shell-word.ts';
import { refusalText } from '../machine/file-refusals.ts';

/**
 * The error of a file that stands where the journal would.
 *
 * @example
 * journalIsFile('/stick').message //=> 'the journal folder is a file: /stick'
 */
export function journalIsFile(folder: string): CoachError {
  return new CoachError(`the journal folder is a file: ${folder}`, {
    hint: 'Move that file somewhere else, or choose another folder: coach config set journal FOLDER',
  });
}

/**
 * The error of a journal that somebody named and that is gone.
 *
 * @example
 * journalIsGone('/stick').message //=> 'the journal folder is not there: /stick'
 */
export function journalIsGone(folder: string): CoachError {
  return new CoachError(`the journal folder is not there: ${folder}`, {
    hint: 'If it is on a disk that is not connected, connect the disk. To start a new journal there, make the folder first.',
  });
}

/**
 * The error of a journal that somebody named, and that has lost all its entries.
 *
 * @example
 * journalIsEmpty('/stick').message //=> 'the journal folder is empty, but it had entries before: /stick'
 */
export function journalIsEmpty(folder: string): CoachError {
  return new CoachError(`the journal folder is empty, but it had entries before: ${folder}`, {
    hint: `If they are on a disk that is not connected, connect it. To start over there: coach config set journal ${shellWord(folder)}`,
  });
}

/**
 * The error of a journal that this version cannot read.
 *
 * @example
 * journalIsNewer('/stick').message //=> 'the journal was encrypted by a newer version of coach, and this one cannot read it: /stick'
 */
export function journalIsNewer(folder: string): CoachError {
  return new CoachError(
    `the journal was encrypted by a newer version of coach, and this one cannot read it: ${folder}`,
    {
      hint: 'Nothing was read or written. Use the newer version for this journal.',
    },
  );
}

/**
 * The error of a folder in the journal that is a link, where something was to be written.
 *
 * @example
 * folderIsLink('2026').message //=> 'cannot write inside 2026 in the journal: it is a link to a folder'
 */
export function folderIsLink(folder: string): CoachError {
  return new CoachError(`cannot write inside ${folder} in the journal: it is a link to a folder`, {
    hint: 'coach does not follow such links, so it would not find what it wrote there. Replace the link with the folder itself.',
  });
}

/**
 * The error of a folder in the journal that the system does not let be read.
 *
 * @example
 * unreadableFolder('2026', 'EACCES').message //=> 'cannot read the folder 2026 (EACCES)'
 */
export function unreadableFolder(folder: string, code: string, cause?: unknown): CoachError {
  return new CoachError(`cannot read the folder ${folder} (${code})`, {
    hint: code === 'ENOTDIR' ? 'The journal is a folder of files.' : 'Check its permissions.',
    cause,
  });
}

/**
 * What is said of a file, or of a folder in the place of one, that the system does not let be read.
 *
 * @example
 * unreadableFile('a.md', 'EACCES').message //=> 'a.md:1:1: cannot be read: you do not have permission to read it (EACCES)'
 * unreadableFile('2026', 'EACCES').message //=> 'cannot read the folder 2026: you do not have permission to read it (EACCES)'
 */
export function unreadableFile(path: string, code: string): FileMistakes {
  const message = `cannot be read: ${refusalText(code)}`;
  const mistakes = new FileMistakes(path, [{ line: 1, column: 1, message }]);
  const isEntry = path.endsWith('.md') || code === 'ending' || code === 'placeholder';
  if (!isEntry) mistakes.message = `${FOLDER} ${path}: ${refusalText(code)}`;
  return mistakes;
}

const FOLDER = 'cannot read the folder';

/**
 * Whether what could not be read is a folder.
 *
 * @example
 * isFolder(unreadableFile('2026', 'EACCES')) //=> true
 */
export function isFolder({ message }: FileMistakes): boolean {
  return message.startsWith(FOLDER);
}
