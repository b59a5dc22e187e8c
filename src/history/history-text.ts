// The words of coach undo, redo and history.
import type { ActKind, FileChange, JournalAct } from '../domain/history/act.ts';
import type { LeftAlone, LeftBecause, Reversing } from '../domain/history/reversal.ts';
import { readEntryName, type StoredEntry, TRASH } from '../domain/entry/entry.ts';
import { CoachError } from '../domain/text/errors.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { DAY_LENGTH, MINUTE, MONTHS, weekdayAndDay } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { momentText } from '../pages/journal/version-text.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { counted, entriesInWords, inFigures, unasked } from '../pages/text/words.ts';
import type { Way } from './take-back.ts';

export const NOTHING: Readonly<Record<Way, string>> = {
  undo: 'There is nothing to undo.',
  redo: 'There is nothing to do again.',
};

export const NO_HISTORY = 'Nothing was edited, deleted, imported or synced yet.';

export const LEFT_AS_IT_IS = 'Nothing was changed.';

/** How many files are told one by one. */
const MOST = 10;

const NOUNS: Readonly<Record<ActKind, string>> = {
  edit: 'edit',
  delete: 'deletion',
  restore: 'return from the trash',
  import: 'import',
  sync: 'sync',
  undo: 'undo',
  redo: 'redo',
};

/**
 * An entry by its day and the beginning of its id, as its name tells them; any other file by its path.
 *
 * @param at - When something was done to it: days of that year stand without it.
 *
 * @example
 * fileWords('2026/11/2026-11-22-091405-note-k3x8m2p9qa.md', '2026-11-23') //=> 'Sun 22 Nov (k3x8m2)'
 */
export function fileWords(path: string, at: string): string {
  const name = readEntryName(path.slice(path.lastIndexOf('/') + 1).replace(/ \([^()]*\)\.md$/, '.md'));
  if (!name) return plainText(path);
  const month = MONTHS[Number(name.day.slice(5, 7)) - 1]?.slice(0, 3);
  const year = name.day.slice(0, 4) === at.slice(0, 4) ? '' : ` ${name.day.slice(0, 4)}`;
  return `${weekdayAndDay(name.day)} ${month}${year} (${name.id.slice(0, 6)})`;
}

/**
 * An act, as it goes on with a sentence.
 *
 * @example
 * actWords({ kind: 'edit', at: '2026-11-23', changes: [{ kind: 'text', path: '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md' }] })
 * //=> 'the edit of Sun 22 Nov (k3x8m2)'
 */
export function actWords({ kind, at, changes }: Pick<JournalAct, 'kind' | 'at' | 'changes'>): string {
  const [first, ...more] = changes;
  const of = !first || more.length > 0 ? severalWords(changes.length) : fileWords(placeOf(first), at);
  return `the ${NOUNS[kind]} of ${of}`;
}

function severalWords(count: number): string {
  return count < 1000 ? entriesInWords(count) : `${inFigures(count)} entries`;
}

/** Where the file is that a change is about. */
function placeOf(change: FileChange): string {
  return change.kind === 'move' ? change.from : change.path;
}

/**
 * How long ago something was.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * agoWords('2026-11-22T09:04:05+01:00', Date.UTC(2026, 10, 22, 8, 14, 5)) //=> '10 minutes ago'
 */
export function agoWords(at: string, now: number): string {
  const past = now - (parseAt(at)?.instant ?? now);
  if (past < 0) return momentText(at);
  if (past < MINUTE) return 'a moment ago';
  if (past < 60 * MINUTE) return `${counted(Math.floor(past / MINUTE), 'minute')} ago`;
  if (past < DAY_LENGTH) return `${counted(Math.floor(past / (60 * MINUTE)), 'hour')} ago`;
  return `${counted(Math.floor(past / DAY_LENGTH), 'day')} ago`;
}

/**
 * What is about to be done, in lines.
 *
 * @example
 * planText('undo', 'the edit of a.md, 1 minute ago', [{ kind: 'text', path: 'a.md' }], [])
 * //=> 'To undo: the edit of a.md, 1 minute ago\n  a.md: says again what it said before\n'
 */
export function planText(
  way: Way,
  what: string,
  toDo: readonly Reversing[],
  left: readonly LeftAlone[],
): string {
  const opening = way === 'undo' ? 'To undo' : 'To do again';
  return `${opening}: ${what}\n${listed(toDo, (change) => doing(change, way))}${leftText(left)}`;
}

function doing(change: Reversing, way: Way): string {
  if (change.kind === 'text')
    return `${plainText(change.path)}: says again what it said ${way === 'undo' ? 'before' : 'after the edit'}`;
  const goes = change.to.startsWith(`${TRASH}/`) ? 'goes to the trash' : 'comes back from the trash';
  return `${plainText(change.from.startsWith(`${TRASH}/`) ? change.to : change.from)}: ${goes}`;
}

function listed<One>(all: readonly One[], line: (one: One) => string): string {
  const more = all.length > MOST ? `  and ${inFigures(all.length - MOST)} more\n` : '';
  return (
    all
      .slice(0, MOST)
      .map((one) => `  ${line(one)}\n`)
      .join('') + more
  );
}

const BECAUSE: Readonly<Record<LeftBecause, string>> = {
  changed: 'was changed since',
  gone: 'is gone',
  taken: 'another file is there now',
  'not-kept': 'what it said before is not kept',
};

/**
 * The files that are left alone, each with the reason.
 *
 * @example
 * leftText([{ path: 'a.md', because: 'changed' }]) //=> '  a.md: was changed since, and stays as it is\n'
 */
export function leftText(left: readonly LeftAlone[]): string {
  return listed(left, ({ path, because }) =>
    because === 'gone'
      ? `${plainText(path)}: ${BECAUSE[because]}`
      : `${plainText(path)}: ${BECAUSE[because]}, and stays as it is`,
  );
}

/**
 * The remark about a later act that cannot be taken back.
 *
 * @example
 * passedText('undo', 'the edit of a.md, 1 minute ago', [{ path: 'a.md', because: 'gone' }])
 * //=> "coach can't undo the edit of a.md, 1 minute ago:\n  a.md: is gone\n"
 */
export function passedText(way: Way, what: string, left: readonly LeftAlone[]): string {
  return `coach can't ${way} ${what}:\n${leftText(left)}`;
}

/**
 * The remark about an entry that was saved later than anything that can be undone.
 *
 * @example
 * savedLast({ path: '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md', entry }).split('\n')[0]
 * //=> 'The last thing you did was save Sun 22 Nov (k3x8m2).'
 */
export function savedLast({ path, entry: { id, written } }: StoredEntry): string {
  return `The last thing you did was save ${fileWords(path, written)}.\nTo delete it: coach journal delete ${id}`;
}

export const BEFORE_THAT = 'Before that:';

/**
 * The question before something is undone.
 *
 * @example
 * askText('undo') //=> 'Undo it?'
 */
export function askText(way: Way): string {
  return way === 'undo' ? 'Undo it?' : 'Do it again?';
}

export const CHOICES: Readonly<Record<Way, readonly Choice<boolean>[]>> = {
  undo: [
    { value: true, label: 'Undo it' },
    { value: false, label: 'Leave it as it is', wayOut: true },
  ],
  redo: [
    { value: true, label: 'Do it again' },
    { value: false, label: 'Leave it as it is', wayOut: true },
  ],
};

/**
 * What was done.
 *
 * @param asCalled - A sentence with its command as it is called here.
 *
 * @example
 * doneText('undo', 'the edit of a.md, 1 minute ago', (sentence) => sentence)
 * //=> 'Undone: the edit of a.md, 1 minute ago. coach redo does it again.'
 */
export function doneText(way: Way, what: string, asCalled: (sentence: string) => string): string {
  return way === 'undo'
    ? `Undone: ${what}. ${asCalled('coach redo does it again.')}`
    : `Done again: ${what}. ${asCalled('coach undo takes it back.')}`;
}

/**
 * The error where nobody can be asked.
 *
 * @example
 * nobodyToAsk('undo', 'the edit of a.md').hint //=> 'To undo the edit of a.md without being asked, add --yes.'
 */
export function nobodyToAsk(way: Way, what: string): CoachError {
  return new CoachError(unasked(way === 'undo' ? 'undone' : 'done again'), {
    hint: `To ${way} ${what} without being asked, add --yes.`,
  });
}

/**
 * The error of --yes where the last thing is not what would be undone.
 *
 * @example
 * notTheLast('undo').message //=> 'the last thing cannot be undone, so --yes is not enough'
 */
export function notTheLast(way: Way): CoachError {
  return new CoachError('the last thing cannot be undone, so --yes is not enough', {
    hint: `Nothing was changed. To choose what to do, run coach ${way} in a terminal, without --yes.`,
  });
}

/**
 * The error where all that could be taken back was changed.
 *
 * @example
 * nothingLeft('undo').message //=> 'nothing was undone'
 */
export function nothingLeft(way: Way): CoachError {
  return new CoachError(`nothing was ${way === 'undo' ? 'undone' : 'done again'}`, {
    hint: 'To see what was done: coach history',
  });
}
