// The names of the files of an index, and what is swept away beside them.
import fs from 'node:fs';
import path from 'node:path';
import { readUnfinishedName } from '../../domain/text/unfinished-name.ts';
import { bytesOf } from '../../formats/index/index-bytes.ts';
import { lives } from '../machine/processes.ts';
import { leftInJournal } from '../machine/unfinished-files.ts';
import type { IndexPlace } from './index-place.ts';

/** The file that tells of all segments. */
export const CONTENTS = 'contents.index';

/**
 * The name of the file for a folder of the journal. A month may be told, as the files of entries tell it; what a person calls a folder of
 * their own is told by no name of an encrypted index.
 */
export function segmentName(folder: string, cipher: IndexPlace['cipher']): string {
  if (/^\d{4}(?:\/\d\d)?$/.test(folder)) return `${folder.replace('/', '-')}${ENDING}`;
  return `_${cipher ? cipher.nameFor(folder) : shortened(encodeURIComponent(folder))}${ENDING}`;
}

const ENDING = '.segment';
/** Some file systems give names no more than 143 bytes, and while a file is written it has a longer one. */
const LONGEST_NAME = 90;

/** A long name begins with a sum of all of it: two that end alike would take turns. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const sum = bytesOf(name).reduce((before, byte) => (before * 31 + byte) % 2 ** 40, 0);
  return `${sum.toString(36)}-${name.slice(-LONGEST_NAME)}`;
}

/**
 * Takes away what is not in use of an index, but for what others are writing. A link may stand in the place of its folder, and lead to
 * one of the person's own: what coach does not call so is not coach's.
 */
export function sweep(folder: string, used: ReadonlySet<string>): void {
  for (const item of fs.readdirSync(folder, { withFileTypes: true })) {
    const { name } = item;
    const unfinished = readUnfinishedName(name);
    if (item.isDirectory() || used.has(name) || !isOfIndex(unfinished?.name ?? name)) continue;
    const file = path.join(folder, name);
    const isUnderWay = unfinished !== undefined && lives(unfinished.writer) && !leftInJournal(file);
    if (!isUnderWay) fs.rmSync(file, { force: true });
  }
}

const isOfIndex = (name: string): boolean => name === CONTENTS || name.endsWith(ENDING);
