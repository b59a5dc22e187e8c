import { describe, expect, test } from 'vitest';
import { readJourneyEntry } from '../../src/import/html/import-journey.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { inShort, readAt, samplePath } from './samples/sources.ts';

test('the sample is recognised, and all of it is read', () => {
  const { kind, items } = readAt(samplePath('journey'));
  expect(kind).toBe('journey');
  expect(items.map((item) => inShort(item, kind))).toEqual([
    {
      at: '2016-11-24T15:06:40+00:00',
      zone: null,
      tags: [],
      text: 'Rain, *again*.\n\n- bread',
      front:
        'imported-from: journey\nsource-id: "1480000000000-0123456789abcdef"\nmodified: "2016-11-24T15:06:40+00:00"',
    },
    {
      at: '2025-11-28T11:26:24+01:00',
      zone: 'Europe/Berlin',
      tags: ['walk', 'two-words'],
      text: 'To the **river**, with D. & K.\n\nIt was [closed](https://example.org/).\n\n[picture] [audio]',
      front:
        'imported-from: journey\nsource-id: "1764325584203-MgdL0i6fNq7wNsLw"\nstarred: true\nmood: "4"\nsentiment: "1"\nmodified: "2025-11-28T11:39:27+01:00"',
    },
  ]);
  expect(items.map((item) => 'foreign' in item && item.foreign.lost)).toEqual([
    [],
    ['pictures', 'audio recordings', 'locations', 'weather', 'the key "linked_account_id"'],
  ]);
});

const read = (value: unknown): unknown => readJourneyEntry(value, 'here', knowledge.offsetIn);
const INSTANT = 1764325584203;

describe('a text is HTML where it says so, and where it looks so', () => {
  test.each([
    [{ type: 'html', text: 'a &amp; b' }, 'a & b'],
    [{ type: '', text: '<p>a &amp; b</p>' }, 'a & b'],
    [{ text: 'a &amp; b' }, 'a &amp; b'],
    [{ type: 'markdown', text: '1 < 2' }, '1 < 2'],
    [{}, ''],
    [{ text: null, photos: ['a.jpg', 'b.pdf'] }, '[picture] [document]'],
    [{ text: 'a <img src="a.jpg">', photos: ['a.jpg', 'b.mp4'] }, 'a [picture]\n\n[video]'],
  ])('%j', (value, text) => {
    expect(read({ date_journal: INSTANT, ...value })).toMatchObject({ foreign: { text } });
  });
});

test.each([
  [{ timezone: 'Moon/Crater' }, ['unknown time zones']],
  [
    { photos: ['a.jpg', 'b.mp4', 'c.m4a', 'd.pdf', 7] },
    ['pictures', 'videos', 'audio recordings', 'documents'],
  ],
  [{ photos: ['a.jpg'], text: '<img src="a.jpg"><img src="b.jpg">' }, ['pictures', 'pictures']],
  [{ lat: 0, lon: 0, weather: {} }, []],
  [{ lat: 1e308, lon: 1e308, address: 'Rome' }, ['locations']],
  [{ weather: { degree_c: 1e308, description: 'Snow' } }, ['weather']],
  [{ mood: { level: 4 }, attachments: [], version: 3 }, ['the key "mood"', 'the key "version"']],
  [{ constructor: 'x', toString: 'y' }, ['the key "constructor"', 'the key "toString"']],
])('what does not come along of %j', (value, lost) => {
  expect(read({ date_journal: INSTANT, ...value })).toMatchObject({ foreign: { lost } });
});

test.each([
  [7, 'expected a Journey entry'],
  [{}, /"date_journal" in milliseconds/],
  [{ date_journal: '1764325584203' }, /"date_journal" in milliseconds/],
  [{ date_journal: 1e300 }, /"date_journal" in milliseconds/],
  [{ date_journal: -1e15, timezone: 'Europe/Berlin' }, /"date_journal" in milliseconds/],
  [{ date_journal: INSTANT, text: 7 }, 'expected a quoted "text" value'],
  [{ date_journal: INSTANT, text: '<div>'.repeat(1000) }, 'the HTML in "text" is nested too deep'],
])('%j is a mistake', (value, says) => {
  expect(read(value)).toEqual({ place: 'here', mistake: expect.stringMatching(says) });
});
