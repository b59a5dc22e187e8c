import type { Answer } from '../../src/domain/entry/answer.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import type { Day } from '../../src/domain/time/day.ts';
import { compare, type Compared } from '../../src/align/comparison.ts';
import type { Piece, Side } from '../../src/align/piece.ts';
import { leavingOf } from '../../src/align/sealed-sheet.ts';
import { type Sheet, sheetsOf } from '../../src/align/sheet.ts';
import { commitment, entryOn, given, words } from '../domain/journals.ts';

/** An entry of a piece of work about D., by the last parts of the ids of its questions. */
export function filled(day: Day, said: Readonly<Record<string, string>>, more: Partial<Entry> = {}): Entry {
  const answers = Object.entries(said).map(([name, value]): Answer => {
    const id = `align-${name}`;
    return ['today', 'wanted', 'guess-today', 'guess-wanted'].includes(name)
      ? given(id, { type: 'choice', value })
      : words(id, value);
  });
  return entryOn(day, 'align', answers, { about: 'D.', role: 'member', ...more });
}

/** An agreement about it, to be looked at on 15 December. */
export function agreed(day: Day, piece: string, step: string, more: Partial<Entry> = {}): Entry {
  const answers = [
    words('agreement-piece', piece),
    given('agreement-step', { type: 'choice', value: step }),
    commitment('agreement-look', '2026-12-15'),
  ];
  return entryOn(day, 'agreement', answers, { about: 'D.', role: 'member', ...more });
}

/** Client pricing, as the doer sees it on 22 November. */
export const pricing = filled('2026-11-22', {
  piece: 'Client pricing',
  example: 'A discount above ten percent',
  today: 'heard',
  wanted: 'informed',
  means: 'The price floor',
  'guess-today': 'advised',
});

const nobody: Sheet = { about: null, role: 'member', pieces: [], agreements: [], sealed: null };
export const NO_SIDE: Side = { today: null, wanted: null, means: null, limits: null, look: null };
const noPiece: Piece = { title: '', example: null, day: '2026-11-22', mine: NO_SIDE, guess: {} };

export const [sheet = nobody] = sheetsOf([pricing]);
export const [piece = noPiece] = sheet.pieces;

/** What leaves of it. */
export const sealed = leavingOf(sheet);

/** The same beside what the lead says of it. */
export const theirs: Side = { ...NO_SIDE, today: 5, wanted: 5, limits: 'Never below cost' };
export const [compared]: readonly Compared[] = compare('member', [{ piece, theirs }]);
