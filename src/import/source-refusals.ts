// The refusals of sources that cannot be read, or not as a whole: files, folders and zips.
import { CoachError } from '../domain/text/errors.ts';

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

const UNPACK = 'Extract it with another program, look at what is in it, and import the folder.';

/**
 * The error of a zip that is too large to be read all at once.
 *
 * @example
 * tooLargeZip('a.zip').message //=> 'a.zip is too large to be read as a zip'
 */
export function tooLargeZip(file: string): CoachError {
  return new CoachError(`${file} is too large to be read as a zip`, { hint: UNPACK });
}

/**
 * The error of a zip that is not whole.
 *
 * @param name - The file in it that is not what was packed, where it is known.
 *
 * @example
 * damagedZip('a.zip').message //=> 'a.zip is a damaged zip'
 * damagedZip('a.zip', { name: 'b.json' }).message //=> 'a.zip is a damaged zip: b.json in it has changed since the zip was made'
 */
export function damagedZip(
  file: string,
  { name, cause }: { readonly name?: string; readonly cause?: unknown } = {},
): CoachError {
  const where = name === undefined ? '' : `: ${name} in it has changed since the zip was made`;
  return new CoachError(`${file} is a damaged zip${where}`, { hint: 'Export it again.', cause });
}

/**
 * The error of a zip with a password.
 *
 * @example
 * encryptedZip('a.zip', 'b.json').message //=> 'a.zip cannot be read: b.json in it is encrypted'
 */
export function encryptedZip(file: string, name: string): CoachError {
  return new CoachError(`${file} cannot be read: ${name} in it is encrypted`, {
    hint: 'Extract it with its password, and import the folder: unzip FILE -d FOLDER',
  });
}

/**
 * The error of a zip that is packed otherwise than most are.
 *
 * @example
 * oddlyPacked('a.zip', 'b.json').message
 * //=> 'a.zip cannot be read: b.json in it is compressed in a way that coach does not support'
 */
export function oddlyPacked(file: string, name: string): CoachError {
  return new CoachError(
    `${file} cannot be read: ${name} in it is compressed in a way that coach does not support`,
    {
      hint: 'Extract it with another program and import the folder, or make a plain zip of the folder: zip -r NEW.zip FOLDER',
    },
  );
}

/**
 * The error of a zip in which two files have one name.
 *
 * @example
 * twiceInZip('a.zip', 'b.json').message //=> 'a.zip cannot be read: it holds two files named b.json'
 */
export function twiceInZip(file: string, name: string): CoachError {
  return new CoachError(`${file} cannot be read: it holds two files named ${name}`, {
    hint: 'Extract it with another program that keeps both, and import the folder.',
  });
}

/**
 * The error of a zip that is made to fill the memory.
 *
 * @example
 * harmfulZip('a.zip').message
 * //=> 'a.zip would expand to a huge multiple of its size, as malicious zips do'
 */
export function harmfulZip(file: string): CoachError {
  return new CoachError(`${file} would expand to a huge multiple of its size, as malicious zips do`, {
    hint: UNPACK,
  });
}
