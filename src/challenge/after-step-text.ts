// The lines after a sitting of the challenge: what to try and until when, or what was chosen.
import { type ChallengeState, stateAbout } from '../domain/record/challenge.ts';
import { whatItDid } from '../domain/record/challenge-round.ts';
import { forRole, type ProgrammeStep, type QuestionBank } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { plainText } from '../domain/text/plain-text.ts';
import type { Day } from '../domain/time/day.ts';
import { asItIs, told, type Page, wrap } from '../pages/text/wrap.ts';
import { flagsNaming, timeText } from './state-text.ts';

/**
 * The words after a sitting of the programme: what to try and until when, or what was chosen.
 *
 * @param states - All there are after it, which decide what the commands have to name.
 *
 * @example
 * afterStepText(challenge, pauseChosen, [paused], today, page) //=> 'Paused. To resume: coach challenge ready'
 */
export function afterStepText(
  bank: QuestionBank,
  entry: Pick<Entry, 'answers' | 'day' | 'about' | 'role'>,
  states: readonly ChallengeState[],
  today: Day,
  { width, asCalled = asItIs }: Page,
): string {
  const { asked, brought, chosen } = whatItDid(bank, entry);
  const step = asked ?? brought ?? bank.steps.find(({ id }) => entry.answers.some((one) => one.step === id));
  const state = stateAbout(states, entry.about, entry.role);
  const flags = state ? flagsNaming(state, states) : '';
  return afterLines(bank, { step, asked, brought, chosen }, entry, today)
    .flatMap(({ text, command }) =>
      command === undefined
        ? wrap(asCalled(plainText(text)), width)
        : told(plainText(text), `${asCalled(command)}${flags}`, width),
    )
    .join('\n');
}

/** A line, and the command that it leads to; flags are added to that. */
interface AfterLine {
  readonly text: string;
  readonly command?: string;
}

function afterLines(
  { steps }: QuestionBank,
  { step, asked, brought, chosen }: { step: ProgrammeStep | undefined } & ReturnType<typeof whatItDid>,
  { day, role }: Pick<Entry, 'day' | 'role'>,
  today: Day,
): readonly AfterLine[] {
  const isLast = step !== undefined && step === steps.at(-1);
  const ready = (text: string): AfterLine => ({ text, command: 'coach challenge ready' });
  if (chosen === 'pause') return [ready('Paused. To resume:')];
  if (chosen === 'stop') return [ready('Stopped. To resume if you change your mind:')];
  if (chosen === 'repeat' && step) {
    return [
      { text: `You are repeating this step: ${step.title}.` },
      { text: forRole(step.between, role) },
      whereAfter(step, day, today),
    ];
  }
  if (asked && isLast)
    return [{ text: forRole(asked.between, role) }, { text: `That was the last step. ${WHERE}` }];
  if (chosen === 'next') {
    const next = step && steps[steps.indexOf(step) + 1];
    return next ? [ready(`Next: ${next.title}. To go on, now or later:`)] : [];
  }
  if (brought && isLast) return [{ text: `That was the last step. ${WHERE}` }];
  if (brought) return [ready('Next, decide whether to go on, repeat the step, pause or stop:')];
  return asked ? [{ text: forRole(asked.between, role) }, whereAfter(asked, day, today)] : [];
}

function whereAfter(step: ProgrammeStep, day: Day, today: Day): AfterLine {
  return { text: `${timeText(step, day, today)} ${WHERE}` };
}

const WHERE = 'See where you are: coach challenge';
