// The files and folders that the system refuses to read, write or delete, and those that hold no text.
import { CoachError } from '../../domain/text/errors.ts';

/** The reasons of the system by their codes, to whoever reads and to whoever writes or deletes. */
const REASONS: Readonly<Record<string, { readonly read?: string; readonly write?: string }>> = {
  EACCES: { read: 'you may not read it', write: 'you may not write there' },
  EPERM: { read: 'you may not read it', write: 'you may not write there' },
  // Who reads was led there; who writes has named the path.
  ENOTDIR: { read: 'a file is in its way', write: 'a part of its path is a file' },
  EIO: { read: 'the disk reports a fault', write: 'the disk reports a fault' },
  EISDIR: { read: 'it is a folder' },
  ELOOP: { read: 'links lead round in a circle' },
  ENOSPC: { write: 'the disk is full' },
  EDQUOT: { write: 'your share of the disk is used up' },
  EFBIG: { write: 'files may not be that large there' },
  EROFS: { write: 'the disk can only be read' },
  EEXIST: { write: 'a file of that name is there already' },
  ENAMETOOLONG: { write: 'its name is too long' },
  ENOENT: { write: 'its folder is not there' },
};

/** The name of what is piped in, where something is said of it. */
export const STANDARD_INPUT = 'standard input';

/**
 * Why the system refuses to read something.
 *
 * @param code - As the system gives it.
 *
 * @example
 * refusalText('EISDIR') //=> 'it is a folder (EISDIR)'
 */
export function refusalText(code: string): string {
  return `${REASONS[code]?.read ?? 'the system refuses'} (${code})`;
}

/**
 * The error of a file that could not be written or deleted.
 *
 * @param act - The verb that failed.
 *
 * @example
 * cannotWrite('a.md', 'ENOSPC', 'write').message //=> 'cannot write a.md: the disk is full'
 */
export function cannotWrite(file: string, code: string, act: string, cause?: unknown): CoachError {
  const reason = REASONS[code]?.write ?? `the system refused (${code})`;
  return new CoachError(`cannot ${act} ${file}: ${reason}`, {
    hint: 'Nothing was half written. Mend that and try again.',
    cause,
  });
}

/**
 * The error of a text for another program that cannot be written.
 *
 * @example
 * cannotPutAside('/tmp').message //=> 'cannot put the text aside in /tmp'
 */
export function cannotPutAside(folder: string, cause?: unknown): CoachError {
  return new CoachError(`cannot put the text aside in ${folder}`, { cause });
}

/**
 * The error of a folder that was named where a file is read.
 *
 * @example
 * fileIsFolder('drafts').message //=> 'cannot read drafts: it is a folder'
 */
export function fileIsFolder(file: string): CoachError {
  return new CoachError(`cannot read ${file}: it is a folder`);
}

/**
 * The error of a file that would have to be UTF-8.
 *
 * @param before - What is first said of what was not done.
 * @param encoding - The one it most likely has, as `iconv` calls it.
 *
 * @example
 * notUtf8('a.json').message //=> 'a.json is not UTF-8 text'
 */
export function notUtf8(file: string, before = '', encoding = 'latin1'): CoachError {
  return new CoachError(`${file} is not UTF-8 text`, {
    hint: `${before}Turn it into UTF-8 first, for example: iconv -f ${encoding} -t utf-8`,
  });
}

/**
 * The error of answers or another text for coach that would have to be UTF-8.
 *
 * @example
 * inputNotUtf8('a.yaml', 'utf-16le').hint.split('.')[0] //=> 'Nothing was saved'
 */
export function inputNotUtf8(file: string, encoding: string): CoachError {
  return notUtf8(file, 'Nothing was saved. ', encoding);
}
