// Values for the examples of the wings: of each what it is about, as small as can be.
import { knownEntry } from '../../../src/doctor/read-entry.ts';
import type { OpenIndex } from '../../../src/doctor/inspection.ts';
import type { SittingRequest } from '../../../src/app/sitting/begin-sitting.ts';
import { challengeStates } from '../../../src/domain/record/challenge.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import type { ExportPlace } from '../../../src/app/ports/export-place.ts';
import type { ImportPorts } from '../../../src/import/plan-import.ts';
import type { ImportSource } from '../../../src/import/source.ts';
import { importSource } from '../../../src/import/world/named-source.ts';
import { knowledge } from '../../../src/import/world/knowledge.ts';
import { packing } from '../../../src/import/world/packing.ts';
import { knowledgeOf } from '../../../src/insights/bank-knowledge.ts';
import type { ReportedJournal } from '../../../src/insights/report.ts';
import type { Job } from '../../../src/reminders/cron-line.ts';
import type { Schedule } from '../../../src/reminders/schedule.ts';
import { keepingOf } from '../../../src/app/history/keeping.ts';
import type { ApplyPorts } from '../../../src/sync/apply-steps.ts';
import type { SyncPorts } from '../../../src/sync/sync-once.ts';
import type { SyncRecord } from '../../../src/sync/sync-record.ts';
import { memoryFiles } from '../../app/memory-files.ts';
import { memoryHistory } from '../../app/memory-history.ts';
import { memoryRepository, newMemoryRemote } from '../../sync/memory-remote.ts';
import { newWorld } from '../../app/world.ts';
import { scripted } from '../../cli/scripted.ts';
import { did } from '../../domain/challenges.ts';
import { entryOn, level } from '../../domain/journals.ts';
import { samplePath } from '../../import/samples/sources.ts';
import { challenge, entry } from './core.ts';

export { compared, piece, pricing, sealed, sheet, theirs } from '../../align/sheets.ts';
export { machineWith, oldFile } from '../../doctor/machine-with.ts';

const stepAsked = did('2026-11-21', 'ask 1');

/** A member's challenge about D., begun yesterday. */
export const [trying] = challengeStates(challenge, [stepAsked]);

/** Today's choice to pause it, and how it stands then. */
export const pauseChosen = did('2026-11-22', 'pause 1');
export const [paused] = challengeStates(challenge, [stepAsked, pauseChosen]);

export const challengePorts = newWorld([stepAsked]).ports(scripted());

/** A choice at its first step that is to be saved. */
export const atFirstStep: SittingRequest = {
  bank: challenge,
  role: 'member',
  about: 'D.',
  tags: [],
  selection: { step: 'step-see' },
};

/** The entry as doctor remembers it, and a copy of its file. */
export const knownOriginal = knownEntry(entry, entryPath(entry), (text) => text);
export const noSections = { title: '', before: '', questions: [] };
export const knownCopy = { ...knownOriginal, path: 'copy.md', isInOwnPlace: false };

/** The index of an empty journal. */
export const emptyIndex: OpenIndex = {
  folders: [],
  files: () => new Map(),
  fileOf: () => '/cache/index',
};

/** A journal of one file, `a.md`, and a folder to export to in which nothing is yet. */
export const oneFile = memoryFiles({ 'a.md': 'Rain.' });
export const emptyPlace: ExportPlace = {
  kind: 'nothing',
  isIn: () => false,
  write: () => undefined,
  isFree: () => true,
  look: () => 'nothing',
  async writeBelow(files) {
    for await (const _ of files);
  },
};

/** The hashes and time zones that an import asks the machine for. */
export const { hash, offsetIn } = knowledge;

/** One of the samples of the tests of import. */
export function sample(name: string): ImportSource {
  return importSource(samplePath(name));
}

const noFiles = {
  folders: () => [],
  stamps: () => new Float64Array(),
  prepare: () => Promise.resolve(),
  read: () => undefined,
  texts: () => [],
};

export { packing };

/** An import into an empty journal. */
export const firstImport: ImportPorts = { knowledge, packing, open: sample, here: noFiles, deleted: noFiles };

/** A journal that takes whatever comes, and counts it. */
export const anyJournal = {
  has: () => false,
  addAll: (entries: readonly unknown[]) => Promise.resolve(entries.length),
};

export const thereAreBanks = challengePorts.banks;

/** Trust, rated day after day: 2, 5, then 3 twenty times. */
export const trustRated = [2, 5, ...Array.from({ length: 20 }, () => 3)].map((value, at) =>
  entryOn(addDays('2026-10-01', at), 'checkin', [level('checkin-trust', value)], { id: `r${at}` }),
);

/** A journal of these ratings alone. */
export const reportedJournal: ReportedJournal = {
  entries: trustRated,
  banks: [],
  knowledge: knowledgeOf([]),
  followedUp: { items: [], left: new Set() },
  states: [],
  unread: 0,
};

/** A check-in reminder on workdays at 16:30. */
export const reminder: Schedule = {
  reminder: 'checkin',
  hour: 16,
  minute: 30,
  days: { kind: 'week', weekdays: [1, 2, 3, 4, 5] },
};
export const job: Job = {
  schedule: reminder,
  command: { env: {}, node: '/usr/bin/node', coach: '/usr/bin/coach' },
};

/** A journal that is synced, and was not yet. */
export const syncRecord: SyncRecord = {
  setup: {
    journal: '/home/d/journal',
    address: 'git@git.example.org:d/journal.git',
    branch: 'main',
    readable: false,
  },
  named: [],
};

const history = memoryHistory(oneFile);

/** An empty journal and an empty other side. */
export const syncPorts: SyncPorts = {
  repository: memoryRepository(newMemoryRemote(), {}),
  folder: {
    files: () => ({ entries: new Map(), keys: new Map(), held: [] }),
    read: () => undefined,
    addKey: () => undefined,
    offerKey: () => undefined,
    remove: () => false,
    isKnown: () => true,
    raw: (bytes) => history.raw(bytes),
  },
  history,
  keeping: keepingOf(),
  now: 0,
  progress: () => undefined,
  pinned: undefined,
  mayBeRead: true,
  keptTwice: () => undefined,
};
export const applyPorts: ApplyPorts = { ...syncPorts, texts: (oids) => syncPorts.repository.texts(oids) };
