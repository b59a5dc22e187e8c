// A piece of work that two people share, as one of them sees it.
import { foldText } from '../domain/text/folding.ts';
import { oneLine, shownText } from '../domain/text/plain-text.ts';
import type { Day } from '../domain/time/day.ts';
import type { Mark } from './decision-steps.ts';

/** The marks of one of the two for a piece of work, and what goes with them; null where nothing was said. */
export interface Side {
  readonly today: Mark;
  readonly wanted: Mark;
  /** What the doer needs, or the lead gives. */
  readonly means: string | null;
  readonly limits: string | null;
  readonly look: string | null;
}

/** One piece of work on a sheet. */
export interface Piece {
  readonly title: string;
  readonly example: string | null;
  readonly day: Day;
  readonly mine: Side;
  /** For oneself alone: what the other will have marked; absent where it was not guessed. */
  readonly guess: { readonly today?: Mark; readonly wanted?: Mark };
}

/** The part of a piece of work that may leave; `mine` is the side of whoever filled it in. */
export type SealedPiece = Pick<Piece, 'title' | 'example' | 'mine'>;

/** Whose work it is, or who manages. */
export type Seat = 'doer' | 'lead';

/** All that a sealed file holds: nobody's name, no day, no guess, and nothing that was written for oneself alone. */
export interface SealedSheet {
  readonly from: Seat;
  readonly pieces: readonly SealedPiece[];
}

/**
 * Whether the other's marks were guessed at.
 *
 * @example
 * isGuessed({ guess: { wanted: null } }) //=> true
 */
export function isGuessed({ guess }: Pick<Piece, 'guess'>): boolean {
  return guess.today !== undefined || guess.wanted !== undefined;
}

/**
 * Whether two names are of one piece of work, whatever their case and blanks.
 *
 * @example
 * samePiece(' client  PRICING', 'Client pricing') //=> true
 */
export function samePiece(one: string, other: string): boolean {
  return pieceKey(one) === pieceKey(other);
}

/**
 * The name of a piece of work as it is compared.
 *
 * @example
 * pieceKey(' client  PRICING') //=> 'client pricing'
 */
export function pieceKey(title: string): string {
  return foldText(shownText(oneLine(title)));
}
