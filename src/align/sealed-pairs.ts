// Two sealed sheets side by side: which pieces of work both have, and how they are compared.
import { oneLine } from '../domain/text/plain-text.ts';
import type { Role } from '../domain/banks/question-bank.ts';
import { compare, type Compared } from './comparison.ts';
import { samePiece, type SealedPiece } from './piece.ts';

/** A piece of work of one's own, with that of the other. */
export interface Pair {
  readonly own: SealedPiece;
  readonly theirs: SealedPiece;
}

/** Which pieces of work both have, and those that only one of them has. */
export interface Paired {
  readonly pairs: readonly Pair[];
  readonly onlyYours: readonly SealedPiece[];
  readonly onlyTheirs: readonly SealedPiece[];
}

/**
 * Pieces of work that both have by the same name.
 *
 * @example
 * const other = { ...piece, title: 'Rota' };
 * pairedByName([piece, other], [{ ...piece, title: 'client PRICING' }]).onlyYours.map(({ title }) => title) //=> ['Rota']
 */
export function pairedByName(own: readonly SealedPiece[], theirs: readonly SealedPiece[]): Paired {
  return own.reduce<Paired>(
    (paired, piece) => {
      const same = paired.onlyTheirs.find(({ title }) => samePiece(title, piece.title));
      return same ? withPair(paired, piece, same) : paired;
    },
    { pairs: [], onlyYours: own, onlyTheirs: theirs },
  );
}

/**
 * The same with one more pair.
 *
 * @example
 * const none = { pairs: [], onlyYours: [piece], onlyTheirs: [piece] };
 * withPair(none, piece, piece) //=> { pairs: [{ own: piece, theirs: piece }], onlyYours: [], onlyTheirs: [] }
 */
export function withPair(
  { pairs, onlyYours, onlyTheirs }: Paired,
  own: SealedPiece,
  theirs: SealedPiece,
): Paired {
  return {
    pairs: [...pairs, { own, theirs }],
    onlyYours: onlyYours.filter((one) => one !== own),
    onlyTheirs: onlyTheirs.filter((one) => one !== theirs),
  };
}

/**
 * Pieces of work as both see them, the same for whoever of the two looks: named and listed as the doer has them.
 *
 * @param role - One's own side.
 * @param listed - All of one's own pieces, in their order.
 *
 * @example
 * comparedPairs('member', [{ own: piece, theirs: { ...piece, mine: theirs } }], [piece], [piece])[0].category //=> 'different-day'
 */
export function comparedPairs(
  role: Role,
  pairs: readonly Pair[],
  listed: readonly SealedPiece[],
  theirList: readonly SealedPiece[],
): readonly Compared[] {
  const [doerOf, leadOf, list] =
    role === 'member'
      ? [({ own }: Pair) => own, ({ theirs }: Pair) => theirs, listed]
      : [({ theirs }: Pair) => theirs, ({ own }: Pair) => own, theirList];
  const inOrder = pairs.toSorted((one, other) => list.indexOf(doerOf(one)) - list.indexOf(doerOf(other)));
  return compare(
    'member',
    inOrder.map((pair) => {
      const [doer, lead] = [doerOf(pair), leadOf(pair)];
      return {
        piece: {
          title: bothWords(doer.title, lead.title) ?? '',
          example: bothWords(doer.example, lead.example),
          mine: doer.mine,
        },
        theirs: lead.mine,
      };
    }),
  );
}

/** What both say, the doer first; once where they say the same. */
function bothWords(doer: string | null, lead: string | null): string | null {
  if (doer === null || lead === null) return doer ?? lead;
  return samePiece(doer, lead) ? doer : `${oneLine(doer)} · ${oneLine(lead)}`;
}
