// How long a sitting is to be: one moment, the core questions, or all of them.
import type { Prompter } from '../../app/ports/prompter.ts';
import { NOTHING_KNOWN } from '../../app/sitting/agenda-from-journal.ts';
import { MOMENT_BANK } from '../../domain/banks/bank-names.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { drawUpAgenda } from '../../domain/sitting/draw-up-agenda.ts';
import { HOW_LONG, lengthChoices } from '../../pages/sitting/reflect-text.ts';
import { type Context, dayOn } from '../context.ts';

/** A bank, and whether only its core questions are asked. */
export interface SittingLength {
  readonly bank: QuestionBank;
  readonly short: boolean;
}

/** Asks how much time there is, with the minutes that each length takes; the one chosen last comes first to hand. */
export async function settleLength(
  bank: QuestionBank,
  role: Role,
  prompter: Prompter,
  context: Context,
): Promise<SittingLength> {
  const moment = await context.banks.load(MOMENT_BANK);
  const today = dayOn(context);
  const minutes = (of: QuestionBank, short: boolean): number =>
    drawUpAgenda(of, role, null, { short }, { ...NOTHING_KNOWN, today }).minutes ?? 1;
  const lengths = {
    moment: minutes(moment, false),
    short: minutes(bank, true),
    full: minutes(bank, false),
  };
  const { memory } = context;
  const chosen = await prompter.choose(HOW_LONG, lengthChoices(lengths, memory.length()));
  memory.noteLength(chosen);
  return { bank: chosen === 'moment' ? moment : bank, short: chosen === 'short' };
}
