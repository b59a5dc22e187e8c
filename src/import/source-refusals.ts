// The refusals of sources that cannot be read, or not as a whole.
import { CoachError } from '../domain/text/errors.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { ImportSource } from './source.ts';

/**
 * The error of a source that the system does not let be read.
 *
 * @param code - As the system gives it.
 *
 * @example
 * unreadableSource('a.json', 'ENOENT').message //=> 'cannot read a.json: it does not exist'
 */
export function unreadableSource(name: string, code: string, cause?: unknown): CoachError {
  const reason = code === 'ENOENT' ? 'it does not exist' : `the system refused (${code})`;
  return new CoachError(`cannot read ${name}: ${reason}`, { cause });
}

/**
 * The error of a source such as a pipe.
 *
 * @example
 * oddSource('/dev/null').message //=> 'cannot read /dev/null: it is neither a file nor a folder'
 */
export function oddSource(name: string): CoachError {
  return new CoachError(`cannot read ${name}: it is neither a file nor a folder`);
}

/**
 * The error of a file that would not fit into one string.
 *
 * @example
 * tooLargeText('a.json').message //=> 'a.json is larger than 400 MB, too large to be read all at once'
 */
export function tooLargeText(name: string): CoachError {
  return new CoachError(`${name} is larger than 400 MB, too large to be read all at once`, {
    hint: 'Import it in parts, or as JSON Lines, where the file can be any size.',
  });
}

/**
 * The error of a line that no diary has.
 *
 * @param number - From 1.
 *
 * @example
 * tooLongLine('a.jsonl', 3).message //=> 'a.jsonl:3: this line is longer than 64 MB'
 */
export function tooLongLine(name: string, number: number): CoachError {
  return new CoachError(`${name}:${number}: this line is longer than 64 MB`);
}

/**
 * The error of a document that names the program that it is from, of which nothing is known here.
 *
 * @example
 * fromOtherProgram('a.json', 'Mini Diarium').message //=> 'a.json is JSON from Mini Diarium, which coach cannot read'
 */
export function fromOtherProgram(name: string, program: string): CoachError {
  return new CoachError(`${name} is JSON from ${program}, which coach cannot read`, {
    hint: `If ${program} can export Markdown, import that instead.`,
  });
}

/**
 * The error of a journal that is encrypted, of which nobody knows here whether it can be opened.
 *
 * @example
 * encryptedJournal('old').message //=> 'cannot import old: it is an encrypted journal'
 */
export function encryptedJournal(name: string): CoachError {
  return new CoachError(`cannot import ${name}: it is an encrypted journal`, {
    hint: `Make a readable copy of it, and import that: COACH_JOURNAL=${shellWord(name)} coach journal export --to copy/`,
  });
}

/**
 * The error of a source in which there is nothing to read.
 *
 * @param links - So many links are there, which are not followed.
 * @param leadingOut - And so many files whose paths lead out of a zip.
 *
 * @example
 * emptySource('a.zip', 'zip', 1).message
 * //=> 'cannot import a.zip: it holds no files but 1 link, and links are not followed'
 * emptySource('a.json', 'file').message //=> 'cannot import a.json: it is empty'
 */
export function emptySource(
  name: string,
  shape: ImportSource['shape'],
  links = 0,
  leadingOut = 0,
): CoachError {
  const others = [
    ...(links === 0 ? [] : [`${links} ${links === 1 ? 'link' : 'links'}, and links are not followed`]),
    ...(leadingOut === 0
      ? []
      : [`${leadingOut} ${leadingOut === 1 ? 'whose path leads' : 'whose paths lead'} out of it`]),
  ];
  const but = others.length === 0 ? '' : ` but ${others.join('; ')}`;
  return new CoachError(
    `cannot import ${name}: it ${shape === 'file' ? 'is empty' : `holds no files${but}`}`,
    {
      hint: shape === 'folder' ? 'Name the folder in which the files are.' : 'Export it again.',
    },
  );
}
