// The refusals before a sitting begins: no role, another's bank, a question or a step that is not there.
import type { QuestionBank, Role } from '../../domain/banks/question-bank.ts';
import type { Agenda } from '../../domain/sitting/agenda.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { aboutFlag } from '../../formats/text/shell-word.ts';

/**
 * Nobody can be asked whose seat it is.
 *
 * @example
 * noRole().message //=> 'which role?'
 */
export function noRole(): UsageError {
  return new UsageError('which role?', {
    hint: 'Add --role member or --role manager, or run: coach config set role member',
  });
}

/**
 * A bank is for the other side.
 *
 * @example
 * bankOfOtherRole(member, 'manager').message //=> 'the question set member is for the role member, not manager'
 */
export function bankOfOtherRole({ name, role }: Pick<QuestionBank, 'name' | 'role'>, said: Role): UsageError {
  return new UsageError(`the question set ${name} is for the role ${role}, not ${said}`, {
    hint: `Leave out --role, or run: coach reflect ${said}`,
  });
}

/**
 * No bank asks a question, or not the one that was named.
 *
 * @param ids - Those that are asked.
 *
 * @example
 * unknownQuestion('member-fel', ['member-felt'], 'member').message
 * //=> 'there is no question "member-fel" in the question set member'
 */
export function unknownQuestion(question: string, ids: readonly string[], bank?: string): UsageError {
  const where = bank === undefined ? 'in any question set' : `in the question set ${bank}`;
  const list = `coach banks show ${bank ?? 'member'} lists its questions.`;
  return new UsageError(`there is no question "${question}" ${where}`, {
    hint: nearestHint(question, ids, list),
  });
}

/**
 * A question is not asked any more.
 *
 * @param replacedBy - The one that is asked in its place.
 *
 * @example
 * retiredQuestion('member-prediction', 'member-expect').hint //=> 'Use member-expect instead.'
 */
export function retiredQuestion(question: string, replacedBy: string | undefined): UsageError {
  return new UsageError(`the question "${question}" is no longer asked`, {
    ...(replacedBy !== undefined && { hint: `Use ${replacedBy} instead.` }),
  });
}

/**
 * A bank has no such step.
 *
 * @param steps - Those that it has.
 *
 * @example
 * unknownStep('step-see', [], 'member').hint //=> 'The question set member has no steps.'
 */
export function unknownStep(step: string, steps: readonly string[], bank: string): UsageError {
  const known =
    steps.length === 0 ? `The question set ${bank} has no steps.` : `The steps are ${steps.join(', ')}.`;
  return new UsageError(`there is no step "${step}" in the question set ${bank}`, {
    hint: nearestHint(step, steps, known),
  });
}

/**
 * A bank has no question for this sitting; how to get at one that rests.
 *
 * @example
 * nothingToAsk({ bank: review, about: null }).message //=> 'the question set review has nothing to ask here'
 */
export function nothingToAsk(agenda: Pick<Agenda, 'bank' | 'about' | 'resting'>): CoachError {
  const { bank, about, resting } = agenda;
  const { name } = bank;
  if (resting !== undefined) {
    const message = `the question set ${name} has nothing to ask right now: its questions are resting or have been put away`;
    return new CoachError(message, {
      hint: `coach reflect --question ${resting}${aboutFlag(about)} asks one of them anyway, and answering brings it back.`,
    });
  }
  return new CoachError(`the question set ${name} has nothing to ask here`, {
    hint: `coach banks show ${name} lists its questions and when each is asked.`,
  });
}
