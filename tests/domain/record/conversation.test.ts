import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import {
  conversationFor,
  conversationsOf,
  conversationsToDebrief,
} from '../../../src/domain/record/conversation.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { entryOn, given, guess, words } from '../journals.ts';
import { TODAY } from '../plans.ts';

const when = (day: string): Answer => given('prepare-when', { type: 'date', value: day });
const prepared = (day: string, id: string, on?: string, more: Partial<Entry> = {}): Entry =>
  entryOn(day, 'prepare', [...(on === undefined ? [] : [when(on)]), guess('prepare-prediction', on ?? day)], {
    id,
    ...more,
  });
const debrief = (day: string, id: string, more: Partial<Entry> = {}): Entry =>
  entryOn(day, 'debrief', [words('debrief-learned')], {
    id,
    at: `${day}T18:00:00+01:00`,
    ...more,
  });
const resolving = (reference: string): Partial<Entry> => ({
  answers: [given('debrief-next-step', { type: 'choice', value: 'doer' }, { closes: reference })],
});

describe('a debrief belongs', () => {
  test.each<{ case: string; entries: readonly Entry[]; is: readonly string[] }>([
    {
      case: 'to the conversation of its day',
      entries: [prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-22'), debrief('2026-11-22', 'dddddddddd')],
      is: ['aaaaaaaaaa dddddddddd'],
    },
    {
      case: 'to the latest whose day had come',
      entries: [
        prepared('2026-11-01', 'aaaaaaaaaa', '2026-11-02'),
        prepared('2026-11-03', 'bbbbbbbbbb', '2026-11-05'),
        prepared('2026-11-04', 'cccccccccc', '2026-11-20'),
        debrief('2026-11-06', 'dddddddddd'),
      ],
      is: ['cccccccccc -', 'bbbbbbbbbb dddddddddd', 'aaaaaaaaaa -'],
    },
    {
      case: 'to none that is still ahead',
      entries: [prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-30'), debrief('2026-11-21', 'dddddddddd')],
      is: ['aaaaaaaaaa -'],
    },
    {
      case: 'to the one ahead that it names, since that was moved forward',
      entries: [
        prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-30'),
        debrief('2026-11-21', 'dddddddddd', {
          answers: [
            given('debrief-aim', { type: 'scale', value: 4 }, { continues: 'aaaaaaaaaa/prepare-when' }),
          ],
        }),
      ],
      is: ['aaaaaaaaaa dddddddddd'],
    },
    {
      case: 'to the one whose guess it resolves',
      entries: [
        prepared('2026-11-01', 'aaaaaaaaaa', '2026-11-02'),
        prepared('2026-11-03', 'bbbbbbbbbb', '2026-11-05'),
        debrief('2026-11-06', 'dddddddddd', resolving('aaaaaaaaaa/prepare-prediction')),
      ],
      is: ['bbbbbbbbbb -', 'aaaaaaaaaa dddddddddd'],
    },
    {
      case: 'to none about other people',
      entries: [
        prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-21', { about: 'D.' }),
        debrief('2026-11-21', 'dddddddddd', { about: 'K.' }),
      ],
      is: ['aaaaaaaaaa -'],
    },
    {
      case: 'to none from the other seat',
      entries: [
        prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-21', { role: 'member' }),
        debrief('2026-11-21', 'dddddddddd', { role: 'manager' }),
      ],
      is: ['aaaaaaaaaa -'],
    },
    {
      case: 'to one only, and each to one',
      entries: [
        prepared('2026-11-18', 'aaaaaaaaaa', '2026-11-19'),
        prepared('2026-11-19', 'bbbbbbbbbb', '2026-11-20'),
        debrief('2026-11-20', 'dddddddddd'),
        debrief('2026-11-21', 'eeeeeeeeee'),
      ],
      is: ['bbbbbbbbbb dddddddddd', 'aaaaaaaaaa eeeeeeeeee'],
    },
    {
      case: 'to none that was prepared after it',
      entries: [prepared('2026-11-21', 'aaaaaaaaaa', '2026-11-21'), debrief('2026-11-20', 'dddddddddd')],
      is: ['aaaaaaaaaa -'],
    },
    {
      case: 'to the day of preparing, where no other was given',
      entries: [prepared('2026-11-20', 'aaaaaaaaaa'), debrief('2026-11-20', 'dddddddddd', { about: ' ' })],
      is: ['aaaaaaaaaa dddddddddd'],
    },
  ])('$case', ({ entries, is }) => {
    for (const order of [entries, entries.toReversed()]) {
      const found = conversationsOf(order);
      expect(found.map((one) => `${one.prepared.id} ${one.debriefed?.id ?? '-'}`)).toEqual(is);
    }
  });
});

test('it is offered from its day on, for a week', () => {
  const conversations = conversationsOf([prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-22')]);
  const days = ['2026-11-21', '2026-11-22', '2026-11-29', '2026-11-30'];
  expect(days.map((day) => conversationsToDebrief(conversations, day).length)).toEqual([0, 1, 1, 0]);
  const slip = conversationsOf([prepared('2026-11-20', 'aaaaaaaaaa', '2027-11-22')]);
  expect(conversationsToDebrief(slip, '2027-11-22')).toEqual([]);
  const done = conversationsOf([
    prepared('2026-11-20', 'aaaaaaaaaa', '2026-11-22'),
    debrief('2026-11-22', 'dddddddddd'),
  ]);
  expect(conversationsToDebrief(done, TODAY)).toEqual([]);
});

test('a debrief recalls the latest conversation whose day has come, and none that is ahead', () => {
  const entries = [
    prepared('2026-11-01', 'aaaaaaaaaa', '2026-11-10', { about: 'D.' }),
    prepared('2026-11-02', 'bbbbbbbbbb', '2026-11-25', { about: 'D.' }),
    prepared('2026-11-03', 'cccccccccc', '2026-11-28', { about: 'd. ' }),
    prepared('2026-11-04', 'eeeeeeeeee', '2026-11-20', { about: null }),
  ];
  const conversations = conversationsOf(entries);
  const of = (about: string | null, today: string): string | undefined =>
    conversationFor(conversations, { about, role: 'member' }, today)?.prepared.id;
  expect(of('D.', TODAY)).toBe('aaaaaaaaaa');
  expect(of('D.', '2026-11-26')).toBe('bbbbbbbbbb');
  expect(of('D.', '2026-11-05')).toBeUndefined();
  expect(of(null, TODAY)).toBe('eeeeeeeeee');
  expect(of('K.', TODAY)).toBeUndefined();
});
