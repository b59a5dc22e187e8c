// The role, the bank and the question of a sitting, settled before it begins.
// What is settled before a sitting: the role, the bank and the question.
import { type Role, ROLES, type QuestionBank, questionsOf } from '../../domain/banks/question-bank.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { shellWord } from '../../formats/text/shell-word.ts';
import type { Banks, SettingsFile } from '../ports/machine.ts';
import type { Prompter } from '../ports/prompter.ts';
import { soundBank } from './load-if-sound.ts';

const ROLE_LABELS: Readonly<Record<Role, string>> = {
  member: 'My work is closely managed (member)',
  manager: "I stay close to other people's work (manager)",
};

/**
 * Whose seat the questions are asked from: what was said for this sitting, then what is remembered, then what the person
 * says now, which is remembered.
 *
 * @param prompter - Absent without a terminal: then nothing is asked.
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
): Promise<Role> {
  if (said) return said;
  if (settings.role && settings.role !== 'both') return settings.role;
  if (!prompter) {
    throw new UsageError('which role?', {
      hint: 'Add --role member or --role manager, or: coach config set role member',
    });
  }
  const roles = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }));
  if (settings.role === 'both') return prompter.choose('Which seat is this one from?', roles);
  const chosen = await prompter.choose(
    'Where do you sit? This is asked once; "coach config set role" changes it.',
    [...roles, { value: 'both' as const, label: 'Both: ask me each time' }],
  );
  const aside = await file.set('role', chosen);
  if (aside !== undefined) prompter.say(`The settings could not be read and are kept aside as ${aside}.`);
  return chosen === 'both' ? prompter.choose('Which seat is this one from?', roles) : chosen;
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
  if (said !== undefined && said !== bank.role) {
    throw new UsageError(`the bank ${bank.name} is for the role ${bank.role}, not ${said}`, {
      hint: `Leave out --role, or: coach reflect ${said}`,
    });
  }
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
    ids.push(...own);
  }
  throw unknownQuestion(question, ids);
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
  if (question !== undefined && !ids.includes(question)) throw unknownQuestion(question, ids, bank.name);
  const steps = bank.steps.map(({ id }) => id);
  if (step === undefined || steps.includes(step)) return;
  const known =
    steps.length === 0 ? `The bank ${bank.name} has no steps.` : `The steps are ${steps.join(', ')}.`;
  throw new UsageError(`there is no step "${step}" in the bank ${bank.name}`, {
    hint: nearestHint(step, steps, known),
  });
}

function unknownQuestion(question: string, ids: readonly string[], bank?: string): UsageError {
  const where = bank === undefined ? 'in any bank' : `in the bank ${bank}`;
  const list = `coach banks show ${bank ?? 'member'} lists the questions of a bank.`;
  return new UsageError(`there is no question "${question}" ${where}`, {
    hint: nearestHint(question, ids, list),
  });
}

/**
 * Says that a bank has no question for this sitting, and how to get at one that rests.
 *
 * @example
 * nothingToAsk({ bank: review, about: null }).message //=> 'the bank review has nothing to ask here'
 */
export function nothingToAsk({
  bank: { name },
  about,
  resting,
}: Pick<Agenda, 'bank' | 'about' | 'resting'>): CoachError {
  if (resting !== undefined) {
    const whom = about === null ? '' : ` --about ${shellWord(about)}`;
    const hint = `coach reflect --question ${resting}${whom} asks one all the same, and an answer brings it back.`;
    const rests = 'its questions rest or were put away';
    return new CoachError(`the bank ${name} has nothing to ask for now: ${rests}`, { hint });
  }
  return new CoachError(`the bank ${name} has nothing to ask here`, {
    hint: `coach banks show ${name} shows what it asks, of whom and when.`,
  });
}
