// The sync that follows a change: whether there was one, and whether it is wanted.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../domain/banks/settings.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import type { Context } from '../cli/context.ts';
import type { Conversion } from '../encryption/conversion.ts';
import type { OtherSide } from '../encryption/key-ring.ts';
import type { SyncContext } from '../sync/sync-world.ts';
import type { NodeSyncParts } from './node-sync.ts';
import { once } from './once.ts';

/** What it takes of a real run. */
export interface ChangeSyncParts extends NodeSyncParts {
  readonly env: NodeJS.ProcessEnv;
  /** The folder of the package. */
  readonly root: string;
  readonly settings: () => Settings;
}

/** The sync of a run, and what goes with it. */
export interface ChangeSync extends SyncContext {
  readonly noteChange: () => void;
  /** A conversion with which no sync interferes. */
  readonly beside: (conversion: Conversion, terminal: Pick<Terminal, 'err'>) => Promise<Conversion>;
  readonly otherSide: (context: Context & SyncContext) => Promise<OtherSide | undefined>;
}

/** Nothing is loaded, and nothing but one file looked for, where the journal was not changed or no sync is set up. */
export function changeSync(parts: ChangeSyncParts): ChangeSync {
  const { env, root, folders, clock, settings } = parts;
  const syncWorld = once(async () => (await import('./node-sync.ts')).nodeSync(parts));
  let isChanged = false;
  const noteChange = (): void => void (isChanged = true);
  const isSetUp = (): boolean => existsSync(path.join(folders.state, 'sync.json'));
  return {
    noteChange,
    async beside(conversion, terminal) {
      const { besideSync } = await import('./beside-sync.ts');
      return besideSync(conversion, { isSetUp, syncWorld, noteChange, terminal });
    },
    async otherSide(context) {
      return isSetUp() ? (await import('../sync/command/in-step.ts')).otherSide(context) : undefined;
    },
    syncWorld,
    async syncAfterwards() {
      if (!isChanged || !isSetUp()) return;
      if (settings().sync === 'by-hand') return;
      (await import('./background-sync.ts')).startSync(await syncWorld(), clock().epoch, root, env);
    },
  };
}
