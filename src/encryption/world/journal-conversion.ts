// The conversion of a journal on this machine: its entries, trash, versions and drafts.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ACTS, HISTORY } from '../../adapters/journal/act-files.ts';
import { lockedWhile } from '../../adapters/machine/lock.ts';
import { makeFolder } from '../../adapters/machine/synced-folders.ts';
import { namesIn, readOrRefuse } from '../../adapters/machine/regular-file.ts';
import { inWords } from '../../adapters/machine/system-errors.ts';
import { keyFolder } from '../../adapters/sealing/written-key.ts';
import type { Disk } from '../../app/ports/disk.ts';
import type { Progress } from '../../app/ports/terminal.ts';
import type { Sealing } from '../../app/ports/sealing.ts';
import { isBare } from '../../domain/entry/bare-name.ts';
import { readEntryName } from '../../domain/entry/entry.ts';
import { readActName } from '../../formats/history/act-name.ts';
import {
  type Conversion,
  type ConversionKey,
  type Converted,
  type Kind,
  type KeptBecause,
  NONE,
  totalOf,
  type ToConvert,
  type ConversionWay,
} from '../conversion.ts';
import { heldDraft, turnDraft } from './converted-drafts.ts';
import { type FoundFiles, type FoundFile, foundFiles, type WrittenPlaces } from './found-files.ts';
import { turnFiles, type Turning } from './turned-files.ts';
import { resealed } from './resealed-files.ts';
import { turningOf } from './turnings.ts';

/** The world that a journal is converted in. */
export interface ConvertedWorld extends WrittenPlaces {
  /** The folder of what this machine remembers. */
  readonly state: string;
  readonly disk: Disk;
  readonly sealing: () => Promise<Sealing>;
  readonly dropIndex: () => void;
}

/** So many files are held at once. */
const AT_ONCE = 100;

/** The conversion of a journal. */
export function journalConversion(world: ConvertedWorld): Conversion {
  const { journal, state, disk } = world;
  const acts = path.join(journal, HISTORY, ACTS);
  const actFiles = (): readonly string[] => namesIn(acts).filter((name) => readActName(name) !== undefined);
  return {
    keyFolder: keyFolder(journal, disk),
    async look(way, identity) {
      const found = foundFiles(world, way !== 'encrypt');
      const counts: Record<Kind, number> = { ...NONE };
      for (const { kind } of found.files) counts[kind]++;
      const held: string[] = [];
      for (const file of found.drafts) {
        const draft = await heldDraft(file, identity, world.sealing);
        if (draft.isSealed === (way !== 'encrypt')) counts.draft++;
        if (draft.isHeld) held.push(file);
      }
      const telling = found.files.filter(({ path: file, entry = file }) => tells(entry)).length;
      const [editor] = found.editors;
      const [sitting] = held;
      return {
        counts,
        left: found.left.length,
        open: openWork(editor, sitting),
        telling,
        others: found.others,
      };
    },
    convert: (way, key, progress) => convertAll(way, key, progress, world),
    dropActs(which) {
      const files = actFiles()
        .map((name) => ({ file: path.join(acts, name) }))
        .filter(({ file }) => which === undefined || isTelling(file));
      disk.removeAll(files, () => undefined);
      return files.length;
    },
    dropIndex: world.dropIndex,
    alone(act) {
      try {
        makeFolder(state);
      } catch (error) {
        throw inWords(error, state);
      }
      return lockedWhile(path.join(state, 'encrypting'), act);
    },
    repository: () => repositoryAround(journal),
  };
}

/** Whether names in a file tell more of entries than their days. */
function isTelling(file: string): boolean {
  return tells(readOrRefuse(file)?.toString() ?? '');
}

/** Whether any name in a text does. */
function tells(text: string): boolean {
  const names = text.match(/\d{4}-\d\d-\d\d-\d{6}-[a-z0-9-]+/g) ?? [];
  return names.map((name) => readEntryName(`${name}.md`)).some((name) => name !== undefined && !isBare(name));
}

function openWork(editor: string | undefined, sitting: string | undefined): ToConvert['open'] {
  if (sitting !== undefined) return { kind: 'sitting', file: sitting };
  return editor === undefined ? undefined : { kind: 'editor', file: editor };
}

/** The folder above, or the journal itself, that git keeps. */
function repositoryAround(journal: string): string | undefined {
  for (let folder = journal; path.dirname(folder) !== folder; folder = path.dirname(folder))
    if (existsSync(path.join(folder, '.git'))) return folder;
  return undefined;
}

/** What was done so far, and what is not tried again. */
interface Tally {
  readonly counts: Record<Kind, number>;
  readonly left: Map<string, { readonly path: string; readonly because: KeptBecause }>;
  readonly passed: Set<string>;
  readonly copies: string[];
}

/** Passes until one finds nothing new: others may save meanwhile. */
async function convertAll(
  way: ConversionWay,
  key: ConversionKey,
  progress: Progress,
  world: ConvertedWorld,
): Promise<Converted> {
  const sealing = await world.sealing();
  const turning = turningOf(way, key, sealing);
  const tally: Tally = { counts: { ...NONE }, left: new Map(), passed: new Set(), copies: [] };
  let failure: unknown;
  try {
    for (let isNew = true; isNew;) isNew = await pass(way, turning, tally, progress, world);
  } catch (error) {
    failure = error;
  }
  progress(1, 1);
  return { counts: tally.counts, left: [...tally.left.values()], copies: tally.copies, failure };
}

async function pass(
  way: ConversionWay,
  turning: Turning,
  tally: Tally,
  progress: Progress,
  world: ConvertedWorld,
): Promise<boolean> {
  const found = foundFiles(world, way !== 'encrypt');
  for (const one of found.left) tally.left.set(one.path, one);
  const isOpen = (place: string): boolean => !tally.left.has(place) && !tally.passed.has(place);
  const files = found.files.filter(({ place }) => isOpen(place));
  const drafts = found.drafts.filter(isOpen);
  const before = totalOf(tally.counts) + tally.left.size;
  const total = before + files.length + drafts.length;
  const tell = {
    done({ kind }: Pick<FoundFile, 'kind'>): void {
      tally.counts[kind]++;
      progress(Math.min(totalOf(tally.counts), total - 1), total);
    },
    left({ place, kind }: Pick<FoundFile, 'place' | 'kind'>, because: KeptBecause): void {
      // Drafts of all journals of this machine are in one place.
      if (kind === 'draft' && because === 'unopened') tally.passed.add(place);
      else {
        const isPast = kind === 'version' && because === 'unopened';
        tally.left.set(place, {
          path: shownPlace(place, world),
          because: isPast ? 'unopened-version' : because,
        });
      }
    },
    passed: ({ place }: Pick<FoundFile, 'place'>): void => void tally.passed.add(place),
    copied: (file: string): void => void tally.copies.push(file),
  };
  for (const some of batches(files)) {
    if (way === 'renew') await resealed(some, turning, tell, world.disk);
    else await turnFiles(some, turning, tell, world.disk);
  }
  for (const place of drafts) {
    const done = await turnDraft(place, turning, world.disk);
    if (done === 'done') tell.passed({ place });
    else if (done === undefined) {
      tally.passed.add(place);
      tell.done({ kind: 'draft' });
    } else tell.left({ place, kind: 'draft' }, done);
  }
  dropUnfinished(found, world.disk);
  return totalOf(tally.counts) + tally.left.size > before;
}

/** As a person knows it: below the journal, or in full. */
function shownPlace(place: string, { journal }: WrittenPlaces): string {
  return place.startsWith(`${journal}${path.sep}`) ? path.relative(journal, place) : place;
}

function dropUnfinished({ unfinished }: FoundFiles, disk: Disk): void {
  disk.removeAll(
    unfinished.map((file) => ({ file })),
    () => undefined,
  );
}

/** Of one root each. */
function* batches(files: readonly FoundFile[]): Generator<readonly FoundFile[]> {
  let some: FoundFile[] = [];
  for (const file of files) {
    if (some.length === AT_ONCE || (some[0] && some[0].root !== file.root)) {
      yield some;
      some = [];
    }
    some.push(file);
  }
  if (some.length > 0) yield some;
}
