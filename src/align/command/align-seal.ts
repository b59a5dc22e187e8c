// The run of coach align seal: all of it is shown, and after a yes it is sealed, with words to say aloud.
import type { ExportPlace } from '../../app/ports/export-place.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { spokenWords } from '../../formats/sealing/spoken-words.ts';
import { forceNeedsPlace, isThereAlready } from '../../pages/machine/target-refusals.ts';
import type { Context } from '../../cli/context.ts';
import * as say from '../seal-text.ts';
import { sealedEntry } from '../sealed-entry.ts';
import * as refuse from '../sealed-refusals.ts';
import type { SealedSheet } from '../piece.ts';
import { leavingOf, sheetBytes } from '../sealed-sheet.ts';
import type { Sheet } from '../sheet.ts';
import { flagsNaming, SEATS } from '../which-sheet-text.ts';
import { pageOf } from './align.ts';
import { chosenSheet, findSheets, type SheetOptions } from './chosen-sheet.ts';
import { stoppable } from './stoppable.ts';

export interface SealOptions extends SheetOptions {
  readonly to?: string;
  readonly force?: true;
  readonly plain?: true;
}

/** Five words of a list of 2,048: nobody guesses them, however long, since each guess takes a while. */
const WORDS = 5;

/** scrypt's N is 2 to this: a fraction of a second for each guess. */
const FACTOR = 16;

/** Shows all that leaves, and seals it after a yes. What left is kept as an entry; the words are kept nowhere. */
export async function sealSheet(options: SealOptions, context: Context): Promise<void> {
  const { terminal } = context;
  if (options.force === true && options.to === '') throw forceNeedsPlace();
  const prompter = await context.prompter(options.plain);
  if (!prompter) throw refuse.nobodyToAsk();
  const found = await findSheets(options, context);
  const sheet = await chosenSheet(found, 'seal', prompter);
  const leaving = leavingOf(sheet);
  const bytes = sheetBytes(leaving);
  const tooMuch = refuse.tooMuchToSeal(leaving, bytes.length);
  if (tooMuch) throw tooMuch;
  const file = options.to ?? say.FILES[SEATS[sheet.role]];
  const place = await sealedPlace(file, options, context);
  if (!(await isWanted(leaving, file, prompter))) {
    terminal.out(`${say.NOTHING_SEALED}\n`);
    return;
  }
  const words = spokenWords(WORDS, context.random);
  const sealed = await (await context.sealing()).sealWithPassphrase(bytes, words, FACTOR);
  await keepWhile(() => place.write([sealed], options.force ?? false), sheet, leaving, context);
  const flags = flagsNaming(sheet, found.all);
  terminal.done(`\n${say.sealedText(file, sealed.length, words, leaving.from, flags, pageOf(context))}\n`);
}

/** @throws CoachError for a place that the file cannot go to, before anything is shown. */
async function sealedPlace(file: string, { force }: SealOptions, context: Context): Promise<ExportPlace> {
  if (file === '' || file === '-') throw refuse.badSealedPlace(file, 'nameless');
  const place = await context.exportPlace(file);
  if (place.isIn(context.places.journal())) throw refuse.badSealedPlace(file, 'journal');
  if (place.kind === 'folder' || place.kind === 'other' || /[/\\]$/.test(file))
    throw refuse.badSealedPlace(file, 'folder');
  if (place.kind === 'file' && force !== true) throw isThereAlready(file);
  return place;
}

function isWanted(leaving: SealedSheet, file: string, prompter: Prompter): Promise<boolean> {
  return stoppable(say.NOTHING_SEALED, async () => {
    prompter.say(say.leavingText(leaving));
    prompter.say(say.beforeSealing(leaving.from));
    return prompter.choose(say.SEAL_IT, say.sealChoices(file));
  });
}

/** Keeps what leaves as an entry, while it does; what could not leave is not kept. @throws CoachError where either fails. */
async function keepWhile(
  leave: () => void,
  sheet: Sheet,
  leaving: SealedSheet,
  context: Context,
): Promise<void> {
  const { newId, clock } = context;
  const entry = sealedEntry(sheet, leaving, newId(), clock(), dayEnds(context.settings()));
  const path = await context.journal().add(entry);
  try {
    leave();
  } catch (error) {
    await context.journal().remove(path);
    throw error;
  }
}
