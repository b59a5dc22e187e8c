// The sync of a real run: where its repository is, and how it reaches the journal.
import path from 'node:path';
import type { JournalPlace } from '../../adapters/journal/journal-place.ts';
import { disk } from '../../adapters/machine/disk.ts';
import type { Clock } from '../../app/ports/machine.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import { INSIDE, type MachineParts, syncMachine } from '../../sync/world/sync-machine.ts';
import type { SyncWorld } from '../../sync/sync-world.ts';
import { nodeHistory } from '../node-history.ts';
import { deviceOf } from '../kept-places.ts';

/** What a sync takes of a real run. */
export interface NodeSyncParts extends Pick<MachineParts, 'env' | 'codec' | 'leaving'> {
  readonly folders: { readonly state: string; readonly data: string };
  readonly place: () => JournalPlace;
  /** Everything is to be kept in the journal folder. */
  readonly isInside: () => boolean;
  readonly clock: Clock;
  readonly settings: () => Settings;
}

/** The repository is with what coach keeps, unless the journal is on another device or everything is to be kept inside it. */
export function nodeSync({ folders, place, isInside, clock, settings, ...parts }: NodeSyncParts): SyncWorld {
  const outside = path.join(folders.data, 'sync.git');
  const repository = (): string => {
    const { folder } = place();
    return !isInside() && deviceOf(folder) === deviceOf(folders.data) ? outside : path.join(folder, INSIDE);
  };
  return syncMachine({
    ...parts,
    disk,
    // By a disk that notes nothing: what a sync takes in is no change that another one has to send.
    history: async (codec) => nodeHistory({ place: place(), disk, codec, now: clock, state: folders.state }),
    state: folders.state,
    journal() {
      place().check();
      return place().folder;
    },
    repository,
    outside,
    absolute: (typed) => path.resolve(fromHome(typed, parts.env)),
    author: () => settings()['sync-author'],
    now: () => clock().epoch,
  });
}
