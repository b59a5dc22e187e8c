import { describe, expect, test } from 'vitest';
import { readDaylioRow } from '../../src/import/tables/import-daylio.ts';
import { inShort, readAt, samplePath } from './samples/sources.ts';

test('the sample is recognised, and all of it is read', () => {
  const { kind, items } = readAt(samplePath('daylio.csv'));
  expect(kind).toBe('daylio');
  expect(items.map((item) => inShort(item, kind))).toEqual([
    {
      at: '2026-11-22T21:30:00',
      zone: null,
      tags: ['clean', 'bad-sleep', 'movies-/-tv'],
      text: 'Mood: good\nActivities: clean, bad sleep, movies / tv\n\nTo the river, and back.\nIt said "closed".\n\n- **bread**\n- milk & honey',
      front: 'imported-from: daylio',
    },
    { at: '2026-11-22T21:30:00', zone: null, tags: [], text: 'Mood: meh', front: 'imported-from: daylio' },
    expect.objectContaining({
      at: '2026-11-21T00:05:00',
      text: 'A long day\n\nMood: awful\nActivities: work',
    }),
    expect.objectContaining({
      at: '2026-11-20T12:10:00',
      text: 'Mood: rad\nActivities: friends, work\n\nTwo lines,\none of them here.',
    }),
  ]);
});

const row = (cells: Readonly<Record<string, string>>): unknown =>
  readDaylioRow({ place: 'a.csv:2', cells: new Map(Object.entries({ mood: 'good', ...cells })) });

describe('times of 24 hours, and of twice twelve as phones write them', () => {
  test.each([
    ['21:05', '21:05'],
    ['9:05 PM', '21:05'],
    ['9:05\u202fpm', '21:05'],
    ['9:05 p. m.', '21:05'],
    ['12:00 a.m.', '00:00'],
    ['12:30 pm', '12:30'],
    ['下午9:05', '21:05'],
    ['오전 9:05', '09:05'],
    ['午前0:05', '00:05'],
    ['午後0:05', '12:05'],
    ['9:05 μ.μ.', '21:05'],
    ['12:05 π.μ.', '00:05'],
    ['ÖS 9:05', '21:05'],
    ['9:05 م', '21:05'],
    ['9:05 ص', '09:05'],
    ['21.05', '21:05'],
  ])('%s', (time, is) => {
    expect(row({ full_date: '2026-11-22', time })).toMatchObject({ foreign: { at: `2026-11-22T${is}:00` } });
  });

  test.each(['24:00', '13:00 pm', '9:60', 'noon', ''])('%j is none', (time) => {
    expect(row({ full_date: '2026-11-22', time })).toEqual({
      place: 'a.csv:2',
      mistake: 'expected a "time" such as 21:14 or 9:14 pm',
    });
  });
});

test.each([
  [{ year: '2018', date: '18 May' }, '2018-05-18'],
  [{ year: '2018', date: 'September 3' }, '2018-09-03'],
  [{ year: '2018', date: '3 Mai' }, '2018-05-03'],
  [{ year: '2017', date: '7 września' }, '2017-09-07'],
  [{ year: '2018', date: '16 de octubre' }, '2018-10-16'],
  [{ year: '2018', date: '18. März' }, '2018-03-18'],
  [{ year: '2018', date: '5月18日' }, '2018-05-18'],
])('the oldest tables have no full date, and the month in the language of the phone: %j', (cells, day) => {
  expect(row({ ...cells, time: '9:00' })).toMatchObject({ foreign: { at: `${day}T09:00:00` } });
});

test.each([
  [{ full_date: '2026-02-30' }, /^expected a "full_date" such as 2026-11-22; if a spreadsheet/],
  [{ full_date: '22/11/2026' }, /"full_date"/],
  [{}, /"full_date"/],
  [{ year: '2018', date: '31 June' }, 'expected a "date" such as 18 May and a "year"'],
  [{ year: '2018', date: '18 Mayor' }, 'expected a "date" such as 18 May and a "year"'],
  [{ year: 'x', date: '18 May' }, 'expected a "date" such as 18 May and a "year"'],
])('no day in %j', (cells, says) => {
  expect(row({ ...cells, time: '9:00' })).toEqual({
    place: 'a.csv:2',
    mistake: expect.stringMatching(says),
  });
});

test('scales stand in the text, pictures in a note are counted, and so are columns that are not known', () => {
  const cells = {
    full_date: '2026-11-22',
    time: '9:00',
    scales: 'Sleep: 7',
    note: '<img src="x">',
    weather: 'rain',
    other: ' ',
  };
  expect(row(cells)).toMatchObject({
    foreign: {
      text: 'Mood: good\nScales: Sleep: 7\n\n[picture]',
      lost: ['pictures', 'the column "weather"'],
    },
  });
});

test.each([
  ['Great note<br><br>such "good" note, really!', 'Great note\n\nsuch "good" note, really!'],
  ['Tom &amp; Jerry\nat 5 < 6', 'Tom & Jerry\nat 5 < 6'],
  ['R&D <3\n\ntwo  blanks', 'R&D <3\n\ntwo  blanks'],
  ['<p>One</p><p><s>two</s></p>', 'One\n\n~~two~~'],
])('the note %j', (note, text) => {
  expect(row({ full_date: '2026-11-22', time: '9:00', mood: '', note })).toMatchObject({ foreign: { text } });
});

test('a note that is nested without end is a mistake', () => {
  expect(row({ full_date: '2026-11-22', time: '9:00', note: '<div>'.repeat(1000) })).toMatchObject({
    mistake: 'the HTML in "note" is nested too deep',
  });
});
