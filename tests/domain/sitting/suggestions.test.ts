import { describe, expect, test } from 'vitest';
import type { FieldName, FieldValue, Parts } from '../../../src/domain/sitting/field.ts';
import { offersFor } from '../../../src/domain/sitting/suggestions.ts';
import type { Act } from '../../../src/domain/sitting/act.ts';
import { answersOf, beginSitting, type Sitting } from '../../../src/domain/sitting/sitting.ts';
import { bankOf, planOf, plannedOf, TODAY } from '../plans.ts';
import { after, stepWords } from '../walks.ts';

const bank = bankOf(`
- {id: mine-what, type: text, ask: "What happened?", nudge: "Who said what?"}
- {id: mine-bare, type: text, ask: "What else?"}
- {id: mine-chance, type: percent, ask: "How likely?"}
- {id: mine-guess, type: prediction, ask: "What do you expect?", nudge: "Put it as a number."}
- {id: mine-bare-guess, type: prediction, ask: "What do you expect?"}
- {id: mine-plan, type: commitment, ask: "What will you do?"}`);
const plan = planOf(bank);

describe('what is offered', () => {
  test.each<{ id: string; field: FieldName; parts: Parts; is: readonly string[] }>([
    { id: 'mine-what', field: 'value', parts: { value: 'one two three four five six seven' }, is: ['nudge'] },
    { id: 'mine-what', field: 'value', parts: { value: 'one two three four five six seven eight' }, is: [] },
    { id: 'mine-bare', field: 'value', parts: { value: 'short' }, is: [] },
    { id: 'mine-chance', field: 'value', parts: { value: 1 }, is: ['certain'] },
    { id: 'mine-chance', field: 'value', parts: { value: 0.95 }, is: [] },
    { id: 'mine-guess', field: 'expect', parts: { expect: 'It feels better' }, is: [] },
    { id: 'mine-guess', field: 'sign', parts: { expect: 'It feels better', sign: null }, is: ['vague'] },
    { id: 'mine-guess', field: 'sign', parts: { expect: 'It feels better', sign: 'They laugh' }, is: [] },
    { id: 'mine-guess', field: 'sign', parts: { expect: 'They name it', sign: null }, is: [] },
    { id: 'mine-guess', field: 'likelihood', parts: { likelihood: 0 }, is: ['certain'] },
    { id: 'mine-guess', field: 'likelihood', parts: { likelihood: 0.05 }, is: [] },
    { id: 'mine-guess', field: 'likelihood', parts: { likelihood: null }, is: [] },
    { id: 'mine-plan', field: 'when', parts: { when: 'more often' }, is: ['moment'] },
    { id: 'mine-plan', field: 'when', parts: { when: 'Someday soon' }, is: ['moment'] },
    { id: 'mine-plan', field: 'when', parts: { when: 'the sooner mail is there' }, is: [] },
    { id: 'mine-plan', field: 'when', parts: { when: null }, is: [] },
    { id: 'mine-plan', field: 'likelihood', parts: { likelihood: 0.65 }, is: [] },
    { id: 'mine-plan', field: 'because', parts: { likelihood: 0.65 }, is: ['smaller'] },
    { id: 'mine-plan', field: 'because', parts: { likelihood: 0.7 }, is: [] },
    { id: 'mine-plan', field: 'likelihood', parts: { likelihood: 0 }, is: ['certain'] },
    { id: 'mine-plan', field: 'likelihood', parts: { likelihood: 1 }, is: ['certain'] },
  ])('for $id $field: $is', ({ id, field, parts, is }) => {
    expect(offersFor(plannedOf(plan, id), field, parts).map(({ kind }) => kind)).toEqual(is);
  });

  test('a vague prediction is offered the nudge of its question, or the usual one', () => {
    const vague = { expect: 'More trust', sign: null };
    const texts = ['mine-guess', 'mine-bare-guess'].map(
      (id) => offersFor(plannedOf(plan, id), 'sign', vague)[0]?.text,
    );
    expect(texts).toEqual([
      'Put it as a number.',
      'Write something another person could check. What would they see or hear?',
    ]);
  });

  test.each([
    { share: 0, text: 'Nothing at work is that certain. Make it 5%?' },
    { share: 1, text: 'Nothing at work is that certain. Make it 95%?' },
  ])('$share: $text', ({ share, text }) => {
    const { question } = plannedOf(plan, 'mine-guess');
    expect(offersFor({ question }, 'likelihood', { likelihood: share })[0]?.text).toBe(text);
  });
});

describe('once', () => {
  const ACCEPT: Act = { kind: 'accept' };
  const DECLINE: Act = { kind: 'decline' };
  const at = (id: string, ...values: readonly (FieldValue | null)[]): Sitting => {
    const alone = beginSitting(planOf(bank, { selection: { only: [id, 'mine-bare'] } }), TODAY);
    return after(alone, ...values.map((value): Act => ({ kind: 'answer', value })));
  };
  const answer = (value: FieldValue | null): Act => ({ kind: 'answer', value });

  test.each<{ offer: string; at: Sitting; leads: readonly (readonly [string, readonly Act[]])[] }>([
    {
      offer: 'a nudge',
      at: at('mine-what', 'short'),
      leads: [
        ['mine-what offers nudge', []],
        ['mine-bare value', [DECLINE]],
        ['mine-what value', [ACCEPT]],
        ['mine-bare value', [ACCEPT, answer('shorter')]],
        ['mine-what value', [{ kind: 'back' }]],
        ['mine-bare value', [{ kind: 'back' }, answer('short')]],
      ],
    },
    {
      offer: 'a sign for a vague guess',
      at: at('mine-guess', 'More trust', null),
      leads: [
        ['mine-guess offers vague', []],
        ['mine-guess likelihood', [DECLINE]],
        ['mine-guess sign', [ACCEPT]],
        ['mine-guess likelihood', [ACCEPT, answer(null)]],
      ],
    },
    {
      offer: 'a moment',
      at: at('mine-plan', 'soon'),
      leads: [
        ['mine-plan offers moment', []],
        ['mine-plan then', [DECLINE]],
        ['mine-plan when', [ACCEPT]],
        ['mine-plan then', [ACCEPT, answer('someday')]],
      ],
    },
    {
      offer: 'a smaller plan',
      at: at('mine-plan', null, 'ask', null, 0.5, null),
      leads: [
        ['mine-plan offers smaller', []],
        ['mine-bare value', [DECLINE]],
        ['mine-plan then', [ACCEPT]],
        ['mine-plan because', [ACCEPT, answer('ask once'), answer(null), answer(0.6)]],
        ['mine-bare value', [ACCEPT, answer('ask once'), answer(null), answer(0.6), answer('I did it once')]],
      ],
    },
    {
      offer: 'a second look at what is certain',
      at: at('mine-plan', null, 'ask', null, 0),
      leads: [
        ['mine-plan offers certain', []],
        ['mine-plan because', [DECLINE]],
        ['mine-plan offers smaller', [DECLINE, answer(null)]],
        ['mine-bare value', [DECLINE, answer(null), DECLINE]],
        ['mine-plan likelihood', [ACCEPT]],
        ['mine-plan because', [ACCEPT, answer(0)]],
        ['mine-bare value', [ACCEPT, answer(1)]],
      ],
    },
  ])('$offer', ({ at, leads }) => {
    expect(leads.map(([, acts]) => stepWords(after(at, ...acts)))).toEqual(leads.map(([step]) => step));
  });

  test('who asked for the nudge is not offered it', () => {
    expect(stepWords(after(at('mine-what'), { kind: 'nudge', typed: 'short' }, answer('short')))).toBe(
      'mine-bare value',
    );
  });

  test('a declined offer leaves what was given as it is', () => {
    const declined = after(
      at('mine-guess', 'More trust', null),
      DECLINE,
      answer(0.5),
      answer(null),
      answer(null),
    );
    expect(answersOf(declined)[0]).toMatchObject({
      vague: true,
      value: { expect: 'More trust', sign: null },
    });
  });
});
