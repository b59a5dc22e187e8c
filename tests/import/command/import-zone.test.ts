import path from 'node:path';
import { expect, test } from 'vitest';
import { entryFile } from '../../../src/app/journal/entry-file.ts';
import { noteFrom } from '../../../src/import/foreign-entry.ts';
import { knowledge } from '../../../src/import/world/knowledge.ts';
import type { Zone } from '../../../src/domain/time/moment.ts';
import { coach, freshHome, journalJson, journalOf, put } from '../../cli/coach.ts';
import { homeWith, IMPORT } from './import-homes.ts';

const LATE = '[{"date": "2023-09-09 03:30:00 UTC", "data": {"journal": {"text": "Late."}}}]';
const NEW_YORK: Zone = { name: 'America/New_York', offsetAt: () => -240 };

/** A home with an entry of journal-cli, written at half past eleven at night in New York. */
const lateHome = (): { home: string; file: string } => homeWith([LATE], 'journal.json');

test('an entry of journal-cli that was written late in the evening was of the next day', async () => {
  const { home } = lateHome();
  expect(await coach([...IMPORT, 'journal.json', '--yes'], { home, zone: NEW_YORK })).toMatchObject({
    stdout:
      'journal.json: journal-cli, 1 entry, dated 2023-09-08.\n' +
      "Times are shown in America/New_York, this machine's zone. For another one, add\n--zone.\n" +
      'Imported 1 entry.\n',
  });
  expect(await journalJson(home)).toMatchObject([
    { at: '2023-09-08T23:30:00-04:00', zone: 'America/New_York', day: '2023-09-08' },
  ]);
});

test('--zone says another one than that of this machine', async () => {
  const { home, file } = lateHome();
  expect(await coach([...IMPORT, file, '--yes', '--zone', 'Asia/Tokyo'], { home })).toMatchObject({
    stdout: expect.stringContaining('Times that are stored in UTC are shown in Asia/Tokyo.\n'),
  });
  expect(await journalJson(home)).toMatchObject([{ at: '2023-09-09T12:30:00+09:00', zone: 'Asia/Tokyo' }]);
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['utc', 'UTC'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
])('a zone that was given as %s was kept without its capitals', async (given, zone) => {
  const { home, file } = lateHome();
  await coach([...IMPORT, file, '--yes', '--zone', given], { home });
  expect(await journalJson(home)).toMatchObject([{ zone }]);
});

test('the same entry comes in once, in whichever zone, and where it came in before there were zones', async () => {
  const { home, file } = lateHome();
  const text = '### journal\n\n**text**: Late.';
  const { path: place, bytes } = entryFile(
    noteFrom('journal-cli', { at: '2023-09-09T03:30:00+00:00', text }, knowledge.hash),
  );
  put(path.join(journalOf(home), place), Buffer.from(bytes).toString());
  for (const zone of ['Asia/Tokyo', 'America/New_York', 'UTC']) {
    expect(await coach([...IMPORT, file, '--yes', '--zone', zone], { home })).toMatchObject({
      stdout: expect.stringMatching(/1 entry is already in the journal\.\n[^]*nothing new/),
    });
  }
});

test('a moment that says UTC is shown in a zone where one is asked for, and stays in UTC elsewhere', async () => {
  const line = '{"date": "2023-09-09T03:30:00Z", "text": "Late."}';
  const other = '{"date": "2023-09-09T03:30:00+02:00", "text": "Early."}';
  for (const [flags, at] of [
    [[], '2023-09-09T03:30:00+00:00'],
    [['--zone', 'America/New_York'], '2023-09-08T23:30:00-04:00'],
  ] as const) {
    const { home, file } = homeWith([line, other]);
    expect(await coach([...IMPORT, file, '--yes', ...flags], { home })).toMatchObject({ exitCode: 0 });
    expect(await journalJson(home)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ at, zone: flags.length === 0 ? null : 'America/New_York' }),
        expect.objectContaining({ at: '2023-09-09T03:30:00+02:00', zone: null }),
      ]),
    );
  }
});

test('where the name of the zone of this machine is not known, times stay in UTC, and that is said', async () => {
  const { home, file } = lateHome();
  const odd: Zone = { name: 'Nowhere/Land', offsetAt: () => 0 };
  expect(await coach([...IMPORT, file, '--yes'], { home, zone: odd })).toMatchObject({
    stdout: expect.stringContaining('Times are shown in UTC'),
  });
});

test.each(['9999-12-31T23:30:00', '0001-01-01T00:30:00', '1500-02-28T00:30:00'])(
  'a moment that no zone has, %s, stopped the import',
  async (at) => {
    const { home, file } = homeWith([`{"date": "${at}Z", "text": "x"}`]);
    expect(await coach([...IMPORT, file, '--yes', '--zone', 'Asia/Tokyo'], { home })).toMatchObject({
      exitCode: 0,
    });
    expect(await journalJson(home)).toMatchObject([{ at: `${at}+00:00`, zone: null }]);
  },
);

test.each([
  [
    'Mars/Base',
    'coach: "Mars/Base" is not a time zone\n  Write its name, such as Europe/Berlin or America/New_York.\n',
  ],
  ['+02:00', expect.stringContaining('"+02:00" is not a time zone')],
  ['', expect.stringContaining('"" is not a time zone')],
])('the zone "%s" is refused', async (zone, stderr) => {
  const { home, file } = lateHome();
  expect(await coach([...IMPORT, file, '--yes', '--zone', zone], { home })).toEqual({
    stdout: '',
    stderr,
    exitCode: 2,
  });
});

test('a zone that would change nothing is refused', async () => {
  const home = freshHome();
  const file = put(path.join(home, 'journal.txt'), '[2026-11-22 09:14] Rain.\n');
  expect(await coach([...IMPORT, file, '--yes', '--zone', 'Asia/Tokyo'], { home })).toEqual({
    stdout: '',
    stderr:
      'coach: --zone changes nothing for entries from jrnl\n' +
      '  It is for programs that store times in UTC, such as journal-cli. Leave it out.\n',
    exitCode: 2,
  });
});

test('an old entry of Journey, of which no zone is known, came in under the day in UTC without a word', async () => {
  const late = (id: string, more = ''): string =>
    `{"id": "${id}", "date_journal": 1694230200000, "text": "Late."${more}}`;
  const { home } = homeWith(
    [`[${late('a')}, ${late('b')}, ${late('c', ', "timezone": "America/New_York"')}]`],
    'a.json',
  );
  const told = '2 entries have their times in UTC and no time zone. To import them in yours:\n--zone NAME\n';
  const look = [...IMPORT, 'a.json', '--dry-run'];
  expect(await coach(look, { home })).toMatchObject({ stdout: expect.stringContaining(told) });
  expect(await coach([...look, '--zone', 'Asia/Tokyo'], { home })).toMatchObject({
    stdout: expect.not.stringContaining('no time zone'),
  });
  await coach([...IMPORT, 'a.json', '--yes'], { home });
  expect(await coach(look, { home })).toMatchObject({ stdout: expect.not.stringContaining('no time zone') });
});
