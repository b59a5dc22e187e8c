// One answer of an entry, asked for again with the field of its sitting.
import { changeAnswer, type Changed } from '../../app/editing/change-answer.ts';
import { soundBank } from '../../app/sitting/load-if-sound.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import { everQuestionsOf, withFollows } from '../../domain/banks/bank-questions.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { Interrupted } from '../../domain/text/errors.ts';
import { makesAnswer } from '../../domain/sitting/answer-from-parts.ts';
import {
  changedAnswer,
  type Change,
  fieldsToChange,
  skippedInstead,
  toChange,
} from '../../domain/sitting/change.ts';
import { neededPart } from '../../domain/sitting/field.ts';
import { helpWith } from '../../domain/sitting/help.ts';
import type { Around } from '../../domain/sitting/sitting.ts';
import * as say from '../../pages/journal/change-text.ts';
import { AS_IT_WAS } from '../../pages/journal/edit-text.ts';
import { type Context, dayOn } from '../context.ts';

/** A number, a point and a cursor stand before it. */
const BEFORE_A_CHOICE = 6;

/**
 * Lets a person choose an answer of an entry, and asks for it again.
 *
 * @returns The file as it is to be; undefined where nothing is to be changed.
 */
export async function askForChange(
  entry: Entry,
  file: { readonly path: string; readonly original: Uint8Array },
  prompter: Prompter,
  context: Context,
): Promise<Changed | undefined> {
  try {
    return await choose(entry, file, prompter, context);
  } catch (error) {
    if (error instanceof Interrupted && error.message === '') throw new Interrupted(AS_IT_WAS);
    throw error;
  }
}

async function choose(
  entry: Entry,
  file: { readonly path: string; readonly original: Uint8Array },
  prompter: Prompter,
  context: Context,
): Promise<Changed | undefined> {
  const columns = context.terminal.width - BEFORE_A_CHOICE;
  const answer = await prompter.choose(say.WHICH_ANSWER, say.changeChoices(entry.answers, columns));
  if (answer === 'leave') return undefined;
  const stays = say.staysText(answer);
  if (stays !== undefined) prompter.say(stays);
  const change = await changeOf(answer, entry, context);
  const { type, options = [] } = change.planned.question;
  if (type === 'choice' && options.length < 2) prompter.say(say.CHOICES_GONE);
  const changed = await askAgain(change, entry, prompter, context);
  if (changed === answer) return undefined;
  if (isDueBy(answer, entry)) prompter.say(say.DUE_STAYS);
  return changeAnswer(file.original, file.path, answer, changed);
}

/** Whether a plan or a guess of the entry is due on the day of the answer. */
function isDueBy(answer: Answer, { answers }: Entry): boolean {
  if (answer.type !== 'date' || answer.skip !== null) return false;
  return answers.some(({ type, value }) =>
    type === 'prediction' ? value?.due === answer.value : type === 'commitment' && value?.by === answer.value,
  );
}

async function changeOf(answer: Answer, { bank: name, role }: Entry, { banks }: Context): Promise<Change> {
  const bank = await soundBank(name, banks);
  const isIt = ({ id }: { readonly id: string }): boolean => id === answer.question;
  const question = bank && withFollows(everQuestionsOf(bank)).find(isIt);
  const short = bank?.rotation.some(isIt) ?? false;
  return toChange(answer, question && { question, short }, role);
}

/** @returns The answer itself where it is left as it was. */
async function askAgain(
  change: Change,
  { about, answers }: Entry,
  prompter: Prompter,
  context: Context,
): Promise<Answer> {
  const { answer, planned } = change;
  const today = dayOn(context);
  const around: Around = { today, answers, agenda: { about } };
  let { parts } = change;
  for (let at = 0; ;) {
    const fields = fieldsToChange(change, parts);
    const field = fields[at];
    if (!field) break;
    const given = parts[field.name] ?? null;
    const ask = { kind: 'ask', planned, field, given, first: at === 0, saved: true } as const;
    const act = await prompter.ask(ask, around, () => undefined);
    if (act.kind === 'later' || (act.kind === 'back' && at === 0)) return answer;
    if (act.kind === 'skip' && answer.type !== 'prediction') return skippedInstead(change, act.skip);
    if (act.kind === 'back') at--;
    if (act.kind === 'nudge') prompter.remark(helpWith(planned.question), around);
    if (act.kind !== 'answer') continue;
    const isEmpty = act.value === null || (typeof act.value === 'string' && act.value.trim() === '');
    if (isEmpty && field.name === neededPart(planned.question)) {
      if (fields.length === 1) return skippedInstead(change, 'passed');
      prompter.remark({ kind: 'incomplete' }, around);
      continue;
    }
    parts = { ...parts, [field.name]: isEmpty ? null : act.value };
    at++;
  }
  const isWhole = answer.type === 'prediction' || makesAnswer(planned.question, parts);
  return isWhole ? changedAnswer(change, parts, today) : answer;
}
