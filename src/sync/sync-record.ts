// The record of a sync on this machine: where it goes, and how the last one went.
import { DAY_LENGTH } from '../domain/time/day.ts';
import { isAt, parseAt } from '../domain/time/moment.ts';
import { plainText } from '../domain/text/plain-text.ts';

/** Where entries go. */
export interface SyncSetup {
  /** The folder of the journal, in full: another journal is not sent there. */
  readonly journal: string;
  /** As git takes it. */
  readonly address: string;
  readonly branch: string;
  /** Entries may be sent in clear. */
  readonly readable: boolean;
}

/** How a sync went. */
export interface LastSync {
  /** When it ended, as entries state it. */
  readonly at: string;
  /** `done`, why it stopped, or `failed` for what coach has told in a sentence. */
  readonly state: string;
  /** The sentence; empty where it was done. */
  readonly message: string;
  readonly in: number;
  readonly out: number;
  readonly copies: number;
  /** Since when none has been done any more; null where the last one was. */
  readonly failedSince: string | null;
}

export interface SyncRecord {
  readonly setup: SyncSetup;
  /** Undefined where there was none. */
  readonly last?: LastSync | undefined;
  /** What was left alone and has been named. */
  readonly named: readonly string[];
  /** What both sides had changed, of which nobody was told yet: the path, and where the text of this side is now. */
  readonly copies?: readonly KeptCopy[] | undefined;
  /** When it was said last, where nobody asked, that none comes through; as entries state it. */
  readonly told?: string | undefined;
  /** The repository of this machine was in the journal folder when one had it open last: it may be to lie elsewhere by now. */
  readonly inside?: boolean | undefined;
}

/**
 * Whether entries go to the same place, in the same form.
 *
 * @example
 * isSameSetup(syncRecord.setup, { ...syncRecord.setup, branch: 'other' }) //=> false
 */
export function isSameSetup(one: SyncSetup, other: SyncSetup): boolean {
  return (
    one.journal === other.journal &&
    one.address === other.address &&
    one.branch === other.branch &&
    one.readable === other.readable
  );
}

/** An entry that is kept twice. */
export interface KeptCopy {
  readonly path: string;
  readonly to: string;
}

/** More than anybody looks at one by one. */
const MOST_COPIES = 100;

/**
 * Those that are kept in a record: each once, and the latest of very many.
 *
 * @example
 * keptCopies([{ path: 'a.md', to: 'b.md' }, { path: 'a.md', to: 'b.md' }]).length //=> 1
 */
export function keptCopies(copies: readonly KeptCopy[]): readonly KeptCopy[] {
  return [...new Map(copies.map((copy) => [copy.to, copy])).values()].slice(-MOST_COPIES);
}

/**
 * Those of which somebody has still to be told.
 *
 * @param told - Those of which they were.
 *
 * @example
 * copiesBut([{ path: 'a.md', to: 'b.md' }], [{ path: 'a.md', to: 'b.md' }, { path: 'a.md', to: 'c.md' }])
 * //=> [{ path: 'a.md', to: 'c.md' }]
 */
export function copiesBut(told: readonly KeptCopy[], copies: readonly KeptCopy[]): readonly KeptCopy[] {
  return copies.filter(({ to }) => !told.some((one) => one.to === to));
}

/**
 * Whether nothing has come through for a day.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * hasLongFailed(syncRecord, 0) //=> false
 */
export function hasLongFailed(record: SyncRecord | undefined, now: number): boolean {
  const since = record?.last?.failedSince ?? undefined;
  const began = since === undefined ? undefined : parseAt(since)?.instant;
  return began !== undefined && now - began >= DAY_LENGTH;
}

const FORMAT = 1;

/**
 * A record as JSON.
 *
 * @example
 * parseRecord(printRecord(syncRecord)) //=> syncRecord
 */
export function printRecord({ setup, last, named, copies, told, inside }: SyncRecord): string {
  return `${JSON.stringify({ format: FORMAT, setup, last, named, copies, told, inside }, null, 2)}\n`;
}

/**
 * Reads one.
 *
 * @returns `newer` for that of a later version; undefined for what is none.
 *
 * @example
 * parseRecord('{"format":2}') //=> 'newer'
 * parseRecord('{}') //=> undefined
 */
export function parseRecord(text: string): SyncRecord | 'newer' | undefined {
  const value = objectIn(text);
  const { format, setup, last, named = [], copies, told, inside } = value;
  if (typeof format === 'number' && format > FORMAT) return 'newer';
  if (format !== FORMAT || !isSetup(setup) || !isNames(named)) return undefined;
  // How the last one went is told, and nothing rests on it.
  return {
    setup,
    named,
    ...(Array.isArray(copies) && { copies: copies.filter(isCopy) }),
    ...(isLast(last) && { last }),
    ...(typeof told === 'string' && isAt(told) && { told }),
    ...(typeof inside === 'boolean' && { inside }),
  };
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isSetup(value: unknown): value is SyncSetup {
  if (!isObject(value)) return false;
  const { journal, address, branch, readable } = value;
  return (
    typeof journal === 'string' &&
    journal !== '' &&
    isText(address) &&
    isText(branch) &&
    typeof readable === 'boolean'
  );
}

/** What git can be given. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.startsWith('-') && plainText(value) === value;
}

function isCopy(value: unknown): value is KeptCopy {
  return isObject(value) && typeof value['path'] === 'string' && typeof value['to'] === 'string';
}

function isLast(value: unknown): value is LastSync {
  if (!isObject(value)) return false;
  const { at, state, message, failedSince, ...counts } = value;
  return (
    typeof at === 'string' &&
    isAt(at) &&
    typeof state === 'string' &&
    typeof message === 'string' &&
    (failedSince === null || (typeof failedSince === 'string' && isAt(failedSince))) &&
    ['in', 'out', 'copies'].every((name) => typeof counts[name] === 'number')
  );
}
