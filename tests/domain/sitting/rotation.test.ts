import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { isFor } from '../../../src/domain/sitting/choose-questions.ts';
import { type Role, ROLES } from '../../../src/domain/banks/question-bank.ts';
import { entryOn, skipped, words } from '../journals.ts';
import { bankNamed, idsOf, planOf, TODAY } from '../plans.ts';

const checkin = bankNamed('checkin');

describe('the rotation', () => {
  const pool = (role: Role): readonly string[] =>
    checkin.rotation.filter((question) => isFor(question, role)).map(({ id }) => id);
  const next = (entries: readonly Entry[], role: Role = 'member', about: string | null = null): string =>
    idsOf(planOf(checkin, { role, about, entries })).at(-1) ?? '';

  test('begins with the first of the bank', () => expect(next([])).toBe('rot-m-small-own'));

  test('a question that was skipped was asked', () => {
    expect(next([entryOn('2026-11-20', 'checkin', [skipped('rot-m-small-own')])])).toBe('rot-m-waited');
  });

  test('every question of a pool comes round before one comes back', () => {
    const checkIn = fc.record({
      days: fc.constantFrom(0, 0, 1, 1, 3),
      skips: fc.boolean(),
      elsewhere: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...ROLES),
        fc.array(checkIn, { minLength: 20, maxLength: 30 }),
        (role, walk) => {
          const size = pool(role).length;
          const entries: Entry[] = [];
          const asked: string[] = [];
          let day = TODAY;
          for (const [index, { days, skips, elsewhere }] of walk.entries()) {
            day = addDays(day, days);
            const id = next(entries, role);
            asked.push(id);
            const at = `${day}T12:00:${String(index % 60).padStart(2, '0')}+01:00`;
            const answers = [skips ? skipped(id) : words(id)];
            entries.push(
              entryOn(day, 'checkin', answers, {
                role,
                at,
                written: at,
                id: String(index).padStart(10, '0'),
              }),
            );
            if (elsewhere)
              entries.push(entryOn(day, 'checkin', [words(pool(role)[3] ?? '')], { about: 'D.' }));
          }
          for (let from = 0; from + size <= asked.length; from++) {
            expect(new Set(asked.slice(from, from + size)).size).toBe(size);
          }
          expect(asked.slice(0, size)).toEqual(pool(role));
        },
      ),
    );
  });

  test('one that was answered out of turn comes last', () => {
    const early = entryOn('2026-11-20', 'checkin', [words('rot-m-small-own'), words('rot-m-told')]);
    expect(next([early])).toBe('rot-m-waited');
    const others = pool('member').filter((id) => id !== 'rot-m-small-own' && id !== 'rot-m-told');
    const rest = others.map((id, index) => entryOn(addDays('2026-11-01', index), 'checkin', [words(id)]));
    expect(next([early, ...rest])).toBe('rot-m-waited');
  });
});
