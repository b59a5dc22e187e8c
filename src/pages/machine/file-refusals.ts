// The files and folders that the system refused to read, write or delete, and those that hold no text.
import { CoachError } from '../../domain/text/errors.ts';

/** The reasons of the system by their codes, to whoever reads and to whoever writes or deletes. */
const REASONS: Readonly<Record<string, { readonly read?: string; readonly write?: string }>> = {
  EACCES: {
    read: 'you do not have permission to read it',
    write: 'you do not have permission to write there',
  },
  EPERM: {
    read: 'you do not have permission to read it',
    write: 'you do not have permission to write there',
  },
  // Who reads was led there; who writes has named the path.
  ENOTDIR: { read: 'a file is in the way', write: 'part of its path is a file' },
  EIO: { read: 'disk I/O error', write: 'disk I/O error' },
  EISDIR: { read: 'it is a folder', write: 'it is a folder' },
  ELOOP: { read: 'symlink loop' },
  EMFILE: { read: 'too many files are open', write: 'too many files are open' },
  ENOSPC: { write: 'the disk is full' },
  EDQUOT: { write: 'disk quota exceeded' },
  EFBIG: { read: 'it is too large', write: 'it is too large for that disk' },
  EROFS: { write: 'the disk is read-only' },
  EEXIST: { write: 'a file with that name is already there' },
  ENAMETOOLONG: { write: 'its name is too long' },
  ENOENT: { read: 'there is no such file', write: 'its folder does not exist' },
};

/** Things that may be in the place of a file, to whoever reads; whoever writes would put a file in its place. */
const ODDITIES: Readonly<Record<string, string>> = {
  pipe: 'it is a pipe',
  device: 'it is a device',
  socket: 'it is a socket',
  special: 'it is a pipe, a device or a socket',
  link: 'it is a link',
  dangling: 'it is a link that leads nowhere',
  name: 'its name is not UTF-8',
  ending: 'its name does not end in .md; for more, run coach doctor',
  placeholder: 'only a placeholder for the file is here; for more, run coach doctor',
  'folder-link': 'it is a link to a folder, and links to folders are not followed',
};

/** The name of what is piped in, where something is said of it. */
export const STANDARD_INPUT = 'standard input';

/**
 * Why something cannot be read.
 *
 * @param code - As the system gives it, or what stands in the place of a file: `pipe`, `device`, `socket`, `dangling`,
 *   `folder-link`.
 *
 * @example
 * refusalText('EISDIR') //=> 'it is a folder (EISDIR)'
 */
export function refusalText(code: string): string {
  return ODDITIES[code] ?? `${REASONS[code]?.read ?? 'the system refused'} (${code})`;
}

function refusedWriting(code: string): string {
  return ODDITIES[code] ?? REASONS[code]?.write ?? `the system refused (${code})`;
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
  return new CoachError(`cannot ${act} ${file}: ${refusedWriting(code)}`, {
    hint: 'No half-written file was left behind. Fix the problem and try again.',
    cause,
  });
}

/**
 * The error of a file that another process of coach does not let go.
 *
 * @example
 * fileIsHeld('a.md', '.a.md.coach-lock').message //=> 'another copy of coach has been using a.md for 5 seconds'
 */
export function fileIsHeld(file: string, lock: string): CoachError {
  return new CoachError(`another copy of coach has been using ${file} for 5 seconds`, {
    hint: `Nothing was changed. If coach is not running anywhere else, delete ${lock} and try again.`,
  });
}

/**
 * The error of a file whose lock cannot be made.
 *
 * @param code - What stands in its place, as `refusalText` takes it.
 *
 * @example
 * lockInTheWay('a.md', '.a.md.coach-lock', 'pipe').message
 * //=> 'cannot change a.md: .a.md.coach-lock is in the way: it is a pipe'
 */
export function lockInTheWay(file: string, lock: string, code: string): CoachError {
  return new CoachError(`cannot change ${file}: ${lock} is in the way: ${refusedWriting(code)}`, {
    hint: 'Nothing was changed. coach puts a file with that name there while it works. Move what is there somewhere else and try again.',
  });
}

/**
 * The error of a text for another program that cannot be written.
 *
 * @example
 * cannotPutAside('/tmp', Object.assign(new Error(), { code: 'ENOSPC' })).message
 * //=> 'cannot keep the text in /tmp: the disk is full'
 */
export function cannotPutAside(folder: string, cause: unknown): CoachError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new CoachError(`cannot keep the text in ${folder}: ${refusedWriting(code)}`, { cause });
}

/**
 * The error of a file that cannot be read.
 *
 * @param code - As `refusalText` takes it.
 *
 * @example
 * cannotRead('drafts', 'EISDIR').message //=> 'cannot read drafts: it is a folder (EISDIR)'
 */
export function cannotRead(file: string, code: string, cause?: unknown): CoachError {
  return new CoachError(`cannot read ${file}: ${refusalText(code)}`, { cause });
}

/**
 * The way to turn a text into UTF-8.
 *
 * @param encoding - The one it most likely has, as `iconv` calls it; undefined where that cannot be told.
 *
 * @example
 * intoUtf8('utf-16') //=> 'Convert it to UTF-8 first, for example: iconv -f utf-16 -t utf-8'
 */
export function intoUtf8(encoding: string | undefined): string {
  return encoding === undefined
    ? 'coach cannot tell what encoding the text is in. Convert it to UTF-8 first, with the name of its encoding in place of ENCODING: iconv -f ENCODING -t utf-8'
    : `Convert it to UTF-8 first, for example: iconv -f ${encoding} -t utf-8`;
}

/**
 * The error of a file that would have to be UTF-8.
 *
 * @param encoding - As `intoUtf8` takes it.
 * @param before - What is first said of what was not done.
 *
 * @example
 * notUtf8('a.json').message //=> 'a.json is not UTF-8 text'
 */
export function notUtf8(file: string, encoding?: string, before = ''): CoachError {
  return new CoachError(`${file} is not UTF-8 text`, { hint: `${before}${intoUtf8(encoding)}` });
}

/**
 * The error of answers or another text for coach that would have to be UTF-8.
 *
 * @example
 * inputNotUtf8('a.yaml', 'utf-16le').hint.split('.')[0] //=> 'Nothing was saved'
 */
export function inputNotUtf8(file: string, encoding: string | undefined): CoachError {
  return notUtf8(file, encoding, 'Nothing was saved. ');
}
