import { describe, expect, test } from 'vitest';
import { everQuestionsOf, questionsOf } from '../../src/domain/banks/bank-questions.ts';
import { wordingRemarks } from '../../src/domain/banks/wording-remarks.ts';
import { parseBank } from '../../src/formats/banks/bank-yaml.ts';
import { builtInBanks } from './banks.ts';

/** What coach says to nobody, from docs/method.md, "What is never said". */
const never = [
  /\bwell done\b/i,
  /\b(?:great|good|nice) (?:job|work)\b/i,
  /\bgreat\b/i,
  /\bcongratulations?\b/i,
  /\bfail(?:ed|ure)?\b/i,
  /\boverdue\b/i,
  /\byou (?:should|must|ought)\b/i,
  /\bit is up to you\b/i,
  /\byou avoid\b/i,
  /\byou lack\b/i,
  /\btrust issues\b/i,
  /\bmicromanag/i,
  /\bnarcissis/i,
  /\btoxic\b/i,
  /\bcontrol freak\b/i,
  /\bstreaks?\b/i,
  /\bscores?\b/i,
  /\bthis shows that\b/i,
  /\bresearch (?:proves|shows)\b/i,
  /\beveryone knows\b/i,
  /\b(?:diagnos|therap|treatment)/i,
  /\d ?%/,
  /!/,
];

describe.each(builtInBanks)('$file', ({ source, bank }) => {
  test('no question begins with "why", asks twice, says "should" or runs on', () => {
    expect(wordingRemarks(bank)).toEqual([]);
  });

  test('nothing is said that is never said', () => {
    const spoken = source.replace(/^# .*$/gm, '');
    expect(never.filter((word) => word.test(spoken))).toEqual([]);
  });

  test('it names its JSON Schema to the editor', () => {
    expect(source.split('\n')[0]).toBe('# yaml-language-server: $schema=./bank.schema.json');
  });
});

test('ids are unique across all banks', () => {
  const ids = builtInBanks.flatMap(({ bank }) => [
    ...everQuestionsOf(bank).map(({ id }) => id),
    ...bank.steps.map(({ id }) => id),
  ]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('questions of other banks that are recalled, repeated or resolved exist', () => {
  const questions = builtInBanks.flatMap(({ bank }) => questionsOf(bank));
  // What was answered to a question of an earlier version is recalled, too.
  const ids = new Set(builtInBanks.flatMap(({ bank }) => everQuestionsOf(bank)).map(({ id }) => id));
  const named = questions.flatMap(({ recall = [], resolves = [], repeats }) =>
    [...recall, ...resolves, repeats ?? []].flat(),
  );
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

describe('remarks', () => {
  test.each([
    { case: 'an open question', ask: 'What happened?', is: [] },
    { case: 'why at the beginning', ask: 'Why did you do it?', is: ['why'] },
    { case: 'why in quotes at the beginning', ask: '“Why” did you do it?', is: ['why'] },
    { case: 'why further on', ask: 'What do you think is why?', is: [] },
    { case: 'whyever it is another word', ask: 'Whyte was here. What for?', is: [] },
    { case: 'two questions', ask: 'What happened? What then?', is: ['two-questions'] },
    { case: 'an order in disguise', ask: 'What should change?', is: ['should'] },
    { case: '26 words', ask: `${'word '.repeat(25)}word?`, is: [] },
    { case: '27 words', ask: `${'word '.repeat(26)}word?`, is: [27] },
    {
      case: 'several at once',
      ask: 'Why should they? Why?',
      is: ['why', 'two-questions', 'should'],
    },
  ])('$case', ({ ask, is }) => {
    expect(wordingRemarks(parseBank(bankAsking(ask), 'mine.yaml')).map(({ remark }) => remark)).toEqual(is);
  });

  test('every wording counts, the reason and the nudge do not', () => {
    const source = bankAsking(
      'What happened?',
      '    smaller: Why?\n    why: Why not?\n    nudge: Why? You should look. Why?\n',
    );
    expect(wordingRemarks(parseBank(source, 'mine.yaml'))).toEqual([{ id: 'mine-one', remark: 'why' }]);
    const byRole = source
      .replace('ask: "What happened?"', 'ask: {manager: "Why?", member: "What?"}')
      .replace('smaller: Why?', 'smaller: What?');
    expect(wordingRemarks(parseBank(byRole, 'mine.yaml'))).toEqual([{ id: 'mine-one', remark: 'why' }]);
  });
});

function bankAsking(ask: string, more = ''): string {
  return `bank: mine
version: 1
role: both
title: Mine
intro: My own.
questions:
  - id: mine-one
    type: text
    ask: "${ask}"
${more}`;
}
