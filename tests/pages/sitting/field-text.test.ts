import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldsOf, readField } from '../../../src/domain/sitting/field.ts';
import { complaintText, fieldChoices, fieldLabel } from '../../../src/pages/sitting/field-text.ts';
import { allPlans, bankNamed, planOf, plannedOf, TODAY } from '../../domain/plans.ts';

describe('the label of a part', () => {
  test('of a plan is in the words of its bank, or in the usual ones', () => {
    const labels = (id: string, bank = 'prepare'): readonly string[] => {
      const planned = plannedOf(planOf(bankNamed(bank), { role: 'manager' }), id);
      return fieldsOf(planned).map((field) => fieldLabel({ field, planned }));
    };
    const usual = ['By when?', 'How likely is it that you will do it by then?'];
    expect(labels('prepare-closing-down')).toEqual(['If I notice', 'I will', ...usual]);
    expect(labels('debrief-next-time', 'debrief')).toEqual(['When', 'I will', ...usual]);
  });

  test('is empty for the first one where the question itself asks for it', () => {
    for (const { questions } of allPlans) {
      for (const planned of questions) {
        const [field] = fieldsOf(planned);
        expect(fieldLabel({ field, planned }) === '').toBe(planned.question.type !== 'commitment');
      }
    }
  });
});

test('tomorrow was offered as "In 1 day, Monday tomorrow"', () => {
  const planned = {
    ...plannedOf(planOf(bankNamed('member')), 'member-commitment'),
    dueDay: '2026-11-23',
  } as const;
  const by = {
    kind: 'ask',
    planned,
    field: { name: 'by', input: 'due' },
    given: null,
    first: false,
  } as const;
  const labels = fieldChoices(by, { today: '2026-11-22', answers: [] }).map(({ label }) => label);
  expect(labels.slice(0, 2)).toEqual(['Tomorrow, Monday', 'In 3 days, Wednesday 25 November']);
});

describe('a complaint', () => {
  const scale = { kind: 'scale', min: 1, max: 5 } as const;
  test.each([
    { complaint: { kind: 'percent' } as const, is: 'Type a number from 5 to 95, in steps of 5.' },
    {
      complaint: { kind: 'day' } as const,
      is: 'Type today or a later date, such as 2026-12-06, "friday", "tomorrow" or "in 2 weeks".',
    },
    { complaint: { ...scale, na: true }, is: 'Type a whole number from 1 to 5, or na.' },
    { complaint: { ...scale, na: false }, is: 'Type a whole number from 1 to 5.' },
    {
      complaint: { kind: 'option', options: 2 } as const,
      is: 'Type a number from 1 to 2, or the words next to it.',
    },
    {
      complaint: { kind: 'option', options: 3, near: { number: 1, label: 'hoped' } } as const,
      is: 'Type a number from 1 to 3, or the words next to it. Did you mean 1, hoped?',
    },
  ])('$is', ({ complaint, is }) => expect(complaintText(complaint)).toBe(is));

  test('is a sentence, whatever was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allPlans), fc.nat(500), fc.string(), ({ questions }, pick, typed) => {
        const planned = questions[pick % questions.length];
        if (!planned) return;
        for (const field of fieldsOf(planned)) {
          const read = readField(field, planned, typed, TODAY);
          const said = 'complaint' in read ? complaintText(read.complaint) : 'None.';
          expect(said).toMatch(/^[A-Z].*[.?]$/s);
        }
      }),
    );
  });
});
