// Values that the examples of src/formats and src/pages name.
import type { Given } from '../../../src/domain/entry/answer.ts';
import { followedItems } from '../../../src/domain/record/followed-items.ts';
import { beginSitting, nextStep, type Sitting, type Step } from '../../../src/domain/sitting/sitting.ts';
import type { Complain } from '../../../src/formats/entry/entry-body.ts';
import { commitment, entryOn, given } from '../../domain/journals.ts';
import { bankNamed, planOf, TODAY } from '../../domain/plans.ts';

export { Parser } from 'yaml';
export * as v from 'valibot';

/** Hears what is wrong in a file, and does nothing about it. */
export const complain: Complain = () => undefined;

/** A member's whole sitting about D., before its first question. */
export const memberSitting: Sitting = beginSitting(planOf(bankNamed('member'), { about: 'D.' }), TODAY);
export const memberAgenda = memberSitting.agenda;

/** The point in that sitting at which a question is asked, or one part of it: the first, the second and so on, from 0. */
export function stepAt(current: string, field = 0): Step {
  return nextStep({ ...memberSitting, current, field });
}

const planned = entryOn('2026-11-08', 'manager', [commitment('manager-commitment', '2026-11-21')]);
const kept: Given = { type: 'choice', value: 'kept', legend: 'Kept' };
const looked = entryOn(
  '2026-12-05',
  'review',
  [given('review-status', kept, { closes: 'k3x8m2p9qa/manager-commitment' })],
  { id: '2hebjg7c1x' },
);

/** A plan from 8 November for the 21st, and the same one once it was said to be kept. */
export const [openPlan] = followedItems([planned]);
export const [keptPlan] = followedItems([planned, looked]);
