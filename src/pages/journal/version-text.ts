// The words around the earlier texts of an entry.
import type { ActKind } from '../../domain/history/act.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import { longDay } from '../../domain/time/day.ts';
import { clockTime, parseAt } from '../../domain/time/moment.ts';
import { counted } from '../text/words.ts';

/** A version as a list shows it. */
interface ListedVersion {
  readonly number: number;
  readonly by: ActKind | undefined;
  readonly at: string | undefined;
}

const REPLACED_BY: Readonly<Record<ActKind, string>> = {
  edit: 'until an edit',
  delete: 'until it was deleted',
  restore: 'until it was brought back',
  import: 'until an import',
  sync: 'until a sync',
  undo: 'until an undo',
  redo: 'until a redo',
};

/**
 * The versions of an entry for a screen.
 *
 * @example
 * versionList([{ number: 1, by: 'edit', at: '2026-11-22T09:14:05+01:00' }])
 * //=> '  1  22 November 2026, 09:14  until an edit\n'
 */
export function versionList(versions: readonly ListedVersion[]): string {
  const columns = String(versions.length).length;
  return versions
    .map(({ number, by, at }) => `  ${String(number).padStart(columns)}  ${momentText(at)}${becauseOf(by)}\n`)
    .join('');
}

function becauseOf(by: ActKind | undefined): string {
  return by === undefined ? '' : `  ${REPLACED_BY[by]}`;
}

/**
 * A moment in a list.
 *
 * @example
 * momentText('2026-11-22T09:14:05+01:00') //=> '22 November 2026, 09:14'
 */
export function momentText(at: string | undefined): string {
  const moment = at === undefined ? undefined : parseAt(at);
  return moment === undefined ? 'time not known' : `${longDay(moment.day)}, ${clockTime(moment)}`;
}

/**
 * The versions of an entry for another program, a line each.
 *
 * @example
 * versionLines([{ number: 1, by: 'edit', at: '2026-11-22T09:14:05+01:00' }]) //=> '1\t2026-11-22T09:14:05+01:00\tedit\n'
 */
export function versionLines(versions: readonly ListedVersion[]): string {
  return versions.map(({ number, by = '', at = '' }) => `${number}\t${at}\t${by}\n`).join('');
}

/**
 * What can be done with a list of versions.
 *
 * @param name - What the entry is called by.
 *
 * @example
 * versionHint('k3').split('\n')[0] //=> 'To read one: coach journal show k3 --version 1'
 */
export function versionHint(name: string): string {
  return `To read one: coach journal show ${name} --version 1\nTo bring it back: coach journal restore ${name} --version 1`;
}

/**
 * The remark where nothing is kept of what an entry said before.
 *
 * @example
 * noVersions('a.md') //=> 'Nothing is kept of what a.md said before.'
 */
export function noVersions(path: string): string {
  return `Nothing is kept of what ${plainText(path)} said before.`;
}

/**
 * The error of a number that is none.
 *
 * @example
 * versionMisfit('two').message //=> '--version must be a number, not "two"'
 */
export function versionMisfit(text: string): UsageError {
  return new UsageError(`--version must be a number, not "${oneLine(text)}"`, {
    hint: 'coach journal history lists them: coach journal history last',
  });
}

/**
 * The error of a version that is not there.
 *
 * @example
 * noVersion(5, 'k3', 2).message //=> 'k3 has no version 5'
 * noVersion(5, 'k3', 2).hint //=> '2 versions are kept. To see them: coach journal history k3'
 */
export function noVersion(number: number, name: string, count: number): UsageError {
  const kept = `${counted(count, 'version')} ${count === 1 ? 'is' : 'are'} kept.`;
  return new UsageError(`${name} has no version ${number}`, {
    hint:
      count === 0
        ? 'Nothing is kept of what it said before.'
        : `${kept} To see them: coach journal history ${name}`,
  });
}

/**
 * The error of a flag that goes with one entry.
 *
 * @example
 * oneEntryForVersion().message //=> '--version goes with one entry'
 */
export function oneEntryForVersion(): UsageError {
  return new UsageError('--version goes with one entry', {
    hint: 'For example: coach journal restore last --version 1',
  });
}

/**
 * The remark about a version that an entry says again.
 *
 * @example
 * versionBack(2) //=> 'The entry says again what it said in version 2. To take that back: coach undo'
 */
export function versionBack(number: number): string {
  return `The entry says again what it said in version ${number}. To take that back: coach undo`;
}

/** The entry says so already. */
export const SAYS_SO_ALREADY = 'The entry says that already. Nothing was changed.';

/**
 * The error of an entry that is in the trash.
 *
 * @example
 * restoreFirst('k3').hint //=> 'Bring it back first: coach journal restore k3'
 */
export function restoreFirst(name: string): CoachError {
  return new CoachError(`${name} is in the trash`, {
    hint: `Bring it back first: coach journal restore ${name}`,
  });
}

/**
 * The error of an entry that was changed by somebody else just now.
 *
 * @example
 * changedJustNow('a.md').message //=> 'a.md was changed just now'
 */
export function changedJustNow(path: string): CoachError {
  return new CoachError(`${plainText(path)} was changed just now`, { hint: 'Nothing was done. Try again.' });
}

/**
 * The remark, made once, about what an edit has replaced.
 *
 * @param days - Undefined: for ever.
 *
 * @example
 * keptForText(90, 'k3') //=> 'What it said before is kept for 90 days: coach journal history k3'
 */
export function keptForText(days: number | undefined, name: string): string {
  const long = days === undefined ? '' : ` for ${counted(days, 'day')}`;
  return `What it said before is kept${long}: coach journal history ${name}`;
}

/**
 * The remark about earlier texts that go with an entry.
 *
 * @example
 * versionsGone(2) //=> 'With it went 2 earlier versions.'
 */
export function versionsGone(count: number): string {
  return `With it went ${counted(count, 'earlier version')}.`;
}
