import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { dayOneJson, uuidOf } from '../../src/export/export-day-one.ts';
import { zippedFile } from '../../src/export/zipped-file.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { readDayOneEntry } from '../../src/import/import-day-one.ts';
import { knowledge } from '../../src/import/world/knowledge.ts';
import { entryTitle } from '../../src/pages/record/entry-title.ts';
import { noteFrom } from '../../src/import/foreign-entry.ts';
import { plainText, withoutBlankEnds } from '../../src/domain/text/plain-text.ts';
import { now } from '../house/example-values/core.ts';
import { hostileEntry, hostileText } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';
import { page, stored, textIn, TRICKY } from './leaving.ts';

const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));

/** What Day One says of the JSON that it takes in: moments are in UTC, ids have 32 hexadecimal digits, and the text is Markdown. */
const schema = v.strictObject({
  metadata: v.strictObject({ version: v.literal('1.0') }),
  entries: v.array(
    v.strictObject({
      uuid: v.pipe(v.string(), v.regex(/^[0-9A-F]{32}$/)),
      creationDate: moment,
      modifiedDate: v.exactOptional(moment),
      timeZone: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
      isAllDay: v.boolean(),
      isPinned: v.exactOptional(v.literal(true)),
      starred: v.boolean(),
      tags: v.array(v.string()),
      text: v.string(),
    }),
  ),
});

const exported = (...entries: readonly Entry[]): v.InferOutput<typeof schema> =>
  v.parse(schema, JSON.parse([...dayOneJson(stored(entries), now)].join('')));

/** The entries that coach itself takes in of them. */
function back(...entries: readonly Entry[]): readonly Entry[] {
  return exported(...entries).entries.map((entry) => {
    const item = readDayOneEntry(entry, 'd', knowledge.offsetIn);
    if (!('foreign' in item)) throw new Error(JSON.stringify(item));
    return noteFrom('day-one', item.foreign, knowledge.hash);
  });
}

test('an entry with questions has its title, all that was asked and answered, and its tags', () => {
  const entry = entryWith({
    tags: ['drafts'],
    answers: [
      textAnswer('# Small\n\nC:\\*'),
      { ...textAnswer('', 'member-asks'), asked: 'And\nnow?', value: null, skip: 'not-today' },
    ],
    extra: { front: 'weather: rain', sections: [{ after: 'member-felt', text: '## Later\n\nIt passed.' }] },
  });
  expect(exported(entry).entries).toEqual([
    {
      uuid: uuidOf('k3x8m2p9qa'),
      creationDate: '2026-11-22T08:14:05Z',
      modifiedDate: '2026-11-22T08:21:40Z',
      timeZone: 'Europe/Berlin',
      isAllDay: false,
      starred: false,
      tags: ['drafts'],
      text: [
        '# When your work is closely managed',
        'member, about D.',
        '### What did you feel in that moment?',
        '#### Small',
        'C:\\\\*',
        '### Later',
        'It passed.',
        '### And now?',
        'Not today.',
        'weather: rain',
      ].join('\n\n'),
    },
  ]);
});

test.each([
  ['an offset and a zone', {}, '2026-11-22T08:14:05Z', 'Europe/Berlin'],
  ['an offset alone', { zone: null }, '2026-11-22T08:14:05Z', 'GMT+0100'],
  ['an odd offset', { zone: null, at: '2026-11-22T09:14:05-03:30' }, '2026-11-22T12:44:05Z', 'GMT-0330'],
  [
    'neither: the zone of this machine',
    { zone: null, at: '2026-11-22T09:14:05' },
    '2026-11-22T08:14:05Z',
    'Europe/Berlin',
  ],
  ['no time', { at: '2026-11-22' }, '2026-11-22T12:00:00Z', undefined],
])('a moment with %s', (_, changes, creationDate, timeZone) => {
  const [entry] = exported(page('Rain.', changes)).entries;
  expect(entry).toMatchObject({ creationDate, isAllDay: timeZone === undefined });
  expect(entry?.timeZone).toBe(timeZone);
});

test('an entry from Day One has its old id there, and all others one that stays', () => {
  const uuid = '9F8E7D6C5B4A39281706F5E4D3C2B1A0';
  const extra = { front: `imported-from: day-one\nsource-id: ${uuid}\nstarred: true`, sections: [] };
  const [entry] = exported(page('Rain.', { extra })).entries;
  expect(entry).toMatchObject({ uuid, starred: true, text: 'Rain.' });
  const ids = ['k3x8m2p9qa', 'k3x8m2p9qb', 'a', 'b', 'x'.repeat(64), `${'x'.repeat(63)}y`].map(uuidOf);
  expect(new Set(ids).size).toBe(ids.length);
  const twice = exported(page('One.'), page('Two.')).entries.map((one) => one.uuid);
  expect(new Set(twice).size).toBe(2);
});

test('what Day One knew of its own entry stood in the text', () => {
  const front =
    'imported-from: day-one\npinned: true\nmodified: "2025-01-02T03:04:05Z"\nsource-journal: Work\nmood: calm';
  const [entry] = exported(page('Rain.', { extra: { front, sections: [] } })).entries;
  expect(entry).toMatchObject({
    isPinned: true,
    modifiedDate: '2025-01-02T03:04:05Z',
    text: 'Rain.\n\nmood: calm',
  });
});

test('two entries had one id, of which Day One keeps one', () => {
  const front = 'imported-from: day-one\nsource-id: 9F8E7D6C5B4A39281706F5E4D3C2B1A0';
  const extra = { front, sections: [] };
  const ids = exported(page('One.', { extra, id: 'a' }), page('Two.', { extra, id: 'b' })).entries;
  expect(new Set(ids.map(({ uuid }) => uuid)).size).toBe(2);
});

test.each([
  ['0001-01-01T00:00:00', '0001-01-01T00:00:00Z'],
  ['0001-01-01T00:00:00+14:00', '0001-01-01T00:00:00Z'],
  ['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59Z'],
])('the first and the last hours of the calendar had no moment in UTC: %s', (at, creationDate) => {
  const [entry] = exported(page('Rain.', { at, zone: null })).entries;
  expect(entry).toMatchObject({ creationDate, timeZone: 'GMT+0000', isAllDay: false });
});

test('code that is never closed took in the questions below it', () => {
  const answers = [textAnswer('```\nC:\\*'), textAnswer('<!-- why', 'b'), textAnswer('Title\n===', 'c')];
  const [entry] = exported(entryWith({ answers, about: null, role: null })).entries;
  const asked = '### What did you feel in that moment?';
  expect(entry?.text).toBe(
    [
      '# When your work is closely managed',
      `${asked}\n\n\\\`\`\`\nC:\\\\*`,
      `${asked}\n\n\\<!-- why`,
      `${asked}\n\nTitle\n\\===`,
    ].join('\n\n'),
  );
});

test('what is tricky comes back with its moment, zone, text, tags, title and star', () => {
  // One has a time and no offset, and gets that of this machine.
  for (const entry of TRICKY.filter(({ zone }) => zone !== null)) {
    const [read] = back(entry);
    expect(read).toMatchObject({
      at: entry.at,
      tags: entry.tags,
      zone: entry.at.length > 10 ? entry.zone : null,
    });
    expect(read?.answers[0]?.value ?? '').toBe(entry.answers[0]?.value ?? '');
    expect(read && entryTitle(read)).toBe(entryTitle(entry));
    expect(read?.extra.front.includes('starred: true')).toBe(entry.extra.front.includes('starred'));
  }
});

test('whatever a free page holds, it comes back as it was', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const [read] = back(page(text));
      const was = withoutBlankEnds(plainText(text)).replace(/\u200b/g, '');
      expect(textIn(read ?? page('')).replace(/\u200b/g, '')).toBe(was.trim() === '' ? '' : was);
    }),
  );
});

test('whatever entries say, the document is as Day One wants it', () => {
  fc.assert(
    fc.property(fc.array(hostileEntry, { maxLength: 4 }), (entries) => {
      expect(exported(...entries).entries).toHaveLength(entries.length);
    }),
  );
});

test('a zip holds the same document', () => {
  const json = [...dayOneJson(stored(TRICKY), now)].join('');
  const zip = Buffer.concat([...zippedFile('Journal.json', dayOneJson(stored(TRICKY), now), now.epoch)]);
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(['Journal.json']);
  expect(Buffer.from(files['Journal.json'] ?? '').toString()).toBe(json);
});
