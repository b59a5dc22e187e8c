import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondLook } from '../../src/doctor/second-look.ts';
import { looksLikeEntry } from '../../src/doctor/unread.ts';
import { parseBank } from '../../src/formats/banks/bank-yaml.ts';
import { printEntry } from '../../src/formats/entry/entry-markdown.ts';
import { plainHostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { bankNamed } from '../domain/plans.ts';
import { readEntry, sample } from '../formats/entry/entry-samples.ts';

const bank = parseBank(
  [
    'bank: member',
    'version: 1',
    'role: both',
    'title: Mine',
    'intro: Some questions.',
    'questions:',
    '  - {id: member-felt, type: text, core: true, ask: "What did you feel?", ideas: [S1]}',
    '  - id: member-fit',
    '    type: choice',
    '    ask: How did it fit?',
    '    ideas: [S1]',
    '    options: [{value: fitting, label: It did}, {value: too-much, label: Too much}]',
    '  - {id: member-clear, type: scale, ask: "How clear is it?", ideas: [S1], scale: {min: 1, max: 5, low: a, high: b}}',
    '',
  ].join('\n'),
  'member.yaml',
);

/** How a changed file is read: the line and the beginning of what is said. */
function lookAt(text: string): readonly string[] {
  return secondLook(text, readEntry(text), bank).map(({ line, message }) => `${line}: ${message}`);
}

test('an entry that coach wrote could not be meant otherwise, whatever it holds', () => {
  fc.assert(
    fc.property(plainHostileEntry, (entry) => {
      const text = printEntry(entry);
      expect(secondLook(text, readEntry(text), undefined)).toEqual([]);
      expect(looksLikeEntry(text)).toBe(true);
    }),
    { numRuns: 500 },
  );
  expect(lookAt(sample)).toEqual([]);
});

describe('doctor said "all sound" of an entry that was read otherwise than it looks', () => {
  test.each([
    ['a key with a slip', 'role: member', 'rloe: member', '9: coach does not know this key'],
    ['a key with a capital', 'minutes: 7', 'Minutes: 7', '11: coach does not know this key'],
    [
      'a name that YAML takes for a comment',
      'role: member',
      'about: #3',
      '9: YAML reads everything after "#" as',
    ],
    ['a part of a name', 'role: member', 'about: team #3', '9: YAML reads everything after " #" as'],
    ['a link in the place of a name', 'role: member', 'about: "[[D.]]"', '9: a link is read as the name'],
    [
      'both sides of a merge',
      'Small, then',
      '<<<<<<< HEAD\nSmall, then\n=======\nBig, then\n>>>>>>> theirs\n',
      '19: a merge left two versions here',
    ],
    [
      'a comment with another dash',
      '<!-- coach: member-felt',
      '<!– coach: member-felt',
      '17: this looks like',
    ],
    ['a comment that shows', '<!-- coach: member-felt', '\\<!-- coach: member-felt', '17: this looks like'],
    ['a comment in a quote', '<!-- coach: member-fit', '> <!-- coach: member-fit', '22: this looks like'],
    [
      'a comment within its heading',
      '?\n<!-- coach: member-fit',
      '? <!-- coach: member-fit',
      '21: this looks like',
    ],
    ['a comment with a capital', '<!-- coach: member-fit', '<!-- Coach: member-fit', '22: this looks like'],
    [
      'a comment that is gone',
      '<!-- coach: member-fit choice -->\n',
      '',
      '21: this is the wording of a question',
    ],
    [
      'words that are nearly a skip',
      'Small, then angry 👩‍👩‍👧‍👦.',
      '*too close*.',
      '19: this is read as an answer',
    ],
    ['the same in a list', 'Small, then angry 👩‍👩‍👧‍👦.', '* passed *', '19: this is read as an answer'],
    ['words that lost their signs', 'Small, then angry 👩‍👩‍👧‍👦.', 'too close', '19: this is read as an answer'],
    [
      'words whose signs were escaped',
      'Small, then angry 👩‍👩‍👧‍👦.',
      '\\*passed\\*',
      '19: this is read as an answer',
    ],
    ['a skip with a full stop', 'Small, then angry 👩‍👩‍👧‍👦.', '*Too close.*', '19: this is read as an answer'],
    ['a skip in HTML', 'Small, then angry 👩‍👩‍👧‍👦.', '<em>Too close</em>', '19: this is read as an answer'],
    ['a skip of a choice with a full stop', 'fitting (It did)', '*Passed.*', '24: this is read as an answer'],
    ['a blank of HTML alone', 'Small, then angry 👩‍👩‍👧‍👦.', '&nbsp;', '19: viewers show nothing'],
    ['several of them', 'Small, then angry 👩‍👩‍👧‍👦.', '&#160;\n\n<br>', '19: viewers show nothing'],
    ['a comment alone', 'Small, then angry 👩‍👩‍👧‍👦.', '<!-- later -->', '19: viewers show nothing'],
    ['another note alone', 'Small, then angry 👩‍👩‍👧‍👦.', '![[D.]]', '19: what viewers show here'],
    ['a part whose number was escaped', '- Likelihood: 70', '2\\. Likelihood: 70', '30: this looks like'],
    ['a part without a bullet', '- Likelihood: 70', 'Likelihood: 70', '30: this looks like'],
    ['a part below a paragraph', '- Due: 2026', '\nOr later.\n\n- Due: 2026', '34: this looks like'],
    ['zeros of a power cut', 'Small', '\0\0\0', '19: there are null bytes here'],
    [
      'a file that was cut off',
      sample.slice(sample.indexOf(' 5 clear)')),
      ' 5 cl)',
      '37: the last line does not end with a newline',
    ],
    [
      'a file without questions',
      sample.slice(sample.indexOf('## What did')),
      '',
      '13: there is no question in this entry',
    ],
    ['an answer that went away', 'fitting (It did)', '', '22: there is nothing here'],
    ['a rule below a paragraph', 'Small,', 'Big.\n\nSmall\n---\n', '22: this line turns the one above'],
    ['a rule below the first line', 'Small,', 'Small\n---\n', '20: Markdown viewers show'],
    ['a block of code that is never closed', 'Small,', '```\nSmall', '19: a code block starts here'],
    ['a part of a list in a quote', '- Due: 2026', '> - Due: 2026', '31: anything directly below'],
    ['words right below a value', '(It did)', '(It did)\nand more', '25: anything directly below'],
    [
      'a question with a slip',
      'coach: member-clear',
      'coach: member-claer',
      '35: the bank member has no question',
    ],
    [
      'an option that is none',
      'fitting (It did)',
      'fittin',
      '24: this is read as written, but the question has no',
    ],
    [
      'a number out of the scale',
      '3 (1 not clear',
      '7 (1 not clear',
      '37: this is not on the scale, which goes from',
    ],
    [
      'another type',
      'member-fit choice',
      'member-fit text',
      '24: this is read as the type given in its comment',
    ],
    ['an outcome that is to be waited for', 'fit choice', 'fit choice closes=a1/b', ''],
  ])('%s', (_, from, to, said) => {
    expect(sample).toContain(from);
    const found = lookAt(sample.replace(from, () => to));
    expect(found.filter((line) => said !== '' && !line.startsWith(said)).length).toBe(
      Math.max(0, found.length - 1),
    );
    expect(found.length > 0).toBe(said !== '');
  });

  test('a number out of the scale went unseen once its bank was gone', () => {
    const text = sample.replace('3 (1 not clear', '7 (1 not clear');
    expect(secondLook(text, readEntry(text), undefined)).toMatchObject([{ line: 37, isProblem: false }]);
  });

  test.each([
    ['wait (Too early)', 'closes=a1/b', 'the chosen option sets another date'],
    ['yes (It did)', 'continues=a1/b', 'the chosen option closes'],
    ['wait (Too early)', 'continues=a1/b', undefined],
    ['yes (It did)', 'closes=a1/b', undefined],
  ])('a link that says something else than %s: %s', (value, link, said) => {
    const text = sample.replace('fit choice', `fit choice ${link}`).replace('fitting (It did)', value);
    const found = secondLook(text, readEntry(text), undefined).map(
      ({ line, message }) => `${line} ${message}`,
    );
    expect(found.map((told) => told.slice(0, `22 ${said}`.length))).toEqual(
      said === undefined ? [] : [`22 ${said}`],
    );
  });
});

test.each([
  'Suppose you take that piece on fully, answer for the result, and nobody steers you along the way. What do you expect to happen?',
  'What, if anything, keeps you from taking on more?',
  'What, if anything, keeps you from taking on "the report"?',
  'Seen from the other side, what reason might D. have for staying so close?',
])('a question with own words in it, or not asked any more, had not lost its comment: %s', (wording) => {
  const text = `${sample}\n## ${wording}\n\nIt rains.\n`;
  const said = secondLook(text, readEntry(text), bankNamed('member')).map(({ message }) => message);
  expect(said).toContainEqual(expect.stringContaining('has lost its comment'));
  const own = text.replace(wording, `${wording.slice(0, -1)}, really?`);
  const mine = secondLook(own, readEntry(own), bankNamed('member')).map(({ message }) => message);
  expect(mine).not.toContainEqual(expect.stringContaining('has lost its comment'));
});
