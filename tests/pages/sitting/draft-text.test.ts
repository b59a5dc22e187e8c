import { describe, expect, test } from 'vitest';
import { draftLine } from '../../../src/pages/sitting/draft-text.ts';
import { type Draft, draftOf } from '../../../src/domain/sitting/draft.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { MORNING } from '../../app/world.ts';
import { bankNamed, planOf, TODAY } from '../../domain/plans.ts';
import { after } from '../../domain/walks.ts';

/** A draft of the member's bank, left in its second question. */
function draft(changes: Partial<Draft>): Draft {
  const sitting = after(
    beginSitting(planOf(bankNamed('member'), { about: 'D.' }), TODAY),
    { kind: 'answer', value: 'one two three four five six seven eight' },
    { kind: 'later', typed: 'anger' },
  );
  const head = { id: 'aaaaaaaaaa', at: '2026-11-21T09:14:05+01:00', tags: [], backFilled: false };
  return { ...draftOf(sitting, head, {}), ...changes };
}

describe('a draft in a line', () => {
  const words = '"When your work is closely managed" about D. (2 answers).';

  test.each([
    { changes: { at: '2026-11-22T08:00:00+01:00' }, is: `Unfinished from today: ${words}` },
    { changes: { at: '2026-11-02T08:00:00+01:00' }, is: `Unfinished from 2 November: ${words}` },
    { changes: { at: 'once' }, is: `Unfinished from once: ${words}` },
    {
      changes: { answers: [], about: null },
      is: 'Unfinished from yesterday: "When your work is closely managed" (1 answer).',
    },
    {
      changes: { title: 'A\u001b[31m title', about: null },
      is: 'Unfinished from yesterday: "A title" (2 answers).',
    },
  ])('$is', ({ changes, is }) => {
    const now = { epoch: MORNING, zone: { name: 'Europe/Berlin', offsetAt: () => 60 } };
    expect(draftLine(draft(changes), now, 4)).toBe(is);
  });
});
