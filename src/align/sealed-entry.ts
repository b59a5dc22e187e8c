// The entry that keeps what left in a sealed file, an answer for each thing that stands in it.
import type { Answer } from '../domain/entry/answer.ts';
import { type Entry, NO_EXTRA } from '../domain/entry/entry.ts';
import { isoIn, type Now, today } from '../domain/time/moment.ts';
import { SEALED_BANK } from '../domain/banks/bank-names.ts';
import { DECISION_STEPS, type Mark, markOf } from './decision-steps.ts';
import type { Seat, SealedPiece, SealedSheet } from './piece.ts';
import { choiceIn, textIn } from './said-in-entry.ts';
import { partNames } from './seal-text.ts';

const TITLE = 'Who decides: what you sealed';

/**
 * The entry of a sheet that is sealed now.
 *
 * @param sheet - Whom it is shared with, and one's own side.
 * @param leaving - What leaves of it.
 * @param dayEnds - The hour at which a day ends.
 *
 * @example
 * const entry = sealedEntry(sheet, sealed, 'k3x8m2p9qa', now, 4);
 * entry.answers.slice(0, 3).map(({ asked, value }) => [asked, value])
 * //=> [['1. Piece of work', 'Client pricing'], ['1. For example', 'A discount above ten percent'], ['1. Today', 'heard']]
 */
export function sealedEntry(
  { about, role }: Pick<Entry, 'about' | 'role'>,
  leaving: SealedSheet,
  id: string,
  now: Now,
  dayEnds: number,
): Entry {
  const written = isoIn(now.epoch, now.zone);
  return {
    id,
    at: written,
    written,
    zone: now.zone.name,
    day: today(now, dayEnds),
    bank: SEALED_BANK,
    bankVersion: 1,
    role,
    about,
    tags: [],
    title: TITLE,
    minutes: null,
    answers: leaving.pieces.flatMap((piece, at) => answersAbout(piece, at + 1, leaving.from)),
    extra: NO_EXTRA,
  };
}

function answersAbout({ title, example, mine }: SealedPiece, number: number, from: Seat): readonly Answer[] {
  const names = partNames(from);
  const head = (part: keyof typeof names) => ({
    question: `${SEALED_BANK}-${number}-${part}`,
    asked: `${number}. ${names[part]}`,
    skip: null,
  });
  const text = (part: keyof typeof names, value: string | null): readonly Answer[] =>
    value === null ? [] : [{ ...head(part), type: 'text', value }];
  const mark = (part: keyof typeof names, value: Mark): readonly Answer[] => {
    const step = value === null ? undefined : DECISION_STEPS[value - 1];
    if (!step) return [];
    return [{ ...head(part), type: 'choice', value: step.key, legend: `${step.name}: ${step.says}` }];
  };
  return [
    ...text('piece', title),
    ...text('example', example),
    ...mark('today', mine.today),
    ...mark('wanted', mine.wanted),
    ...text('means', mine.means),
    ...text('limits', mine.limits),
    ...text('look', mine.look),
  ];
}

/** The first answer about a piece of work. */
const ofPiece = new RegExp(String.raw`^(${SEALED_BANK}-\d+)-piece$`);

/**
 * The pieces of work that such an entry keeps, as they left.
 *
 * @example
 * sealedPieces(sealedEntry(sheet, sealed, 'k3x8m2p9qa', now, 4)) //=> sealed.pieces
 */
export function sealedPieces(entry: Pick<Entry, 'answers'>): readonly SealedPiece[] {
  return entry.answers.flatMap(({ question }) => {
    const [, start] = ofPiece.exec(question) ?? [];
    const title = start === undefined ? null : textIn(entry, question);
    if (start === undefined || title === null) return [];
    const text = (part: string): string | null => textIn(entry, `${start}-${part}`);
    const mark = (part: string): Mark => markOf(choiceIn(entry, `${start}-${part}`));
    return [
      {
        title,
        example: text('example'),
        mine: {
          today: mark('today'),
          wanted: mark('wanted'),
          means: text('means'),
          limits: text('limits'),
          look: text('look'),
        },
      },
    ];
  });
}
