// The end of a sitting: where it was saved, and the notes that belong after it.
import { callsForPeople, HEAVY_MINUTES } from '../../app/sitting/after-sitting.ts';
import type { SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import {
  leftText,
  NOTHING_COMES_BACK,
  REMINDER_COMMAND,
  REMINDER_OFFER,
} from '../../pages/sitting/end-text.ts';
import { BOUNDARY, GENTLE, PEOPLE_LINE, SHARING } from '../../pages/sitting/safety-notes.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { told, wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { callsForBoundary } from './first-notes.ts';
import { textOnceSaved } from './saved-text.ts';

/**
 * Says how a sitting has ended, with the notes that belong after it.
 *
 * @param agenda - Absent for a draft that was saved as it stood.
 */
export async function finishSitting(end: SittingEnd, context: Context, agenda?: Agenda): Promise<void> {
  await sayEnd(end, context, agenda);
  await pointToPeople(end, context);
  if (end.kind === 'saved') offerReminder(context);
}

/** Once, after the first sitting that was saved. */
function offerReminder({ memory, terminal: { out, width }, env }: Context): void {
  if (memory.hasShown('reminder')) return;
  out(`${told(REMINDER_OFFER, asRun(REMINDER_COMMAND, env), width).join('\n')}\n`);
  memory.markShown('reminder');
}

async function sayEnd(end: SittingEnd, context: Context, agenda?: Agenda): Promise<void> {
  const { out, done, style, width } = context.terminal;
  const dim = (text: string): void => out(`${style.dim(wrap(asRun(text, context.env), width))}\n`);
  if (end.kind !== 'saved')
    return out(
      asRun(leftText(end.kind, agenda?.bank.name ?? '', agenda?.reviews !== undefined), context.env),
    );
  done(`\n${await textOnceSaved(end.entry, end.path, context)}`);
  if (!agenda) return;
  if (agenda.reviews?.kind === 'commitment' && endsHere(end.entry)) dim(NOTHING_COMES_BACK);
  await context.afterSaved(agenda.bank, end.entry, context);
  const { step, questions } = agenda;
  const tellsOthers = questions.some(({ question }) => step?.questions.includes(question) ?? true);
  if (tellsOthers && agenda.bank.safety.includes('sharing')) dim(SHARING[agenda.role ?? 'member']);
  if (end.entry.answers.some(asksForPeople)) out(`\n${wrap(BOUNDARY, width)}\n\n`);
  if ((end.entry.minutes ?? 0) > HEAVY_MINUTES) dim(GENTLE);
  if (callsForBoundary(agenda.bank, agenda.role)) dim(PEOPLE_LINE);
}

/** A plan that was not kept is closed, and no other one takes its place. */
function endsHere({ answers }: Entry): boolean {
  const isUnkept = answers.some(
    ({ closes, value }) => closes !== undefined && (value === 'not-yet' || value === 'partly'),
  );
  return isUnkept && !answers.some(({ continues, skip }) => continues !== undefined && skip === null);
}

/** The note about people once more, where much was too close lately. */
async function pointToPeople(end: SittingEnd, context: Context): Promise<void> {
  if (end.kind !== 'saved' || end.entry.answers.some(asksForPeople)) return;
  const { out, width } = context.terminal;
  if (await callsForPeople(end.entry, context.index())) out(`\n${wrap(BOUNDARY, width)}\n\n`);
}

/** At the end of the challenge one may say that it needs somebody from outside. */
function asksForPeople({ question, value }: Answer): boolean {
  return question === 'carry-next' && value === 'help';
}
