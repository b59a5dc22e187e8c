// The file in which V8's compiled code of this program is kept between starts.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What is kept: the code that V8 made of each script, by its name. */
export interface KeptCode {
  /** The ways of starting that it is for. */
  readonly ways: readonly string[];
  /** When it was written, in milliseconds. */
  readonly made: number;
  readonly names: readonly string[];
  /** Undefined where there is none, or where it is damaged. */
  of(name: string): Uint8Array | undefined;
}

/** The first line, padded: what the code is for, and how long that of each script is, in bytes. */
interface Head {
  readonly key: string;
  readonly ways: readonly string[];
  readonly scripts: readonly (readonly [name: string, length: number])[];
}

/** The head has this much room, in bytes. */
const HEAD_ROOM = 8192;

/** A link may lead anywhere, and a pipe without a writer would be waited for. Windows knows neither flag. */
const PLAINLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Writable by the group or by others. */
const BY_OTHERS = 0o022;

/**
 * Opens what was kept, as long as nobody else can have written it: V8 runs what it is given, and checks only that it is of its own
 * kind. For the same reason each piece stands there twice, and counts only where both are alike (docs/decisions.md, The build).
 *
 * @param key - What the code is to be for.
 * @returns Undefined where there is none, or none to be trusted.
 */
export function openCode(file: string, key: string): KeptCode | undefined {
  try {
    const handle = openSync(file, PLAINLY);
    const made = timeIfOurs(handle);
    const head = made === undefined ? undefined : headIn(handle);
    if (made !== undefined && head?.key === key) return keptCode(handle, head, made);
    closeSync(handle);
  } catch {
    // It costs time, and nothing else.
  }
  return undefined;
}

function timeIfOurs(handle: number): number | undefined {
  const found = fstatSync(handle);
  const { getuid } = process;
  const isOurs = getuid === undefined || (found.uid === getuid() && (found.mode & BY_OTHERS) === 0);
  return found.isFile() && isOurs ? found.mtimeMs : undefined;
}

function headIn(handle: number): Head {
  return JSON.parse(twiceAt(handle, 0, HEAD_ROOM)?.toString('latin1') ?? '');
}

/** The file stays open for as long as the process lives, since more scripts may be asked for. */
function keptCode(handle: number, { ways, scripts }: Head, made: number): KeptCode {
  const places = new Map<string, readonly [at: number, length: number]>();
  let at = 2 * HEAD_ROOM;
  for (const [name, length] of scripts) {
    places.set(name, [at, length]);
    at += 2 * length;
  }
  const of = (name: string): Uint8Array | undefined => {
    const place = places.get(name);
    return place && twiceAt(handle, ...place);
  };
  return { ways, made, names: [...places.keys()], of };
}

/** What stands twice at a place; undefined where the two differ, or are not whole. */
function twiceAt(handle: number, at: number, length: number): Buffer | undefined {
  try {
    const bytes = Buffer.allocUnsafeSlow(2 * length);
    if (readSync(handle, bytes, 0, bytes.length, at) < bytes.length) return undefined;
    const once = bytes.subarray(0, length);
    return once.equals(bytes.subarray(length)) ? once : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file piece by piece, as `openCode` reads it.
 *
 * @returns Undefined where the head has no room for all that.
 */
export function codePieces(
  key: string,
  ways: readonly string[],
  scripts: ReadonlyMap<string, Uint8Array>,
): readonly Uint8Array[] | undefined {
  const lengths = Array.from(scripts, ([name, { length }]) => [name, length] as const);
  const head = JSON.stringify({ key, ways, scripts: lengths } satisfies Head).padEnd(HEAD_ROOM);
  if (head.length > HEAD_ROOM) return undefined;
  return [Buffer.from(head, 'latin1'), ...scripts.values()].flatMap((piece) => [piece, piece]);
}
