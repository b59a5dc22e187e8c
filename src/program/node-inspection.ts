// The machine, as doctor looks at it.
import path from 'node:path';
import { spareMemory } from '../adapters/machine/spare-memory.ts';
import { checkSettings } from '../doctor/own-files.ts';
import { inspectMachine } from '../doctor/world/inspect-machine.ts';
import type { Folders } from '../adapters/machine/platform-folders.ts';
import { inspectIndex } from '../doctor/world/inspect-index.ts';
import type { Inspection } from '../doctor/inspection.ts';
import { fromHome } from '../domain/text/home-place.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
import type { WholeContext } from './whole-context.ts';
import { plainCodec } from '../adapters/journal/plain-codec.ts';
import { journalPlace } from '../adapters/journal/journal-place.ts';
import { CoachError } from '../domain/text/errors.ts';
import { KeyUnknown } from '../pages/journal/lock-refusals.ts';
import { indexFolder, indexPlace, journalAt, versionOf } from './kept-places.ts';
import { indexKey } from './node-index.ts';

/** The folder of the journal, in full: of settings that are broken, what can be understood is taken. */
export function journalLookedAt(
  env: Readonly<Record<string, string | undefined>>,
  { settings, data }: Pick<Folders, 'settings' | 'data'>,
): string {
  const at = { settingsFile: settingsIn(settings) };
  const { journal } = checkSettings({ at, read: inspectMachine(plainCodec).read }).settings;
  return journalAt(env['COACH_JOURNAL'] || journal, env, data);
}

/**
 * This machine, to be looked at.
 *
 * @param root - The folder of the package.
 */
export function nodeInspection(
  env: Readonly<Record<string, string | undefined>>,
  { settings, data, state, cache }: Folders,
  {
    banks,
    codec,
    keys: pinned,
    scheduling,
    memory,
    isPinned,
    sealed,
  }: Pick<WholeContext, 'banks' | 'scheduling' | 'memory'> & {
    readonly codec: EntryCodec;
    /** Where the journal is encrypted. */
    readonly keys: () => JournalKeys | undefined;
    readonly isPinned: (journal: string) => boolean;
    readonly sealed: Inspection['sealed'];
  },
  root: string,
): Inspection {
  const keys = told(pinned);
  // Every file is read, and each is done with soon.
  spareMemory(keys ? 'sealed' : 'files');
  const machine = inspectMachine(codec);
  return {
    ...machine,
    full: (place) => path.resolve(fromHome(place, env)),
    at: {
      settingsFile: settingsIn(settings),
      state,
      cache,
      ownBanks: path.join(data, 'banks'),
      ownReadings: path.join(data, 'readings.json'),
      defaultJournal: journalAt(undefined, env, data),
      namedJournal: env['COACH_JOURNAL'] || undefined,
      index: indexFolder(cache, keys !== undefined),
    },
    banks,
    sealed,
    environment: ['COACH_HOME', 'COACH_JOURNAL']
      .map((name) => [name, env[name] ?? ''] as const)
      .filter(([, value]) => value !== ''),
    versions: { node: process.versions.node, coach: versionOf(root) },
    lostReminders: async () => {
      const { seenReminders } = await import('../reminders/seen-reminders.ts');
      return seenReminders(await scheduling());
    },
    outOfStep: async (folder, now) => {
      const { outOfStep } = await import('../sync/out-of-step.ts');
      const file = path.join(state, 'sync.json');
      const found = machine.read(file);
      const text = 'value' in found ? found.value.text : undefined;
      // Whoever names a journal for one command has not moved their own.
      return outOfStep({ text, file, journal: env['COACH_JOURNAL'] ? undefined : folder }, now);
    },
    refusal(folder, configured) {
      try {
        journalPlace(folder, configured, memory, isPinned).check();
        return undefined;
      } catch (error) {
        if (error instanceof KeyUnknown) return { code: 'key-unknown', details: [] };
        if (error instanceof CoachError) return { code: 'journal-refused', details: [error.message] };
        throw error;
      }
    },
    async index(journal) {
      if (!keys) return inspectIndex(indexPlace(journal, cache, root));
      if ((await keys.state()) !== 'unlocked') return { state: 'locked' };
      return inspectIndex(indexPlace(journal, cache, root, await indexKey(keys)));
    },
  };
}

function settingsIn(folder: string): string {
  return path.join(folder, 'settings.json');
}

/** Undefined also where it cannot be told. */
function told(pinned: () => JournalKeys | undefined): JournalKeys | undefined {
  try {
    return pinned();
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    return undefined;
  }
}
