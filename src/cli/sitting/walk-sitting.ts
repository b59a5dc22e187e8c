import { DEBRIEF_BANK } from '../../domain/banks/bank-names.ts';
import { conversationsWaiting } from '../../app/today/waiting.ts';
import { callsForPeople, HEAVY_MINUTES } from '../../app/sitting/after-sitting.ts';
import {
  type BeginPorts,
  beginAnew,
  beginAgenda,
  offerDrafts,
  type SittingRequest,
} from '../../app/sitting/begin-sitting.ts';
import { type BegunSitting, holdSitting, type SittingEnd } from '../../app/sitting/hold-sitting.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { roleFor, settleRole } from '../../app/sitting/setting-up.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { today } from '../../domain/time/clock.ts';
import { type Conversation } from '../../domain/record/conversation.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import { answersOf } from '../../domain/sitting/sitting.ts';
import { oneLine, sameAbout } from '../../domain/text/plain-text.ts';
import { BOUNDARY, firstRunNote, GENTLE, PEOPLE_LINE, SHARING } from '../../pages/sitting/safety-notes.ts';
import { lookOverText, openingText } from '../../pages/sitting/sitting-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { conversationName } from '../today/waiting-lines.ts';
import { savingPorts } from './saving-ports.ts';
import { aboutOrRemembered, aboutSaid } from '../flags/about-option.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';
import type { BankRequest } from './sitting-flags.ts';
import { savedText } from './saved-text.ts';

/**
 * Walks a bank with a person, from the note that belongs before it to the line that says where it was saved.
 *
 * @param prompter - Somebody to ask.
 * @returns How it ended; nothing where it was not begun.
 */
export async function walk(
  { bank, selection, options, said }: BankRequest,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd | undefined> {
  const settings = context.settings();
  // A debrief is from the seat of its conversation, and about the same people.
  const conversation =
    bank.name === DEBRIEF_BANK ? await whichConversation(options, said.role, prompter, context) : undefined;
  const seat = said.role ?? conversation?.prepared.role ?? undefined;
  const role = await roleFor(bank, seat, () => settleRole(seat, settings, context.settingsFile, prompter));
  if (!(await passBoundary(bank, prompter, context))) return undefined;
  const about = conversation
    ? conversation.prepared.about
    : await settleAbout(bank, options, prompter, context);
  const { at, tags } = said;
  return walkSettled(
    { bank, role, about, tags, selection, ...(at !== undefined && { at }) },
    prompter,
    context,
  );
}

/** Walks a bank once it is settled whose seat it is from and whom it is about. */
export async function walkSettled(
  request: SittingRequest,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd> {
  return hold(await beginAnew(request, beginPorts(prompter, context)), prompter, context);
}

/** Asks what became of a plan or a guess. */
export async function walkReview(agenda: Agenda, prompter: Prompter, context: Context): Promise<SittingEnd> {
  return hold(beginAgenda(agenda, { tags: [] }, beginPorts(prompter, context)), prompter, context);
}

async function hold(begun: BegunSitting, prompter: Prompter, context: Context): Promise<SittingEnd> {
  const { agenda, today } = begun.sitting;
  const { style, width } = context.terminal;
  context.terminal.out(`${openingText(agenda, today, { width, style })}\n`);
  const given = answersOf(begun.sitting);
  // What was asked of a plan or guess so far leads to what is asked next.
  if (agenda.reviews && given.length > 0) {
    context.terminal.out(`\n${lookOverText(given, today, { width, style })}\n`);
  }
  const end = await holdSitting(begun, beginPorts(prompter, context));
  await finish(end, context, agenda);
  await pointToPeople(end, context);
  return end;
}

/**
 * Offers what was begun and not finished, of one bank or of all.
 *
 * @returns Whether the person took one up or kept one, so that nothing else is begun.
 */
export async function takeUpDrafts(prompter: Prompter, context: Context, bank?: string): Promise<boolean> {
  return (await takeUp(prompter, context, bank)).any;
}

/**
 * The same, for who goes on after that.
 *
 * @returns Whether the person took one up or kept one, and how the one that was taken up has ended.
 */
export async function takeUp(
  prompter: Prompter,
  context: Context,
  bank?: string,
): Promise<{ readonly any: boolean; readonly finished?: SittingEnd }> {
  const choice = await offerDrafts(beginPorts(prompter, context), bank);
  if (choice.kind === 'finish') return { any: true, finished: await hold(choice.begun, prompter, context) };
  for (const end of choice.ends) {
    await finish(end, context);
    await pointToPeople(end, context);
  }
  return { any: choice.ends.length > 0 };
}

function beginPorts(prompter: Prompter, context: Context): BeginPorts {
  return { ...savingPorts(context), prompter };
}

/** Asks for a name where `--about` stands alone, and where a programme is for somebody who was not named. */
export async function settleAbout(
  bank: QuestionBank,
  options: SittingOptions,
  prompter: Prompter,
  context: Context,
): Promise<string | null> {
  const scope = bank.scope.find(({ type }) => type === 'text');
  const said = options.about === true ? null : aboutOrRemembered(options, context);
  if (said !== null) return nearAbout(said, bank, prompter, context);
  if (options.about !== true && scope === undefined) return null;
  if (scope?.why !== undefined) prompter.say(scope.why);
  const ask =
    typeof scope?.ask === 'string'
      ? scope.ask
      : 'Whom or what is this about? Initials or a nickname will do.';
  const typed = oneLine(await prompter.line(ask));
  return typed === '' ? null : nearAbout(typed, bank, prompter, context);
}

/** The conversation that is looked back on, where one was prepared and its time has come. */
async function whichConversation(
  options: SittingOptions,
  role: Role | undefined,
  prompter: Prompter,
  context: Context,
): Promise<Conversation | undefined> {
  if (options.about === true) return undefined;
  const day = today(context.clock(), dayEnds(context.settings()));
  const said = aboutSaid(options);
  const waiting = (await conversationsWaiting(context.index(), day)).filter(
    ({ prepared }) =>
      (said === undefined || sameAbout(prepared.about, said)) &&
      (role === undefined || prepared.role === null || prepared.role === role),
  );
  if (waiting.length < 2) return waiting[0];
  return prompter.choose('Which conversation?', [
    ...waiting.map((one) => ({ value: one, label: conversationName(one, day) })),
    { value: undefined, label: 'Another one' },
  ]);
}

/** A name close to a known one may be a slip; it is asked about, once. */
async function nearAbout(
  about: string,
  bank: QuestionBank,
  prompter: Prompter,
  context: Context,
): Promise<string> {
  const { entries } = await context.index().newest({ banks: [bank.name], limit: 100 });
  const known = [...new Set(entries.flatMap(({ entry }) => entry.about ?? []))];
  if (known.some((one) => sameAbout(one, about))) return about;
  const near = nearest(about, known);
  if (near === undefined || about.length < 3) return about;
  return prompter.choose(`You have written about ${near} before.`, [
    { value: about, label: `This is ${about}, somebody else` },
    { value: near, label: `I meant ${near}` },
  ]);
}

/** What this is, before anything is asked for the first time. */
export function showFirstNote(prompter: Prompter, { memory, places }: Context): void {
  if (memory.hasShown('first-run')) return;
  prompter.say(firstRunNote(places.journal()));
  memory.markShown('first-run');
}

/** The note about what close control is not, before the first sitting that calls for it. */
export async function passBoundary(
  bank: QuestionBank,
  prompter: Prompter,
  { memory }: Context,
): Promise<boolean> {
  if (!bank.safety.includes('boundary') || memory.hasShown('boundary')) return true;
  prompter.say(BOUNDARY);
  const goOn = await prompter.choose('', [
    { value: true, label: 'Go on' },
    { value: false, label: 'Not today' },
  ]);
  if (goOn) memory.markShown('boundary');
  return goOn;
}

async function finish(end: SittingEnd, context: Context, agenda?: Agenda): Promise<void> {
  const { out, style, width } = context.terminal;
  const dim = (text: string): void => out(`${style.dim(wrap(text, width))}\n`);
  if (end.kind === 'nothing') {
    return out(agenda?.reviews ? 'It stays due.\n' : 'Nothing was answered, so nothing is kept.\n');
  }
  if (end.kind === 'later') {
    return out(`Kept as a draft. "coach ${agenda?.reviews ? 'review' : 'reflect'}" offers to finish it.\n`);
  }
  out(`\n${savedText(end.entry, end.path, context)}`);
  if (!agenda) return;
  if (agenda.reviews?.kind === 'commitment' && endsHere(end.entry))
    dim('It is closed with that, and nothing of it comes back.');
  await context.afterSaved(agenda.bank, end.entry, context);
  const tellsOthers = agenda.questions.some(
    ({ question }) => agenda.step?.questions.includes(question) ?? true,
  );
  if (tellsOthers && agenda.bank.safety.includes('sharing')) dim(SHARING[agenda.role ?? 'member']);
  if (end.entry.answers.some(asksForPeople)) out(`\n${wrap(BOUNDARY, width)}\n\n`);
  if ((end.entry.minutes ?? 0) > HEAVY_MINUTES) dim(GENTLE);
  if (agenda.bank.safety.includes('boundary')) dim(PEOPLE_LINE);
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
