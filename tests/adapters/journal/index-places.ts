import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { indexCipher } from '../../../src/adapters/journal/index-cipher.ts';
import { journalFiles } from '../../../src/adapters/journal/journal-files.ts';
import { plainCodec } from '../../../src/adapters/journal/plain-codec.ts';
import { segmentFolder } from '../../../src/adapters/journal/segment-folder.ts';
import { segmentIndex } from '../../../src/app/index/segment-index.ts';
import { scanIndex } from '../../../src/app/journal/scan-index.ts';
import type { EntryIndex, EntryStream, Found, StreamOrder } from '../../../src/app/ports/entry-index.ts';
import { type Entry, entryPath } from '../../../src/domain/entry/entry.ts';
import { entrySearch } from '../../../src/domain/search/entry-search.ts';
import { narrowSearch } from '../../../src/domain/search/narrow-search.ts';
import type { Query } from '../../../src/domain/search/query.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

/** A journal of each test's own, and what looks through it. */
export interface IndexPlace {
  /** The folder of the test, with all that is here. */
  readonly place: () => string;
  readonly journal: () => string;
  /** A file of the journal. */
  readonly inJournal: (file: string) => string;
  readonly indexFolder: () => string;
  /** All that the index holds. */
  readonly indexText: () => string;
  readonly scan: () => EntryIndex;
  readonly index: (progress?: () => void, few?: number) => EntryIndex;
  /** The place of one that is encrypted. */
  readonly encrypted: (identity?: string) => EncryptedPlace;
  /** Both by name. */
  readonly indexes: readonly (readonly [string, () => EntryIndex])[];
  /** Puts an entry where coach would, or elsewhere, and says where. */
  readonly put: (changes: Partial<Entry>, file?: string) => string;
  /** Rewrites a file of the journal. */
  readonly rewrite: (file: string, change: (text: string) => string) => void;
  /** Makes a file one that cannot be understood. */
  readonly damage: (file: string) => void;
  /** The time of change long ago, as of files that nobody has touched for a while. */
  readonly settle: () => void;
}

/** Where an encrypted index is. */
export type EncryptedPlace = Required<Parameters<typeof segmentFolder>[0]>;

/** Makes a journal before each test of a file, and takes it away afterwards. */
export function indexPlace(): IndexPlace {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'coach-index-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const journal = (): string => path.join(folder, 'journal');
  const inJournal = (file: string): string => path.join(journal(), file);
  const indexFolder = (): string => path.join(folder, 'cache', 'index');
  const scan = (): EntryIndex => scanIndex(journalFiles(journal(), plainCodec));
  const index = (progress = (): void => undefined, few?: number): EntryIndex =>
    segmentIndex(
      segmentFolder({ folder: indexFolder(), madeFor: 'tests' }),
      journalFiles(journal(), plainCodec),
      progress,
      few,
    );
  const encrypted = (identity = 'AGE-SECRET-KEY-1X'): EncryptedPlace => ({
    folder: `${indexFolder()}.encrypted`,
    madeFor: 'tests',
    cipher: indexCipher(identity),
  });
  const rewrite = (file: string, change: (text: string) => string): void =>
    writeFileSync(inJournal(file), change(readFileSync(inJournal(file), 'utf8')));
  return {
    place: () => folder,
    journal,
    inJournal,
    indexFolder,
    indexText: () =>
      readdirSync(indexFolder())
        .map((name) => readFileSync(path.join(indexFolder(), name), 'latin1'))
        .join(''),
    scan,
    index,
    encrypted,
    indexes: [
      ['scan', scan],
      ['the index', index],
      ['the index, which looks at words first', () => index(undefined, 0)],
      [
        'the index, encrypted',
        () =>
          segmentIndex(
            segmentFolder(encrypted()),
            journalFiles(journal(), plainCodec),
            () => undefined,
            Infinity,
          ),
      ],
    ],
    put: (changes, file) => {
      const entry = entryWith(changes);
      const below = file ?? entryPath(entry);
      mkdirSync(path.dirname(inJournal(below)), { recursive: true });
      writeFileSync(inJournal(below), printEntry(entry));
      return below;
    },
    rewrite,
    damage: (file) => rewrite(file, (text) => text.replace('bank-version: 1', 'bank-version: one')),
    settle: () => {
      for (const item of readdirSync(journal(), { recursive: true, encoding: 'utf8' })) {
        utimesSync(inJournal(item), 1e9, 1e9);
      }
    },
  };
}

export const paths = ({ entries }: Found): readonly string[] => entries.map((stored) => stored.path);
export const ids = ({ entries }: Found): readonly string[] => entries.map(({ entry }) => entry.id);
export const named = (count: number): string => String(count).padStart(10, '0');
export const search = (typed: string): Query => ({ search: entrySearch(typed) });
export const narrow = (typed: string): Query => ({ narrow: narrowSearch(typed) ?? entrySearch('') });

/** All of a stream in one order, and what could not be understood on the way. */
export function drained(stream: EntryStream, order: StreamOrder): Found {
  const entries = Array.from(stream.entries(order), ({ entry, path: file }) => ({ entry, path: file }));
  return { entries, unreadable: stream.unreadable() };
}

/** What is found, with each entry in one place only. */
export function inOnePlace({ entries, unreadable }: Found): Found {
  return { entries: entries.map(({ entry, path: file }) => ({ entry, path: file })), unreadable };
}
