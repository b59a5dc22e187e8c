// The refusals of zips, and of files in them, that cannot be read.
import { CoachError } from '../domain/text/errors.ts';

/**
 * The error of a zip of which the end is missing.
 *
 * @example
 * cutOffZip('a.zip').message //=> 'a.zip ends too early: the list of its files, at the end of a zip, is missing'
 */
export function cutOffZip(file: string): CoachError {
  return new CoachError(`${file} ends too early: the list of its files, at the end of a zip, is missing`, {
    hint: 'Copy or download it again, or export it again.',
  });
}

/**
 * The error of a zip that is not what was packed.
 *
 * @param name - The file in it that is not, where it is known.
 *
 * @example
 * damagedZip('a.zip').message //=> 'a.zip is a damaged zip: the list of its files is not whole'
 * damagedZip('a.zip', { name: 'b.json' }).message //=> 'b.json cannot be read: it is damaged in the zip'
 */
export function damagedZip(
  file: string,
  { name, cause }: { readonly name?: string; readonly cause?: unknown } = {},
): CoachError {
  const message =
    name === undefined
      ? `${file} is a damaged zip: the list of its files is not whole`
      : `${name} cannot be read: it is damaged in the zip`;
  return new CoachError(message, { hint: 'Copy or download the zip again, or export it again.', cause });
}

/**
 * The error of a zip that is one part of several.
 *
 * @example
 * splitZip('a.zip').message //=> 'a.zip is one part of a zip in several parts'
 */
export function splitZip(file: string): CoachError {
  return new CoachError(`${file} is one part of a zip in several parts`, {
    hint: 'Extract all parts together with another program, and import the folder.',
  });
}

/**
 * The error of a file in a zip that has a password.
 *
 * @example
 * encryptedInZip('b.json').message //=> 'b.json cannot be read: it is encrypted'
 */
export function encryptedInZip(name: string): CoachError {
  return new CoachError(`${name} cannot be read: it is encrypted`, {
    hint: 'Extract the zip with its password, and import the folder: unzip FILE -d FOLDER',
  });
}

/**
 * The error of a file in a zip that is packed otherwise than most are.
 *
 * @example
 * oddlyPacked('b.json').message //=> 'b.json cannot be read: it is compressed in a way that coach does not support'
 */
export function oddlyPacked(name: string): CoachError {
  return new CoachError(`${name} cannot be read: it is compressed in a way that coach does not support`, {
    hint: 'Extract the zip with another program and import the folder, or make a plain zip of the folder: zip -r NEW.zip FOLDER',
  });
}

/**
 * The error of two files in a zip that have one name.
 *
 * @example
 * twiceInZip('b.json').message //=> 'b.json cannot be read: the zip holds two files with that name'
 */
export function twiceInZip(name: string): CoachError {
  return new CoachError(`${name} cannot be read: the zip holds two files with that name`, {
    hint: 'Extract the zip with another program that keeps both, and import the folder.',
  });
}

/**
 * The error of a file in a zip that is made to fill the memory.
 *
 * @example
 * harmfulInZip('b.json').message //=> 'b.json would expand to more than 200 times its size, as malicious zips do'
 */
export function harmfulInZip(name: string): CoachError {
  return new CoachError(`${name} would expand to more than 200 times its size, as malicious zips do`, {
    hint: 'Extract the zip with another program, look at what is in it, and import the folder.',
  });
}

/**
 * The error of a file in a zip from which more is read with it than is held at once.
 *
 * @example
 * tooMuchInZip('b.json').message
 * //=> 'b.json cannot be read: coach reads at most 400 MB of text from one zip, and this goes beyond it'
 */
export function tooMuchInZip(name: string): CoachError {
  return new CoachError(
    `${name} cannot be read: coach reads at most 400 MB of text from one zip, and this goes beyond it`,
    { hint: 'Extract the zip with another program, and import what is in it in parts.' },
  );
}
