// The run of coach align agree: what two people agreed on about a piece of work, with a day to look at it.
import type { SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { AGREEMENT_BANK } from '../../domain/banks/bank-names.ts';
import { roleOption } from '../../cli/flags/role-option.ts';
import type { SittingOptions } from '../../cli/flags/sitting-options.ts';
import { type BankRequest, readSittingFlags } from '../../cli/sitting/sitting-flags.ts';
import type { Context } from '../../cli/context.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { pieceChoices, READ_IT_OUT, whichPiece } from '../align-page.ts';
import { sheetChoices, WHICH_SHEET } from '../which-sheet-text.ts';
import { withoutFile } from './align-fill.ts';
import { findSheets } from './chosen-sheet.ts';

/** Asks what was agreed on about a piece of work of a sheet, or another one. */
export async function agree(options: SittingOptions, context: Context): Promise<void> {
  const said = readSittingFlags(options, context);
  const bank = await context.banks.load(AGREEMENT_BANK);
  const request: BankRequest = { bank, selection: {}, options, said };
  const prompter = await withoutFile(request, 'align agree', context);
  if (!prompter) return;
  const end = await walk(request, prompter, context);
  const { out, width } = context.terminal;
  if (end?.kind === 'saved') out(`${wrap(READ_IT_OUT, width)}\n`);
}

async function walk(
  request: BankRequest,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd | undefined> {
  const { bank, options, said } = request;
  const { takeUpDrafts, walkBank, walkSitting } = await import('../../cli/sitting/walk-sitting.ts');
  const taken = await takeUpDrafts(prompter, context, bank.name);
  if (taken.any) return taken.finished;
  const meant = options.about === true ? [] : (await findSheets(options, context)).meant;
  const open = meant.filter(({ pieces }) => pieces.length > 0);
  // The other one sees this screen: who else there are sheets with is told only where it has to be.
  const offered = open.length > 0 ? open : meant;
  const sheet = offered.length > 1 ? await prompter.choose(WHICH_SHEET, sheetChoices(offered)) : offered[0];
  const title = sheet && (await prompter.choose(whichPiece(sheet), pieceChoices(sheet)));
  if (!sheet) return walkBank(request, prompter, context);
  const { about, role } = sheet;
  return walkSitting(
    {
      bank,
      role: roleOption(options.role) ?? role,
      about,
      tags: said.tags,
      selection: {},
      ...(said.at !== undefined && { at: said.at }),
      ...(title !== undefined && title !== null && { chosen: { 'agreement-piece': title } }),
    },
    prompter,
    context,
  );
}
