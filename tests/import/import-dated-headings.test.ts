import { describe, expect, test } from 'vitest';
import { readDatedHeadings } from '../../src/import/import-dated-headings.ts';
import type { DateOrder, SourceItem } from '../../src/import/foreign-entry.ts';

/** Each entry as its moment, text and tags; what is none as its place, and why. */
function inBrief(item: SourceItem): unknown {
  if (!('foreign' in item)) return item;
  const { at, text, tags } = item.foreign;
  return tags?.length === 0 ? [at, text] : [at, text, tags];
}

const read = (text: string, name = 'a.md', order?: DateOrder): readonly unknown[] =>
  Array.from(readDatedHeadings(text, name, order), inBrief);

describe('a text with dated headings', () => {
  test('is an entry for each of them, and deeper headings stay in the text', () => {
    const text =
      '# 2023\n\n## January\n\n### 2023-01-05\nRain.\n\n#### 2023-01-06 is tomorrow\n#walk\n\n### [[2023-01-06]] Fri\n\n## February\n### 2023-02-01 09:14 ###\nSnow.\n';
    expect(read(text)).toEqual([
      ['2023-01-05', 'Rain.\n\n#### 2023-01-06 is tomorrow\n#walk', ['walk']],
      ['2023-01-06', ''],
      ['2023-02-01T09:14:00', 'Snow.'],
    ]);
  });

  test('has other text, which is told', () => {
    const text =
      '# Journal\nMy words.\n\n## 2023-01-05\nRain.\n\n# Later\n\n## 2023-01-06\nSun.\n\n# 2024\n\nA good year.\n';
    expect(read(text)).toEqual([
      { place: 'a.md:1', undated: true, because: 'outside' },
      ['2023-01-05', 'Rain.'],
      { place: 'a.md:7', undated: true, because: 'outside' },
      ['2023-01-06', 'Sun.'],
      { place: 'a.md:14', undated: true, because: 'outside' },
    ]);
  });

  test('has headings of the same level without a day, which stay in the text above and are told', () => {
    expect(read('## Before\nx\n## 2023-01-05\nRain.\n## Ideas\nOne.\n## 3 things\n')).toEqual([
      { place: 'a.md:1', undated: true, because: 'outside' },
      { place: 'a.md:5', undated: true, because: 'undated-heading' },
      { place: 'a.md:7', undated: true, because: 'undated-heading' },
      ['2023-01-05', 'Rain.\n\n## Ideas\nOne.\n\n## 3 things'],
    ]);
  });

  test('has dates that cannot be told apart, or that are none', () => {
    const mistakes = read('## 03/04/2023\nx\n## 2023-02-30\ny\n## Thu, Jan 5\nz\n## 2023-01-05\nRain.');
    expect(mistakes).toEqual([
      {
        place: 'a.md:1',
        mistake:
          '03/04/2023 can be 3 April 2023 or 4 March 2023; add --dates dmy or --dates mdy to say which',
      },
      {
        place: 'a.md:3',
        mistake: expect.stringMatching(/^2023-02-30 is not a day; expected a heading such as/),
      },
      {
        place: 'a.md:5',
        mistake: expect.stringMatching(/^this is not a date that coach can read; expected/),
      },
      ['2023-01-05', 'Rain.'],
    ]);
    expect(read('## 03/04/2023\nx', 'a.md', 'mdy')).toEqual([['2023-03-04', 'x']]);
  });

  test('has a title with a date of its own', () => {
    expect(read('# 2023-12-31 Journal\n## 2023-01-05\nx\n## 2023-01-06\ny')).toEqual([
      { place: 'a.md:1', undated: true, because: 'outside' },
      ['2023-01-05', 'x'],
      ['2023-01-06', 'y'],
    ]);
  });

  test('may count the days', () => {
    expect(read('### Day 1: January 5, 2023 (Rain)\nx\n### Day 2: January 6, 2023\ny')).toEqual([
      ['2023-01-05', 'Day 1 (Rain)\n\nx'],
      ['2023-01-06', 'Day 2\n\ny'],
    ]);
  });

  test('has tags for all of it', () => {
    expect(read('---\ntags: [mine]\n---\n## 2023-01-05\nx')).toEqual([
      { place: 'a.md:1', undated: true, because: 'outside' },
      ['2023-01-05', 'x', ['mine']],
    ]);
  });

  test('may have its headings underlined, or lines with nothing but a day', () => {
    expect(read('2023-01-05\n==========\nRain.\n\n2023-01-06\n==========\nSun.\n')).toEqual([
      ['2023-01-05', 'Rain.'],
      ['2023-01-06', 'Sun.'],
    ]);
    expect(read('Thursday, January 5, 2023\nRain.\n\nJanuary 6, 2023\n2023 was wet.\n', 'a.txt')).toEqual([
      ['2023-01-05', 'Rain.'],
      ['2023-01-06', '2023 was wet.'],
    ]);
    expect(read('13/04/2025 - 14/04/2025\nRain.\n\n12/04/2025\n13/04/2025 was dry.\n')).toEqual([
      ['2025-04-13', '13/04/2025 - 14/04/2025\n\nRain.'],
      { place: 'a.md:4', mistake: expect.stringContaining('12/04/2025 can be') },
    ]);
    expect(read('**January 5, 2026** Rain.\n\n\n**January 6, 2026** Sun.\nAll day.\n')).toEqual([
      ['2026-01-05', 'Rain.'],
      ['2026-01-06', 'Sun.\n\nAll day.'],
    ]);
  });

  test('has code, in which nothing is a heading', () => {
    expect(read('## 2023-01-05\n  ```\n## 2023-01-06\n  ```\n## 2023-01-07\nx')).toEqual([
      ['2023-01-05', '  ```\n## 2023-01-06\n  ```'],
      ['2023-01-07', 'x'],
    ]);
  });

  test('with one fence missing hid all days up to the next one', () => {
    const days = ['05', '06', '07', '08'].map((day) => `## 2023-01-${day}\n`);
    expect(read(`${days[0]}\`\`\`\n${days[1]}${days[2]}\`\`\`\nx\n\`\`\`\n${days[3]}`)).toHaveLength(4);
  });

  test('with code between three signs in one line hid all days up to the next fence', () => {
    const text =
      '# Day 3: June 9, 2021\n```19```\n# Day 2: June 8, 2021\n```\nx\n```\n# Day 1: June 7, 2021\n';
    expect(read(text)).toHaveLength(3);
  });

  test('with one fence missing hid all days that are counted', () => {
    const days = ['5', '6', '7', '8'].map((day) => `## Day ${day}: June ${day}, 2021\n`);
    expect(read(`${days[0]}\`\`\`\n${days[1]}${days[2]}\`\`\`\nx\n\`\`\`\n${days[3]}`)).toHaveLength(4);
  });

  test('had entries in what a comment hides', () => {
    expect(
      read('## 2023-01-05\nRain.\n<!--\n## 2000-01-01\nTitle\n-->\n## 2023-01-06 <!-- a --> b\nSun.\n'),
    ).toEqual([
      ['2023-01-05', 'Rain.\n<!--\n## 2000-01-01\nTitle\n-->'],
      ['2023-01-06', '<!-- a --> b\n\nSun.'],
    ]);
  });

  test('with a comment that nothing ends lost its days', () => {
    expect(read('## 2023-01-05\n<!--\n## 2023-01-06\n## 2023-01-07\n-->\n## 2023-01-08\n')).toHaveLength(4);
    expect(read('## 2023-01-05\n<!--\n## 2023-01-06\nx\n')).toHaveLength(2);
  });

  test('with a link for a day had half of the link as a title', () => {
    expect(read('## [[2023-01-05|Thursday]] Rain\n## [2023-01-06](a.md)\n## [[2023-01-07|Home]]\n')).toEqual([
      ['2023-01-05', 'Rain'],
      ['2023-01-06', '[2023-01-06](a.md)'],
      ['2023-01-07', 'Home'],
    ]);
  });

  test('with a sign or a count ahead of its day lost it', () => {
    expect(read('## 📅 2023-01-05\nRain.\n## Day 2: January,6 2023\nSun.\n')).toEqual([
      ['2023-01-05', '📅\n\nRain.'],
      ['2023-01-06', 'Day 2\n\nSun.'],
    ]);
    expect(
      read('# Day 4 - April 12, 2025.\nx\n# Day 5 of 100 — April 13, 2025\ny\n# 6) April, 14 2025\nz'),
    ).toEqual([
      ['2025-04-12', 'Day 4\n\nx'],
      ['2025-04-13', 'Day 5 of 100\n\ny'],
      ['2025-04-14', '6)\n\nz'],
    ]);
    expect(read('## 2023-01-05\n## Day 2: Jan 6\n')).toMatchObject([{}, { mistake: expect.any(String) }]);
  });

  test('with several days in one was text of the day above', () => {
    const text =
      '# July 9, 2021\nx\n# Day 36-37: July 10-11, 2021\ny\n# July 23 - August 4, 2021\nz\n# December 30 - January 2, 2022\nw\n';
    expect(read(text)).toEqual([
      ['2021-07-09', 'x'],
      ['2021-07-10', 'Day 36-37 July 10-11, 2021\n\ny'],
      ['2021-07-23', 'July 23 - August 4, 2021\n\nz'],
      { place: 'a.md:7', mistake: expect.stringContaining('not a date that coach can read') },
    ]);
  });

  test('took for ever where a fence stood before very many blanks', () => {
    expect(read(`## 2023-01-05\n\`\`\`${' '.repeat(200_000)}x\n`)).toHaveLength(1);
  });

  test('was too deep where a heading named very many days of the week', () => {
    const heading = 'Monday, '.repeat(20_000);
    expect(read(`## 2023-01-05\n## ${heading}\nx`)).toHaveLength(2);
    expect(read('## Log, Thursday, January 5th, 2023\nx')).toEqual([['2023-01-05', 'Log\n\nx']]);
  });
});

describe('a text of Org with dated headings', () => {
  test('may be a tree of dates', () => {
    const text =
      '#+TITLE: Journal\n#+FILETAGS: :mine:\n* 2022\n** 2022-12 December\n*** 2022-12-20 Tuesday: :rain:\n**** <2022-12-21 Wed> Dentist\n*** 2022-12-21 Wednesday\n# a remark\n';
    expect(read(text, 'journal.org')).toEqual([
      { place: 'journal.org:1', undated: true, because: 'outside' },
      ['2022-12-20', '**** <2022-12-21 Wed> Dentist', ['mine', 'rain']],
      ['2022-12-21', '# a remark', ['mine']],
    ]);
  });

  test('of org-journal keeps its days in properties', () => {
    const text =
      '* Tuesday, 06/04/13\n:PROPERTIES:\n:CREATED:  20130604\n:END:\n** 10:28 Company meeting\nEndless.\n* Wednesday, 06/05/13\n:PROPERTIES:\n:CREATED:  20130605\n:END:\n** 11:33 Work\n';
    expect(read(text, '2013')).toEqual([
      ['2013-06-04', expect.stringContaining('** 10:28 Company meeting\nEndless.')],
      ['2013-06-05', expect.stringContaining('** 11:33 Work')],
    ]);
  });
});
