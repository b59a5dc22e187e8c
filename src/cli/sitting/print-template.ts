// A commented file of answers to fill in, for a bank.
import { agendaFromJournal } from '../../app/sitting/agenda-from-journal.ts';
import { nothingToAsk, roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import { questionsOf } from '../../domain/banks/question-bank.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { type Context, dayOn } from '../context.ts';
import { aboutOrRemembered } from '../flags/sitting-options.ts';
import type { BankRequest } from './sitting-flags.ts';

/** Prints a commented file of answers to fill in. */
export async function printTemplate(
  { bank, selection, options, said }: BankRequest,
  context: Context,
): Promise<void> {
  const settings = context.settings();
  const role = await roleFor(bank, said.role, () =>
    settleRole(said.role, settings, context.settingsFile, undefined),
  );
  const agenda = await agendaFromJournal(
    bank,
    role,
    aboutOrRemembered(options, context),
    selection,
    dayOn(context),
    { banks: context.banks, index: context.index() },
  );
  const isWhole = Object.keys(selection).length === 0;
  const all = isWhole && bank.rotation.length > 0 ? await allQuestions(agenda, context) : agenda;
  if (all.questions.length === 0) throw nothingToAsk(all);
  const { answersTemplate } = await import('../../pages/sitting/answers-template.ts');
  context.terminal.out(answersTemplate(all));
}

/** A check-in accepts any question of the role's rotation, so its template holds them all. */
async function allQuestions(agenda: Agenda, context: Context): Promise<Agenda> {
  const only = questionsOf(agenda.bank).map(({ id }) => id);
  const day = dayOn(context);
  return agendaFromJournal(agenda.bank, agenda.role, agenda.about, { only }, day, {
    banks: context.banks,
    index: context.index(),
  });
}
