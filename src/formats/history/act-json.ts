// An act as a JSON file: read and written.
import type { JournalAct, FileChange } from '../../domain/history/act.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { isAt } from '../../domain/time/moment.ts';

/** The version of the format. */
const ACT_FORMAT = 1;

/** What stands in the file of an act; the rest of it is in its name. */
export type WrittenAct = Pick<JournalAct, 'at' | 'of' | 'changes'>;

/**
 * An act as a JSON file.
 *
 * @example
 * printAct({ at: '2026-11-22T09:14:05+01:00', changes: [] }) //=> '{"format":1,"at":"2026-11-22T09:14:05+01:00","changes":[]}\n'
 */
export function printAct({ at, of, changes }: WrittenAct): string {
  return `${JSON.stringify({ format: ACT_FORMAT, at, of, changes })}\n`;
}

/**
 * Reads what `printAct` wrote.
 *
 * @throws FileMistakes for the file of a newer coach, and for a damaged one.
 *
 * @example
 * parseAct(printAct({ at: '2026-11-22', changes: [] }), 'a.json') //=> { at: '2026-11-22', changes: [] }
 */
export function parseAct(text: string, file: string): WrittenAct {
  const value = valueOf(text);
  if (isObject(value) && typeof value['format'] === 'number' && value['format'] > ACT_FORMAT)
    throw new NewerAct(file, [{ line: 1, column: 1, message: NEWER }], UPDATE);
  if (!isObject(value) || value['format'] !== ACT_FORMAT || !isWritten(value))
    throw new FileMistakes(file, [{ line: 1, column: 1, message: DAMAGED }], PASSED_OVER);
  const { at, of, changes } = value;
  return { at, changes, ...(of !== undefined && { of }) };
}

const NEWER = 'this was written by a newer coach';
const UPDATE = 'Update coach to undo it.';
const DAMAGED = 'expected what coach wrote down before it changed something; this file is damaged';
const PASSED_OVER = 'It is left as it is, and what it stood for cannot be undone.';

/**
 * An act that a newer coach wrote.
 *
 * @example
 * new NewerAct('a.json', [{ line: 1, column: 1, message: 'new' }]) instanceof FileMistakes //=> true
 */
export class NewerAct extends FileMistakes {}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isWritten(value: Record<string, unknown>): value is Record<string, unknown> & WrittenAct {
  const { at, of, changes } = value;
  return (
    typeof at === 'string' &&
    isAt(at) &&
    (of === undefined || typeof of === 'string') &&
    Array.isArray(changes) &&
    changes.every(isChange)
  );
}

/** The fields of each kind of change: paths and hashes. */
const FIELDS: {
  readonly [Kind in FileChange['kind']]: readonly [paths: readonly string[], hashes: readonly string[]];
} = {
  text: [['path'], ['was', 'is']],
  move: [['from', 'to'], ['hash']],
  add: [['path'], ['hash']],
};

function isChange(value: unknown): value is FileChange {
  if (!isObject(value)) return false;
  const { kind } = value;
  if (kind !== 'text' && kind !== 'move' && kind !== 'add') return false;
  const [paths, hashes] = FIELDS[kind];
  return paths.every((name) => isPath(value[name])) && hashes.every((name) => isHash(value[name]));
}

/** One below the journal folder that a file of an entry may have: whoever writes acts by hand leads nowhere else. */
function isPath(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.endsWith('.md') &&
    !value.includes('\0') &&
    !/\\\.\.(?:\\|$)/.test(value) &&
    value.split('/').every((part) => part !== '' && !part.startsWith('.'))
  );
}

function isHash(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
