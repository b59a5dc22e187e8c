import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, neededPart, readField, scaleLegend } from '../../../src/domain/sitting/field.ts';
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
    expect(fieldsOf(plannedOf(checkin, 'rot-m-small-own'))).toEqual([{ name: 'value', input: 'line' }]);
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
  const steps = { kind: 'percent' };
  const days = { kind: 'day' };
  const level = { kind: 'scale', min: 1, max: 5, na: true };
  const words = { kind: 'option', options: 2 };

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
    { id: 'mine-kind', typed: 'twp', is: { ...words, near: { number: 2, label: 'Two' } } },
    { id: 'mine-kind', typed: 'constructor', is: words },
    { id: 'mine-guess', part: 4, typed: 'feared', is: 'feared' },
    { id: 'mine-guess', part: 4, typed: '3', is: 'neither' },
    {
      id: 'mine-guess',
      part: 4,
      typed: 'hope',
      is: { kind: 'option', options: 3, near: { number: 1, label: 'hoped' } },
    },
  ])('for $id: $typed', ({ id, typed, part, is }) => expect(read(id, typed, part)).toEqual(is));

  test('a complaint about an option speaks of it as it is offered, not by the word that files hold', () => {
    const status = plannedOf(
      planOf(bankNamed('review'), { selection: { only: ['review-status'] } }),
      'review-status',
    );
    const options = status.question.options ?? [];
    const at = options.findIndex(({ value }) => value === 'not-yet');
    expect(readField({ input: 'choice' }, status, 'not-yt', TODAY)).toEqual({
      complaint: {
        kind: 'option',
        options: options.length,
        near: { number: at + 1, label: options[at]?.label },
      },
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
          const value = 'value' in read ? read.value : null;
          const again = typeof value === 'string' ? readField(field, planned, value, TODAY) : read;
          expect(again).toEqual(read);
        }
      }),
    );
  });
});

test('the ends of a scale in one line', () => {
  expect(scaleLegend({ min: 1, max: 5, low: 'not clear', high: 'clear' })).toBe('1 not clear, 5 clear');
});
