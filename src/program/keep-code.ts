// The keeping of what V8 made of the scripts, for the next start.
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { codePieces } from '../adapters/machine/code-file.ts';
import { replaceUnsynced } from '../adapters/machine/disk.ts';
import { sparesMemory } from '../adapters/machine/spare-memory.ts';
import { isCodeName } from '../domain/text/code-name.ts';
import { CoachError } from '../domain/text/errors.ts';
import type { CodePlace } from './code-place.ts';
import type { LoadedCode } from './loaded-code.ts';

/** More ways of starting than these are not noted: the newest ones are. */
const MOST_WAYS = 100;

/** What nobody has renewed for so many milliseconds is swept: what another build left for the same Node, and what another Node left. */
const UNUSED = { build: 2 * 86_400_000, node: 30 * 86_400_000 };

/**
 * Keeps what V8 has compiled by now, beside what is kept of other scripts. What stands in the way of that costs the next start some
 * time, and nobody needs to hear of it.
 *
 * @param way - How coach was started, in words of its own.
 */
export function keepCode({ place, kept, scripts, thrift }: LoadedCode, way: string): void {
  if (!place || sparesMemory()) return;
  const code = new Map<string, Uint8Array>();
  for (const name of kept?.names ?? []) {
    const before = kept?.of(name);
    if (before) code.set(name, before);
  }
  for (const [name, script] of scripts) {
    const now = thrift.asAtStart(() => script.createCachedData());
    const before = script.cachedDataRejected === true ? undefined : code.get(name);
    // V8 lets go of code that was not run for long.
    if (!before || now.length > before.length) code.set(name, now);
  }
  const ways = [...(kept?.ways ?? []).filter((one) => one !== way), way].slice(-MOST_WAYS);
  const pieces = codePieces(place.key, ways, code);
  try {
    if (pieces) replaceUnsynced(place.file, pieces);
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
  }
  sweep(place);
}

/** What is in use is renewed every day, also by a second coach on this machine. */
function sweep({ folder, sameBuild, sameNode }: CodePlace): void {
  try {
    for (const name of readdirSync(folder).filter(isCodeName)) {
      const other = path.join(folder, name);
      const most = name.startsWith(sameNode) ? UNUSED.build : UNUSED.node;
      if (!name.startsWith(sameBuild) && Date.now() - statSync(other).mtimeMs > most) rmSync(other);
    }
  } catch {
    // Another process was quicker, or the folder cannot be changed.
  }
}
