// The run of coach align fill: one piece of work after the other.
import type { SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { ALIGN_BANK } from '../../domain/banks/bank-names.ts';
import type { SittingOptions } from '../../cli/flags/sitting-options.ts';
import type { Context } from '../../cli/context.ts';
import { unlockFirst, unlockOrGoWithout } from '../../cli/key-first.ts';
import { needsJournal } from '../../app/sitting/agenda-from-journal.ts';
import { type BankRequest, readSittingFlags } from '../../cli/sitting/sitting-flags.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { filledText, ONE_MORE, ONE_MORE_CHOICES, WITHOUT_TITLE } from '../align-page.ts';
import { pieceTitle, sheetsMeant } from '../sheet.ts';
import { pageOf } from './align.ts';
import { findSheets } from './chosen-sheet.ts';

type SavedSitting = Extract<SittingEnd, { kind: 'saved' }>;

/** Asks about one piece of work, and then about more; from a file, it is one. */
export async function fillIn(options: SittingOptions, context: Context): Promise<void> {
  const said = readSittingFlags(options, context);
  const bank = await context.banks.load(ALIGN_BANK);
  const request: BankRequest = { bank, selection: {}, options, said };
  const prompter = await withoutFile(request, 'align fill', context);
  if (!prompter) return;
  const { takeUpDrafts, walkBank, walkSitting } = await import('../../cli/sitting/walk-sitting.ts');
  const taken = await takeUpDrafts(prompter, context, bank.name);
  let end: SittingEnd | undefined = taken.any ? taken.finished : await walkBank(request, prompter, context);
  while (end?.kind === 'saved') {
    const { about, role } = end.entry;
    if (!(await prompter.choose(ONE_MORE, ONE_MORE_CHOICES))) return sayNext(end, context);
    const { at, tags } = said;
    const more = { bank, role, about, tags, selection: {}, ...(at !== undefined && { at }) };
    const next: SittingEnd = await walkSitting(more, prompter, context);
    if (next.kind !== 'saved') return sayNext(end, context);
    end = next;
  }
}

/**
 * Prints the template or saves the answers of a file, where one was asked for.
 *
 * @returns Somebody to ask; undefined where it is done.
 * @throws CoachError where nobody can be asked.
 */
export async function withoutFile(
  request: BankRequest,
  command: string,
  context: Context,
): Promise<Prompter | undefined> {
  const { options } = request;
  if (options.template === true || options.answers !== undefined) {
    if (needsJournal(request.bank)) await unlockFirst(context);
    else await unlockOrGoWithout(context, false);
  }
  if (options.template === true) {
    await (await import('../../cli/sitting/print-template.ts')).printTemplate(request, context);
    return undefined;
  }
  if (options.answers !== undefined) {
    await (await import('../../cli/sitting/save-answers.ts')).saveAnswers(request, context);
    return undefined;
  }
  const prompter = await context.prompter(options.plain);
  if (prompter) {
    await unlockOrGoWithout(context, true);
    return prompter;
  }
  throw (await import('../../cli/sitting/no-terminal.ts')).noTerminal(command, options);
}

/** Says what is on the sheet by now, and how to go on. */
async function sayNext({ entry }: SavedSitting, context: Context): Promise<void> {
  const { out, width } = context.terminal;
  if (pieceTitle(entry) === null) out(`${wrap(WITHOUT_TITLE, width)}\n`);
  if (context.keys().isWithout) return;
  const { all } = await findSheets({}, context);
  const sheet = sheetsMeant(all, entry.about, entry.role ?? undefined).find(
    ({ pieces }) => pieces.length > 0,
  );
  if (sheet) out(`\n${filledText(sheet, all, pageOf(context))}\n`);
}
