// The record of a sync on this machine: where it goes, and how the last one went.
import { isAt } from '../domain/time/moment.ts';
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

const FORMAT = 1;

/**
 * A record as JSON.
 *
 * @example
 * parseRecord(printRecord(syncRecord)) //=> syncRecord
 */
export function printRecord({ setup, last, named }: SyncRecord): string {
  return `${JSON.stringify({ format: FORMAT, setup, last, named }, null, 2)}\n`;
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
  const { format, setup, last, named = [] } = value;
  if (typeof format === 'number' && format > FORMAT) return 'newer';
  if (format !== FORMAT || !isSetup(setup) || !isNames(named)) return undefined;
  // How the last one went is told, and nothing rests on it.
  return { setup, named, ...(isLast(last) && { last }) };
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
