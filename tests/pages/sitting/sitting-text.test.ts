import displayWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import type { Remark } from '../../../src/domain/sitting/remarks.ts';
import { answersOf, beginSitting, nextStep, type Sitting } from '../../../src/domain/sitting/sitting.ts';
import {
  lookOverText,
  openingText,
  questionText,
  remarkText,
  seatText,
} from '../../../src/pages/sitting/sitting-text.ts';
import type { Page } from '../../../src/pages/text/wrap.ts';
import { plainStyle } from '../../../src/pages/text/style.ts';
import { entryOn, level, words } from '../../domain/journals.ts';
import { bankNamed, planOf, type Planned, TODAY } from '../../domain/plans.ts';
import { after } from '../../domain/walks.ts';

const page: Page = { width: 60, style: plainStyle };
const marked: Page = {
  width: 60,
  style: {
    strong: (text) => `*${text}*`,
    dim: (text) => `(${text})`,
    accent: (text) => `_${text}_`,
    mark: (text) => `!${text}!`,
  },
};

const at = (bank: string, planned?: Planned): Sitting =>
  beginSitting(planOf(bankNamed(bank), planned), TODAY);

function asked(sitting: Sitting, how = page): string {
  const step = nextStep(sitting);
  if (step.kind !== 'ask') throw new Error(`nothing is asked at ${step.kind}`);
  return questionText(step, sitting.today, how);
}

describe('the top of a sitting', () => {
  test('says what it is, whose seat it is and whom it is about', () => {
    const plan = planOf(bankNamed('manager'), { role: 'manager', about: 'D.' });
    expect(openingText(plan, '2026-11-22', page).split('\n').slice(0, 3)).toEqual([
      "When you stay close to other people's work · manager, about",
      'D.',
      "For times when you are closer to someone's work than you, or",
    ]);
    expect(openingText(plan, '2026-11-22', marked)).toMatch(
      /^\*When you stay close to other people's work\*\( · manager/,
    );
  });

  test('of a step says what the step is for, and when not to take it', () => {
    const plan = planOf(bankNamed('challenge'), { about: 'D.', selection: { step: 'step-own' } });
    expect(openingText(plan, '2026-11-22', page).split('\n')).toEqual([
      'From leaning on others, through standing alone, to counting',
      'on each other · member, about D.',
      'Name your own part: Say which part of the pattern is yours.',
      'You owe nobody a confession. If the other person might use',
      'it against you, write it down here and leave it at that.',
    ]);
  });

  test.each([
    {
      part: 'evidence' as const,
      says: [
        'See the pattern: what came of it',
        'In between: For five working days, make one mark each time',
      ],
    },
    { part: 'choice' as const, says: ['See the pattern: where to go from here'] },
  ])('of what comes after a step ($part) says that', ({ part, says }) => {
    const plan = planOf(bankNamed('challenge'), { selection: { step: 'step-see', part } });
    expect(
      openingText(plan, '2026-11-22', page)
        .split('\n')
        .slice(2, 2 + says.length),
    ).toEqual(says);
  });

  test.each([
    { role: 'manager', about: 'D.', is: 'manager, about D.' },
    { role: null, about: 'D.\u001b[31m', is: 'about D.' },
    { role: 'member', about: null, is: 'member' },
    { role: null, about: null, is: '' },
  ] as const)('$is', ({ role, about, is }) => expect(seatText(role, about)).toBe(is));
});

describe('a question', () => {
  test('has its place, its wording and its reason', () => {
    expect(asked(at('manager', { role: 'manager' }))).toBe(
      [
        '1 of 24 · about 14 minutes left',
        '',
        "Think of one recent moment when you stepped into someone's",
        'work. What did you do?',
        'One real moment teaches more than a general intention.',
      ].join('\n'),
    );
  });

  test('says one minute in the singular, and none where one question was asked for', () => {
    const checkin = at('checkin', { selection: { short: true } });
    expect(asked(checkin).split('\n')[0]).toBe('1 of 3 · about 1 minute left');
    const one = at('member', { selection: { question: 'member-felt' } });
    expect(asked(one).split('\n')[0]).toBe('1 of 1');
  });

  test('shows before it what it recalls, and a standing statement', () => {
    const before: Entry = entryOn('2026-11-21', 'prepare', [words('prepare-want', 'a date,\nand peace')]);
    expect(asked(at('debrief', { entries: [before] })).split('\n')).toEqual([
      '1 of 10 · about 5 minutes left',
      '',
      'Yesterday you wrote:',
      '  a date,',
      '  and peace',
      '',
      'You wrote down what you wanted from this conversation. How',
      'close did you get?',
      'Look first at what you wanted and what happened; the reasons',
      'come later.',
    ]);
    const standing = at('prepare', { selection: { question: 'prepare-member-prediction' } });
    expect(asked(standing).split('\n').slice(2, 5)).toEqual([
      'How likely is it that the next step will be one you named?',
      'The next step will be one that I named.',
      'This guess is checked after each conversation, so over time',
    ]);
  });

  test('sets off the question from what stands around it', () => {
    expect(asked(at('note'), marked)).toBe(
      '(1 of 1 · about 1 minute left)\n\n*What would you like to write down?*\n(Not everything is the answer to a question. Once something\nis written down, you can find it again.)',
    );
  });
});

describe('a remark', () => {
  const sitting = at('member');

  test.each<{ remark: Exclude<Remark, { kind: 'gentle' }>; is: string }>([
    { remark: { kind: 'passed' }, is: 'Skipped.' },
    {
      remark: { kind: 'rests' },
      is: 'This question and others like it will rest for two weeks.',
    },
    {
      remark: { kind: 'retired', question: 'member-felt' },
      is: "It won't be asked again. To bring it back:\ncoach reflect --question member-felt",
    },
    { remark: { kind: 'nudge', nudge: 'Who said what?', sample: null }, is: 'Who said what?' },
    {
      remark: { kind: 'nudge', nudge: 'Who said what?', sample: 'She asked twice.' },
      is: 'Who said what?\nFor example: She asked twice.',
    },
    {
      remark: { kind: 'nudge', nudge: null, sample: { expect: 'She asks', sign: 'a mail', likelihood: 60 } },
      is: 'For example: She asks (the sign: a mail)',
    },
    { remark: { kind: 'nudge', nudge: null, sample: null }, is: 'There is no more help for this one.' },
    {
      remark: { kind: 'suggest', suggest: 'halve it', of: 'plan' },
      is: 'One way to change the plan: halve it.',
    },
    {
      remark: {
        kind: 'earlier',
        earlier: [
          {
            entryId: 'k3x8m2p9qa',
            day: '2026-09-20',
            answer: level('carry-trust', 2),
            since: 8,
            sittingsSince: 8,
          },
          {
            entryId: 'k3x8m2p9qb',
            day: '2025-11-08',
            answer: words('member-felt', 'anger'),
            since: 9,
            sittingsSince: 9,
          },
        ],
      },
      is: 'On 20 September you wrote:\n  2\nOn 8 November 2025 you wrote:\n  anger',
    },
  ])('$remark.kind', ({ remark, is }) => expect(remarkText(remark, sitting, page)).toBe(is));
});

test('what is retired about somebody comes back with their name', () => {
  const sitting = at('member', { about: 'D. and K.' });
  const wide = { ...page, width: 120 };
  expect(remarkText({ kind: 'retired', question: 'member-felt' }, sitting, wide)).toBe(
    "It won't be asked again. To bring it back:\ncoach reflect --question member-felt --about 'D. and K.'",
  );
});

describe('the look over', () => {
  const long = 'a rather long answer that has to be broken into two lines at least';
  const walked = after(
    at('member', { selection: { only: ['member-situation', 'member-felt', 'member-closeness'] } }),
    { kind: 'answer', value: long },
    { kind: 'skip', skip: 'not-today' },
    { kind: 'answer', value: 'outlived' },
  );

  test('numbers every answer below its question', () => {
    expect(lookOverText(answersOf(walked), TODAY, page).split('\n')).toEqual([
      ' 1  Think of one recent moment when you felt watched or',
      '    steered at work. What happened?',
      '    a rather long answer that has to be broken into two',
      '    lines at least',
      ' 2  What did you feel in that moment?',
      '    Not today.',
      ' 3  Did the task need such close attention?',
      '    It made sense at first, but not any more',
    ]);
  });

  test('stays within a narrow screen and uses a wide one', () => {
    for (const width of [40, 60, 84]) {
      const lines = lookOverText(answersOf(walked), TODAY, { ...page, width }).split('\n');
      const widest = Math.max(...lines.map((line) => displayWidth(line)));
      expect(widest).toBeLessThanOrEqual(width);
      expect(widest).toBeGreaterThan(width - 22);
    }
  });
});
