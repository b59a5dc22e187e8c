// A commented file of answers to fill in, for a bank.
import { agendaFromJournal } from '../../app/sitting/agenda-from-journal.ts';
import { roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import { nothingToAsk } from '../../pages/sitting/sitting-refusals.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
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
  const about = aboutOrRemembered(options, context);
  const ports = { banks: context.banks, index: context.index() };
  // A check-in accepts any question of the role's rotation, so its template holds them all.
  const holdsAll = Object.keys(selection).length === 0 && bank.rotation.length > 0;
  const asked = holdsAll ? { only: questionsOf(bank).map(({ id }) => id) } : selection;
  const agenda = await agendaFromJournal(bank, role, about, asked, dayOn(context), ports);
  if (agenda.questions.length === 0) throw nothingToAsk(agenda);
  const { answersTemplate } = await import('../../pages/sitting/answers-template.ts');
  const { exact, out, screen } = context.terminal;
  (screen ? out : exact)(answersTemplate(agenda));
}
