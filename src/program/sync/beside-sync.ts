// The conversion of a journal that may be synced: no sync comes between, and one follows.
import type { Terminal } from '../../app/ports/terminal.ts';
import { WAITING } from '../../sync/sync-text.ts';
import type { Conversion } from '../../encryption/conversion.ts';
import type { SyncWorld } from '../../sync/sync-world.ts';

/** What it takes of a real run. */
export interface BesideSyncParts {
  readonly isSetUp: () => boolean;
  readonly syncWorld: () => Promise<SyncWorld>;
  readonly terminal: Pick<Terminal, 'err'>;
}

/** Where no sync is set up, nothing of it is opened. */
export function besideSync(
  conversion: Conversion,
  { isSetUp, syncWorld, terminal }: BesideSyncParts,
): Conversion {
  return {
    ...conversion,
    alone: (act) =>
      conversion.alone(async () => {
        if (!isSetUp()) return act();
        return (await syncWorld()).alone(act, () => terminal.err(`${WAITING}\n`));
      }),
  };
}
