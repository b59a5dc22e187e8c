import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../../src/domain/sitting/draft.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { parseDraft, printDraft } from '../../../src/formats/answers/draft-json.ts';
import { bankNamed, planOf, TODAY } from '../../domain/plans.ts';
import { after, sittingsOf, walks } from '../../domain/walks.ts';

const HOLDER = { pid: 4711, started: '12345', host: 'here' };
const HEAD = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false };

/** A draft of the member's bank with one answer. */
const draft = draftOf(
  after(
    beginSitting(planOf(bankNamed('member')), TODAY),
    { kind: 'answer', value: 'a short one' },
    { kind: 'decline' },
  ),
  HEAD,
  { 'member-situation': 90 },
);
const file = { format: 1, holder: HOLDER, draft };

const parsed = (changes: object): unknown => parseDraft(JSON.stringify({ ...file, ...changes }));
const withDraft = (changes: object): unknown => parsed({ draft: { ...draft, ...changes } });

test('any draft comes back as it was', () => {
  fc.assert(
    fc.property(walks, fc.dictionary(fc.string(), fc.nat(7200)), ([name, walk], spent) => {
      const sitting = sittingsOf(name, walk).at(-1);
      if (!sitting) return;
      const any = draftOf(sitting, HEAD, spent);
      expect(parseDraft(printDraft(any, HOLDER))).toEqual({ format: 1, draft: any, holder: HOLDER });
    }),
  );
});

test('it is JSON that a person can read', () => {
  expect(parsed({})).toEqual(file);
  expect(printDraft(draft, HOLDER).split('\n').slice(0, 3)).toEqual(['{', '  "format": 1,', '  "holder": {']);
});

describe('anything else is left alone', () => {
  test.each([
    '',
    'not JSON',
    'null',
    '[]',
    '{}',
    '4',
    '"text"',
    '{"format": 1}',
    '{"format": 1, "draft": {}, "holder": {}}',
  ])('%s', (text) => expect(parseDraft(text)).toBeUndefined());

  test.each([
    { format: 2 },
    { format: '1' },
    { holder: null },
    { holder: { pid: '4711' } },
    { draft: null },
    { draft: [] },
  ])('%j', (changes) => expect(parsed(changes)).toBeUndefined());

  test.each([
    { id: 7 },
    { at: null },
    { bank: undefined },
    { title: undefined },
    { answers: null },
    { answers: ['text'] },
    { answers: [{ value: 'x', skip: null }] },
    { hidden: undefined },
    { questions: [1] },
    { parts: null },
    { field: undefined },
    { spent: 90 },
    { tags: 'q3' },
  ])('a draft with %j', (changes) => expect(withDraft(changes)).toBeUndefined());

  test('a file that breaks off', () => {
    const text = printDraft(draft, HOLDER);
    for (const end of [1, 10, text.length - 20, text.length - 2]) {
      expect(parseDraft(text.slice(0, end))).toBeUndefined();
    }
  });

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseDraft(text)).toBeUndefined();
      }),
    );
  });
});
