import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fieldsOf,
  likelihoodWords,
  neededPart,
  readField,
  scaleLegend,
} from '../../../src/domain/sitting/field.ts';
import { allPlans, bankNamed, planOf, plannedOf, thicket, TODAY } from '../plans.ts';

const plan = planOf(thicket, { selection: { only: thicket.questions.map(({ id }) => id) } });

describe('the parts of a question', () => {
  test.each([
    { id: 'mine-deep', parts: ['value: text'] },
    { id: 'mine-kind', parts: ['value: choice'] },
    { id: 'mine-level', parts: ['value: scale'] },
    { id: 'mine-chance', parts: ['value: percent'] },
    { id: 'mine-when', parts: ['value: day'] },
    {
      id: 'mine-guess',
      parts: ['expect: line', 'sign: line', 'likelihood: percent', 'due: due', 'feeling: feeling'],
    },
    { id: 'mine-standing', parts: ['likelihood: percent'] },
    { id: 'mine-plan', parts: ['when: line', 'then: line', 'by: due', 'likelihood: percent'] },
  ])('$id', ({ id, parts }) => {
    const fields = fieldsOf(plannedOf(plan, id));
    expect(fields.map(({ name, input }) => `${name}: ${input}`)).toEqual(parts);
    expect(fields.map(({ name }) => name)).toContain(neededPart(plannedOf(plan, id).question));
  });

  test('a question of a rotation takes one line', () => {
    const checkin = planOf(bankNamed('checkin'));
    expect(fieldsOf(plannedOf(checkin, 'rot-m-small-own'))).toEqual([
      { name: 'value', input: 'line', label: '' },
    ]);
  });

  test('lead-ins of a plan are in the words of its bank, or in the usual ones', () => {
    const labels = (id: string, bank = 'prepare'): readonly string[] =>
      fieldsOf(plannedOf(planOf(bankNamed(bank), { role: 'manager' }), id)).map(({ label }) => label);
    const usual = [
      'By when will you have done it, or decided not to?',
      'How likely is it that you will do it by then?',
    ];
    expect(labels('prepare-closing-down')).toEqual(['If I notice', 'I will', ...usual]);
    expect(labels('debrief-next-time', 'debrief')).toEqual(['When', 'I will', ...usual]);
  });

  test('the first part has no label where the question itself asks for it', () => {
    for (const { questions } of allPlans) {
      for (const planned of questions) {
        const [first] = fieldsOf(planned);
        expect(first.label === '').toBe(planned.question.type !== 'commitment');
      }
    }
  });
});

describe('what is typed', () => {
  const read = (id: string, typed: string, part = 0): unknown => {
    const planned = plannedOf(plan, id);
    const field = fieldsOf(planned)[part];
    if (!field) throw new Error('no such part');
    const read = readField(field, planned, typed, TODAY);
    return 'value' in read ? read.value : read.complaint;
  };
  const steps = 'A number from 5 to 95, in steps of 5.';
  const days = 'A day from today on, such as 2026-12-06, "friday", "tomorrow" or "in 2 weeks".';
  const level = 'A whole number from 1 to 5, or na.';
  const words = 'A number from 1 to 2, or the words beside it.';

  test.each([
    { id: 'mine-deep', typed: ' one\r\ntwo\u001b[31m ', is: ' one\ntwo ' },
    { id: 'mine-deep', typed: ' \n\t', is: null },
    { id: 'mine-guess', typed: ' it\n rains ', is: 'it rains' },
    { id: 'mine-chance', typed: '70', is: 0.7 },
    { id: 'mine-chance', typed: ' 70 % ', is: 0.7 },
    { id: 'mine-chance', typed: '70%', is: 0.7 },
    { id: 'mine-chance', typed: '0', is: 0 },
    { id: 'mine-chance', typed: '100', is: 1 },
    { id: 'mine-chance', typed: '', is: null },
    { id: 'mine-chance', typed: '72', is: steps },
    { id: 'mine-chance', typed: '105', is: steps },
    { id: 'mine-chance', typed: '-5', is: steps },
    { id: 'mine-chance', typed: '0.7', is: steps },
    { id: 'mine-chance', typed: 'likely', is: steps },
    { id: 'mine-when', typed: '2026-12-06', is: '2026-12-06' },
    { id: 'mine-when', typed: 'tomorrow', is: '2026-11-23' },
    { id: 'mine-when', typed: 'in 2 weeks', is: '2026-12-06' },
    { id: 'mine-when', typed: '2026-02-30', is: days },
    { id: 'mine-when', typed: 'whenever', is: days },
    { id: 'mine-level', typed: '3', is: 3 },
    { id: 'mine-level', typed: '5', is: 5 },
    { id: 'mine-level', typed: 'na', is: 'na' },
    { id: 'mine-level', typed: 'N/A', is: 'na' },
    { id: 'mine-level', typed: '0', is: level },
    { id: 'mine-level', typed: '6', is: level },
    { id: 'mine-level', typed: '2.5', is: level },
    { id: 'mine-level', typed: 'three', is: level },
    { id: 'mine-kind', typed: 'two', is: 'two' },
    { id: 'mine-kind', typed: 'TWO', is: 'two' },
    { id: 'mine-kind', typed: '2', is: 'two' },
    { id: 'mine-kind', typed: '3', is: words },
    { id: 'mine-kind', typed: '0', is: words },
    { id: 'mine-kind', typed: 'twp', is: `${words} Did you mean 2, Two?` },
    { id: 'mine-kind', typed: 'constructor', is: words },
    { id: 'mine-guess', part: 4, typed: 'feared', is: 'feared' },
    { id: 'mine-guess', part: 4, typed: '3', is: 'neither' },
    {
      id: 'mine-guess',
      part: 4,
      typed: 'hope',
      is: 'A number from 1 to 3, or the words beside it. Did you mean 1, hoped?',
    },
  ])('for $id: $typed', ({ id, typed, part, is }) => expect(read(id, typed, part)).toBe(is));

  test('a complaint about an option speaks of it as it is offered, not by the word that files hold', () => {
    const status = plannedOf(
      planOf(bankNamed('review'), { selection: { only: ['review-status'] } }),
      'review-status',
    );
    const options = status.question.options ?? [];
    const at = options.findIndex(({ value }) => value === 'not-yet');
    expect(readField({ input: 'choice' }, status, 'not-yt', TODAY)).toEqual({
      complaint: `A number from 1 to ${options.length}, or the words beside it. Did you mean ${at + 1}, ${options[at]?.label}?`,
    });
  });

  test('an option is also known by its label', () => {
    const status = plannedOf(
      planOf(bankNamed('review'), { selection: { only: ['review-status'] } }),
      'review-status',
    );
    expect(readField({ input: 'choice' }, status, 'not yet', TODAY)).toEqual({ value: 'not-yet' });
  });

  test('whatever is typed is understood or complained about, and what is understood is understood again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allPlans), fc.nat(500), fc.string(), ({ questions }, pick, typed) => {
        const planned = questions[pick % questions.length];
        if (!planned) return;
        for (const field of fieldsOf(planned)) {
          const read = readField(field, planned, typed, TODAY);
          const complaint = 'complaint' in read ? read.complaint : 'None.';
          expect(complaint).toMatch(/^[A-Z].*[.?]$/s);
          const value = 'value' in read ? read.value : null;
          const again = typeof value === 'string' ? readField(field, planned, value, TODAY) : read;
          expect(again).toEqual(read);
        }
      }),
    );
  });
});

test.each([
  { percent: 0, is: 'unlikely' },
  { percent: 20, is: 'unlikely' },
  { percent: 25, is: 'rather not' },
  { percent: 45, is: 'rather not' },
  { percent: 50, is: 'open' },
  { percent: 55, is: 'rather yes' },
  { percent: 75, is: 'rather yes' },
  { percent: 80, is: 'likely' },
  { percent: 100, is: 'likely' },
])('$percent percent is called $is', ({ percent, is }) => expect(likelihoodWords(percent / 100)).toBe(is));

test('the ends of a scale in one line', () => {
  expect(scaleLegend({ min: 1, max: 5, low: 'not clear', high: 'clear' })).toBe('1 not clear, 5 clear');
});
