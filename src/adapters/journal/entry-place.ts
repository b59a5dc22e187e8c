// The places of entries on the disk, to which no link is to lead.
import path from 'node:path';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { folderIsLink } from '../../pages/journal/journal-refusals.ts';
import { isLink } from '../machine/regular-file.ts';
import { onDisk } from './journal-files.ts';
import type { JournalPlace } from './journal-place.ts';

/**
 * Tells where a file of the journal is on the disk, by its path below the journal folder.
 *
 * @returns Throws a CoachError where the journal is gone, and where a folder on the way is a link.
 */
export function placesIn(
  { folder, check }: Pick<JournalPlace, 'folder' | 'check'>,
  codec: Pick<EntryCodec, 'places'>,
): (file: string) => string {
  return (file) => {
    check();
    const link = linkOnTheWay(folder, file);
    if (link !== undefined) throw folderIsLink(link);
    return onDisk(folder, file, codec);
  };
}

/**
 * The first folder above a file, by its path below the journal, that is a link: what is written there would never be read, since
 * links to folders are not followed.
 */
export function linkOnTheWay(root: string, file: string): string | undefined {
  const above = file.split('/').slice(0, -1);
  const folders = above.map((_, at) => above.slice(0, at + 1).join('/'));
  return folders.find((folder) => isLink(path.join(root, folder)));
}
