// Values for the examples of src/app: a journal of two entries in memory, and what is around it.
import type { KeyWorld } from '../../../src/app/keys/journal-keys.ts';
import type { Sealing } from '../../../src/app/ports/sealing.ts';
import { memorySessions } from '../../app/memory-sessions.ts';
import { parseSearch } from '../../../src/domain/search/search.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import type { JournalFiles } from '../../../src/app/ports/journal-files.ts';
import { scanIndex } from '../../../src/app/journal/scan-index.ts';
import { beginAnew, type BeginPorts } from '../../../src/app/sitting/begin-sitting.ts';
import { draftOf } from '../../../src/domain/sitting/draft.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { type MemoryFiles, memoryFiles } from '../../app/memory-files.ts';
import { memoryHistory } from '../../app/memory-history.ts';
import { keepingOf } from '../../../src/app/history/keeping.ts';
import type { Recorder } from '../../../src/app/history/recorded-edit.ts';
import { newWorld } from '../../app/world.ts';
import { type Move, scripted } from '../../cli/scripted.ts';
import { commitment, entryOn } from '../../domain/journals.ts';
import { bankNamed } from '../../domain/plans.ts';
import { entry } from './core.ts';

/** A manager's entry about D. of the day before, with a plan that is looked at again on 6 December. */
export const planned = entryOn('2026-11-21', 'manager', [commitment('manager-commitment')], {
  id: 'p7w2c9d4rt',
  role: 'manager',
  about: 'D.',
});

export const stored = { entry, path: entryPath(entry) };

const texts = new Map([entry, planned].map((one) => [entryPath(one), printEntry(one)]));
const folder = '2026/11';

/** The files of a journal that holds both. */
export const files: JournalFiles = {
  folders: () => [
    {
      path: folder,
      names: [...texts.keys()].map((path) => path.slice(8)).toSorted(),
      folders: [],
      stamp: Float64Array.of(NaN),
    },
  ],
  stamps: (_folder, names) => new Float64Array(4 * names.length).fill(NaN),
  prepare: () => Promise.resolve(),
  read: (path) => texts.get(path),
  texts: (below, names) => names.map((name) => texts.get(`${below}/${name}`)),
};

export const index = scanIndex(files);

/** The journal's files for changes, made anew each time. */
export function journalOf(there: Readonly<Record<string, string>>): MemoryFiles {
  return memoryFiles(there);
}

/** What writes down what is done to such files. */
export function recorderOf(there: MemoryFiles): Recorder {
  return { history: memoryHistory(there), keeping: keepingOf(), now: Date.UTC(2026, 10, 22, 8, 14, 5) };
}

/** A journal to which nothing was ever done. */
export const emptyHistory = memoryHistory(memoryFiles({}));

/** What a sitting needs, with somebody who answers so. */
export function portsWith(...moves: readonly (Move | string)[]): BeginPorts {
  return newWorld([entry, planned]).ports(scripted(...moves));
}

export const ports = portsWith();

/** A member's sitting about D. that was asked for. */
export const request = {
  bank: bankNamed('member'),
  role: 'member',
  about: 'D.',
  tags: [],
  selection: { short: true },
} as const;

const begun = await beginAnew(request, ports);

/** That sitting, left before its first answer. */
export const draft = draftOf(begun.sitting, begun.head, begun.spent);

export const apples = parseSearch('apples');

export { newWorld };

export const { settingsFile } = newWorld();

/** What a file about plans and guesses is read with. */
export const reviewPorts = {
  ...newWorld([planned]).answersPorts(bankNamed('review')),
  journal: { addAll: (entries: readonly unknown[]) => Promise.resolve(entries.length), has: () => true },
};

/** Knows one file that is damaged, and no passphrase or key. */
export const sealing: Sealing = {
  newKey: () => Promise.resolve({ identity: 'AGE-SECRET-KEY-1X', recipient: 'age1x' }),
  recipientOf: () => Promise.resolve(undefined),
  seal: (bytes) => Promise.resolve(bytes),
  open: () => Promise.resolve('other'),
  sealWithPassphrase: () => Promise.resolve('sealed'),
  openWithPassphrase: (text) => Promise.resolve(text === 'no key' ? 'damaged' : 'other'),
  timeOf: () => Promise.resolve(0),
};

/** A journal that is not encrypted. */
export const noKeys: KeyWorld = {
  pin: () => undefined,
  hasKey: () => false,
  sealedKey: () => undefined,
  formerKeys: () => [],
  keyFile: '.key/identity.age',
  sessions: () => Promise.resolve(memorySessions()),
  sealing: () => Promise.resolve(sealing),
  prompter: () => Promise.resolve(undefined),
  now: () => 0,
};

/** Types nothing. */
export const nobody = scripted('');
