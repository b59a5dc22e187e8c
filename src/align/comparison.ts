// Two sheets laid side by side: where they differ, and in which order to talk about it.
import type { Role } from '../domain/banks/question-bank.ts';
import { DOER_DECIDES, type Mark } from './decision-steps.ts';
import type { SealedPiece, Side } from './piece.ts';

/** The ways in which two people may see a piece of work, in the order in which they are talked about. */
export const CATEGORIES = [
  'different-day',
  'unknown',
  'opposite',
  'one-sided',
  'pace',
  'ready',
  'apart',
  'settled',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** What one of the two marked. */
type Marks = Pick<Side, 'today' | 'wanted'>;

/** A piece of work as both see it. Which of the two is oneself makes no difference. */
export interface Compared {
  readonly title: string;
  readonly example: string | null;
  readonly doer: Side;
  readonly lead: Side;
  readonly category: Category;
  /** The doer needs something, and the lead offers nothing. */
  readonly meansGap: boolean;
  /** One of them wishes that the doer decides, and neither named a look at the result. */
  readonly lookGap: boolean;
}

/** A difference of one step is read as none: neighbouring steps are told apart by few. */
const CLEAR = 2;

/**
 * How two people see a piece of work. Each pair of sheets falls into one category, whose sentence is true of it.
 *
 * @example
 * categoryOf({ today: 3, wanted: 6 }, { today: 5, wanted: 5 }) //=> 'different-day'
 * categoryOf({ today: 3, wanted: 6 }, { today: 3, wanted: 4 }) //=> 'one-sided'
 */
export function categoryOf(doer: Marks, lead: Marks): Category {
  const { today: doerToday, wanted: doerWanted } = doer;
  const { today: leadToday, wanted: leadWanted } = lead;
  if (doerToday === null || doerWanted === null || leadToday === null || leadWanted === null)
    return 'unknown';
  if (Math.abs(doerToday - leadToday) >= CLEAR) return 'different-day';
  const moves = [doerWanted - doerToday, leadWanted - leadToday].map((move) =>
    Math.abs(move) < CLEAR ? 0 : Math.sign(move),
  );
  const clear = moves.filter((move) => move !== 0);
  if (clear.length === 2 && clear[0] !== clear[1]) return 'opposite';
  if (Math.abs(doerWanted - leadWanted) < CLEAR) return clear.length === 0 ? 'settled' : 'ready';
  return (['apart', 'one-sided', 'pace'] as const)[clear.length] ?? 'pace';
}

/**
 * How many steps two marks are apart; null where one is open.
 *
 * @example
 * apartBy(3, 5) //=> 2
 */
export function apartBy(one: Mark, other: Mark): number | null {
  return one === null || other === null ? null : Math.abs(one - other);
}

/**
 * Pieces of work as both see them, those to begin with first: by category, then by how far apart they are, then as they are listed.
 *
 * @param role - One's own side: a manager is the lead.
 * @param pairs - Pieces of one's own, each with what the other said.
 *
 * @example
 * compare('member', [{ piece, theirs: { ...piece.mine, today: 5 } }])[0]?.category //=> 'different-day'
 */
export function compare(
  role: Role,
  pairs: readonly { readonly piece: SealedPiece; readonly theirs: Side }[],
): readonly Compared[] {
  return pairs
    .map(({ piece: { title, example, mine }, theirs }) => {
      const [doer, lead] = role === 'member' ? [mine, theirs] : [theirs, mine];
      const wished = [doer.wanted, lead.wanted].some((mark) => mark !== null && mark >= DOER_DECIDES);
      return {
        title,
        example,
        doer,
        lead,
        category: categoryOf(doer, lead),
        meansGap: doer.means !== null && lead.means === null,
        lookGap: wished && doer.look === null && lead.look === null,
      };
    })
    .toSorted(
      (one, other) =>
        CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category) || gap(other) - gap(one),
    );
}

function gap({ doer, lead }: Compared): number {
  return Math.max(apartBy(doer.today, lead.today) ?? 0, apartBy(doer.wanted, lead.wanted) ?? 0);
}
