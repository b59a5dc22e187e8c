// The marks of files that were read: one that is as it was when it was marked need not be read again.
import { createHash, hash } from 'node:crypto';
import { isUnsettled, keptStamps } from '../../app/journal/kept-stamps.ts';
import type { FileStamp } from '../../app/ports/journal-files.ts';
import { replaceUnsynced } from '../../adapters/machine/disk.ts';
import { readRegular } from '../../adapters/machine/regular-file.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Oid } from '../merge-plan.ts';

/** A file with the hash of its text, and what it was like before it was read. */
export type FileMark = readonly [
  file: string,
  oid: Oid,
  size: FileStamp['size'],
  mtimeMs: FileStamp['mtimeMs'],
  ctimeMs: FileStamp['ctimeMs'],
  ino: FileStamp['ino'],
];

/** Marks by their files. */
export type FolderMarks = ReadonlyMap<string, FileMark>;

/**
 * A new mark.
 *
 * @param stamp - Taken before the file was read.
 * @param takenAt - When that was, in milliseconds since 1970.
 * @returns Undefined for a file that was touched so shortly before that it may yet change and look the same.
 */
export function markOf(file: string, oid: Oid, stamp: FileStamp, takenAt: number): FileMark | undefined {
  if (isUnsettled(keptStamps([stamp], takenAt))) return undefined;
  return [file, oid, stamp.size, stamp.mtimeMs, stamp.ctimeMs, stamp.ino];
}

/** Whether a file is as it was. */
export function isAsMarked(mark: FileMark, { size, mtimeMs, ctimeMs, ino }: FileStamp): boolean {
  return mark[2] === size && mark[3] === mtimeMs && mark[4] === ctimeMs && mark[5] === ino;
}

/** Marks that were kept; none where they are gone, damaged, or of another version: all files are read then. */
export function readMarks(place: string): FolderMarks {
  const text = textIn(place);
  const end = text.indexOf('\n') + 1;
  const kept = text.slice(end);
  if (text.slice(0, end) !== openingWith(hash('sha1', kept, 'hex'))) return new Map();
  const marks: readonly FileMark[] = JSON.parse(kept);
  return new Map(marks.map((mark) => [mark[0], mark]));
}

/** Keeps marks. Where that cannot be, the files are read again. */
export function keepMarks(place: string, marks: FolderMarks): void {
  try {
    replaceUnsynced(place, piecesOf(marks));
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
  }
}

/** So many are one piece: of very many, the text as a whole would be held three times. */
const PIECE = 500;

function* piecesOf(marks: FolderMarks): Generator<string> {
  const sum = createHash('sha1');
  for (const piece of printed(marks)) sum.update(piece);
  yield openingWith(sum.digest('hex'));
  yield* printed(marks);
}

function* printed(marks: FolderMarks): Generator<string> {
  let piece: string[] = [];
  let opening = '[';
  for (const mark of marks.values()) {
    piece.push(JSON.stringify(mark));
    if (piece.length < PIECE) continue;
    yield opening + piece.join(',');
    [piece, opening] = [[], ','];
  }
  if (piece.length > 0) yield opening + piece.join(',');
  yield marks.size === 0 ? '[]' : ']';
}

/** Raised with every change of what a mark is. */
const FORMAT = 1;

/** What stands before marks: nobody waits until they are on disk, and a disk may give back other bytes than it was given. */
function openingWith(sum: string): string {
  return `${FORMAT} ${sum}\n`;
}

function textIn(place: string): string {
  try {
    return readRegular(place)?.toString() ?? '';
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof CoachError)) throw error;
    return '';
  }
}
