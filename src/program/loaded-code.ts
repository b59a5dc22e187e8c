// The scripts of this process, and whether there is something to keep of them.
import type { Script } from 'node:vm';
import type { KeptCode } from '../adapters/machine/code-file.ts';
import type { CodePlace } from './code-place.ts';
import type { Thrift } from '../adapters/machine/thrift.ts';

/** The scripts of this process, and the code that was kept of them. */
export interface LoadedCode {
  /** Undefined where none can be kept. */
  readonly place: CodePlace | undefined;
  readonly kept: KeptCode | undefined;
  /** By its file below `dist`. */
  readonly scripts: ReadonlyMap<string, Script>;
  readonly thrift: Thrift;
}

/** A journal grows, and so does what is done with it: once in so many milliseconds, what a start compiles is added once more. */
const DAY = 86_400_000;

/**
 * Whether there is something to add to what is kept: a way of starting that is new, a script that is, or the first start in a day.
 *
 * @param way - How coach was started, in words of its own.
 */
export function isWorthKeeping({ place, kept, scripts }: LoadedCode, way: string): boolean {
  if (!place) return false;
  if (!kept?.ways.includes(way) || Math.abs(Date.now() - kept.made) > DAY) return true;
  return Array.from(scripts).some(
    ([name, { cachedDataRejected }]) => cachedDataRejected === true || !kept.names.includes(name),
  );
}
