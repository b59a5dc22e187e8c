// The sync that follows a change: whether there was one, and whether it is wanted.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OtherSide } from '../../app/ports/other-side.ts';
import type { Terminal } from '../../app/ports/terminal.ts';
import { KEY_FOLDER } from '../../adapters/sealing/key-folder.ts';
import type { Context } from '../../cli/context.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Conversion } from '../../encryption/conversion.ts';
import type { RemindersContext } from '../../reminders/command/change-crontab.ts';
import type { SyncContext } from '../../sync/sync-world.ts';
import type { NodeSyncParts } from './node-sync.ts';
import { once } from '../once.ts';

/** What it takes of a real run. */
export interface ChangeSyncParts extends NodeSyncParts {
  readonly env: NodeJS.ProcessEnv;
  /** The folder of the package. */
  readonly root: string;
  /** The folders in which something was changed. */
  readonly changed: ReadonlySet<string>;
  readonly scheduling: RemindersContext['scheduling'];
  /** As this machine does it when absent. */
  readonly startSync?: () => void;
}

/** What a real run has of sync, for sync itself and for others. */
export type SyncHooks = SyncContext & Pick<Context, 'beforeToday'> & Pick<RemindersContext, 'requireSync'>;

/** The same, and what goes with it where a key is changed. */
export interface ChangeSync extends SyncHooks {
  /** A conversion with which no sync interferes. */
  readonly beside: (conversion: Conversion, terminal: Pick<Terminal, 'err'>) => Promise<Conversion>;
  readonly otherSide: (context: Context & SyncContext) => Promise<OtherSide | undefined>;
}

/** Nothing is loaded, and nothing but one file looked for, where nothing was changed or no sync is set up. */
export function changeSync(parts: ChangeSyncParts): ChangeSync {
  const { env, root, folders, changed } = parts;
  const isSetUp = (): boolean => existsSync(path.join(folders.state, 'sync.json'));
  const syncWorld = once(async () => (await import('./node-sync.ts')).nodeSync(parts));
  return {
    async beside(conversion, terminal) {
      const { besideSync } = await import('./beside-sync.ts');
      return besideSync(conversion, { isSetUp, syncWorld, terminal });
    },
    async otherSide(context) {
      return isSetUp() ? (await import('../../sync/command/in-step.ts')).otherSide(context) : undefined;
    },
    syncWorld,
    scheduledSyncs: async () => (await import('../../reminders/command/seen-syncs.ts')).seenSyncs(parts),
    async requireSync() {
      const [{ setUpHere }, world] = await Promise.all([import('../../sync/set-up-here.ts'), syncWorld()]);
      setUpHere(world.read(), parts.place().folder);
    },
    async beforeToday(context) {
      if (!isSetUp()) return;
      const { tellToday } = await import('../../sync/command/tell-today.ts');
      await tellToday({ ...context, syncWorld });
    },
    async syncAfterwards() {
      if (changed.size === 0 || !isSetUp()) return false;
      if (!isWanted(parts)) return false;
      const { startUnlessAwaited, startSync } = await import('./background-sync.ts');
      startUnlessAwaited(folders.state, parts.startSync ?? (() => startSync(root, env)));
      return true;
    },
  };
}

/** What cannot be told here was told by the command. */
function isWanted({ settings, changed, place }: ChangeSyncParts): boolean {
  try {
    if (settings().sync === 'by-hand') return false;
    const { folder } = place();
    return [...changed].some((one) => isSentFrom(one, folder));
  } catch (error) {
    if (error instanceof CoachError) return false;
    throw error;
  }
}

/** Hidden folders stay on this machine, but for that of the key. */
function isSentFrom(folder: string, journal: string): boolean {
  const [first = '', ...more] = path.relative(journal, folder).split(path.sep);
  const isHidden = (name: string): boolean => name.startsWith('.');
  return first === KEY_FOLDER || ![first, ...more].some(isHidden);
}
