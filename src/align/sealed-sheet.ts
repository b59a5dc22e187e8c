// A sheet as a sealed file holds it: what leaves, its bytes, and how those of somebody else are read.
import * as v from 'valibot';
import { decodedText } from '../domain/text/bytes.ts';
import type { Role } from '../domain/banks/question-bank.ts';
import { oneLine, shownText } from '../domain/text/plain-text.ts';
import { DECISION_STEPS, type Mark, markOf } from './decision-steps.ts';
import type { SealedPiece, SealedSheet } from './piece.ts';

const FORMAT = 'coach-align';
const VERSION = 1;

/** So much a sheet may hold: pieces of work, letters of each text, and bytes of the whole, so that its file has 64 kB at most. */
export const MOST = { pieces: 40, letters: 2000, bytes: 46 * 1024 } as const;

/**
 * A sheet is as long as a multiple of this, in bytes, with blanks at its end: otherwise the length of a file would tell of its steps,
 * whose names are of different lengths.
 */
const ROUNDED_TO = 1024;

/**
 * What leaves of a sheet: each text on one line, as it is shown.
 *
 * @example
 * leavingOf(sheet).pieces.map(({ title, mine }) => [title, mine.today]) //=> [['Client pricing', 3]]
 */
export function leavingOf({
  role,
  pieces,
}: {
  readonly role: Role;
  readonly pieces: readonly SealedPiece[];
}): SealedSheet {
  return { from: role === 'manager' ? 'lead' : 'doer', pieces: pieces.map(asItLeaves) };
}

/**
 * A piece of work as it leaves.
 *
 * @example
 * asItLeaves({ title: ' Client\npricing', example: null, mine: piece.mine }).title //=> 'Client pricing'
 */
export function asItLeaves({ title, example, mine }: SealedPiece): SealedPiece {
  const { today, wanted, means, limits, look } = mine;
  return {
    title: leavingText(title) ?? '',
    example: leavingText(example),
    mine: {
      today,
      wanted,
      means: leavingText(means),
      limits: leavingText(limits),
      look: leavingText(look),
    },
  };
}

function leavingText(text: string | null | undefined): string | null {
  return oneLine(shownText(text ?? '')) || null;
}

/**
 * The names of pieces of work that are not as they were sealed, those that came later among them.
 *
 * @param now - What is to be compared by now; a piece of work that was agreed on since has not changed.
 *
 * @example
 * changedSince(sealed.pieces, [{ ...piece, mine: { ...piece.mine, today: 7 } }]) //=> ['Client pricing']
 */
export function changedSince(pieces: readonly SealedPiece[], now: readonly SealedPiece[]): readonly string[] {
  return now
    .map(asItLeaves)
    .filter((one) => !pieces.some((sealed) => JSON.stringify(sealed) === JSON.stringify(one)))
    .map(({ title }) => title);
}

/**
 * The bytes that are sealed: JSON, and blanks.
 *
 * @example
 * new TextDecoder().decode(sheetBytes(sealed)).slice(0, 63) //=> '{"format":"coach-align","version":1,"from":"doer","pieces":[{"t'
 * sheetBytes(sealed).length //=> 1024
 */
export function sheetBytes({ from, pieces }: SealedSheet): Uint8Array {
  const stepIn = (mark: Mark): string | null => DECISION_STEPS[(mark ?? 0) - 1]?.key ?? null;
  const told = pieces.map(({ title, example, mine: { today, wanted, ...rest } }) => ({
    title,
    example,
    today: stepIn(today),
    wanted: stepIn(wanted),
    ...rest,
  }));
  const bytes = new TextEncoder().encode(
    JSON.stringify({ format: FORMAT, version: VERSION, from, pieces: told }),
  );
  const rounded = new Uint8Array(Math.ceil(bytes.length / ROUNDED_TO) * ROUNDED_TO).fill(BLANK);
  rounded.set(bytes);
  return rounded;
}

const BLANK = 0x20;

/** Why bytes are no sheet that can be compared. */
export type Unfit =
  | { readonly is: 'other' | 'newer' }
  | { readonly is: 'too-many'; readonly count: number }
  /** @see partNames */
  | { readonly is: 'too-long' | 'no-text' | 'no-step'; readonly piece: number; readonly part: string };

const text = v.pipe(
  v.nullish(v.string('no-text'), null),
  v.transform((one) => leavingText(one)),
  v.check((one) => letters(one) <= MOST.letters, 'too-long'),
);
const step = v.pipe(
  v.nullish(
    v.picklist(
      DECISION_STEPS.map(({ key }) => key),
      'no-step',
    ),
    null,
  ),
  v.transform((key) => markOf(key ?? undefined)),
);
const title = v.pipe(
  v.string('no-text'),
  v.transform((one) => leavingText(one) ?? ''),
  v.nonEmpty('no-text'),
  v.check((one) => letters(one) <= MOST.letters, 'too-long'),
);
const sheetSchema = v.object({
  from: v.picklist(['doer', 'lead']),
  pieces: v.pipe(
    v.array(
      v.object({ title, example: text, today: step, wanted: step, means: text, limits: text, look: text }),
    ),
    v.nonEmpty(),
  ),
});

/**
 * How many letters a text has.
 *
 * @example
 * letters('计划') //=> 2
 */
export function letters(text: string | null): number {
  return text === null ? 0 : Array.from(text).length;
}

/**
 * Understands what was sealed. Keys that are not known are passed over.
 *
 * @example
 * readSheet(sheetBytes(sealed)) //=> sealed
 * readSheet(new TextEncoder().encode('{"format":"coach-align","version":2}')) //=> { is: 'newer' }
 */
export function readSheet(bytes: Uint8Array): SealedSheet | Unfit {
  const value = jsonIn(bytes);
  if (!isOurs(value)) return { is: 'other' };
  if (value.version > VERSION) return { is: 'newer' };
  if (Array.isArray(value.pieces) && value.pieces.length > MOST.pieces)
    return { is: 'too-many', count: value.pieces.length };
  const read = v.safeParse(sheetSchema, value);
  if (!read.success) return unfitBy(read.issues[0]);
  return {
    from: read.output.from,
    pieces: read.output.pieces.map(({ title, example, ...mine }) => ({ title, example, mine })),
  };
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodedText(bytes) ?? '');
  } catch {
    return undefined;
  }
}

function isOurs(value: unknown): value is { readonly version: number; readonly pieces?: unknown } {
  return v.is(v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.minValue(1)) }), value);
}

function unfitBy({ path, message }: v.BaseIssue<unknown>): Unfit {
  const [, piece, part] = path ?? [];
  const is = (['too-long', 'no-text', 'no-step'] as const).find((one) => one === message);
  if (is === undefined || typeof piece?.key !== 'number') return { is: 'other' };
  return { is, piece: piece.key + 1, part: typeof part?.key === 'string' ? part.key : '' };
}
