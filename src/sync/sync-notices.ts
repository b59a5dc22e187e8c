// Notices about sync on the page of coach alone: what needs the person, and what they were not told yet.
import { barePath } from '../domain/entry/bare-name.ts';
import { readEntryName } from '../domain/entry/entry.ts';
import { type Day, dayWords } from '../domain/time/day.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { counted } from '../pages/text/words.ts';
import { hasLongFailed, type KeptCopy, type LastSync, type SyncRecord } from './sync-record.ts';
import type { StopState } from './sync-stop.ts';
import { entryOf, isDeleted } from './synced-path.ts';

/** Who does what about it: by itself it mostly passes, and is told after a day; or nothing is synced until the person does something. */
const PASSES: Readonly<Record<StopState, boolean>> = {
  offline: true,
  slow: true,
  busy: true,
  'busy-here': true,
  'full-here': true,
  'git-failed': true,
  refused: false,
  'no-remote': false,
  'remote-refuses': false,
  'many-gone-here': false,
  'many-gone-there': false,
  'remote-rewritten': false,
  'remote-empty': false,
  'keys-differ': false,
  'unlock-first': false,
  'encrypt-first': false,
  'in-the-way': false,
  'full-there': false,
  'unknown-host': false,
  'changed-host': false,
  'bad-certificate': false,
  'no-journal': false,
  'other-format': false,
  'decrypted-there': false,
  'old-git': false,
  'key-unusable': false,
  'not-trusted': false,
  'no-git': false,
};

/**
 * The line about a sync that stopped; undefined where there is nothing to say, or not yet.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * stopNotice(syncRecord, 0, '2026-11-22') //=> undefined
 */
export function stopNotice(record: SyncRecord, now: number, today: Day): string | undefined {
  const { last } = record;
  const since = last?.failedSince ?? undefined;
  if (last === undefined || since === undefined) return undefined;
  if (needsSomebody(record)) return needText(last);
  return hasLongFailed(record, now)
    ? `Not in step since ${dayWords(since.slice(0, 10), today)}: coach sync`
    : undefined;
}

/**
 * The line about a journal that is no longer the one that is synced.
 *
 * @example
 * movedNotice({ setup: { ...syncRecord.setup, journal: '/home/d/notes' }, named: [] })
 * //=> 'Sync has stopped: it is set up for the journal in /home/d/notes. To see what to do: coach sync'
 */
export function movedNotice({ setup }: SyncRecord): string {
  return `Sync has stopped: it is set up for the journal in ${plainText(setup.journal)}. To see what to do: coach sync`;
}

/**
 * Whether a sync stopped for something that does not pass by itself.
 *
 * @example
 * needsSomebody(syncRecord) //=> false
 */
export function needsSomebody({ last }: Pick<SyncRecord, 'last'>): boolean {
  if (last === undefined || last.failedSince === null) return false;
  return new Map<string, boolean>(Object.entries(PASSES)).get(last.state) === false;
}

function needText({ state, message }: LastSync): string {
  // What follows are the words of a server, or names.
  const [why = ''] = plainText(message).split(/: |:?\n/, 1);
  const toDo = state === 'refused' ? 'To let git ask you: coach sync --ask' : 'To see what to do: coach sync';
  return `Sync has stopped: ${why}. ${toDo}`;
}

/**
 * Those of the copies that somebody has still to look at: neither text was taken away since.
 *
 * @param isThere - Whether an entry is there, by its path.
 *
 * @example
 * openCopies([{ path: 'a.md', to: 'a (other 1).md' }], (path) => path === 'a.md') //=> []
 */
export function openCopies(
  copies: readonly KeptCopy[],
  isThere: (path: string) => boolean,
): readonly KeptCopy[] {
  const isOpen = (path: string): boolean => formsOf(path).some(isThere);
  return copies.filter(({ path, to }) => !isDeleted(path) && isOpen(path) && isOpen(to));
}

/** What an entry may be called by now: the journal may have been encrypted since. */
function formsOf(path: string): readonly string[] {
  const entry = entryOf(path);
  const [, stem = entry, more = ''] = /^(.*?)( \([^()]*\))?\.md$/s.exec(entry) ?? [];
  return [entry, barePath(`${stem}.md`).replace(/\.md$/, `${more}.md`)];
}

/** So many are named one by one. */
const MOST = 3;

/**
 * The line about entries of which both texts were kept; undefined where there is none.
 *
 * @example
 * copiesNotice([{ path: '2026/11/2026-11-20-091405-note-k3x8m2p9qa.md', to: 'b.md' }], '2026-11-22')
 * //=> 'An entry of 20 November was changed here and on another computer. Both texts are kept: coach journal show k3x8m2'
 * copiesNotice([], '2026-11-22') //=> undefined
 */
export function copiesNotice(copies: readonly KeptCopy[], today: Day): string | undefined {
  const entries = [...new Set(copies.map(({ path }) => entryOf(path)))];
  const names = entries.map((path) => readEntryName(path.slice(path.lastIndexOf('/') + 1)));
  const [name] = names;
  if (entries.length === 0) return undefined;
  const ids = names.flatMap((one) => (one ? [one.id.slice(0, 6)] : []));
  if (entries.length === 1 && name) {
    const day = dayWords(name.day, today);
    return `An entry of ${day} was changed here and on another computer. Both texts are kept: coach journal show ${ids.join('')}`;
  }
  const what = `${counted(entries.length, 'entry', 'entries')} ${entries.length === 1 ? 'was' : 'were'} changed here and on another computer. Both texts are kept:`;
  // Doctor names them all.
  if (ids.length < entries.length || ids.length > MOST) return `${what} coach doctor`;
  return `${what}\n${ids.map((id) => `  coach journal show ${id}`).join('\n')}`;
}
