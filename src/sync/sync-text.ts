// The words of coach sync.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { MINUTE } from '../domain/time/day.ts';
import type { KeyRemark } from './keys-met.ts';
import type { Synced } from './sync-once.ts';

export const SYNCING = 'Syncing';

/** What is said where a sync found damaged what it keeps. */
export const MADE_ANEW =
  'The repository that sync keeps on this computer was damaged, and has been made anew. Both sides are put together; what was deleted since the last sync comes back.';

/** What is said where somebody ends a sync. */
export const ENDED = 'Everything is safe here; the next sync goes on.';

/** How long a sync may take, as it is typed. */
const FOR_EXPECTED = 'seconds or minutes such as 30s or 5m, up to 60m';

/**
 * A span as somebody types it, in milliseconds.
 *
 * @throws UsageError for anything else.
 *
 * @example
 * readSyncSpan('30s') //=> 30_000
 */
export function readSyncSpan(typed: string): number {
  const [, count = '', unit = ''] = /^(\d{1,4}) ?(s|m|min)$/.exec(typed.trim()) ?? [];
  const span = Number(count) * (unit === 's' ? 1000 : MINUTE);
  if (span > 0 && span <= 60 * MINUTE) return span;
  throw new UsageError(`--for takes ${FOR_EXPECTED}, not "${typed}"`);
}

/**
 * What came of a sync.
 *
 * @param shown - The other side.
 *
 * @example
 * syncedText({ in: 2, out: 1 }, 'git.example.org', false) //=> 'In step with git.example.org: 2 in, 1 out.'
 */
export function syncedText(
  { in: taken, out }: Pick<Synced, 'in' | 'out'>,
  shown: string,
  isDry: boolean,
): string {
  if (isDry)
    return taken + out === 0
      ? `In step with ${shown}.`
      : `Not in step with ${shown}: ${taken} to come in, ${out} to go out.`;
  return `In step with ${shown}: ${taken + out === 0 ? 'nothing new' : `${taken} in, ${out} out`}.`;
}

/**
 * The remarks about what both sides had changed.
 *
 * @example
 * copiesText([{ path: 'a.md', to: 'a (other 1).md' }])
 * //=> 'a.md was changed here and elsewhere. Both are kept: yours is now a (other 1).md\n'
 */
export function copiesText(copies: Synced['copies']): string {
  return copies
    .map(
      ({ path, to }) =>
        `${plainText(path)} was changed here and elsewhere. Both are kept: yours is now ${plainText(to)}\n`,
    )
    .join('');
}

/**
 * The remark about the key on the other side.
 *
 * @example
 * keyRemark('gone', 'git.example.org') //=> 'The key of the journal is gone from git.example.org. This computer puts it back.\n'
 */
export function keyRemark(is: KeyRemark['is'], shown: string): string {
  return is === 'gone'
    ? `The key of the journal is gone from ${shown}. This computer puts it back.\n`
    : `${shown} has the key with another passphrase, as after it was changed on another computer. Here the one from before still counts. To use the other one: coach keys accept\n`;
}

/** So many files are named. */
const MOST = 5;

/**
 * The names of some files.
 *
 * @example
 * namesText(['a.md', 'b.md']) //=> 'a.md, b.md'
 */
export function namesText(paths: readonly string[]): string {
  const more = paths.length > MOST ? ` and ${(paths.length - MOST).toLocaleString('en')} more` : '';
  return `${paths
    .slice(0, MOST)
    .map((path) => plainText(path).replaceAll('\n', ' '))
    .join(', ')}${more}`;
}

/**
 * The remark about what is left alone on the other side.
 *
 * @example
 * strangeText(['README'], 'git.example.org') //=> 'Left alone on git.example.org, since coach does not sync such files: README'
 */
export function strangeText(paths: readonly string[], shown: string): string {
  return `Left alone on ${shown}, since coach does not sync such files: ${namesText(paths)}`;
}

/**
 * The remark about what is not sent.
 *
 * @example
 * unfitText(['why?.md']) //=> 'Not synced, since not every computer can hold it (a link, too large, or its name): why?.md'
 */
export function unfitText(paths: readonly string[]): string {
  return `Not synced, since not every computer can hold it (a link, too large, or its name): ${namesText(paths)}`;
}

/**
 * Entries with their number, as a sentence begins or goes on.
 *
 * @example
 * goneWords({ count: 412, of: 900 }) //=> '412 of 900 entries'
 */
export function goneWords({ count, of }: { readonly count: number; readonly of: number }): string {
  return `${count.toLocaleString('en')} of ${of.toLocaleString('en')} ${of === 1 ? 'entry' : 'entries'}`;
}

export const WAITING = 'Waiting for a sync to end';

/**
 * The error of a command that needs the journal for itself, where a sync does not end.
 *
 * @example
 * syncAtWork().message //=> 'a sync is at work on this computer'
 */
export function syncAtWork(): CoachError {
  return new CoachError('a sync is at work on this computer', {
    hint: 'Nothing was changed. Run the same command again when it has ended: coach sync status',
  });
}
