// The check of how an encrypted journal stands on this machine.
import { shellWord } from '../../formats/text/shell-word.ts';
import type { Observation } from '../finding.ts';
import type { Inspection } from '../inspection.ts';
import { inside } from '../walk.ts';

/**
 * The folder of the key, and memory that goes to a disk. Of a journal in clear nothing is said.
 *
 * @example
 * checkSealing(machineWith({}), '/journal') //=> []
 */
export function checkSealing({ sealed, openSwaps }: Inspection, journal: string): readonly Observation[] {
  const seen = sealed(journal);
  if (!seen) return [];
  const swaps = openSwaps();
  const commands = [`ls -la ${shellWord(inside(journal, '.key'))}`];
  return [
    ...(seen.keyFolder === 'same'
      ? []
      : [{ code: 'key-folder-differs', paths: ['.key'], commands } as const]),
    ...(swaps.length === 0 ? [] : [{ code: 'swap-on', paths: swaps } as const]),
  ];
}
