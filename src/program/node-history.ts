// The history of the journal in a real run, with the token of this machine.
import { historyFolder } from '../adapters/journal/history-folder.ts';
import type { JournalPlace } from '../adapters/journal/journal-place.ts';
import { machineToken } from '../adapters/machine/machine-token.ts';
import type { Disk } from '../app/ports/disk.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalHistory } from '../app/ports/history.ts';
import type { Clock } from '../app/ports/machine.ts';
import { once } from './once.ts';

/** What a history takes of a real run. */
export interface NodeHistoryParts {
  readonly place: JournalPlace;
  readonly disk: Disk;
  readonly codec: EntryCodec;
  readonly now: Clock;
  /** The folder of what this machine remembers. */
  readonly state: string;
}

export function nodeHistory({ place, disk, codec, now, state }: NodeHistoryParts): JournalHistory {
  return historyFolder(place, { disk, codec, now, machine: once(() => machineToken(state, disk)) });
}
