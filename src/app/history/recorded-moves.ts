// Moves that can be undone: many at a time are planned, written down, and then done.
import type { ActHead, FileChange } from '../../domain/history/act.ts';
import { numberedName } from '../../domain/entry/entry.ts';
import type { JournalHistory } from '../ports/history.ts';

/** So many files are moved at once. */
export const BATCH = 1000;

type MoveChange = Extract<FileChange, { readonly kind: 'move' }>;

/**
 * Writes moves down as a part of an act, and does them.
 *
 * @param done - Called for each file that was moved, with its number in the list, once it is safe.
 *
 * @example
 * const { history } = recorderOf(journalOf({ 'a.md': 'h' }));
 * const move = { kind: 'move', from: 'a.md', to: 'b.md', hash: history.hash('a.md') };
 * moveRecorded(history.begin('delete'), [move], 1, history, () => {});
 * history.hash('b.md') === move.hash //=> true
 */
export function moveRecorded(
  head: ActHead,
  moves: readonly MoveChange[],
  part: number,
  history: Pick<JournalHistory, 'write' | 'withdraw' | 'moveAll'>,
  done: (index: number) => void,
): void {
  let isAny = false;
  try {
    history.write(head, moves, part);
    history.moveAll(moves, (index) => {
      isAny = true;
      done(index);
    });
  } finally {
    if (!isAny) history.withdraw(head, { part });
  }
}

/**
 * The names that files can be moved to. Where one is taken by other bytes, a number in brackets makes another; where the same
 * bytes are there already, they are the file.
 *
 * @returns Finds the name for a file of a hash; each is given once, unless the hash is the same.
 *
 * @example
 * freeNames({ hash: (path) => (path === 'a.md' ? 'x' : undefined) })('a.md', 'y') //=> 'a (1).md'
 */
export function freeNames({ hash }: Pick<JournalHistory, 'hash'>): (wanted: string, of: string) => string {
  const given = new Map<string, string>();
  return (wanted, of) => {
    for (let number = 0; ; number++) {
      const name = numberedName(wanted, number);
      const there = given.get(name) ?? hash(name);
      if (there !== undefined && there !== of) continue;
      given.set(name, of);
      return name;
    }
  };
}
