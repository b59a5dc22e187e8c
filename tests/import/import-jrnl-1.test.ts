import { expect, test } from 'vitest';
import { readJrnl1Text } from '../../src/import/jrnl/import-jrnl-1.ts';
import { readJrnlEntry, readJrnlText } from '../../src/import/import-jrnl.ts';
import type { SourceItem } from '../../src/import/foreign-entry.ts';
import { inShort } from './samples/sources.ts';

/** As jrnl 1.9.8 writes it. */
const JOURNAL = `2010-06-10 15:00 A life without chocolate.
Hard. @food

2011-01-02 23:59 Late *
With a star

2012-03-04 05:06 Several lines
first

2012-13-45 99:99 not a date   
  indented
* list

2013-12-12 09:00 A title alone

2014-12-13 08:00 ???
日本語 🎉 @two/three
`;

/** The same, as its own --export json has it. */
const JSON_OF_IT = [
  {
    title: 'A life without chocolate.',
    body: 'Hard. @food\n\n',
    date: '2010-06-10',
    time: '15:00',
    starred: false,
  },
  { title: 'Late ', body: 'With a star\n\n', date: '2011-01-02', time: '23:59', starred: true },
  {
    title: 'Several lines',
    body: 'first\n\n2012-13-45 99:99 not a date\n  indented\n* list\n\n',
    date: '2012-03-04',
    time: '05:06',
    starred: false,
  },
  { title: 'A title alone', body: '\n', date: '2013-12-12', time: '09:00', starred: false },
  { title: '???', body: '日本語 🎉 @two/three\n', date: '2014-12-13', time: '08:00', starred: false },
];

const inAll = (items: Iterable<SourceItem>): unknown => Array.from(items, (item) => inShort(item, 'jrnl'));

test('a journal of jrnl 1 was refused, with a command that jrnl 1 does not have', () => {
  const items = [...readJrnlText(JOURNAL, 'j')];
  expect(items.map(({ place }) => place)).toEqual(['j:1', 'j:4', 'j:7', 'j:14', 'j:16']);
  expect(inAll(items)).toEqual(inAll(JSON_OF_IT.map((entry) => readJrnlEntry(entry, 'j'))));
  expect(inAll(items)).toMatchObject([
    { at: '2010-06-10T15:00:00', text: 'A life without chocolate.\n\nHard. @food', tags: ['food'] },
    { text: 'Late\n\nWith a star', front: 'imported-from: jrnl\nstarred: true' },
    { text: 'Several lines\n\nfirst\n\n2012-13-45 99:99 not a date\n  indented\n* list' },
    { text: 'A title alone' },
    { tags: ['two/three'] },
  ]);
});

test.each([
  ['2010/06/10 15:00', '2010-06-10T15:00:00'],
  ['2010.06.10 9:05', '2010-06-10T09:05:00'],
  ['2010-06-10 15:00:07', '2010-06-10T15:00:07'],
  ['2010-06-10 03:00 PM', '2010-06-10T15:00:00'],
  ['2010-06-10T15:00', '2010-06-10T15:00:00'],
])('jrnl 1 dates an entry %s', (date, at) => {
  expect([...readJrnl1Text(`\ufeff\n${date} x\r\ny\r\n`, 'j')]).toMatchObject([
    { foreign: { at, text: 'x\n\ny' } },
  ]);
});

test('a date of another form than the first one is text, and one of the same form begins an entry, as for jrnl 1', () => {
  const text = '2010-06-10 15:00 x\n2010/06/11 15:00 text\n2010-06-11 15:00:07 text\n2010-06-12 15:00 y\n';
  expect([...readJrnl1Text(text, 'j')]).toMatchObject([
    { foreign: { text: 'x\n\n2010/06/11 15:00 text\n2010-06-11 15:00:07 text' } },
    { place: 'j:4', foreign: { at: '2010-06-12T15:00:00', text: 'y' } },
  ]);
});

test('entries with brackets below a date without are not swallowed', () => {
  expect([...readJrnlText('2010-06-10 15:00 x\n[2010-06-11 15:00] y\n', 'j')]).toMatchObject([
    { place: 'j:1', mistake: expect.stringContaining('text before the first entry') },
    { place: 'j:2', foreign: { text: 'y' } },
  ]);
});
