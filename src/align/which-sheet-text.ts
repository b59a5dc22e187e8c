// Whose sheet is meant: how it is named, which one to choose, and the refusals where there is none.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine, sameAbout } from '../domain/text/plain-text.ts';
import { aboutFlag } from '../formats/text/shell-word.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { counted } from '../pages/text/words.ts';
import type { Role } from '../domain/banks/question-bank.ts';
import type { Seat } from './piece.ts';
import type { Sheet } from './sheet.ts';

/** What somebody is called on a sheet, by the side from which it was filled in. */
export const SEATS: Readonly<Record<Role, Seat>> = { manager: 'lead', member: 'doer' };

/**
 * Whom a sheet is shared with, to go on with a sentence.
 *
 * @example
 * nameIn({ about: 'D.' }) //=> 'with D.'
 */
export function nameIn({ about }: Pick<Sheet, 'about'>): string {
  return about === null ? 'with nobody in particular' : `with ${oneLine(about)}`;
}

/**
 * The flags that a command has to have, so that only this sheet is meant; empty where it needs none.
 *
 * @param all - Every sheet there is.
 *
 * @example
 * flagsNaming(sheet, [sheet]) //=> ''
 * flagsNaming(sheet, [sheet, { ...sheet, role: 'manager' }]) //=> ' --about D. --role member'
 */
export function flagsNaming(sheet: Sheet, all: readonly Sheet[]): string {
  const others = all.filter((one) => one !== sheet);
  if (others.length === 0) return '';
  const isTwice = others.some(({ about }) => sameAbout(about, sheet.about));
  return `${aboutFlag(sheet.about ?? '')}${isTwice ? ` --role ${sheet.role}` : ''}`;
}

export const WHICH_SHEET = 'Which one?';

/**
 * Several sheets to choose from.
 *
 * @example
 * sheetChoices([sheet]).map(({ label }) => label) //=> ['with D., you are the doer: 1 piece to compare']
 */
export function sheetChoices(sheets: readonly Sheet[]): readonly Choice<Sheet>[] {
  return sheets.map((sheet) => ({
    value: sheet,
    label: `${nameIn(sheet)}, you are the ${SEATS[sheet.role]}: ${sheet.pieces.length === 0 ? 'all agreed on' : `${counted(sheet.pieces.length, 'piece')} to compare`}`,
  }));
}

/**
 * The error where several sheets may be meant, and nobody can be asked.
 *
 * @param command - What to call again with a name.
 *
 * @example
 * severalSheets([sheet, { ...sheet, about: 'K.' }], 'invite').hint
 * //=> 'coach align invite --about D.\n  coach align invite --about K.'
 */
export function severalSheets(sheets: readonly Sheet[], command: string): UsageError {
  const calls = sheets.map((sheet) => `coach align ${command}${flagsNaming(sheet, sheets)}`);
  return new UsageError('which sheet? There are several', { hint: calls.join('\n  ') });
}

/**
 * The error where there is no sheet, or none with somebody or from one of the two sides.
 *
 * @param about - Undefined: nobody was named.
 * @param role - Undefined: neither side was named.
 *
 * @example
 * noSheet('X.', undefined).message //=> 'there is no sheet with X. yet'
 * noSheet(undefined, 'manager').message //=> 'there is no sheet yet on which you are the lead'
 */
export function noSheet(about: string | null | undefined, role: Role | undefined): CoachError {
  const whose = about === undefined ? '' : ` ${nameIn({ about })}`;
  const side = role === undefined ? '' : ` on which you are the ${SEATS[role]}`;
  const flags = `${about === undefined ? '' : aboutFlag(about ?? '')}${role === undefined ? '' : ` --role ${role}`}`;
  return new CoachError(`there is no sheet${whose} yet${side}`, {
    hint: `Yours comes first, so that neither of you adapts to the other: coach align fill${flags}`,
  });
}

/**
 * The error where nothing on a sheet is left to compare.
 *
 * @param all - Every sheet there is.
 *
 * @example
 * allAgreed(sheet, [sheet]).message //=> 'everything on your sheet with D. is agreed on'
 */
export function allAgreed(sheet: Sheet, all: readonly Sheet[]): CoachError {
  return new CoachError(`everything on your sheet ${nameIn(sheet)} is agreed on`, {
    hint: `To compare a piece of work once more, fill it in again: coach align fill${flagsNaming(sheet, all)}`,
  });
}
