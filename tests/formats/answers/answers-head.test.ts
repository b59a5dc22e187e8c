import { expect, test } from 'vitest';
import { type AnswersHead, readAnswersHead } from '../../../src/formats/answers/answers-file.ts';
import { readYaml } from '../../../src/formats/text/yaml-positions.ts';
import { said } from './every-type.ts';

const moment = (words: string): string | undefined =>
  words === 'yesterday 18:00' ? '2026-11-21T18:00:00+01:00' : undefined;
const head = (source: string): AnswersHead => readAnswersHead(readYaml(source), moment);

test.each<{ source: string; is: Partial<AnswersHead> }>([
  { source: 'mine-text: x', is: {} },
  { source: 'role: manager', is: { role: 'manager' } },
  { source: 'role: Micromanaged', is: { role: 'member' } },
  { source: 'role:\nabout: ""\nat: null\ntags:', is: {} },
  { source: 'about: " D.\\n "', is: { about: 'D.' } },
  { source: 'at: yesterday 18:00', is: { at: '2026-11-21T18:00:00+01:00' } },
  { source: 'tags: [one, "two three"]', is: { tags: ['one', 'two three'] } },
  { source: 'tags: []', is: {} },
])('$source', ({ source, is }) => expect(head(source)).toEqual({ ...is, mistakes: [], roleIsWrong: false }));

test.each([
  {
    source: 'role: manger',
    is: ['1:7 role: "manger" is not a role; did you mean manager?'],
    roleIsWrong: true,
  },
  {
    source: 'role: boss',
    is: ['1:7 role: "boss" is not a role; expected manager or member'],
    roleIsWrong: true,
  },
  { source: 'role: [member]', is: ['1:7 role: expected manager or member'], roleIsWrong: true },
  { source: 'about: 5', is: ['1:8 about: expected a short name'] },
  { source: 'at: 20261122', is: ['1:5 at: expected a time such as 2026-11-22T09:14 or "yesterday 18:00"'] },
  {
    source: 'at: tomorrow',
    is: [
      '1:5 at: "tomorrow" is not a time in the past; expected a time such as 2026-11-22T09:14 or "yesterday 18:00"',
    ],
  },
  { source: 'tags: one', is: ['1:7 tags: expected a list of words, for example [one, two]'] },
  { source: 'tags: [one, 2]', is: ['1:7 tags: expected a list of words, for example [one, two]'] },
  { source: '', is: ['1:1 expected "question: answer" lines (see --template)'] },
  { source: '- one', is: ['1:1 expected "question: answer" lines (see --template)'] },
  { source: 'words', is: ['1:1 expected "question: answer" lines (see --template)'] },
])('$source', ({ source, is, roleIsWrong = false }) => {
  const { mistakes, roleIsWrong: wrongRole } = head(source);
  expect(mistakes.map(said)).toEqual(is);
  expect(wrongRole).toBe(roleIsWrong);
});

test('what is no YAML is said, and nothing else', () => {
  expect(head('role: "member\nabout: D.').mistakes.length).toBe(1);
  expect(head('about: D.\nabout: E.').mistakes.map(said)).toEqual(['2:1 the key "about" appears twice']);
});
