import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../src/domain/sitting/draft.ts';
import { answersOf, beginSitting, nextStep, type Sitting } from '../../../src/domain/sitting/sitting.ts';
import { bankNamed, planOf, TODAY } from '../plans.ts';
import { after } from '../walks.ts';

const answer = (value: string) => ({ kind: 'answer', value }) as const;
const only = ['member-piece', 'member-hold-back', 'member-expectations'];
const begun = beginSitting(planOf(bankNamed('member'), { selection: { only } }), TODAY);
const asked = ({ agenda }: Sitting): readonly string[] => agenda.questions.map((one) => one.asked);
const askedOf = (sitting: Sitting): readonly string[] => answersOf(sitting).map((one) => one.asked);

const LONG = 'one two three four five six seven eight nine';

describe('a piece of work that was named once', () => {
  const named = after(begun, answer('the report'));

  test('stands in the questions that follow', () => {
    expect(asked(begun)[1]).toBe('What, if anything, keeps you from taking on more?');
    expect(asked(named)[1]).toBe('What, if anything, keeps you from taking on "the report"?');
    expect(asked(named)[2]).toMatch(/^Think of "the report"\. Where might/);
  });

  test('that is changed later stands in what is asked from then on, and what was answered stays as it was asked', () => {
    const answered = after(named, answer(LONG));
    expect(askedOf(answered)[1]).toContain('"the report"');
    const changed = after(answered, { kind: 'back' }, { kind: 'back' }, answer('the slides'));
    expect(askedOf(changed)[1]).toContain('"the report"');
    expect(asked(changed)[1]).toContain('"the slides"');
    expect(asked(changed)[2]).toContain('"the slides"');
  });

  test('and is then skipped leaves the wording of the bank', () => {
    const skipped = after(named, { kind: 'back' }, { kind: 'skip', skip: 'not-today' });
    expect(asked(skipped)[1]).toBe('What, if anything, keeps you from taking on more?');
  });

  test('stands there again when a draft is taken up', () => {
    const head = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false };
    const draft = draftOf(after(named, answer(LONG)), head, {});
    const again = beginSitting(planOf(bankNamed('member'), { selection: { only } }), TODAY, draft);
    expect(asked(again)[2]).toContain('"the report"');
    expect(askedOf(again)).toEqual(draft.answers.map((one) => one.asked));
  });
});

test('what an earlier version asked stays as it was asked', () => {
  const draft = draftOf(
    begun,
    { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false },
    {},
  );
  const old = {
    question: 'member-hold-back',
    asked: 'In other words?',
    type: 'text',
    value: 'x',
    skip: null,
  } as const;
  const again = beginSitting(begun.agenda, TODAY, { ...draft, answers: [old] });
  expect(askedOf(after(again, answer('the report')))).toContain('In other words?');
});

test('the name that a sitting is about stands in its questions', () => {
  const plan = planOf(bankNamed('member'), { about: 'D.', selection: { only: ['member-other-seat'] } });
  expect(asked(beginSitting(plan, TODAY))).toEqual([
    'Seen from the other side, what reason might D. have for staying so close?',
  ]);
});

test('what was expected before is offered again for the guess at the end, and may be changed', () => {
  const ids = ['member-expect', 'member-commitment-prediction'];
  const start = beginSitting(planOf(bankNamed('member'), { selection: { only: ids } }), TODAY);
  const said = after(start, answer(`${LONG}\nand ten`));
  expect(nextStep(said)).toMatchObject({ field: { name: 'expect' }, given: `${LONG} and ten` });
  const back = after(said, { kind: 'back' }, { kind: 'skip', skip: 'not-today' });
  expect(nextStep(back)).toMatchObject({ field: { name: 'expect' }, given: null });
});
