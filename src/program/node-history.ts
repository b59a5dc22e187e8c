// The history of the journal in a real run, with the token of this machine.
import { historyFolder } from '../adapters/journal/history-folder.ts';
import type { JournalPlace } from '../adapters/journal/journal-place.ts';
import { disk } from '../adapters/machine/disk.ts';
import { machineToken } from '../adapters/machine/machine-token.ts';
import type { EntryCodec } from '../app/ports/entry-codec.ts';
import type { JournalHistory } from '../app/ports/history.ts';
import type { Clock } from '../app/ports/machine.ts';
import { once } from './once.ts';

/** @param state - The folder of what this machine remembers. */
export function nodeHistory(
  place: JournalPlace,
  codec: EntryCodec,
  now: Clock,
  state: string,
): JournalHistory {
  return historyFolder(place, { disk, codec, now, machine: once(() => machineToken(state, disk)) });
}
