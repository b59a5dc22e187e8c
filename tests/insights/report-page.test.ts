import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { insightsPage } from '../../src/insights/insights-page.ts';
import { REPORT_STYLE } from '../../src/insights/report-style.ts';
import { plainStyle } from '../../src/pages/text/style.ts';
import { plainHostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { commitment, entryOn, given, level, outcome, words } from '../domain/journals.ts';
import { madePage, madeReport, madeUpJournal } from './made-up-years.ts';
import { fold, ratings, several } from './pages.ts';

const YEAR = { first: '2025-12-01', days: 360 };

/** The words of a page, in order. */
const said = (html: string): string =>
  fold(
    html
      .replace(REPORT_STYLE, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

describe('a page', () => {
  test('of one entry says what there is, and that it is too little', () => {
    const html = madePage([entryOn('2026-11-20', 'note', [words('note-text')], { about: 'D.' })]);
    expect(said(html)).toContain(
      'What your entries show so far 1 entry, 20 November 2026 What stands out There is too little yet for anything to stand out. Over time',
    );
    expect(html).not.toContain('id="ratings"');
    expect(html).not.toContain('id="guesses"');
  });

  test('says which entries were chosen, and that it is about one person', () => {
    const entries = ratings('checkin-trust', [3], 'D.');
    expect(said(madePage(entries, { about: 'D.', since: '2026-09-01' }))).toContain(
      'What your entries about D. show so far 1 entry, 1 October 2026 · about D., since 1 September 2026',
    );
  });

  test('is as small as it may be', () => {
    const year = madeUpJournal({ entries: 206, ...YEAR });
    expect(Buffer.byteLength(madePage(year, {}, true))).toBeLessThan(250_000);
    const decade = madeUpJournal({ entries: 2123, first: '2016-12-01', days: 3600 });
    expect(Buffer.byteLength(madePage(decade))).toBeLessThan(1_300_000);
  });

  test('that was kept said "today" of a day long gone', () => {
    const html = said(madePage(madeUpJournal({ entries: 60, ...YEAR }), {}, true));
    expect(html).not.toMatch(/\b(?:today|yesterday) ?[,)]|on today|: today/);
    expect(said(madePage(ratings('checkin-trust', [3], 'D.')))).toContain('3 (1 October 2026).');
  });

  test('a 9000 at the end of the challenge was drawn on a line of 9,000 steps, though it is not counted', () => {
    const ends = (value: number) => [
      entryOn('2026-09-01', 'challenge', [level('challenge-baseline-trust', 2)], { about: 'D.', id: 'c1' }),
      entryOn('2026-10-01', 'challenge', [level('carry-trust', value)], { about: 'D.', id: 'c2' }),
    ];
    expect(madePage(ends(4))).toContain('2, then 4');
    const html = madePage(ends(9000));
    expect(html).not.toContain('then 9000');
    expect(said(html)).toContain('Not counted: 1 rating not on the scale');
    expect(html.length).toBeLessThan(madePage(ends(4)).length + 1000);
  });

  test('four hundred plans without an end made a picture of five screens', () => {
    const plans = Array.from({ length: 400 }, (_, at) =>
      entryOn('2026-11-20', 'member', [commitment('member-commitment')], { id: `p${at}`, about: 'D.' }),
    );
    const heights = Array.from(
      madePage(plans).matchAll(/<svg class="plot \w+" width="100%" height="(\d+)"/g),
    );
    expect(Math.max(...heights.map(([, height]) => Number(height)))).toBeLessThan(1300);
  });

  test('a scale from 0 to 10 was drawn in the terminal and not on the page', () => {
    const entries = [0, 10, 4, 5].map((value, at) =>
      entryOn(
        `2026-11-1${at}`,
        'mine',
        [given('mine-how', { type: 'scale', value, legend: '0 no, 10 yes' })],
        {
          id: `n${at}`,
        },
      ),
    );
    expect(count(madePage(entries), /class="dot"/g)).toBe(4);
  });

  test('reaches from the first day of the calendar to the last', () => {
    const days = ['0001-01-01', '9999-12-31'];
    const html = madePage(
      days.map((day, at) => entryOn(day, 'checkin', [level('checkin-trust')], { id: `d${at}` })),
    );
    expect(html.match(/class="checkin" x1="([\d.]+)%"/g)).toEqual([
      'class="checkin" x1="0%"',
      'class="checkin" x1="100%"',
    ]);
    expect(html).not.toContain('NaN');
  });

  test('draws six relationships, and says how many more there are', () => {
    const entries = Array.from({ length: 8 }, (_, at) =>
      entryOn('2026-11-20', 'note', [words('note-text')], { id: `n${at}`, about: `P${at}` }),
    );
    const html = madePage(entries);
    expect(count(html, /<figure aria-labelledby="t\d"/g)).toBe(6);
    expect(said(html)).toContain('And 2 more. To see one of them: coach report --about NAME');
  });
});

describe('law: whatever a journal holds, a page', () => {
  test('is made of its own tags, and leads nowhere', () => {
    fc.assert(
      fc.property(
        fc.array(plainHostileEntry, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (entries, ownWords) => {
          const html = madePage(once(entries), {}, ownWords);
          const tags = html.replace(REPORT_STYLE, '').match(/<[^>]*>/g) ?? [];
          const names = new Set(tags.map((tag) => /^<\/?([\w!]+)/.exec(tag)?.[1]));
          expect([...names].filter((name) => !KNOWN.has(name ?? ''))).toEqual([]);
          expect(
            tags.filter((tag) => /\s(?:on\w+|href|src|style)=/.test(tag.replaceAll(/"[^"]*"/g, '""'))),
          ).toEqual([]);
        },
      ),
    );
  });

  test('has a mark for each entry, plan and guess, and a row in a table for each mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (entries, seed) => {
        const all = madeUpJournal({
          entries,
          ...YEAR,
          seed,
          people: [{ about: 'D.', role: 'manager', share: 1 }],
        });
        const html = madePage(all);
        const [own] = madeReport(all).relationships;
        expect(count(html, /class="checkin"/g)).toBe(own?.checkIns.length);
        expect(count(html, /class="sat"/g)).toBe(own?.sittings.length);
        expect(count(html, /class="start"/g)).toBe((own?.plans.length ?? 0) + (own?.guesses.length ?? 0));
        expect(rowsOf(html, 'Sittings')).toBe(own?.sittings.length);
        expect(rowsOf(html, 'Plans')).toBe(own?.plans.length);
        expect(rowsOf(html, 'Guesses')).toBe(own?.guesses.length);
      }),
      { numRuns: 20 },
    );
  });

  test('has every sentence of insights about ratings and groups of guesses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 160 }), fc.nat(), (entries, seed) => {
        const all = madeUpJournal({ entries, ...YEAR, seed });
        const html = said(madePage(all));
        const { insights, wordings, today } = madeReport(all);
        const sentences = fold(
          insightsPage(insights, wordings, today, { width: 80, style: plainStyle, drawing: 'none' }),
        ).match(
          /\d+ ratings from \d to \d, median \d\.|(?:Of|You (?:feared|hoped for)) \d+ [^.]+; \w+ (?:did|were kept|was kept)\.|Plans: [^.]+\./g,
        );
        expect((sentences ?? []).filter((sentence) => !html.includes(sentence))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

/** How many rows the table with a caption has. */
function rowsOf(html: string, caption: string): number {
  const [, table = ''] = html.split(`<caption>${caption}</caption>`);
  return count(table.split('</table>')[0] ?? '', /<tr><td/g);
}

const once = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry, at) => ({ ...entry, id: `h${at}` }));

const KNOWN = new Set(
  '!doctype html head meta title style body header main footer section figure h1 h2 h3 p ul li span small code dl dt dd div details summary table caption thead tbody tr th td svg text line circle rect path g'.split(
    ' ',
  ),
);

describe('ratings', () => {
  const dots = (html: string): number => count(html, /class="dot"/g);

  test('fewer than four are a sentence, from four on there is a dot for each', () => {
    const few = madePage(ratings('checkin-trust', [2, 3, 4], 'D.'));
    expect(dots(few)).toBe(0);
    expect(said(few)).toContain(
      'Too few for a plot Trust: 2 (1 October 2026), 3 (2 October 2026), 4 (3 October 2026).',
    );
    expect(dots(madePage(ratings('checkin-trust', [2, 3, 4, 4], 'D.')))).toBe(4);
  });

  test('two people are never in one picture', () => {
    const entries = [
      ...ratings('checkin-trust', several(12, 4), 'D.'),
      ...ratings('checkin-trust', several(12, 2), 'K.').map((entry, at) => ({ ...entry, id: `k${at}` })),
    ];
    const html = madePage(entries);
    expect(count(html, /class="plot strip"/g)).toBe(2);
    expect(said(html)).toMatch(/Trust, about D\. .*12 ratings, all 4.*Trust, about K\. .*12 ratings, all 2/);
  });

  test('what was said once stays framed, and the ten compared last are shaded', () => {
    const html = madePage(ratings('checkin-trust', [...several(20, 2), ...several(40, 4)], 'D.'));
    expect(count(html, /class="compared differed"/g)).toBe(3);
    expect(count(html, /class="compared"/g)).toBe(1);
    expect(said(html)).toMatch(
      /What stands out Trust: After 30 ratings, on 30 October 2026, at 40, on 9 November 2026, and at 50, on 19 November 2026,/,
    );
  });

  test('those that do not apply have a row of their own', () => {
    const html = madePage(ratings('checkin-trust', [2, 'na', 3, 4, 4], 'D.'));
    expect(count(html, /class="absent"/g)).toBe(1);
    expect(said(html)).toContain('Month In order Does not apply October 2026 2 3 4 4 1');
  });

  test('twenty of one day stand side by side up to eight, and of the rest the number is told', () => {
    const all = Array.from({ length: 20 }, (_, at) =>
      ratings('checkin-trust', [3], 'D.').map((entry) => ({ ...entry, id: `s${at}` })),
    );
    const html = madePage(all.flat());
    expect(dots(html)).toBe(8);
    expect(html).toMatch(/<text class="more"[^>]*>\+12<\/text>/);
  });

  test('a scale with more steps than can be told apart has its sentence and its table', () => {
    const html = madePage(
      Array.from({ length: 5 }, (_, at) =>
        entryOn(`2026-11-0${at + 1}`, 'mine', [level('mine-hours', at * 100)], { id: `s${at}` }),
      ),
    );
    expect(dots(html)).toBe(0);
    expect(said(html)).toContain(
      '5 ratings from 0 to 400, median 200. Too few to show a trend. As a table Month In order November 2026 0 100 200 300 400',
    );
  });
});

describe('guesses', () => {
  const guessed = (number: number, likelihood: number, became: string): readonly Entry[] => {
    const id = `g${number}`;
    const value = {
      expect: 'A secret hope',
      sign: null,
      likelihood,
      due: '2026-11-10',
      feeling: 'feared',
    } as const;
    return [
      entryOn('2026-11-01', 'member', [given('member-prediction', { type: 'prediction', value })], {
        id,
        about: 'D.',
      }),
      entryOn('2026-11-11', 'review', [outcome(`${id}/member-prediction`, became)], {
        id: `${id}r`,
        about: 'D.',
      }),
    ];
  };
  const seven = [0.7, 0.8, 0.6, 0.9, 0.5, 0.7, 0.6].flatMap((likelihood, at) =>
    guessed(at, likelihood, at < 2 ? 'yes' : 'no'),
  );

  test('fewer than five are a list', () => {
    const html = madePage(seven.slice(0, 8));
    expect(html).not.toContain('class="plot guesses"');
    expect(said(html)).toContain('1 November 2026, about D., feared, 70%: it happened.');
    expect(said(html)).toContain('Once there are 5 guesses');
  });

  test('of the worked example: each a dot, two of seven, five expected, three to six usual', () => {
    const html = madePage(seven);
    const [, plot = ''] = html.split('class="plot guesses"');
    const [own = ''] = plot.split('</svg>');
    expect(count(own, /class="seen"/g)).toBe(2);
    expect(count(own, /class="unseen"/g)).toBe(5);
    expect(said(html)).toContain('All guesses about 5 expected, 3 to 6 usual 2 of 7 happened');
    expect(said(html)).toMatch(
      /What stands out Of 7 closed guesses, you expected about 5 to happen; 2 did\. Chance alone would not usually produce a gap this big\./,
    );
  });

  test('nobody’s words are on it unless they are asked for', () => {
    const all = [
      ...seven,
      entryOn(
        '2026-11-02',
        'member',
        [commitment('member-commitment'), words('member-felt', 'A secret shame')],
        { id: 'p', about: 'D.' },
      ),
      entryOn('2026-11-03', 'member', [words('member-felt', 'A secret joy')], { id: 'q', about: 'D.' }),
    ];
    expect(madePage(all)).not.toMatch(/secret/i);
    const html = said(madePage(all, {}, true));
    expect(html).toContain('3 November 2026 A secret joy');
    expect(html).toContain('A secret hope');
  });
});

test('what was repeated at the end of a challenge stands in one place, at its start and its end', () => {
  const all = [
    entryOn('2026-09-01', 'challenge', [level('challenge-baseline-trust', 2), words('see-example')], {
      id: 'a',
      about: 'D.',
      role: 'member',
    }),
    entryOn('2026-11-01', 'challenge', [level('carry-trust', 4), words('carry-learned')], {
      id: 'b',
      about: 'D.',
      role: 'member',
    }),
  ];
  const html = said(madePage(all));
  expect(html).toMatch(
    /The challenge, at its start and its end One number each.* D\., 1 September 2026 and 1 November 2026 2, then 4/,
  );
  expect(html).not.toContain('Too few for a plot');
  expect(
    said(
      madePage(
        [...all, ...ratings('checkin-trust', [3], 'D.').map((one) => ({ ...one, role: 'manager' as const }))],
        { role: 'manager' },
      ),
    ),
  ).not.toContain('at its start');
  // One that did not apply at the end is no pair, and its number is told among the others.
  const na = all.map((entry) => ({
    ...entry,
    answers: entry.answers.map((one) => (one.question === 'carry-trust' ? level('carry-trust', 'na') : one)),
  }));
  expect(said(madePage(na))).toMatch(/Too few for a plot .*: 2 \(1 September 2026\)\./);
  // What is to be given again is not shown before it is.
  expect(said(madePage(all.slice(0, 1)))).not.toMatch(/then|Ratings/);
});
