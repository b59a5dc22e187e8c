// Somebody chooses what is shared, sees all of it, changes it, and says yes or no.
import type { Prompter } from '../../app/ports/prompter.ts';
import type { Role } from '../../domain/banks/question-bank.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { CoachError, Interrupted, UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { failureText } from '../../pages/machine/failure-text.ts';
import { standing } from '../../pages/text/words.ts';
import { tellReadable } from '../../cli/journal/tell-readable.ts';
import type { Context } from '../../cli/context.ts';
import { namesIn, withoutName } from '../names-in-text.ts';
import { asItLeaves, outgoingText, type Told } from '../outgoing.ts';
import type { Shareable } from '../shareable.ts';
import { badPlace } from '../share-refusals.ts';
import * as say from '../share-text.ts';
import type { ExportPlace } from '../../app/ports/export-place.ts';

/** What is to be shared, as far as the command line says it. */
export interface SharingRequest {
  readonly entry: Entry;
  /** All answers that can be. */
  readonly shareable: readonly Shareable[];
  /** Those that were named; undefined: they are chosen. */
  readonly named: readonly Shareable[] | undefined;
  readonly withQuestions: boolean;
  readonly names: ReadonlySet<string>;
  readonly to: string | undefined;
}

/** A number, a box, a point and a cursor stand before a choice. On a narrow screen it takes several lines. */
const BEFORE_A_CHOICE = 10;
const SHORTEST_CHOICE = 60;

/** Lets a person choose, look and change until they say yes or no. Before a yes nothing is written. */
export async function askToShare(
  request: SharingRequest,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  const shared = await untilSettled(request, prompter, context);
  if (shared === undefined) return;
  if (await prompter.choose(say.ASK_KEEP, say.KEEP_CHOICES)) await keepCopy(shared, request.entry, context);
}

/** @returns What was shared, or nothing. */
async function untilSettled(
  request: SharingRequest,
  prompter: Prompter,
  context: Context,
): Promise<string | undefined> {
  const { terminal } = context;
  try {
    const chosen = request.named ?? (await chooseAnswers(request, [], prompter, context));
    if (chosen) return await lookUntilSettled(chosen, request, prompter, context);
    terminal.err(`${say.NOTHING_CHOSEN}\n`);
    return undefined;
  } catch (error) {
    if (error instanceof Interrupted && error.message === '') throw new Interrupted(say.NOTHING_SHARED);
    throw error;
  }
}

function columnsOf(width: number): number {
  return Math.max(SHORTEST_CHOICE, width - BEFORE_A_CHOICE);
}

function chooseAnswers(
  { entry, shareable }: SharingRequest,
  chosen: readonly Told[],
  prompter: Prompter,
  { terminal: { width } }: Context,
): Promise<readonly Shareable[] | undefined> {
  const ticked = chosen.map(({ question }) => question);
  const choicesOf = (isMeant: boolean) =>
    say.answersToTick(
      shareable.filter((one) => one.isMeant === isMeant),
      ticked,
      columnsOf(width),
    );
  const meant = choicesOf(true);
  const choices = choicesOf(false);
  const anyMeant = meant.length > 0;
  const label = say.othersText(choices.length, anyMeant);
  return prompter.several(
    say.whichText(entry, anyMeant),
    meant,
    choices.length === 0 ? undefined : { label, choices },
  );
}

async function lookUntilSettled(
  first: readonly Told[],
  request: SharingRequest,
  prompter: Prompter,
  context: Context,
): Promise<string | undefined> {
  const { terminal } = context;
  let told = first;
  let { withQuestions, to } = request;
  let isTold = false;
  for (;;) {
    const outgoing = outgoingText(told, withQuestions);
    const names = namesIn(outgoing, request.names);
    prompter.say(say.previewText(outgoing, names));
    if (!isTold) prompter.say(say.beforeSharing(roleOf(request.entry, context)));
    isTold = true;
    const hasMore = request.shareable.length > 1;
    const act = await prompter.choose(say.WHAT_NOW, say.nextChoices({ to, names, withQuestions, hasMore }));
    switch (act.kind) {
      case 'stop':
        terminal.err(`${say.NOTHING_SHARED}\n`);
        return undefined;
      case 'print':
        terminal.out(`\n${outgoing}\n`);
        return outgoing;
      case 'write':
        if (await write(outgoing, to, prompter, context)) return outgoing;
        to = undefined;
        break;
      case 'questions':
        withQuestions = !withQuestions;
        break;
      case 'name':
        told = await rename(told, act.form, prompter);
        break;
      case 'words':
        told = await reword(told, prompter, context);
        break;
      case 'others': {
        const known = new Map(told.map((one) => [one.question, one]));
        const chosen = await chooseAnswers(request, told, prompter, context);
        told = chosen?.map((one) => known.get(one.question) ?? one) ?? told;
      }
    }
    if (told.length > 0) continue;
    terminal.err(`${say.NOTHING_CHOSEN}\n`);
    return undefined;
  }
}

async function rename(told: readonly Told[], form: string, prompter: Prompter): Promise<readonly Told[]> {
  const instead = oneLine(await prompter.line(say.askInstead(form)));
  if (instead === '') return told;
  return told.map((one) => ({
    ...one,
    asked: withoutName(one.asked, form, instead),
    words: withoutName(one.words, form, instead),
  }));
}

/** An answer whose words are taken away is not shared. */
async function reword(
  told: readonly Told[],
  prompter: Prompter,
  { terminal: { width } }: Context,
): Promise<readonly Told[]> {
  const choices = say.answersToReword(told, columnsOf(width));
  const [only] = told;
  const which = told.length === 1 ? only : await prompter.choose(say.WHICH_WORDS, choices);
  if (!which || which === 'leave') return told;
  const words = asItLeaves(await prompter.text(which.asked, which.words));
  return told
    .map((one) => (one.question === which.question ? { ...one, words } : one))
    .filter((one) => one.words !== '');
}

/** @returns False where it was not written, and it was said why. */
async function write(
  outgoing: string,
  to: string | undefined,
  prompter: Prompter,
  context: Context,
): Promise<boolean> {
  const file = to ?? oneLine(await prompter.line(say.ASK_FILE));
  if (file === '') return false;
  try {
    (await placeFor(file, context)).write([outgoing], false);
  } catch (error) {
    const words = refusalWords(error);
    if (words === undefined) throw error;
    prompter.say(words);
    return false;
  }
  context.terminal.done(`${say.wroteText(file)}\n`);
  tellReadable(file, context);
  return true;
}

/** Undefined for what nobody foresaw. What is wrong with a name begins with it. */
function refusalWords(error: unknown): string | undefined {
  const failure = error instanceof CoachError ? error.message : failureText(error);
  if (failure === undefined) return undefined;
  const words = error instanceof UsageError ? failure : standing(failure);
  return error instanceof CoachError && error.hint !== undefined ? `${words}\n${error.hint}` : words;
}

/** @throws UsageError for a place where something is already, and for the journal. */
export async function placeFor(named: string, context: Context): Promise<ExportPlace> {
  const place = await context.exportPlace(named);
  if (place.isIn(context.places.journal())) throw badPlace(named, 'journal');
  if (place.kind !== 'nothing') throw badPlace(named, place.kind);
  return place;
}

/** The seat whose note is shown: that of the entry, or else the person's. */
function roleOf({ role }: Entry, context: Context): Role {
  const { role: own } = context.settings();
  return role ?? (own === 'manager' ? own : 'member');
}

/** Keeps what was shared, as a free page about the same person. */
async function keepCopy(shared: string, { about }: Entry, context: Context): Promise<void> {
  const { saveAnswers } = await import('../../cli/sitting/save-answers.ts');
  const bank = await context.banks.load('note');
  const said = { role: undefined, at: undefined, tags: ['shared'] };
  const request = { bank, selection: {}, options: { about: about ?? '' }, said };
  await saveAnswers(request, context, JSON.stringify({ 'note-text': shared.trimEnd() }));
}
