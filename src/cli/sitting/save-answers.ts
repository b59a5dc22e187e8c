import { answerFromFile } from '../../app/sitting/answer-from-file.ts';
import { agendaFromJournal } from '../../app/sitting/agenda-from-journal.ts';
import { nothingToAsk, roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import { today } from '../../domain/time/clock.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { questionsOf } from '../../domain/banks/question-bank.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { shellWord } from '../../formats/text/shell-word.ts';
import type { Context } from '../context.ts';
import { aboutOrRemembered, aboutSaid } from '../flags/about-option.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';
import type { BankRequest } from './sitting-flags.ts';
import { savedText } from './saved-text.ts';

/**
 * Answers from a file: the whole of it is checked, then it is one entry.
 *
 * @param text - What the file holds, where it was read already.
 */
export async function answer(
  { bank, selection, options, said, chosen }: BankRequest,
  context: Context,
  text: string = context.readInput(options.answers ?? '-'),
): Promise<void> {
  const { clock, newId, banks, terminal } = context;
  const settings = context.settings();
  const file = options.answers ?? '-';
  const { step, part } = selection;
  const { entry, path } = await answerFromFile(
    {
      text,
      file: nameOf(file),
      bank,
      role: said.role,
      about: aboutSaid(options),
      rememberedAbout: settings.about ?? null,
      tags: said.tags,
      at: said.at,
      selection: { ...(step !== undefined && { step }), ...(part !== undefined && { part }) },
      ...(chosen && { chosen }),
    },
    {
      now: clock(),
      dayEnds: dayEnds(settings),
      newId,
      journal: context.journal(),
      index: context.index(),
      banks,
      settleRole: (said) =>
        roleFor(bank, said, () => settleRole(said, settings, context.settingsFile, undefined)),
    },
  );
  terminal.out(savedText(entry, path, context));
  await context.afterSaved(bank, entry, context);
}

/** How a file of answers is called in what is said about it. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

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
    today(context.clock(), dayEnds(settings)),
    { banks: context.banks, index: context.index() },
  );
  const isWhole = Object.keys(selection).length === 0;
  const all = isWhole && bank.rotation.length > 0 ? await allQuestions(agenda, context) : agenda;
  if (all.questions.length === 0) throw nothingToAsk(all);
  const { answersTemplate } = await import('../../pages/sitting/answers-template.ts');
  context.terminal.out(answersTemplate(all));
}

/** A check-in accepts any question of the role's rotation, so its template holds them all. */
async function allQuestions(agenda: Agenda, { banks, ...context }: Context): Promise<Agenda> {
  const only = questionsOf(agenda.bank).map(({ id }) => id);
  const day = today(context.clock(), dayEnds(context.settings()));
  return agendaFromJournal(agenda.bank, agenda.role, agenda.about, { only }, day, {
    banks,
    index: context.index(),
  });
}

/**
 * Says that nobody can be asked here, and what to do about it.
 *
 * @param options - What was typed beside the command; it is in the one to type next.
 *
 * @example
 * throw noTerminal('reflect member', { about: 'D.' })
 */
export function noTerminal(command: string, options: TypedOptions = {}): CoachError {
  const typed = [command, ...optionWords(options)].join(' ');
  return new CoachError('there is no terminal to ask questions in', {
    hint: `Answers can come from a file: coach ${typed} --template >answers.yaml, fill it in, then --answers answers.yaml`,
  });
}

/** The options of a command that asks questions, and those of `coach reflect`. */
interface TypedOptions extends SittingOptions {
  readonly short?: true;
  readonly question?: string;
  readonly step?: string;
}

function optionWords({ role, about, short, question, step, tag = [], at }: TypedOptions): readonly string[] {
  const given = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`--${name} ${shellWord(value)}`];
  return [
    ...given('role', role),
    ...(about === true ? ['--about NAME'] : given('about', about)),
    ...(short ? ['--short'] : []),
    ...given('question', question),
    ...given('step', step),
    ...tag.flatMap((one) => given('tag', one)),
    ...given('at', at),
  ];
}
