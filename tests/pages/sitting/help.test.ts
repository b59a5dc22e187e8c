import { expect, test } from 'vitest';
import { beginSitting, nextStep } from '../../../src/domain/sitting/sitting.ts';
import { fieldKeys, isListed } from '../../../src/pages/sitting/field-text.ts';
import { menuChoices } from '../../../src/pages/sitting/menu-text.ts';
import { bankOf, planOf, TODAY } from '../../domain/plans.ts';

const SCALE = 'type: scale, scale: {min: 1, max: 5, low: a, high: b}';

test.each([
  { has: 'type: text, sample: "Rain."', help: ['?: example', 'An example'] },
  { has: 'type: text, sample: "Rain.", nudge: "Wet?"', help: ['?: nudge', 'A nudge'] },
  { has: 'type: text, nudge: "Wet?"', help: ['?: nudge', 'A nudge'] },
  { has: 'type: commitment, sample: {then: "ask"}', help: ['?: example', 'An example'] },
  { has: `${SCALE}, sample: 3`, help: [] },
  { has: 'type: text', help: [] },
])('an example could not be asked for where there was no nudge beside it: $has', ({ has, help }) => {
  const sitting = beginSitting(planOf(bankOf(`- {id: mine-one, ask: "What?", ${has}}`)), TODAY);
  const step = nextStep(sitting);
  if (step.kind !== 'ask') throw new Error('nothing is asked');
  const keys = fieldKeys(step, isListed(step)).split(' · ');
  const choices = menuChoices(step).map(({ label }) => label);
  expect([...keys, ...choices].filter((words) => /nudge|example/i.test(words))).toEqual(help);
});
