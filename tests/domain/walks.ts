import * as fc from 'fast-check';
import { type Act, advance } from '../../src/domain/sitting/act.ts';
import { FEELINGS, shareOf, SKIPS } from '../../src/domain/entry/answer.ts';
import { addDays } from '../../src/domain/time/day.ts';
import type { FieldValue } from '../../src/domain/sitting/field.ts';
import type { Agenda } from '../../src/domain/sitting/agenda.ts';
import type { Remark } from '../../src/domain/sitting/remarks.ts';
import { beginSitting, nextStep, type Sitting, type Step } from '../../src/domain/sitting/sitting.ts';
import { allPlans, planOf, thicket, TODAY } from './plans.ts';

// A walk is a list of whims; what a whim does depends on the step at which it comes.

/** One whim: what to do, and with what. */
export interface Whim {
  readonly kind: Act['kind'];
  readonly pick: number;
  readonly text: string;
}

const texts = fc.oneof(
  fc.constantFrom('', ' ', 'short', 'soon', 'It will feel better', 'I notice they go quiet', 'say', 'say it'),
  fc.string({ maxLength: 12 }),
  fc.constant('one two three four five six seven eight nine'),
);

/** Mostly going forward, so that a walk comes to its end now and then. */
export const whim: fc.Arbitrary<Whim> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant<Act['kind']>('answer') },
    {
      weight: 4,
      arbitrary: fc.constantFrom<Act['kind'][]>(
        'skip',
        'back',
        'nudge',
        'accept',
        'decline',
        'change',
        'to-plan',
      ),
    },
  ),
  pick: fc.nat(100),
  text: texts,
});

const thicketPlan = { name: 'thicket', ...planOf(thicket) };
const plans = new Map([...allPlans, thicketPlan].map((agenda) => [agenda.name, agenda]));

/** A new sitting by the name of its plan. */
export function sittingNamed(name: string): Sitting {
  return beginSitting(plans.get(name) ?? thicketPlan, TODAY);
}

/** The name of a plan, and a walk through it. */
export const walks = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...plans.keys()) },
    { weight: 1, arbitrary: fc.constant('thicket') },
  ),
  fc.array(whim, { minLength: 25, maxLength: 100, size: 'max' }),
);

/** What a whim means here. */
export function actOf({ kind, pick, text }: Whim, sitting: Sitting): Act {
  switch (kind) {
    case 'answer':
      return { kind, value: valueFor(nextStep(sitting), pick, text) };
    case 'skip':
      return { kind, skip: SKIPS[pick % SKIPS.length] ?? 'passed' };
    case 'back':
    case 'nudge':
    case 'later':
    case 'to-plan':
      return pick % 2 === 0 ? { kind } : { kind, typed: text };
    case 'change':
      return { kind, question: questionToChange(sitting.agenda, pick) };
    case 'accept':
    case 'decline':
    case 'save':
      return { kind };
  }
}

/** Any question, but one that others depend on more often than not: changing it changes the plan. */
function questionToChange({ questions }: Agenda, pick: number): string {
  const ids = questions.map(({ question }) => question.id);
  const before = questions.flatMap(({ question: { showIf } }) =>
    showIf && 'question' in showIf ? [showIf.question] : [],
  );
  const from = pick % 3 === 0 || before.length === 0 ? ids : before;
  return from[pick % from.length] ?? '';
}

/** A value of the kind that the step asks for; sometimes none. */
function valueFor(step: Step, pick: number, text: string): FieldValue | null {
  if (step.kind !== 'ask') return text;
  const { field, planned } = step;
  switch (field.input) {
    case 'text':
    case 'line':
      return text;
    case 'choice':
      return planned.question.options?.at(pick % (planned.question.options.length + 1))?.value ?? null;
    case 'scale':
      return pick % 6 === 0 ? null : (pick % 5) + 1;
    case 'percent':
      return shareOf((pick % 21) * 5);
    case 'day':
    case 'due':
      return pick % 5 === 0 ? null : addDays(TODAY, (pick % 40) - 5);
    case 'feeling':
      return FEELINGS.at(pick % 4) ?? null;
  }
}

/** An answer that any step takes and that no offer follows. */
export function soundAnswer(step: Step): Act {
  if (step.kind !== 'ask') throw new Error(`nothing is asked at ${step.kind}`);
  const value = valueFor(step, 15, 'one two three four five six seven eight nine');
  return { kind: 'answer', value };
}

/** The sitting after each whim of a walk, the first before any. */
export function sittingsOf(name: string, walk: readonly Whim[]): readonly Sitting[] {
  const sittings = [sittingNamed(name)];
  for (const whim of walk) {
    const sitting = sittings.at(-1);
    if (sitting) sittings.push(advance(sitting, actOf(whim, sitting)).sitting);
  }
  return sittings;
}

/** The sitting after some acts, and what the last one had remarked on it. */
export function after(sitting: Sitting, ...acts: readonly Act[]): Sitting {
  return acts.reduce((one, act) => advance(one, act).sitting, sitting);
}

/** What the last of some acts had remarked on it. */
export function remarksAfter(sitting: Sitting, ...acts: readonly Act[]): readonly Remark[] {
  const last = acts.at(-1);
  return last ? advance(after(sitting, ...acts.slice(0, -1)), last).remarks : [];
}

/** A step in a few words: the question and the part that are asked, or what else comes. */
export function stepWords(sitting: Sitting): string {
  const step = nextStep(sitting);
  switch (step.kind) {
    case 'ask':
      return `${step.planned.question.id} ${step.field.name}`;
    case 'offer':
      return `${step.planned.question.id} offers ${step.offer.kind}`;
    case 'look-over':
    case 'end':
      return step.kind;
  }
}
