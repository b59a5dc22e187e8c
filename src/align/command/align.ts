// The runs of coach align, and of invite and guesses below it: what is on a sheet.
import { asRun } from '../../pages/text/as-run.ts';
import { type Page, wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { guessesPage, notBegunPage, sheetsPage } from '../align-page.ts';
import { inviteNote, inviteText } from '../invite-text.ts';
import { noSheet } from '../which-sheet-text.ts';
import { chosenSheet, findSheets, type SheetOptions } from './chosen-sheet.ts';

export interface AlignOptions extends SheetOptions {
  readonly marks?: true;
}

/** Shows what is on the sheets; one's own marks where they are asked for. */
export async function showSheets(options: AlignOptions, context: Context): Promise<void> {
  const { all, meant, about, role } = await findSheets(options, context);
  const page = pageOf(context);
  if (meant.length === 0 && all.length > 0) throw noSheet(about, role);
  const text =
    meant.length === 0 ? notBegunPage(page) : sheetsPage(meant, all, dayOn(context), page, options.marks);
  context.terminal.out(`${text}\n`);
}

/** Prints a message to send by hand. */
export async function invite(options: SheetOptions, context: Context): Promise<void> {
  const { out, err, screen, width } = context.terminal;
  const sheet = await chosenSheet(await findSheets(options, context), 'invite', await context.prompter());
  err(`${inviteNote(sheet)}\n\n`);
  const text = inviteText(sheet);
  out(`${screen ? wrap(text, width) : text}\n`);
}

/** Shows the guesses about the other's marks. */
export async function showGuesses(options: SheetOptions, context: Context): Promise<void> {
  const sheet = await chosenSheet(await findSheets(options, context), 'guesses', await context.prompter());
  context.terminal.out(`${guessesPage(sheet, pageOf(context))}\n`);
}

/** The screen, with commands as they are called here. */
export function pageOf({ terminal: { width, style }, env }: Context): Page {
  return { width, style, asCalled: (sentence) => asRun(sentence, env) };
}
