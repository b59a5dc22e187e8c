// Sheets: the pieces of work that somebody shares with one person, as their own entries tell them.
import { type Entry, newestFirst } from '../domain/entry/entry.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';
import { type Role, sameSeat } from '../domain/banks/question-bank.ts';
import { foldedAbout, oneLine, sameAbout } from '../domain/text/plain-text.ts';
import type { Day } from '../domain/time/day.ts';
import { AGREEMENT_BANK, ALIGN_BANK, SEALED_BANK } from '../domain/banks/bank-names.ts';
import { type Mark, markOf } from './decision-steps.ts';
import { type Piece, pieceKey, type SealedPiece } from './piece.ts';
import { choiceIn, givenTo, textIn } from './said-in-entry.ts';
import { sealedPieces } from './sealed-entry.ts';

/** What two people agreed on about a piece of work. */
export interface Agreement {
  readonly title: string;
  readonly day: Day;
  readonly step: Mark;
  /** The day on which they look at it; null where none was named. */
  readonly look: Day | null;
}

/** What left in a sealed file, and when. */
export interface Sealed {
  readonly day: Day;
  readonly pieces: readonly SealedPiece[];
}

/** All that somebody shares with one person, from one of the two sides. */
export interface Sheet {
  readonly about: string | null;
  readonly role: Role;
  /** What is to be compared: pieces that were not agreed on since they were filled in. The oldest first. */
  readonly pieces: readonly Piece[];
  /** The latest agreement on each piece, the oldest first. */
  readonly agreements: readonly Agreement[];
  /** What was sealed last; null where nothing was. */
  readonly sealed: Sealed | null;
}

/** The banks of entries that tell something of a sheet. */
export const SHEET_BANKS: readonly string[] = [ALIGN_BANK, AGREEMENT_BANK, SEALED_BANK];

/**
 * The sheets in some entries, the one that was written on last first. Of several entries with one title the latest counts, whatever
 * its case and blanks; one without a title is on no sheet. Who has no role is the doer.
 *
 * @param entries - Each id once; those of other banks do not count.
 *
 * @example
 * sheetsOf([pricing]).map(({ about, pieces }) => [about, pieces[0]?.mine.today]) //=> [['D.', 3]]
 */
export function sheetsOf(entries: readonly Entry[]): readonly Sheet[] {
  const own = entries.filter(({ bank }) => SHEET_BANKS.includes(bank));
  const bySeat = groupedBy(own.toSorted(newestFirst), (entry) =>
    JSON.stringify([foldedAbout(entry.about), roleOf(entry)]),
  );
  return Array.from(bySeat.values(), (seat) => sheetOf(seat)).filter(
    ({ pieces, agreements, sealed }) => pieces.length + agreements.length > 0 || sealed !== null,
  );
}

/**
 * The sheets that somebody may mean.
 *
 * @param about - Undefined: nobody was named; null: about nobody in particular.
 *
 * @example
 * sheetsMeant([sheet], 'd.', undefined) //=> [sheet]
 */
export function sheetsMeant(
  sheets: readonly Sheet[],
  about: string | null | undefined,
  role: Role | undefined,
): readonly Sheet[] {
  return sheets.filter(
    (sheet) => (about === undefined || sameAbout(sheet.about, about)) && sameSeat(role ?? null, sheet.role),
  );
}

/**
 * The piece of work that an entry is about; null where it names none.
 *
 * @example
 * pieceTitle(pricing) //=> 'Client pricing'
 */
export function pieceTitle(entry: Entry): string | null {
  const text = textIn(entry, entry.bank === AGREEMENT_BANK ? 'agreement-piece' : 'align-piece');
  return text === null ? null : oneLine(text);
}

function roleOf({ role }: Entry): Role {
  return role ?? 'member';
}

/** @param newest - The entries of one seat, the newest first. */
function sheetOf(newest: readonly Entry[]): Sheet {
  const [latest] = newest;
  const pieces = new Map<string, Piece | undefined>();
  const agreements = new Map<string, Agreement>();
  const sealed = newest.find(({ bank }) => bank === SEALED_BANK);
  for (const entry of newest) {
    if (entry.bank === SEALED_BANK) continue;
    const isAgreement = entry.bank === AGREEMENT_BANK;
    const title = pieceTitle(entry);
    if (title === null) continue;
    const key = pieceKey(title);
    if (isAgreement && !agreements.has(key)) agreements.set(key, agreementIn(entry, title));
    // What was agreed on later is no longer to be compared.
    if (!pieces.has(key)) pieces.set(key, isAgreement ? undefined : pieceIn(entry, title));
  }
  return {
    about: latest?.about ?? null,
    role: latest ? roleOf(latest) : 'member',
    pieces: [...pieces.values()].flatMap((piece) => piece ?? []).toReversed(),
    agreements: [...agreements.values()].toReversed(),
    sealed: sealed ? { day: sealed.day, pieces: sealedPieces(sealed) } : null,
  };
}

function pieceIn(entry: Entry, title: string): Piece {
  const mark = (id: string): Mark => markOf(choiceIn(entry, id));
  const guess = (name: 'today' | 'wanted'): Piece['guess'] => {
    const id = `align-guess-${name}`;
    return choiceIn(entry, id) === undefined ? {} : { [name]: mark(id) };
  };
  return {
    title,
    example: textIn(entry, 'align-example'),
    day: entry.day,
    mine: {
      today: mark('align-today'),
      wanted: mark('align-wanted'),
      means: textIn(entry, 'align-means'),
      limits: textIn(entry, 'align-limits'),
      look: textIn(entry, 'align-look'),
    },
    guess: { ...guess('today'), ...guess('wanted') },
  };
}

function agreementIn(entry: Entry, title: string): Agreement {
  const look = givenTo(entry, 'agreement-look');
  return {
    title,
    day: entry.day,
    step: markOf(choiceIn(entry, 'agreement-step')),
    look: look?.skip === null && look.type === 'commitment' ? look.value.by : null,
  };
}
