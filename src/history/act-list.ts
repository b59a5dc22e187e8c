// Acts in a list: for a screen, a line each for another program, and as JSON.
import type { JournalAct } from '../domain/history/act.ts';
import { momentText } from '../pages/journal/version-text.ts';
import { wrap } from '../pages/text/wrap.ts';
import { actWords } from './history-text.ts';

/** An act with what has become of it. */
export interface ListedAct {
  readonly act: JournalAct;
  /** What was done at first, of what an undo or a redo is about. */
  readonly meant: JournalAct;
  readonly isTakenBack: boolean;
  /** It was done on this machine. */
  readonly isHere: boolean;
}

/**
 * Acts for a screen.
 *
 * @example
 * const act = { kind: 'edit', at: '2026-11-22T09:14:05+01:00', changes: [{ kind: 'text', path: 'a.md' }] };
 * actRows([{ act, meant: act, isTakenBack: true, isHere: true }], 80) //=> '22 November 2026, 09:14  the edit of a.md  (undone)\n'
 */
export function actRows(acts: readonly ListedAct[], width: number): string {
  return acts
    .map((one) => `${wrap(`${momentText(one.act.at)}  ${wordsOf(one)}${remarkOn(one)}`, width)}\n`)
    .join('');
}

function wordsOf({ act, meant }: ListedAct): string {
  return act === meant ? actWords(act) : `${act.kind}: ${actWords(meant)}`;
}

function remarkOn({ isTakenBack, isHere, act: { kind } }: ListedAct): string {
  const taken = kind === 'undo' ? 'done again' : 'undone';
  const remarks = [...(isTakenBack ? [taken] : []), ...(isHere ? [] : ['on another machine'])];
  return remarks.length === 0 ? '' : `  (${remarks.join(', ')})`;
}

/**
 * Acts for another program: when, what, of how many files, and `undone` or nothing.
 *
 * @example
 * const act = { kind: 'edit', at: '2026-11-22T09:14:05+01:00', changes: [{ kind: 'text', path: 'a.md' }] };
 * actLines([{ act, meant: act, isTakenBack: true, isHere: true }]) //=> '2026-11-22T09:14:05+01:00\tedit\t1\tundone\n'
 */
export function actLines(acts: readonly ListedAct[]): string {
  return acts
    .map(({ act: { at, kind, changes }, isTakenBack }) =>
      [at, kind, changes.length, isTakenBack ? 'undone' : ''].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** The version of the JSON. */
const FORMAT = 1;

/**
 * Acts as JSON. They hold paths and hashes, and no word of an entry.
 *
 * @example
 * actsAsJson([]) //=> '[]\n'
 */
export function actsAsJson(acts: readonly ListedAct[]): string {
  const shown = acts.map(({ act: { id, kind, at, of = null, changes }, isTakenBack, isHere }) => ({
    format: FORMAT,
    id,
    kind,
    at,
    of,
    undone: isTakenBack,
    here: isHere,
    changes,
  }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}
