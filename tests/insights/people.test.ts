import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/domain/time/day.ts';
import { coach, freshHome, putEntry } from '../cli/coach.ts';
import { type Chances, chances } from '../domain/chances.ts';
import { seriesOf } from '../domain/people.ts';

// People who are made up, in the program as it is. Their figures stand in docs/method.md; PEOPLE=300 draws them again, and prints them.

const PEOPLE = Number(process.env['PEOPLE'] ?? 3);
const CHECKINS = 60;
const SCALES = ['checkin-trust', 'checkin-responsibility', 'checkin-autonomy'];
/** Sixty check-ins with three scales, of which the first shifts by so many points at the thirtieth. */
function journalOf(chance: Chances, shift: number): string {
  const home = freshHome();
  const rated = SCALES.map((_, at) => seriesOf(chance, CHECKINS, { shift: at === 0 ? shift : 0, from: 30 }));
  for (let at = 0; at < CHECKINS; at++) {
    const scales = SCALES.map(
      (id, scale) => `\n## ${id}?\n<!-- coach: ${id} scale -->\n\n${rated[scale]?.[at]}\n`,
    );
    putEntry(home, {
      id: String(at).padStart(10, '0'),
      at: `${addDays('2026-03-01', at)}T16:30:00+01:00`,
      bank: 'checkin',
      front: 'role: manager\nabout: D.\n',
      body: scales.join(''),
    });
  }
  return home;
}

/** All that the page says of changes up to some check-in: of which scale, at how many ratings and on which day, and which way. */
async function saidAt(home: string, checkIns: number): Promise<readonly string[]> {
  const until = addDays('2026-03-01', checkIns - 1);
  const { stdout } = await coach(['insights', '--until', until], { home });
  const scales = Array.from(
    stdout.replaceAll(/\s+/g, ' ').matchAll(/([A-Z][a-z ]+): (\d+) ratings from (.*?) Mar \d/g),
  );
  expect(scales.map(([, , count]) => Number(count))).toEqual(SCALES.map(() => checkIns));
  return scales.flatMap(([, name = '', , text = '']) =>
    text.split('. ').flatMap((sentence) => {
      const shift = /the last ten were (higher|lower) than all the earlier ones, by a point or more/.exec(
        sentence,
      )?.[1];
      const looks = Array.from(sentence.matchAll(/\b(\d+)(?: ratings)?, (on \d+ \w+),/g));
      return shift === undefined ? [] : looks.map(([, count, day]) => `${name} ${count} ${day} ${shift}`);
    }),
  );
}

describe.each([
  { what: 'nothing changes', shift: 0 },
  { what: 'trust shifts by a point', shift: 1 },
])('where $what', ({ shift }) => {
  test('nothing that was said is denied later', { timeout: 600_000 }, async () => {
    const chance = chances(60 + shift);
    const told: (readonly string[])[] = [];
    for (let person = 0; person < PEOPLE; person++) {
      const home = journalOf(chance, shift);
      expect(await saidAt(home, 29)).toEqual([]);
      let said: readonly string[] = [];
      for (const checkIns of [30, 40, 50, 60]) {
        const now = await saidAt(home, checkIns);
        expect(now).toEqual(expect.arrayContaining([...said]));
        said = now;
      }
      told.push(said);
    }
    expect(told.flat().length).toBeGreaterThanOrEqual(shift);
    const ofTrust = told.filter((said) => said.some((one) => one.startsWith('Trust'))).length;
    const any = told.filter((said) => said.length > 0).length;
    const figures = `of ${PEOPLE} people ${any} were told of a change, ${ofTrust} of one in trust`;
    if (process.env['PEOPLE'] !== undefined) process.stdout.write(`Shift ${shift}: ${figures}.\n`);
  });
});
