// The key folder of a journal, written and taken away.
import { renameSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { KeyFiles, KeyFolder } from '../../app/ports/keys.ts';
import { folderIsLink } from '../../pages/journal/journal-refusals.ts';
import { printRecipient } from '../../formats/sealing/key-file.ts';
import { isLink, isThere, namesIn } from '../machine/regular-file.ts';
import { syncFolder } from '../machine/synced-folders.ts';
import { inWords } from '../machine/system-errors.ts';
import { formerFiles, IDENTITY, KEY_FOLDER, RECIPIENT } from './key-folder.ts';

/** For people without coach. */
const HOW_TO_READ = `${KEY_FOLDER}/HOW-TO-READ.txt`;

/** The key folder of a journal, to be written. */
export function keyFolder(journal: string, disk: Disk): KeyFolder {
  const folder = path.join(journal, KEY_FOLDER);
  return {
    // What is sealed for a key is read with the identity that goes with it: where both differ, the recipient tells.
    put({ sealed, recipient, names, howToRead }: KeyFiles) {
      refuseLink(folder);
      disk.replace(path.join(journal, HOW_TO_READ), howToRead);
      disk.replace(path.join(journal, RECIPIENT), printRecipient({ recipient, names }));
      disk.replace(path.join(journal, IDENTITY), sealed);
    },
    addFormer(sealed, day) {
      refuseLink(folder);
      for (let number = 1; ; number++) {
        const file = path.join(folder, `identity-${day}${number === 1 ? '' : `-${number}`}.age`);
        if (isThere(file)) continue;
        disk.create(file, sealed);
        return;
      }
    },
    dropFormer() {
      if (isLink(folder)) return;
      disk.removeAll(
        formerFiles(journal).map((file) => ({ file })),
        () => undefined,
      );
    },
    drop() {
      if (!isThere(folder)) return undefined;
      // What a link leads to may be the key of another journal.
      if (isLink(folder)) return without(folder);
      const own = [HOW_TO_READ, RECIPIENT, IDENTITY].map((file) => path.join(journal, file));
      // The identity goes last: until then everything can be opened with what is there.
      disk.removeAll(
        [...formerFiles(journal), ...own].map((file) => ({ file })),
        () => undefined,
      );
      return without(folder);
    },
  };
}

/** @throws CoachError for a link: it may lead to the key of another journal. */
function refuseLink(folder: string): void {
  if (isLink(folder)) throw folderIsLink(KEY_FOLDER);
}

/** What somebody else has put there stays, in a folder of another name. @returns That name. */
function without(folder: string): string | undefined {
  try {
    if (!isLink(folder) && namesIn(folder).length === 0) {
      rmdirSync(folder);
      syncFolder(path.dirname(folder));
      return undefined;
    }
    for (let number = 1; ; number++) {
      const aside = `${folder}-${number}`;
      if (isThere(aside)) continue;
      renameSync(folder, aside);
      syncFolder(path.dirname(folder));
      return path.basename(aside);
    }
  } catch (error) {
    throw inWords(error, folder, 'delete');
  }
}
