import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Act, advance } from '../../../src/domain/sitting/act.ts';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { draftOf } from '../../../src/domain/sitting/draft.ts';
import {
  answersOf,
  beginSitting,
  nextStep,
  type SittingProgress,
  type Sitting,
} from '../../../src/domain/sitting/sitting.ts';
import { answerTo } from '../../../src/domain/sitting/asked-questions.ts';
import { oneLine } from '../../../src/domain/text/plain-text.ts';
import { parseDraft, printDraft } from '../../../src/formats/answers/draft-json.ts';
import { allPlans, idsOf, planOf, TODAY } from '../plans.ts';
import { actOf, sittingNamed, sittingsOf, soundAnswer, type Whim, walks } from '../walks.ts';

const HEAD = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: ['one'], backFilled: false };
const HOLDER = { pid: 1, started: '1', host: 'here' };

/** Holds for every state of every walk. */
function always(holds: (sitting: Sitting) => void, numRuns = 100): void {
  fc.assert(
    fc.property(walks, ([name, walk]) => sittingsOf(name, walk).forEach(holds)),
    { numRuns },
  );
}

/** Holds for every act of every walk. */
function atEveryAct(holds: (before: Sitting, act: Act, after: Sitting) => void): void {
  fc.assert(
    fc.property(walks, ([name, walk]) => {
      let sitting = sittingNamed(name);
      for (const whim of walk satisfies readonly Whim[]) {
        const act = actOf(whim, sitting);
        const after = advance(sitting, act).sitting;
        holds(sitting, act, after);
        sitting = after;
      }
    }),
  );
}

/** An answer without the date that follows another date of the sitting. */
function undated(answer: Answer | undefined): unknown {
  return answer?.type === 'prediction' && answer.skip === null
    ? { ...answer, value: { ...answer.value, due: null } }
    : answer;
}

/** Whether the condition of a question does not hold, told from the plan alone. */
function isHidden({ agenda, answers }: Pick<Sitting, 'agenda' | 'answers'>, id: string): boolean {
  const showIf = agenda.questions.find(({ question }) => question.id === id)?.question.showIf;
  if (showIf === undefined || !('question' in showIf)) return false;
  const value = answerTo({ answers }, showIf.question)?.value;
  const holds = typeof value === 'string' && showIf.values.includes(value);
  return !holds || isHidden({ agenda, answers }, showIf.question);
}

function progressOf(sitting: Sitting): SittingProgress | undefined {
  const step = nextStep(sitting);
  return step.kind === 'ask' ? step.progress : undefined;
}

/** From any state: yes to what is asked, no to what is offered, until all is looked over. */
function walkOn(sitting: Sitting): Sitting {
  let at = sitting;
  for (let acts = 0; acts < 500; acts++) {
    const step = nextStep(at);
    if (step.kind === 'look-over' || step.kind === 'end') return at;
    at = advance(at, step.kind === 'offer' ? { kind: 'decline' } : soundAnswer(step)).sitting;
  }
  throw new Error('this sitting has no end');
}

function rebuilt(sitting: Sitting): Sitting {
  const read = parseDraft(printDraft(draftOf(sitting, HEAD, {}), HOLDER));
  if (!read) throw new Error('the draft cannot be read');
  const { draft } = read;
  const { bank, role, about } = sitting.agenda;
  const agenda = planOf(bank, { role, about, selection: { only: draft.questions } });
  return beginSitting(
    { ...agenda, ...(draft.planMinutes !== null && { minutes: draft.planMinutes }) },
    TODAY,
    {
      ...draft,
      answers: [...draft.answers, ...draft.hidden],
    },
  );
}

test('the plans are many, and every question of every bank is in one', () => {
  expect(allPlans.length).toBeGreaterThan(30);
});

test('answers are some of the questions of the plan, in its order, each once', () => {
  always((sitting) => {
    const answered = answersOf(sitting).map(({ question }) => question);
    expect(answered).toEqual(idsOf(sitting.agenda).filter((id) => answered.includes(id)));
  });
});

test('an answer to a question that depends on another appears only while its condition holds', () => {
  always((sitting) => {
    const shown = answersOf(sitting).map(({ question }) => question);
    const asked = sitting.current ?? [];
    expect([...shown, asked].flat().filter((id) => isHidden(sitting, id))).toEqual([]);
  });
});

test('no act loses an answer to another question, and none but an answer or a skip that to its own', () => {
  atEveryAct((before, act, after) => {
    const others = before.answers.filter(({ question }) => question !== before.current);
    expect(others.map(({ question }) => undated(answerTo(after, question)))).toEqual(others.map(undated));
    const own = answerTo(before, before.current ?? '');
    const isAnswering = act.kind === 'answer' || act.kind === 'skip' || act.kind === 'decline';
    const kept = answerTo(after, before.current ?? '');
    expect(own?.skip === null && !isAnswering ? kept?.skip : null).toBeNull();
    expect(own === undefined || kept !== undefined).toBe(true);
  });
});

test('going back keeps what was typed', () => {
  atEveryAct((before, act, after) => {
    const step = nextStep(before);
    if (act.kind !== 'back' || step.kind !== 'ask' || (act.typed ?? '').trim() === '') return;
    const { field, planned } = step;
    const isTyped = field.input === 'text' || field.input === 'line';
    // The moment of a plan alone makes no plan; it is kept until the question is left.
    if (!isTyped || field.name === 'when') return;
    const kept = after.current === before.current ? after.parts : answerTo(after, planned.question.id);
    expect(JSON.stringify(kept)).toContain(JSON.stringify(oneLine(act.typed ?? '')).slice(1, -1));
  });
});

test('going back without a word and on again changes no answer', () => {
  atEveryAct((before, act, after) => {
    if (act.kind !== 'back' || act.typed !== undefined || Object.keys(before.parts).length > 0) return;
    expect(after.answers).toEqual(before.answers);
  });
});

test('an act that means nothing at a step changes nothing', () => {
  const meaningless: Readonly<Record<string, readonly Act['kind'][]>> = {
    ask: ['accept', 'decline', 'change', 'save'],
    offer: ['answer', 'skip', 'nudge', 'change', 'save'],
    'look-over': ['answer', 'skip', 'nudge', 'accept', 'decline'],
  };
  atEveryAct((before, act, after) => {
    const isMeaningless = meaningless[nextStep(before).kind]?.includes(act.kind) ?? false;
    expect(isMeaningless ? after : before).toEqual(before);
  });
});

test('from any state, answering everything leads to the look over, and from there to saving', () => {
  always((sitting) => {
    const end = walkOn(sitting);
    expect(nextStep(end).kind).toBe('look-over');
    expect(nextStep(advance(end, { kind: 'save' }).sitting)).toEqual({ kind: 'end', ended: 'save' });
    const asked = idsOf(end.agenda).filter((id) => !isHidden(end, id));
    expect(answersOf(end).map(({ question }) => question)).toEqual(asked);
  }, 50);
});

test('progress stays within its bounds', () => {
  always((sitting) => {
    const progress = progressOf(sitting);
    if (!progress) return;
    expect(progress.number).toBeGreaterThanOrEqual(1);
    expect(progress.number).toBeLessThanOrEqual(progress.of);
    expect(progress.of).toBeLessThanOrEqual(sitting.agenda.questions.length);
    const { minutesLeft = 1 } = progress;
    expect(minutesLeft).toBeGreaterThanOrEqual(1);
    expect(minutesLeft).toBeLessThanOrEqual(sitting.agenda.minutes ?? 1);
  });
});

test('the minutes left never grow while going forward', () => {
  atEveryAct((before, act, after) => {
    const [then, now] = [progressOf(before)?.minutesLeft, progressOf(after)?.minutesLeft];
    if (then === undefined || now === undefined || act.kind === 'back') return;
    expect(now).toBeLessThanOrEqual(then);
  });
});

test('a sitting rebuilt from its draft stands where it stood, with the same answers', () => {
  fc.assert(
    fc.property(walks, fc.nat(100), ([name, walk], index) => {
      const sitting = sittingsOf(name, walk).at(index % (walk.length + 1)) ?? sittingNamed(name);
      const again = rebuilt(sitting);
      expect(nextStep(again)).toEqual(nextStep(sitting));
      expect(again.parts).toEqual(sitting.parts);
      expect(answersOf(again)).toEqual(answersOf(sitting));
      expect(new Set(again.answers)).toEqual(new Set(sitting.answers));
    }),
    { numRuns: 300 },
  );
});

test('what is left for later is taken up again with what was typed', () => {
  fc.assert(
    fc.property(walks, fc.string(), ([name, walk], typed) => {
      const sitting = sittingsOf(name, walk).at(-1) ?? sittingNamed(name);
      const later = advance(sitting, { kind: 'later', typed }).sitting;
      expect(nextStep(later)).toEqual({ kind: 'end', ended: 'later' });
      const again = rebuilt(later);
      expect(nextStep(again)).toEqual(nextStep({ ...later, ended: null }));
      expect(again.parts).toEqual(later.parts);
    }),
  );
});

test('nothing happens any more after the end', () => {
  fc.assert(
    fc.property(walks, fc.constantFrom('save', 'later'), ([name, walk], kind) => {
      const ended = advance(walkOn(sittingNamed(name)), { kind }).sitting;
      for (const whim of walk)
        expect(advance(ended, actOf(whim, ended))).toEqual({ sitting: ended, remarks: [] });
    }),
  );
});
