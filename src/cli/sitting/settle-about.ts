// The name that a sitting is about, or its conversation: as typed, as remembered, or as the person says.
import type { Prompter } from '../../app/ports/prompter.ts';
import { conversationsAround } from '../../app/today/waiting.ts';
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import type { Conversation } from '../../domain/record/conversation.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { oneLine, sameAbout } from '../../domain/text/plain-text.ts';
import {
  nameChoices,
  nearChoices,
  nearText,
  WHO,
  WHO_ELSE,
  WHO_HELP,
  WHO_OR_NOBODY,
  WHOM_ABOUT,
} from '../../pages/sitting/seat-text.ts';
import {
  conversationChoices,
  wasItChoices,
  wasItThis,
  WHICH_CONVERSATION,
} from '../../pages/today/waiting-offer.ts';
import { type Context, dayOn } from '../context.ts';
import { aboutOrRemembered, aboutSaid, type SittingOptions } from '../flags/sitting-options.ts';

/**
 * Asks for a name where `--about` stands alone, where a programme is for somebody who was not named, and once before a bank that
 * speaks of somebody.
 *
 * @param isPart - One question was asked for, and nothing else.
 */
export async function settleAbout(
  bank: QuestionBank,
  isPart: boolean,
  options: SittingOptions,
  prompter: Prompter,
  context: Context,
): Promise<string | null> {
  const scope = bank.scope.find(({ type }) => type === 'text');
  const said = options.about === true ? null : aboutOrRemembered(options, context);
  if (said !== null) return nearAbout(said, bank, prompter, context);
  if (options.about !== true && scope === undefined) {
    // Whoever said that it is about nobody is not asked.
    return bank.asksAbout && !isPart && options.about === undefined
      ? nameOrNobody(bank, prompter, context)
      : null;
  }
  if (scope?.why !== undefined) prompter.say(scope.why);
  const ask = typeof scope?.ask === 'string' ? scope.ask : WHOM_ABOUT;
  const typed = await typedName(ask, prompter);
  return typed === '' ? null : nearAbout(typed, bank, prompter, context);
}

/** A name as it was typed; "?" asks what it is for. */
async function typedName(message: string, prompter: Prompter): Promise<string> {
  for (;;) {
    const typed = oneLine(await prompter.line(message));
    if (typed !== '?') return typed;
    prompter.say(WHO_HELP);
  }
}

/** Most names that are offered, the latest first. */
const NAMES_OFFERED = 5;

/** Whom it is about, once: a name that is known, another one, or nobody in particular. */
async function nameOrNobody(
  bank: QuestionBank,
  prompter: Prompter,
  context: Context,
): Promise<string | null> {
  const { entries } = await context.index().newest({ limit: 100 });
  const known = entries.flatMap(({ entry }) => entry.about ?? []);
  const names = known.filter((name, at) => known.findIndex((one) => sameAbout(one, name)) === at);
  if (names.length > 0) {
    const chosen = await prompter.choose(WHO, nameChoices(names.slice(0, NAMES_OFFERED)));
    if (chosen.kind !== 'other') return chosen.kind === 'name' ? chosen.name : null;
  }
  const typed = await typedName(names.length > 0 ? WHO_ELSE : WHO_OR_NOBODY, prompter);
  return typed === '' ? null : nearAbout(typed, bank, prompter, context);
}

/**
 * The conversation that is looked back on, where one was prepared and its time has come. One that is still ahead is asked about.
 *
 * @returns Null where it is another one.
 */
export async function whichConversation(
  options: SittingOptions,
  role: Role | undefined,
  prompter: Prompter,
  context: Context,
): Promise<Conversation | null | undefined> {
  if (options.about === true) return undefined;
  const day = dayOn(context);
  const said = aboutSaid(options);
  const isMeant = ({ prepared }: Conversation): boolean =>
    (said === undefined || sameAbout(prepared.about, said)) &&
    (role === undefined || prepared.role === null || prepared.role === role);
  const { waiting: all, ahead } = await conversationsAround(context.index().find, day);
  const waiting = all.filter(isMeant);
  const next = ahead.find(isMeant);
  if (waiting.length === 0 && next) return prompter.choose(wasItThis(next, day), wasItChoices(next));
  if (waiting.length < 2) return waiting[0];
  return prompter.choose(WHICH_CONVERSATION, conversationChoices(waiting, day));
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
  return prompter.choose(nearText(near), nearChoices(about, near));
}
