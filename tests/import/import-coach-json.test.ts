import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { plainEntry } from '../../src/domain/entry/plain-entry.ts';
import { entryAsJson, type JsonAnswer, printJson } from '../../src/formats/entry/entry-json.ts';
import { readCoachEntry } from '../../src/import/import-coach-json.ts';
import { hostileEntry } from '../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../formats/entry/entry-samples.ts';

/** An entry as JSON, with the words in brackets beside its choices and scales. */
function exported(entry: Entry): unknown {
  const json: { readonly answers: readonly JsonAnswer[] } = JSON.parse(printJson(entryAsJson(entry, 'a.md')));
  const answers = json.answers.map((answer, at) => {
    const given = entry.answers[at];
    const legend = given && 'legend' in given ? given.legend : undefined;
    return legend === undefined ? answer : { ...answer, legend };
  });
  return { ...json, answers };
}

test('what is exported and imported is the same entry, whatever it holds', () => {
  fc.assert(
    fc.property(hostileEntry, (entry) => {
      const plain = plainEntry(entry);
      expect(readCoachEntry(exported(plain), 'here')).toEqual({ place: 'here', entry: plain });
      expect(readCoachEntry(exported(entry), 'here')).toEqual({ place: 'here', entry: plain });
    }),
    { numRuns: 300 },
  );
});

const sample = exported(entryWith({ answers: [textAnswer('Small.')] }));
const answer = { question: 'a', asked: 'A?', type: 'text', value: 'x', skip: null };

describe('what is not as expected is said', () => {
  test.each([
    { change: { format: 2 }, says: '"format": expected 1, the format that this version of coach reads' },
    { change: { id: '../../etc/passwd' }, says: '"id": expected an id of letters and digits' },
    { change: { bank: '../x' }, says: '"bank": expected a name such as member-step' },
    { change: { at: '2026-02-30' }, says: '"at": expected a time such as "2026-11-22T09:14:05+01:00"' },
    { change: { at: undefined }, says: 'the key "at" is missing' },
    { change: { day: '22.11.2026' }, says: '"day": expected a date, YYYY-MM-DD' },
    { change: { tags: 'a' }, says: '"tags": expected a list of tags' },
    { change: { mood: 1 }, says: 'the key "mood" is not known' },
    { change: { minutes: -1 }, says: '"minutes": expected a number, 0 or more' },
    {
      change: { answers: [7] },
      says: 'answer 1: expected an answer with "question", "asked", "type", "value" and "skip"',
    },
    { change: { answers: [answer, answer] }, says: 'answer 2: the question a appears twice' },
    {
      change: { answers: [{ ...answer, type: 'percent', value: 170 }] },
      says: 'answer 1: "value": expected a whole number from 0 to 100',
    },
    {
      change: { answers: [{ ...answer, type: 'date', value: 'soon' }] },
      says: 'answer 1: "value": expected a date, YYYY-MM-DD',
    },
    {
      change: { answers: [{ ...answer, legend: 'x' }] },
      says: 'answer 1: a legend is allowed only with a choice or a scale',
    },
    {
      change: { answers: [{ ...answer, skip: 'passed' }] },
      says: 'answer 1: expected the value null for a skipped question',
    },
    {
      change: { answers: [{ ...answer, closes: 'nothing' }] },
      says: 'answer 1: "closes": expected a reference such as k3x8m2p9qa/member-step',
    },
  ])('$says', ({ change, says }) => {
    const value: unknown = JSON.parse(JSON.stringify({ ...Object(sample), ...change }));
    expect(readCoachEntry(value, 'here')).toEqual({ place: 'here', mistake: says });
  });
});
