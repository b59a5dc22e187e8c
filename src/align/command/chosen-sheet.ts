// The sheet that somebody means, of several that are in the journal.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Role } from '../../domain/banks/question-bank.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { aboutAsked } from '../../cli/flags/about-asked.ts';
import { roleOption } from '../../cli/flags/role-option.ts';
import { type AboutOption, aboutSaid } from '../../cli/flags/sitting-options.ts';
import { nameUnreadable } from '../../cli/journal/name-unreadable.ts';
import type { Context } from '../../cli/context.ts';
import { type Sheet, SHEET_BANKS, sheetsMeant, sheetsOf } from '../sheet.ts';
import { allAgreed, noSheet, severalSheets, sheetChoices, WHICH_SHEET } from '../which-sheet-text.ts';

/** The flags that say whose sheet is meant. */
export interface SheetOptions extends AboutOption {
  readonly role?: string;
}

/** All sheets, and those of them that the flags name. */
export interface SheetsFound {
  readonly all: readonly Sheet[];
  readonly meant: readonly Sheet[];
  /** Undefined: nobody was named. */
  readonly about: string | null | undefined;
  readonly role: Role | undefined;
}

/**
 * The sheets that the flags name. What is remembered counts where nobody is named and there is such a sheet.
 *
 * @throws UsageError for a role that is none, or for `--about` without a name where nobody can be asked.
 */
export async function findSheets(options: SheetOptions, context: Context): Promise<SheetsFound> {
  const role = roleOption(options.role);
  const about = options.about === true ? await aboutAsked(context) : aboutSaid(options);
  const found = await context.index().find({ banks: SHEET_BANKS });
  nameUnreadable({ unreadable: found.unreadable }, context);
  const all = sheetsOf(countingEntries(found.entries));
  const meant = sheetsMeant(all, about, role);
  const remembered = about === undefined ? context.settings().about : undefined;
  const own = remembered === undefined ? [] : sheetsMeant(meant, remembered, role);
  return { all, meant: own.length > 0 ? own : meant, about, role };
}

/**
 * The one sheet that is meant, with something left to compare.
 *
 * @param command - What to call again with a name, where nobody can be asked.
 * @throws CoachError where there is none. UsageError where there are several and nobody can be asked.
 */
export async function chosenSheet(
  { all, meant, about, role }: SheetsFound,
  command: string,
  prompter: Prompter | undefined,
): Promise<Sheet> {
  const open = meant.filter(({ pieces }) => pieces.length > 0);
  const [only, more] = open;
  const [agreed] = meant;
  if (!only) throw agreed ? allAgreed(agreed, all) : noSheet(about, role);
  if (!more) return only;
  if (!prompter) throw severalSheets(open, command);
  return prompter.choose(WHICH_SHEET, sheetChoices(open));
}
