import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { knowledgeOf } from '../../src/insights/bank-knowledge.ts';
import type { Answer } from '../../src/domain/entry/answer.ts';
import { addDays } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { insightsOf } from '../../src/domain/record/insight.ts';
import { insightsAsJson } from '../../src/insights/insight-json.ts';
import { ROOT } from '../cli/coach.ts';
import { entryOn, given, outcome, words } from '../domain/journals.ts';
import { bankNamed, TODAY } from '../domain/plans.ts';

const idOf = (number: number): string => `k3x8m2p${String(number).padStart(3, '0')}`;
const knowledge = knowledgeOf([bankNamed('review')]);

/** What an entry of the page's journal says, and what is said of it a week later. */
function story(): readonly Entry[] {
  const guess = (expect: string, likelihood: number): Answer =>
    given('manager-commitment-prediction', {
      type: 'prediction',
      value: { expect, sign: null, likelihood, due: '2026-11-20', feeling: 'feared' },
    });
  const plan = given('manager-commitment', {
    type: 'commitment',
    value: { when: 'the draft comes', then: 'ask first', by: null, likelihood: 0.8 },
  });
  const review = (number: number, ...answers: readonly Answer[]): Entry =>
    entryOn('2026-11-20', 'review', answers, { id: idOf(100 + number), about: 'D.', role: 'manager' });
  const manager = (number: number, ...answers: readonly Answer[]): Entry =>
    entryOn(addDays('2026-11-10', number), 'manager', answers, {
      id: idOf(number),
      about: 'D.',
      role: 'manager',
    });
  const rating = (value: number): Answer => ({
    question: 'checkin-trust',
    asked: 'Today, how much could you count on the other person to do their part?',
    type: 'scale',
    value,
    legend: '1 not at all, 5 fully',
    skip: null,
  });
  return [
    manager(1, guess('They will skip the test.', 0.7), rating(3)),
    manager(2, guess('The client will call me.', 0.4), words('manager-prevent'), rating(4)),
    manager(
      3,
      plan,
      words('manager-prevent'),
      rating(2),
      given('checkin-load', { type: 'scale', value: 'na' }),
    ),
    manager(4, rating(4)),
    review(
      1,
      outcome(`${idOf(1)}/manager-commitment-prediction`, 'no'),
      given('review-again', { type: 'percent', value: 0.3 }),
    ),
    review(2, outcome(`${idOf(2)}/manager-commitment-prediction`, 'untested')),
    review(3, outcome(`${idOf(3)}/manager-commitment`, 'kept')),
  ];
}

test('the JSON is what is printed, key by key', () => {
  const page = readFileSync(path.join(ROOT, 'docs/insights.md'), 'utf8');
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const json = insightsAsJson(insightsOf(story(), {}, knowledge, TODAY), ({ question }) =>
    question === 'checkin-trust' ? 'Trust' : 'How manageable the load was',
  );
  expect(JSON.parse(shown)).toEqual(json);
  expect(JSON.stringify(JSON.parse(shown))).toBe(JSON.stringify(json));
});
