// The sync that follows a change: whether there was one, and whether it is wanted.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../domain/banks/settings.ts';
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

/** Nothing is loaded, and nothing but one file looked for, where the journal was not changed or no sync is set up. */
export function changeSync(parts: ChangeSyncParts): SyncContext & { readonly noteChange: () => void } {
  const { env, root, folders, clock, settings } = parts;
  const syncWorld = once(async () => (await import('./node-sync.ts')).nodeSync(parts));
  let isChanged = false;
  return {
    noteChange: () => void (isChanged = true),
    syncWorld,
    async syncAfterwards() {
      const file = path.join(folders.state, 'sync.json');
      if (!isChanged || !existsSync(file) || settings().sync === 'by-hand') return;
      (await import('./background-sync.ts')).startSync(file, clock().epoch, root, env);
    },
  };
}
