import { describe, expect, test } from 'vitest';
import { DECISION_STEPS, markOf, readMark, stepName } from '../../src/align/decision-steps.ts';
import { sheetsMeant, sheetsOf } from '../../src/align/sheet.ts';
import { questionsOf } from '../../src/domain/banks/bank-questions.ts';
import { skipped } from '../domain/journals.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { agreed, filled, pricing } from './sheets.ts';

const titles = (entries: Parameters<typeof sheetsOf>[0]) =>
  sheetsOf(entries).map(({ about, role, pieces, agreements }) => ({
    about,
    role,
    pieces: pieces.map(({ title }) => title),
    agreed: agreements.map(({ title }) => title),
  }));

describe('the sheets in a journal', () => {
  test.each([
    { case: 'nothing', entries: [], is: [] },
    {
      case: 'one piece of work',
      entries: [pricing],
      is: [{ about: 'D.', role: 'member', pieces: ['Client pricing'], agreed: [] }],
    },
    {
      case: 'the same title twice, in other letters: the latest counts',
      entries: [pricing, filled('2026-11-23', { piece: ' client  PRICING', today: 'own' })],
      is: [{ about: 'D.', role: 'member', pieces: ['client PRICING'], agreed: [] }],
    },
    {
      case: 'a sheet for each side, and one for each name, the one written on last first',
      entries: [
        pricing,
        filled('2026-11-23', { piece: 'Rota' }, { role: 'manager' }),
        filled('2026-11-24', { piece: 'Rota' }, { about: 'K.' }),
        filled('2026-11-25', { piece: 'Plan' }, { about: 'd.' }),
      ],
      is: [
        { about: 'd.', role: 'member', pieces: ['Client pricing', 'Plan'], agreed: [] },
        { about: 'K.', role: 'member', pieces: ['Rota'], agreed: [] },
        { about: 'D.', role: 'manager', pieces: ['Rota'], agreed: [] },
      ],
    },
    {
      case: 'what was agreed on is not to be compared any more',
      entries: [pricing, agreed('2026-11-24', 'client pricing', 'advised')],
      is: [{ about: 'D.', role: 'member', pieces: [], agreed: ['client pricing'] }],
    },
    {
      case: 'filled in anew, it is',
      entries: [
        agreed('2026-11-21', 'Client pricing', 'advised'),
        pricing,
        agreed('2026-11-20', 'Client pricing', 'joint'),
      ],
      is: [{ about: 'D.', role: 'member', pieces: ['Client pricing'], agreed: ['Client pricing'] }],
    },
    {
      case: 'a piece of work without a name is on no sheet',
      entries: [
        filled('2026-11-22', { today: 'own' }),
        { ...filled('2026-11-23', {}), answers: [skipped('align-piece')] },
      ],
      is: [],
    },
    {
      case: 'a name of marks that no screen shows is none',
      entries: [filled('2026-11-22', { piece: '\u200b\u202e' })],
      is: [],
    },
    {
      case: 'who has no role is the doer',
      entries: [filled('2026-11-22', { piece: 'Rota' }, { role: null, about: null })],
      is: [{ about: null, role: 'member', pieces: ['Rota'], agreed: [] }],
    },
  ] as const)('$case', ({ entries, is }) => {
    expect(titles(entries)).toEqual(is);
    expect(titles(entries.toReversed())).toEqual(is);
  });

  test('what is for oneself alone is not among what is compared', () => {
    const own = filled('2026-11-22', {
      piece: 'Rota',
      'last-time': 'canary one',
      'guess-today': 'own',
      'guess-wanted': 'unsure',
    });
    const [sheet] = sheetsOf([own]);
    expect(sheet?.pieces[0]?.mine).toEqual({
      today: null,
      wanted: null,
      means: null,
      limits: null,
      look: null,
    });
    expect(sheet?.pieces[0]?.guess).toEqual({ today: 7, wanted: null });
    expect(JSON.stringify(sheet)).not.toContain('canary');
  });

  test('an example of marks that no screen shows stood there as "For example:" and nothing', () => {
    const own = filled('2026-11-22', { piece: 'Rota', example: '\u200b', means: ' \u2060 ' });
    expect(sheetsOf([own])[0]?.pieces[0]).toMatchObject({ example: null, mine: { means: null } });
  });

  test('a sheet is meant by its name and its side', () => {
    const sheets = sheetsOf([
      pricing,
      filled('2026-11-23', { piece: 'Rota' }, { about: 'K.', role: 'manager' }),
    ]);
    expect(sheetsMeant(sheets, undefined, undefined)).toHaveLength(2);
    expect(sheetsMeant(sheets, 'k.', undefined)).toHaveLength(1);
    expect(sheetsMeant(sheets, 'k.', 'member')).toEqual([]);
    expect(sheetsMeant(sheets, null, undefined)).toEqual([]);
  });
});

test('the steps are those that the questions offer, in the same words', () => {
  const labels = DECISION_STEPS.map(({ key, name, says }) => [key, `${name}: ${says}`]);
  const asked = builtInBanks
    .filter(({ bank }) => ['align', 'agreement'].includes(bank.name))
    .flatMap(({ bank }) => questionsOf(bank))
    .flatMap(({ options }) => (options ? [options.filter(({ value }) => value !== 'unsure')] : []));
  expect(asked).toHaveLength(5);
  for (const options of asked) expect(options.map(({ value, label }) => [value, label])).toEqual(labels);
});

describe('a step as it is typed', () => {
  test.each([
    { typed: '1', is: 1 },
    { typed: ' 7 ', is: 7 },
    { typed: '７', is: 7 },
    { typed: 'Heard', is: 3 },
    { typed: 'j', is: 4 },
    { typed: '?', is: null },
    { typed: '', is: undefined },
    { typed: '0', is: undefined },
    { typed: '8', is: undefined },
    { typed: '3.5', is: undefined },
    { typed: '3 4', is: undefined },
    { typed: 'unsure', is: undefined },
    { typed: '\u001b[A', is: undefined },
  ])('$typed', ({ typed, is }) => expect(readMark(typed)).toBe(is));

  test('each step is found by its number and by its name', () => {
    for (const { key, name } of DECISION_STEPS) {
      const mark = markOf(key);
      expect([readMark(String(mark)), readMark(name), stepName(mark)]).toEqual([
        mark,
        mark,
        `${mark} ${name}`,
      ]);
    }
  });
});
