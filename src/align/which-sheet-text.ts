// Whose sheet is meant: how it is named, which one to choose, and the refusals where there is none.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine, sameAbout } from '../domain/text/plain-text.ts';
import { flagWord } from '../formats/text/shell-word.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { counted } from '../pages/text/words.ts';
import type { Sheet } from './sheet.ts';

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
  return ` ${flagWord('--about', oneLine(sheet.about ?? ''))}${isTwice ? ` --role ${sheet.role}` : ''}`;
}

export const WHICH_SHEET = 'Which one?';

/**
 * Several sheets to choose from.
 *
 * @example
 * sheetChoices([sheet]).map(({ label }) => label) //=> ['with D., as member: 1 piece to compare']
 */
export function sheetChoices(sheets: readonly Sheet[]): readonly Choice<Sheet>[] {
  return sheets.map((sheet) => ({
    value: sheet,
    label: `${nameIn(sheet)}, as ${sheet.role}: ${counted(sheet.pieces.length, 'piece')} to compare`,
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
 * The error where there is no sheet, or none with somebody.
 *
 * @param about - Undefined: nobody was named.
 *
 * @example
 * noSheet('X.').message //=> 'there is no sheet with X. yet'
 */
export function noSheet(about: string | null | undefined): CoachError {
  const named = typeof about === 'string';
  const flags = named ? ` ${flagWord('--about', oneLine(about))}` : '';
  return new CoachError(`there is no sheet${named ? ` with ${oneLine(about)}` : ''} yet`, {
    hint: `Yours comes first, so that neither of you adapts to the other: coach align fill${flags}`,
  });
}

/**
 * The error where nothing on a sheet is left to compare.
 *
 * @example
 * allAgreed(sheet).message //=> 'everything on your sheet with D. is agreed on'
 */
export function allAgreed(sheet: Sheet): CoachError {
  return new CoachError(`everything on your sheet ${nameIn(sheet)} is agreed on`, {
    hint: 'To compare a piece of work again, fill it in anew: coach align fill',
  });
}
