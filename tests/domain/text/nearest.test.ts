import { expect, test } from 'vitest';
import { namesWithPart, nearest } from '../../../src/domain/text/nearest.ts';

const roles = ['member', 'manager'];
const keys = ['id', 'type', 'ask', 'why', 'nudge', 'smaller', 'ask_without_recall'];

test.each([
  { case: 'the word itself', word: 'manager', among: roles, is: 'manager' },
  { case: 'capitals', word: 'Manager', among: roles, is: 'manager' },
  { case: 'a wrong letter', word: 'mamager', among: roles, is: 'manager' },
  { case: 'a missing letter', word: 'manger', among: roles, is: 'manager' },
  { case: 'a doubled letter', word: 'nuddge', among: keys, is: 'nudge' },
  { case: 'two letters that changed places', word: 'tpye', among: keys, is: 'type' },
  { case: 'two letters that changed places in a longer word', word: 'nugde', among: keys, is: 'nudge' },
  { case: 'three slips in a long word', word: 'ask_wihout_reccal', among: keys, is: 'ask_without_recall' },
  { case: 'two slips in a short word are too many', word: 'tips', among: keys, is: undefined },
  { case: 'another word', word: 'boss', among: roles, is: undefined },
  { case: 'nothing typed', word: '', among: keys, is: undefined },
  { case: 'nothing to choose from', word: 'type', among: [], is: undefined },
  { case: 'the nearer of two', word: 'kepp', among: ['keep', 'kept'], is: 'keep' },
  { case: 'the first of equally near ones', word: 'kexx', among: ['kexa', 'kexb'], is: 'kexa' },
])('$case', ({ word, among, is }) => expect(nearest(word, among)).toBe(is));

test('a very long word is compared with nothing', () => {
  expect(nearest('a'.repeat(1_000_000), ['a'.repeat(10)])).toBeUndefined();
});

const ids = ['checkin-trust', 'checkin-load', 'run-trust', 'trusted-by'];

test.each([
  { case: 'an ending', word: 'load', is: ['checkin-load'] },
  { case: 'a beginning', word: 'checkin', is: ['checkin-trust', 'checkin-load'] },
  { case: 'a whole word before an unfinished one', word: 'trust', is: ['checkin-trust', 'run-trust'] },
  { case: 'an unfinished word', word: 'Trus', is: ['checkin-trust', 'run-trust', 'trusted-by'] },
  { case: 'two letters say too little', word: 'lo', is: [] },
  { case: 'the middle of a word', word: 'rust', is: [] },
  { case: 'nothing typed', word: '', is: [] },
])('names with a part: $case', ({ word, is }) => expect(namesWithPart(word, ids)).toEqual(is));
