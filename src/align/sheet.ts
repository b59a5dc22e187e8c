// Sheets: the pieces of work that somebody shares with one person, as their own entries tell them.
import type { Answer } from '../domain/entry/answer.ts';
import { type Entry, newestFirst } from '../domain/entry/entry.ts';
import { groupedBy } from '../domain/record/grouped-by.ts';
import { type Role, sameSeat } from '../domain/banks/question-bank.ts';
import { foldText } from '../domain/text/folding.ts';
import { foldedAbout, oneLine, sameAbout, shownText } from '../domain/text/plain-text.ts';
import type { Day } from '../domain/time/day.ts';
import { AGREEMENT_BANK, ALIGN_BANK } from '../domain/banks/bank-names.ts';
import { type Mark, markOf } from './decision-steps.ts';

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

/** What two people agreed on about a piece of work. */
export interface Agreement {
  readonly title: string;
  readonly day: Day;
  readonly step: Mark;
  /** The day on which they look at it; null where none was named. */
  readonly look: Day | null;
}

/** All that somebody shares with one person, from one of the two sides. */
export interface Sheet {
  readonly about: string | null;
  readonly role: Role;
  /** What is to be compared: pieces that were not agreed on since they were filled in. The oldest first. */
  readonly pieces: readonly Piece[];
  /** The latest agreement on each piece, the oldest first. */
  readonly agreements: readonly Agreement[];
}

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
  const own = entries.filter(({ bank }) => bank === ALIGN_BANK || bank === AGREEMENT_BANK);
  const bySeat = groupedBy(own.toSorted(newestFirst), (entry) =>
    JSON.stringify([foldedAbout(entry.about), roleOf(entry)]),
  );
  return Array.from(bySeat.values(), (seat) => sheetOf(seat)).filter(
    ({ pieces, agreements }) => pieces.length + agreements.length > 0,
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
 * Whether the other's marks were guessed at.
 *
 * @example
 * isGuessed({ guess: { wanted: null } }) //=> true
 */
export function isGuessed({ guess }: Pick<Piece, 'guess'>): boolean {
  return guess.today !== undefined || guess.wanted !== undefined;
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

/**
 * Whether two names are of one piece of work, whatever their case and blanks.
 *
 * @example
 * samePiece(' client  PRICING', 'Client pricing') //=> true
 */
export function samePiece(one: string, other: string): boolean {
  return pieceKey(one) === pieceKey(other);
}

function pieceKey(title: string): string {
  return foldText(shownText(oneLine(title)));
}

function roleOf({ role }: Entry): Role {
  return role ?? 'member';
}

/** @param newest - The entries of one seat, the newest first. */
function sheetOf(newest: readonly Entry[]): Sheet {
  const [latest] = newest;
  const pieces = new Map<string, Piece | undefined>();
  const agreements = new Map<string, Agreement>();
  for (const entry of newest) {
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

function givenTo({ answers }: Entry, id: string): Answer | undefined {
  return answers.find(({ question }) => question === id);
}

function textIn(entry: Entry, id: string): string | null {
  const answer = givenTo(entry, id);
  const text = answer?.skip === null && answer.type === 'text' ? answer.value.trim() : '';
  // Nothing but marks that no screen shows is nothing.
  return oneLine(shownText(text)) === '' ? null : text;
}

function choiceIn(entry: Entry, id: string): string | undefined {
  const answer = givenTo(entry, id);
  return answer?.skip === null && answer.type === 'choice' ? answer.value : undefined;
}
