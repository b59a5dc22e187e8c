import { callsForPeople, HEAVY_MINUTES } from '../app/after-sitting.ts';
import { type BeginPorts, beginAnew, offerDrafts } from '../app/begin-sitting.ts';
import { holdSitting, type SittingEnd } from '../app/hold-sitting.ts';
import type { Prompter } from '../app/ports.ts';
import { roleFor, settleRole } from '../app/setting-up.ts';
import type { Answer } from '../domain/answer.ts';
import { nearest } from '../domain/nearest.ts';
import type { SittingPlan } from '../domain/plan.ts';
import type { QuestionBank } from '../domain/question-bank.ts';
import { dayEnds } from '../domain/settings.ts';
import { oneLine, sameAbout } from '../domain/text.ts';
import { BOUNDARY, firstRunNote, GENTLE, PEOPLE_LINE, SHARING } from '../formats/notes.ts';
import { openingText } from '../formats/sitting-text.ts';
import { wrap } from '../formats/wrap.ts';
import type { Context } from './context.ts';
import { aboutOrRemembered, savedText, type SittingOptions, type Walk } from './said.ts';

/**
 * Walks a bank with a person, from the note that belongs before it to the line that says where it was saved.
 *
 * @param prompter - Somebody to ask.
 * @returns How it ended; nothing where it was not begun.
 */
export async function walk(
  { bank, selection, options, said }: Walk,
  prompter: Prompter,
  context: Context,
): Promise<SittingEnd | undefined> {
  const settings = context.settings();
  const role = await roleFor(bank, said.role, () =>
    settleRole(said.role, settings, context.settingsFile, prompter),
  );
  if (!(await passBoundary(bank, prompter, context))) return undefined;
  const ports = beginPorts(prompter, context);
  const about = await settleAbout(bank, options, prompter, context);
  const { at, tags } = said;
  const begun = await beginAnew(
    { bank, role, about, tags, selection, ...(at !== undefined && { at }) },
    ports,
  );
  const { style, width } = context.terminal;
  context.terminal.out(`${openingText(begun.sitting.plan, { width, style })}\n`);
  const end = await holdSitting(begun, ports);
  finish(end, context, begun.sitting.plan);
  await pointToPeople(end, context);
  return end;
}

/**
 * Offers what was begun and not finished, of one bank or of all.
 *
 * @returns Whether the person took one up or kept one, so that nothing else is begun.
 */
export async function takeUpDrafts(prompter: Prompter, context: Context, bank?: string): Promise<boolean> {
  const ports = beginPorts(prompter, context);
  const choice = await offerDrafts(ports, bank);
  if (choice.kind === 'kept') {
    for (const end of choice.ends) {
      finish(end, context);
      await pointToPeople(end, context);
    }
    return choice.ends.length > 0;
  }
  const { begun } = choice;
  const { style, width } = context.terminal;
  context.terminal.out(`${openingText(begun.sitting.plan, { width, style })}\n`);
  const end = await holdSitting(begun, ports);
  finish(end, context, begun.sitting.plan);
  await pointToPeople(end, context);
  return true;
}

function beginPorts(prompter: Prompter, context: Context): BeginPorts {
  const { clock, newId, banks } = context;
  return {
    clock,
    newId,
    banks,
    prompter,
    journal: context.journal(),
    drafts: context.drafts(),
    index: context.index(),
    dayEnds: dayEnds(context.settings()),
  };
}

/** Asks for a name where `--about` stands alone, and where a programme is for somebody who was not named. */
async function settleAbout(
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
async function passBoundary(bank: QuestionBank, prompter: Prompter, { memory }: Context): Promise<boolean> {
  if (!bank.safety.includes('boundary') || memory.hasShown('boundary')) return true;
  prompter.say(BOUNDARY);
  const goOn = await prompter.choose('', [
    { value: true, label: 'Go on' },
    { value: false, label: 'Not today' },
  ]);
  if (goOn) memory.markShown('boundary');
  return goOn;
}

function finish(end: SittingEnd, context: Context, plan?: SittingPlan): void {
  const { out, style, width } = context.terminal;
  const dim = (text: string): void => out(`${style.dim(wrap(text, width))}\n`);
  if (end.kind === 'nothing') return out('Nothing was answered, so nothing is kept.\n');
  if (end.kind === 'later') return out('Kept as a draft. "coach reflect" offers to finish it.\n');
  out(`\n${savedText(end.entry, end.path, context)}`);
  if (!plan) return;
  if (plan.step) out(`\n${wrap(plan.step.between, width)}\n`);
  if (plan.bank.safety.includes('sharing')) dim(SHARING[plan.role ?? 'member']);
  if (end.entry.answers.some(asksForPeople)) out(`\n${wrap(BOUNDARY, width)}\n\n`);
  if ((end.entry.minutes ?? 0) > HEAVY_MINUTES) dim(GENTLE);
  if (plan.bank.safety.includes('boundary')) dim(PEOPLE_LINE);
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
