import { QUESTION_TYPES } from '../../../src/domain/banks/question-bank.ts';
import { describe, expect, test } from 'vitest';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { readEntry } from './entry-samples.ts';

/** A file with one question and what somebody wrote below it. */
function fileWith(type: string, below: string, comment = `<!-- coach: q ${type} -->`): string {
  return `---\ncoach: 1\nid: a1\nat: "2026-11-22"\nbank: mine\n---\n\n# Mine\n\n## Asked?\n${comment}\n\n${below}\n`;
}

function frontWith(...lines: readonly string[]): string {
  return [
    '---',
    'coach: 1',
    'id: a1',
    'at: "2026-11-22T09:14+01:00"',
    'bank: mine',
    ...lines,
    '---',
    '',
  ].join('\n');
}

describe('law 3: what a person edits is what is read', () => {
  test.each([
    ['text', 'Changed.\n\nAnd more.', 'Changed.\n\nAnd more.'],
    ['text', '*Passed* is how it felt.', '*Passed* is how it felt.'],
    ['text', '\\# as it was typed', '# as it was typed'],
    ['choice', 'fitting', 'fitting'],
    ['choice', '  too-much   ( more  than needed )  ', 'too-much'],
    ['choice', 'too-much(more)', 'too-much'],
    ['scale', '5 (1 low, 5 high)', 5],
    ['scale', '05', 5],
    ['scale', 'na (no contact)', 'na'],
    ['scale', '-2', -2],
    ['scale', '-0', 0],
    ['percent', '70 %', 0.7],
    ['percent', '70%', 0.7],
    ['percent', ' 70 ', 0.7],
    ['percent', '70\u202f%', 0.7],
    ['percent', '0', 0],
    ['percent', '100 %', 1],
    ['date', ' 2026-12-24 ', '2026-12-24'],
  ])('a %s: %j', (type, below, value) => {
    expect(readEntry(fileWith(type, below)).answers[0]).toMatchObject({ type, value, skip: null });
  });

  test.each([
    ['*passed*', 'passed'],
    ['  *not today*  ', 'not-today'],
    ['*Not mine*', 'not-mine'],
    ['*too close*', 'too-close'],
    ['', 'passed'],
    [' \t\n\n', 'passed'],
  ])('the skip %j', (below, skip) => {
    for (const type of QUESTION_TYPES) {
      expect(readEntry(fileWith(type, below)).answers[0]).toMatchObject({ type, value: null, skip });
    }
  });

  const nothing = { expect: '', sign: null, likelihood: null, due: null, feeling: null };
  test.each([
    ['only what is needed', '- Expect: rain', { expect: 'rain' }],
    ['any order', '- Likelihood: 70 %\n- Expect: rain', { expect: 'rain', likelihood: 0.7 }],
    [
      'other bullets and capitals',
      '* EXPECT: rain\n+ due : 2026-12-24',
      { expect: 'rain', due: '2026-12-24' },
    ],
    [
      'blank lines between',
      '- Expect: rain\n\n- Sign: drops\n \n- Feeling: Feared',
      { expect: 'rain', sign: 'drops', feeling: 'feared' },
    ],
    [
      'long lines wrapped',
      '- Expect: rain in\n  the afternoon\nat least\n- Sign: drops',
      { expect: 'rain in the afternoon at least', sign: 'drops' },
    ],
    ['a value on the next line', '- Expect:\n  rain', { expect: 'rain' }],
    ['a part emptied', '- Expect: rain\n- Sign:\n- Likelihood:', { expect: 'rain' }],
    ['colons in it', '- Expect: rain: a lot', { expect: 'rain: a lot' }],
    [
      'names in bold and italics',
      '- **Expect:** rain\n- __Sign__: *drops*\n- *Likelihood* : 70 %\n- ***Due:*** 2026-12-24',
      { expect: 'rain', sign: '*drops*', likelihood: 0.7, due: '2026-12-24' },
    ],
    ['signs of its own', '- Expect: ** rain\n- Sign:**', { expect: '** rain', sign: '**' }],
    ['indented', '  - Expect: rain\n  - Likelihood: 5', { expect: 'rain', likelihood: 0.05 }],
  ])('a prediction: %s', (_, below, parts) => {
    const [answer] = readEntry(fileWith('prediction', below)).answers;
    expect(answer).toMatchObject({ value: { ...nothing, ...parts } });
  });

  test('a commitment', () => {
    const below = '- then: ask first\n- By: 2026-12-06\n- Likelihood: 85%\n- when: the list is due';
    expect(readEntry(fileWith('commitment', below)).answers[0]?.value).toEqual({
      when: 'the list is due',
      then: 'ask first',
      by: '2026-12-06',
      likelihood: 0.85,
    });
  });

  test.each([
    ['the wording of a question', '## Asked?', '##   Asked otherwise?  ', { asked: 'Asked otherwise?' }],
    ['no wording', '## Asked?', '##', { asked: '' }],
    ['blank lines that a formatter put in', '## Asked?', '## Asked?\n\n', { asked: 'Asked?' }],
    ['blanks in the comment', '<!-- coach: q text -->', '<!--coach:  q   text-->  ', { question: 'q' }],
    ['a link', 'q text', 'q text closes=a1/b', { closes: 'a1/b' }],
    [
      'links in any order',
      'q text',
      'q text vague step=one continues=b2/c',
      { vague: true, step: 'one', continues: 'b2/c' },
    ],
  ])('%s', (_, from, to, expected) => {
    expect(readEntry(fileWith('text', 'Words.').replace(from, to)).answers).toMatchObject([
      { type: 'text', value: 'Words.', ...expected },
    ]);
  });

  test.each([
    ['a title', '# Mine', '#   Another  title', { title: 'Another title' }],
    ['no title', '# Mine\n', '', { title: '' }],
    [
      'an empty title is none',
      '# Mine\n',
      '#\n',
      { title: '', extra: { front: '', sections: [{ after: null, text: '#' }] } },
    ],
  ])('%s', (_, from, to, expected) => {
    expect(readEntry(fileWith('text', 'Words.').replace(from, to))).toMatchObject(expected);
  });

  test.each([
    [
      'nothing but what is needed',
      [],
      {
        written: '2026-11-22T09:14+01:00',
        day: '2026-11-22',
        bankVersion: 1,
        zone: null,
        role: null,
        about: null,
        tags: [],
        minutes: null,
      },
    ],
    [
      'everything',
      [
        'written: "2026-11-23T10:00:00Z"',
        'day: 2026-11-21',
        'bank-version: 12',
        'zone: Asia/Tokyo',
        'role: manager',
        'about: D.',
        'tags: [a]',
        'minutes: 08',
      ],
      {
        written: '2026-11-23T10:00:00Z',
        day: '2026-11-21',
        bankVersion: 12,
        zone: 'Asia/Tokyo',
        role: 'manager',
        about: 'D.',
        tags: ['a'],
        minutes: 8,
      },
    ],
    ['the word of the person for a role', ['role: Micromanaged'], { role: 'member' }],
    ['the other word', ['role: micromanager'], { role: 'manager' }],
    [
      'emptied',
      ['about:', 'tags:', 'role: ~', 'zone: Null', 'minutes: ""'],
      { about: null, tags: [], role: null, zone: null, minutes: null },
    ],
    ['blanks', ['about: "  D.   E. "', 'tags: [" a ", ""]'], { about: 'D. E.', tags: ['a'] }],
    ['one tag', ['tags: drafts'], { tags: ['drafts'] }],
    ['tags in one line', ['tags: drafts, to do'], { tags: ['drafts', 'to do'] }],
    ['tags in a list', ['tags:', '  - drafts', '  - "2026"', '- x'], { tags: ['drafts', '2026', 'x'] }],
    ['a name that a note-taking program made a link', ['about: "[[D.]]"'], { about: 'D.' }],
    ['a link without quotes', ['about: [[D.]]'], { about: 'D.' }],
    ['a link to a heading in a folder', ['about: "[[People/D.#Talks]]"'], { about: 'D.' }],
    ['a link with words of its own', ['about: "[[people/d|D.]]"'], { about: 'D.' }],
    ['a link of Markdown', ['about: "[D.](people/D.md)"'], { about: 'D.' }],
    ['a list of one name', ['about: [D.]'], { about: 'D.' }],
    [
      'a list of one link',
      ['about:', '  - "[[D.]]"', 'role:', '  - member'],
      { about: 'D.', role: 'member' },
    ],
    ['an empty list', ['about: []', 'minutes: []', 'zone: [null]'], { about: null, minutes: null }],
    ['a day with the time that such programs add', ['day: 2026-11-22T00:00:00'], { day: '2026-11-22' }],
    ['the same in UTC', ['day: "2026-11-22T00:00:00.000Z"'], { day: '2026-11-22' }],
    ['tags with their signs', ['tags: "#drafts #to-do"'], { tags: ['drafts', 'to-do'] }],
    ['tags with signs and commas', ['tags: "#drafts, #a b"'], { tags: ['drafts', 'a b'] }],
    ['tags with signs in a list', ['tags:', '  - "#drafts"', '  - "[[b]]"'], { tags: ['drafts', 'b'] }],
    ['numbers in quotes', ['minutes: "7"', 'bank-version: "2"'], { minutes: 7, bankVersion: 2 }],
    ['tags that look like numbers', ['tags: [2026, 1.0]'], { tags: ['2026', '1.0'] }],
  ])('front matter: %s', (_, lines, expected) => {
    const read = readEntry(frontWith(...lines));
    expect(read).toMatchObject(expected);
    expect(readEntry(printEntry(read))).toStrictEqual(read);
  });
});

test.each(['==', '- '])(
  'an answer with 200,000 lines of %j below its first took longer than anybody waits',
  (line) => {
    const below = ['Rain.', ...Array.from({ length: 200_000 }, () => line)].join('\n');
    expect(readEntry(fileWith('text', below)).answers[0]?.value).toBe(below);
  },
);

test('a heading below such lines ends the answer all the same', () => {
  const { answers, extra } = readEntry(fileWith('text', 'Rain.\n==\n==\n\nMine\n==\nSun.'));
  expect([answers[0]?.value, extra.sections]).toEqual([
    'Rain.\n==\n==',
    [{ after: 'q', text: 'Mine\n==\nSun.' }],
  ]);
});
