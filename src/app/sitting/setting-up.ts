// The role, the bank and the question of a sitting, settled before it begins.
import { type Role, ROLES, type QuestionBank } from '../../domain/banks/question-bank.ts';
import { newestFirst } from '../../domain/entry/entry.ts';
import { questionsOf } from '../../domain/banks/bank-questions.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import * as say from '../../pages/sitting/seat-text.ts';
import * as refuse from '../../pages/sitting/sitting-refusals.ts';
import type { Banks, SettingsFile } from '../ports/machine.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { Prompter } from '../ports/prompter.ts';
import { soundBank } from './load-if-sound.ts';

/**
 * Whose seat the questions are asked from: what was said for this sitting, then what is set, then that of the last sitting, then
 * what the person says now, which is remembered. Who asks each time is offered that of the last sitting first.
 *
 * @param prompter - Absent without a terminal: then nothing is asked, and the last sitting tells nothing.
 * @param last - The role of the last sitting.
 * @throws UsageError where nobody can be asked.
 *
 * @example
 * await settleRole(undefined, { role: 'member' }, settingsFile, undefined) //=> 'member'
 */
export async function settleRole(
  said: Role | undefined,
  settings: Settings,
  file: SettingsFile,
  prompter: Prompter | undefined,
  last: () => Promise<Role | undefined> = async () => undefined,
): Promise<Role> {
  if (said) return said;
  if (settings.role && settings.role !== 'both') return settings.role;
  if (!prompter) throw refuse.noRole();
  const before = await last();
  const whichSeat = (): Promise<Role> => prompter.choose(say.WHICH_SEAT, say.seatChoices(before));
  if (settings.role === 'both') return whichSeat();
  if (before) return before;
  const chosen = await prompter.choose(say.WHERE_YOU_SIT, say.ROLE_CHOICES);
  const aside = await file.set('role', chosen);
  if (aside !== undefined) prompter.say(say.settingsAside(aside));
  return chosen === 'both' ? whichSeat() : chosen;
}

/**
 * The role of the newest entry that has one.
 *
 * @example
 * await lastRole(index) //=> 'member'
 */
export async function lastRole(index: Pick<EntryIndex, 'findEach'>): Promise<Role | undefined> {
  const found = await index.findEach(ROLES.map((role) => ({ role, outline: true, limit: 1 })));
  const newest = found.flatMap(({ entries }) => entries.map(({ entry }) => entry)).toSorted(newestFirst)[0];
  return newest?.role ?? undefined;
}

/**
 * The role of a sitting with this bank: its own where it is for one side, none where it asks the same of everybody.
 *
 * @param said - What was said for this sitting.
 * @throws UsageError where the bank is for the other side.
 *
 * @example
 * await roleFor(member, undefined, async () => 'manager') //=> 'member'
 */
export async function roleFor(
  bank: QuestionBank,
  said: Role | undefined,
  settle: () => Promise<Role>,
): Promise<Role | null> {
  if (bank.role === 'none') return null;
  if (bank.role === 'both') return settle();
  if (said !== undefined && said !== bank.role) throw refuse.bankOfOtherRole(bank, said);
  return bank.role;
}

/**
 * The name of the bank that asks a question.
 *
 * @throws UsageError for a question that no bank asks, with the near one.
 *
 * @example
 * await bankAsking('member-felt', ports.banks) //=> 'member'
 */
export async function bankAsking(question: string, banks: Banks): Promise<string> {
  const ids: string[] = [];
  for (const { name } of banks.list()) {
    const bank = await soundBank(name, banks);
    const own = bank ? questionsOf(bank).map(({ id }) => id) : [];
    if (own.includes(question)) return name;
    if (bank) refuseRetired(bank, question);
    ids.push(...own);
  }
  throw refuse.unknownQuestion(question, ids);
}

/**
 * Refuses a question or a step that a bank does not have.
 *
 * @throws UsageError with the near one.
 *
 * @example
 * checkSelection(challenge, { step: 'step-see' }) //=> undefined
 */
export function checkSelection(
  bank: QuestionBank,
  { question, step }: { readonly question?: string | undefined; readonly step?: string | undefined },
): void {
  const ids = questionsOf(bank).map(({ id }) => id);
  if (question !== undefined && !ids.includes(question)) {
    refuseRetired(bank, question);
    throw refuse.unknownQuestion(question, ids, bank.name);
  }
  const steps = bank.steps.map(({ id }) => id);
  if (step !== undefined && !steps.includes(step)) throw refuse.unknownStep(step, steps, bank.name);
}

/** A question that is not asked any more is told as such, with the one in its place. */
function refuseRetired(bank: QuestionBank, question: string): void {
  const retired = bank.retired.find(({ id }) => id === question);
  if (retired) throw refuse.retiredQuestion(question, retired.replacedBy);
}
