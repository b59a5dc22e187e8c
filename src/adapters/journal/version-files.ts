// The files of versions: below the path of their entry, named after the act that replaced them.
import { readdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { inOrder, type Version } from '../../domain/history/version.ts';
import { actEpoch } from '../../formats/history/act-name.ts';
import { HISTORY } from './act-files.ts';
import { onDisk } from './journal-files.ts';
import { leftByEnded, sweep } from '../machine/unfinished-files.ts';
import { codeOf, inWords } from '../machine/system-errors.ts';

/** The folder of versions in that of the history. */
const VERSIONS = 'versions';

/** Where a version is, by its path below the journal folder. */
export function versionPath({ path: entry, act }: Version): string {
  return `${HISTORY}/${VERSIONS}/${entry}/${act}.md`;
}

/** The versions of a journal, the earliest first. What has another name is none. */
export function versionsIn(folder: string, codec: Pick<EntryCodec, 'places' | 'nameOf'>): readonly Version[] {
  return [...versionsBelow(path.join(folder, HISTORY, VERSIONS), '', codec)].toSorted(inOrder);
}

function* versionsBelow(
  root: string,
  below: string,
  codec: Pick<EntryCodec, 'places' | 'nameOf'>,
): Generator<Version> {
  for (const item of itemsOf(path.join(root, below))) {
    const inside = below === '' ? item.name : `${below}/${item.name}`;
    if (item.isDirectory()) yield* versionsBelow(root, inside, codec);
    else if (item.isFile() && below.endsWith('.md')) {
      const act = codec.nameOf(item.name)?.slice(0, -'.md'.length);
      if (act !== undefined && actEpoch(act) !== undefined) yield { path: below, act };
    }
  }
}

function itemsOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw inWords(error, folder, 'read');
  }
}

/** Those that are older than a moment, in milliseconds since 1970. */
export function prunedVersions(
  folder: string,
  codec: Pick<EntryCodec, 'places' | 'nameOf'>,
  before: number,
): readonly Version[] {
  return versionsIn(folder, codec).filter(({ act }) => (actEpoch(act) ?? before) < before);
}

/** Takes versions away for ever, and the folders that are empty without them. */
export function forgetVersions(
  folder: string,
  codec: Pick<EntryCodec, 'places' | 'nameOf'>,
  versions: readonly Version[],
  disk: Pick<Disk, 'remove'>,
): void {
  const root = path.join(folder, HISTORY, VERSIONS);
  for (const version of versions) {
    disk.remove(onDisk(folder, versionPath(version), codec));
    const own = path.join(root, version.path);
    // What was killed while it kept one has left the text of it.
    sweep(own, leftByEnded);
    dropEmpty(own, root);
  }
}

function dropEmpty(folder: string, root: string): void {
  for (let place = folder; place.length >= root.length; place = path.dirname(place)) {
    try {
      rmdirSync(place);
    } catch {
      // It holds something else, or another process was quicker.
      return;
    }
  }
}
