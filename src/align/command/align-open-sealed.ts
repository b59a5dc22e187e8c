// The run of coach align open with a file: their words are typed, and what both of you sealed is compared.
import type { Prompter } from '../../app/ports/prompter.ts';
import { readSpokenWords } from '../../formats/sealing/spoken-words.ts';
import { cannotRead } from '../../pages/machine/file-refusals.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import * as say from '../open-sealed-text.ts';
import { isGuessed, samePiece, type SealedPiece, type SealedSheet } from '../piece.ts';
import { LARGEST_FILE, MOST_FACTOR, sealedTextIn } from '../sealed-file.ts';
import { comparedPairs, type Paired, pairedByName, withPair } from '../sealed-pairs.ts';
import * as refuse from '../sealed-refusals.ts';
import { changedSince, readSheet } from '../sealed-sheet.ts';
import { flagsNaming, SEATS, WHICH_SHEET } from '../which-sheet-text.ts';
import type { OpenOptions } from './align-open.ts';
import { findSheets } from './chosen-sheet.ts';
import { pagePlace } from './page-place.ts';
import { showBoth } from './show-both.ts';
import { stoppable } from './stoppable.ts';

/** Opens what the other has sealed, once one's own sheet is. Their file stays where it is, and nothing of it is kept. */
export async function openSealed(file: string, options: OpenOptions, context: Context): Promise<void> {
  if (options.spoken === true) throw refuse.fileOrSpoken();
  const place = await pagePlace(options, context);
  const prompter = await context.prompter(options.plain);
  if (!prompter) throw refuse.nobodyToTypeWords(file);
  const { all, meant, about, role } = await findSheets(options, context);
  const own = meant.flatMap((sheet): readonly say.SealedOne[] => {
    const { sealed } = sheet;
    return sealed ? [{ ...sheet, sealed }] : [];
  });
  const [first, more] = own;
  if (!first) throw refuse.notSealedYet(about, role);
  const text = sealedTextOf(file, context);
  const day = dayOn(context);
  const opened = await stoppable(say.NOTHING_OPENED, async () => {
    const sheet = more ? await prompter.choose(WHICH_SHEET, say.sealedChoices(own, day)) : first;
    prompter.say(say.beforeOpening(sheet, changedSince(sheet.sealed.pieces, sheet.pieces), day));
    const theirs = await withTheirWords(file, text, prompter, context);
    if (!theirs) return undefined;
    if (theirs.from === SEATS[sheet.role]) throw refuse.sameSide(file, theirs.from);
    return { sheet, theirs, paired: await pairRest(sheet.sealed.pieces, theirs.pieces, prompter) };
  });
  if (!opened) return context.terminal.out(`${wrap(say.NOTHING_OPENED, context.terminal.width)}\n`);
  const { sheet, theirs, paired } = opened;
  const isCompared = ({ title }: Pick<SealedPiece, 'title'>): boolean =>
    paired.pairs.some((pair) => samePiece(pair.own.title, title));
  const found = {
    compared: comparedPairs(sheet.role, paired.pairs, sheet.sealed.pieces, theirs.pieces),
    onlyYours: paired.onlyYours,
    onlyTheirs: paired.onlyTheirs,
    hasGuesses: sheet.pieces.some((piece) => isGuessed(piece) && isCompared(piece)),
    flags: flagsNaming(
      sheet,
      all.map((one) => (one.sealed === sheet.sealed ? sheet : one)),
    ),
  };
  await showBoth(found, place, options, context);
}

/** @throws CoachError for whatever no words can open. */
function sealedTextOf(file: string, context: Context): string {
  const text = context.readIfThere(file);
  if (text === undefined) throw cannotRead(file, 'ENOENT');
  if (text.length > LARGEST_FILE) throw refuse.cannotUnseal(file, { is: 'too-large' });
  const found = sealedTextIn(text);
  if ('is' in found) throw refuse.cannotUnseal(file, found);
  return found.sealed;
}

/**
 * Asks for words until some open it.
 *
 * @returns Undefined where the person leaves.
 * @throws CoachError where they do, and what is in it is no sheet; and where it is damaged.
 */
async function withTheirWords(
  file: string,
  text: string,
  prompter: Prompter,
  context: Context,
): Promise<SealedSheet | undefined> {
  for (;;) {
    const typed = (await prompter.secret(say.THEIR_WORDS_ARE)).trim();
    if (typed === '') return undefined;
    const words = readSpokenWords(typed);
    const bytes =
      words === undefined
        ? 'other'
        : await (await context.sealing()).openWithPassphrase(text, words, MOST_FACTOR);
    if (bytes === 'other') {
      prompter.say(say.NOT_THESE_WORDS);
      continue;
    }
    if (bytes === 'damaged') throw refuse.cannotUnseal(file, { is: 'cut-off' });
    // Its header was looked at before: what is too hard now takes more memory than there may be.
    if (typeof bytes === 'string')
      throw refuse.cannotUnseal(file, { is: bytes === 'newer' ? 'newer' : 'no-memory' });
    const sheet = readSheet(bytes);
    if ('is' in sheet) throw refuse.unfitSheet(file, sheet);
    return sheet;
  }
}

/** Of pieces of work that only one of the two has by that name, the person says which are the same. */
async function pairRest(
  own: readonly SealedPiece[],
  theirs: readonly SealedPiece[],
  prompter: Prompter,
): Promise<Paired> {
  let paired = pairedByName(own, theirs);
  for (const piece of paired.onlyYours) {
    if (paired.onlyTheirs.length === 0) break;
    const same = await prompter.choose(say.whichIsTheSame(piece), say.sameChoices(paired.onlyTheirs));
    if (same) paired = withPair(paired, piece, same);
  }
  return paired;
}
