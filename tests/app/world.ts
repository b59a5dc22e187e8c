import type { AnswersPorts } from '../../src/app/sitting/answer-from-file.ts';
import { heldStream } from '../../src/app/journal/entry-stream.ts';
import type { BeginPorts } from '../../src/app/sitting/begin-sitting.ts';
import { roleFor, settleRole } from '../../src/app/sitting/setting-up.ts';
import type { Found } from '../../src/app/ports/entry-index.ts';
import { type StoredEntry, type Entry, entryPath, newestFirst } from '../../src/domain/entry/entry.ts';
import type { Banks, SettingsFile } from '../../src/app/ports/machine.ts';
import type { Prompter } from '../../src/app/ports/prompter.ts';
import type { Zone } from '../../src/domain/time/moment.ts';
import type { Draft } from '../../src/domain/sitting/draft.ts';
import { CoachError, UsageError } from '../../src/domain/text/errors.ts';
import { matches, type Query } from '../../src/domain/search/query.ts';
import type { QuestionBank } from '../../src/domain/banks/question-bank.ts';
import type { Settings } from '../../src/domain/banks/settings.ts';
import { builtInBanks } from '../prompts/banks.ts';

/** A Sunday in Berlin, 09:14:05. */
export const MORNING = Date.UTC(2026, 10, 22, 8, 14, 5);
export const HOUR = 3_600_000;
const berlin: Zone = { name: 'Europe/Berlin', offsetAt: () => 60 };

/** Everything outside, in memory. What is written is written down in `log`. */
export interface World {
  /** The clock; each part that is asked takes `secondsAPart`. */
  epoch: number;
  secondsAPart: number;
  /** What has no room any more. */
  readonly full: { drafts: boolean; journal: boolean };
  readonly log: string[];
  readonly entries: StoredEntry[];
  readonly drafts: Map<string, Draft>;
  readonly banks: Map<string, QuestionBank | Error>;
  readonly queries: Query[];
  readonly loaded: string[];
  settings: Settings;
  readonly settingsFile: SettingsFile;
  /** For a sitting with somebody to ask. */
  ports(prompter: Prompter): BeginPorts;
  /** For answers from a file. */
  answersPorts(bank: QuestionBank): AnswersPorts;
}

/** A new world with the built-in banks, where nothing is written yet. */
export function newWorld(entries: readonly Entry[] = []): World {
  const noRoom = (): CoachError => new CoachError('the disk is full', { hint: 'Make room and try again.' });
  let ids = 0;
  const world: World = {
    epoch: MORNING,
    secondsAPart: 10,
    full: { drafts: false, journal: false },
    log: [],
    entries: entries.map((entry) => ({ entry, path: entryPath(entry) })),
    drafts: new Map(),
    banks: new Map(builtInBanks.map(({ bank }) => [bank.name, bank])),
    queries: [],
    loaded: [],
    settings: {},
    settingsFile: {
      path: 'settings.json',
      read: () => world.settings,
      set: (key, value) => {
        world.log.push(`set ${key} ${String(value)}`);
        return Promise.resolve(undefined);
      },
    },
    ports: (prompter) => ({
      ...outside,
      clock: () => ({ epoch: world.epoch, zone: berlin }),
      prompter: {
        ...prompter,
        ask: (...asked) => {
          world.epoch += world.secondsAPart * 1000;
          return prompter.ask(...asked);
        },
      },
    }),
    answersPorts: (bank) => ({
      ...outside,
      now: { epoch: world.epoch, zone: berlin },
      settleRole: (said) =>
        roleFor(bank, said, () => settleRole(said, world.settings, world.settingsFile, undefined)),
    }),
  };
  const banks: Banks = {
    list: () => [...world.banks.keys()].map((name) => ({ name, file: `${name}.yaml`, own: false })),
    refuseUnseen: () => undefined,
    load: async (name) => {
      world.loaded.push(name);
      const bank = world.banks.get(name) ?? new UsageError(`there is no question set "${name}"`);
      if (bank instanceof Error) throw bank;
      return bank;
    },
  };
  const find = async (query: Query): Promise<Found> => {
    world.queries.push(query);
    const found = world.entries.filter(({ entry }) => matches(entry, query));
    const sorted = found.toSorted((one, other) => newestFirst(one.entry, other.entry));
    return { entries: sorted.slice(0, query.limit), unreadable: [] };
  };
  const outside = {
    dayEnds: 4,
    newId: () => String(++ids).padStart(10, '0'),
    banks,
    index: {
      find,
      findEach: (queries: readonly Query[], newest: readonly Query[] = []) =>
        Promise.all([...queries, ...newest].map(find)),
      newest: find,
      stream: async (query: Query) => heldStream(await find(query)),
    },
    journal: {
      folder: 'journal',
      pathOf: (path: string) => path,
      has: (path: string) => world.entries.some((stored) => stored.path === path),
      async add(entry: Entry) {
        if (world.full.journal) throw noRoom();
        const path = entryPath(entry);
        world.entries.push({ entry, path });
        world.log.push(`entry ${entry.id}`);
        return path;
      },
    },
    drafts: {
      async save(draft: Draft) {
        if (world.full.drafts) throw noRoom();
        // As it comes back from a file.
        world.drafts.set(draft.id, JSON.parse(JSON.stringify(draft)));
        world.log.push(`draft ${draft.id}`);
      },
      waiting: () => Promise.resolve([...world.drafts.values()]),
      drop(id: string) {
        world.drafts.delete(id);
        world.log.push(`drop ${id}`);
      },
    },
  };
  return world;
}
