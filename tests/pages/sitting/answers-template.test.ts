import { expect, test } from 'vitest';
import type { Agenda } from '../../../src/domain/sitting/agenda.ts';
import { readAnswers, readAnswersHead } from '../../../src/formats/answers/answers-file.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { answersTemplate } from '../../../src/pages/sitting/answers-template.ts';
import { allPlans, idsOf, planOf, TODAY } from '../../domain/plans.ts';
import { agenda, everyType, read, wrong } from '../../formats/answers/every-type.ts';

const sittings = allPlans.filter(({ name }) => !name.endsWith('all') || name.startsWith('checkin'));

test.each(sittings)('the template of $name, as it is and filled in', (of) => {
  const template = answersTemplate(of);
  const empty = readYaml(template);
  expect(readAnswersHead(empty, () => undefined).mistakes).toEqual([]);
  const { answers, mistakes } = readAnswers(empty, of, TODAY);
  expect(mistakes).toEqual([]);
  expect(answers.filter(({ skip }) => skip !== 'passed')).toEqual([]);

  const filled = read(
    template.replaceAll(/^([a-z0-9-]+):$/gm, (_line, id: string) => `${id}: ${filling(of, id)}`),
    of,
  );
  expect(filled.mistakes).toEqual([]);
  expect(filled.answers.map(({ question }) => question)).toEqual(idsOf(of));
  expect(filled.answers.filter(({ skip }) => skip !== null)).toEqual([]);
});

test('the template asks for a likelihood as the terminal does, whereas it said that any number from 0 on is expected', () => {
  const asks = 'a whole number from 5 to 95; 0 and 100 work too';
  const template = answersTemplate(agenda);
  expect(template).toContain(`# How likely?\n# ${asks}\nmine-percent:`);
  expect(template).toContain(`# "It rains.": how likely, ${asks}\nmine-fixed:`);
  for (const given of [0, 1, 42, 100]) expect(wrong(`mine-percent: ${given}`)).toEqual([]);
});

test('the template names whom it is about, and says of the rest what is expected', () => {
  const lines = answersTemplate(planOf(everyType, { about: 'D. "the boss"' })).split('\n');
  expect(lines.slice(0, 8)).toEqual([
    '# Mine',
    '# To skip, leave the answer empty or enter {skip: not-today}, {skip: not-mine} or {skip: too-close}.',
    '# Long answers go under a "|", each line indented by two spaces.',
    '',
    'role: member',
    'about: "D. \\"the boss\\""',
    '# at: yesterday 18:00',
    '# tags: [one, two]',
  ]);
  expect(lines.slice(13, 24)).toEqual([
    '# Which?',
    '# kept: Kept',
    '# not-yet: Not yet',
    'mine-choice:',
    '',
    '# How so?',
    '# only when mine-choice is not-yet',
    '# text',
    'mine-reason:',
    '',
    '# How much?',
  ]);
});

/** An answer as one would write it; a choice takes the option that opens most. */
function filling({ questions }: Agenda, id: string): string {
  const question = questions.map((planned) => planned.question).find((one) => one.id === id);
  const conditions = questions.flatMap(({ question: { showIf } }) =>
    showIf && 'question' in showIf && showIf.question === id ? showIf.values : [],
  );
  switch (question?.type) {
    case 'choice':
      return conditions[0] ?? question.options?.[0]?.value ?? '';
    case 'scale':
      return '3';
    case 'percent':
      return '70';
    case 'date':
      return '2026-12-24';
    case 'prediction':
      return question.fixed === undefined ? '{expect: rain, sign: a wet street, likelihood: 70}' : '70';
    case 'commitment':
      return '{when: it rains, then: take the bus}';
    case 'text':
    case undefined:
      return 'some words';
  }
}
