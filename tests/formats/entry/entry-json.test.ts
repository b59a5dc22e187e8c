import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import {
  entryAsJson,
  entryFromList,
  entryInList,
  jsonPieces,
  printJson,
} from '../../../src/formats/entry/entry-json.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { plainHostileEntry } from './entry-arbitrary.ts';
import { entryWith, readEntry, textAnswer } from './entry-samples.ts';

const path = '2026/11/2026-11-22-091405-member-k3x8m2p9qa.md';

/** One answer as JSON. */
function asJson(answer: Answer): unknown {
  const parsed: { readonly answers: readonly unknown[] } = JSON.parse(
    printJson(entryAsJson(entryWith({ answers: [answer] }), path)),
  );
  return parsed.answers[0];
}

test('an entry as scripts see it, with its keys in this order', () => {
  const entry = entryWith({
    tags: ['drafts'],
    answers: [textAnswer('Small.')],
    extra: { front: 'mood: 3', sections: [{ after: null, text: 'A rainy day.' }] },
  });
  expect(printJson(entryAsJson(entry, path))).toBe(`{
  "format": 1,
  "id": "k3x8m2p9qa",
  "at": "2026-11-22T09:14:05+01:00",
  "written": "2026-11-22T09:21:40+01:00",
  "zone": "Europe/Berlin",
  "day": "2026-11-22",
  "bank": "member",
  "bankVersion": 1,
  "role": "member",
  "about": "D.",
  "tags": [
    "drafts"
  ],
  "title": "When your work is closely managed",
  "path": "2026/11/2026-11-22-091405-member-k3x8m2p9qa.md",
  "minutes": 7,
  "answers": [
    {
      "question": "member-felt",
      "asked": "What did you feel in that moment?",
      "type": "text",
      "value": "Small.",
      "skip": null
    }
  ],
  "extra": {
    "front": "mood: 3",
    "sections": [
      {
        "after": null,
        "text": "A rainy day."
      }
    ]
  }
}
`);
});

test('what is unknown is null', () => {
  const entry = entryWith({ zone: null, role: null, about: null, minutes: null });
  expect(entryAsJson(entry, path)).toMatchObject({
    zone: null,
    role: null,
    about: null,
    minutes: null,
    tags: [],
  });
});

describe('answers', () => {
  const asked = { question: 'q', asked: 'Asked?' };
  test.each<{ readonly answer: Answer; readonly is: Readonly<Record<string, unknown>> }>([
    { answer: { ...asked, type: 'text', value: 'a\nb', skip: null }, is: { value: 'a\nb' } },
    {
      answer: { ...asked, type: 'choice', value: 'fitting', legend: 'It did', skip: null },
      is: { value: 'fitting', legend: 'It did' },
    },
    {
      answer: { ...asked, type: 'scale', value: 3, legend: '1 low, 5 high', skip: null },
      is: { value: 3, legend: '1 low, 5 high' },
    },
    { answer: { ...asked, type: 'scale', value: 'na', skip: null }, is: { value: 'na' } },
    { answer: { ...asked, type: 'percent', value: 0.29, skip: null }, is: { value: 29 } },
    { answer: { ...asked, type: 'date', value: '2026-12-24', skip: null }, is: { value: '2026-12-24' } },
    {
      answer: {
        ...asked,
        type: 'prediction',
        value: { expect: 'rain', sign: 'drops', likelihood: 0.07, due: '2026-12-24', feeling: 'feared' },
        skip: null,
      },
      is: { value: { expect: 'rain', sign: 'drops', likelihood: 7, due: '2026-12-24', feeling: 'feared' } },
    },
    {
      answer: {
        ...asked,
        type: 'commitment',
        value: { when: null, then: 'ask', by: null, likelihood: null },
        skip: null,
      },
      is: { value: { when: null, then: 'ask', by: null, likelihood: null } },
    },
    {
      answer: { ...asked, type: 'scale', value: null, skip: 'not-mine' },
      is: { value: null, skip: 'not-mine' },
    },
  ])('$answer.type $answer.value', ({ answer, is }) => {
    expect(asJson(answer)).toStrictEqual({ ...asked, type: answer.type, skip: null, ...is });
  });

  test('parts in their order', () => {
    const value = { feeling: null, due: null, likelihood: 0.5, sign: null, expect: 'rain' };
    const json = asJson({ ...asked, type: 'prediction', value, skip: null });
    expect(JSON.stringify(json)).toContain(
      '"value":{"expect":"rain","sign":null,"likelihood":50,"due":null,"feeling":null},"skip":null',
    );
    const plan = { likelihood: 0.5, by: null, then: 'ask', when: null };
    expect(JSON.stringify(asJson({ ...asked, type: 'commitment', value: plan, skip: null }))).toContain(
      '"value":{"when":null,"then":"ask","by":null,"likelihood":50},"skip":null',
    );
  });

  test('the words beside a value come after it, and before any links', () => {
    const answer: Answer = {
      ...asked,
      closes: 'c2/d',
      type: 'choice',
      legend: 'Partly',
      value: 'partly',
      skip: null,
    };
    expect(JSON.stringify(asJson(answer))).toBe(
      '{"question":"q","asked":"Asked?","type":"choice","value":"partly","skip":null,"legend":"Partly","closes":"c2/d"}',
    );
  });

  test('links come last, where there are any', () => {
    const answer: Answer = {
      ...asked,
      vague: true,
      step: 'step-see',
      continues: 'a1/b',
      closes: 'c2/d',
      type: 'text',
      value: 'x',
      skip: null,
    };
    expect(JSON.stringify(asJson(answer))).toBe(
      '{"question":"q","asked":"Asked?","type":"text","value":"x","skip":null,' +
        '"closes":"c2/d","continues":"a1/b","step":"step-see","vague":true}',
    );
  });
});

describe('printed JSON', () => {
  test('holds no character that a terminal would obey, and loses none', () => {
    const texts = ['\u0000\u001b[31m\u007f\u009b2J', 'é 👩‍👩‍👧‍👦 \u2028', '\\u009b'];
    const printed = printJson(texts);
    // eslint-disable-next-line no-control-regex
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(JSON.parse(printed)).toEqual(texts);
  });

  test('an empty list', () => {
    expect(printJson([])).toBe('[]\n');
  });

  test('says the same of an entry and of the file it was saved in', () => {
    fc.assert(
      fc.property(plainHostileEntry, (entry) => {
        const saved = readEntry(printEntry(entry));
        expect(printJson(entryAsJson(saved, path))).toBe(printJson(entryAsJson(entry, path)));
      }),
      { numRuns: 300 },
    );
  });
});

test('holds all that an entry holds', () => {
  fc.assert(
    fc.property(plainHostileEntry, (entry) => {
      expect(entryFromList(entryInList({ entry, path }))).toEqual(entry);
    }),
    { numRuns: 300 },
  );
});

test('a list in pieces is the list as a whole', () => {
  for (const length of [0, 1, 5, 300]) {
    const list = Array.from({ length }, (_, index) =>
      entryWith({ id: `${index}`, answers: [textAnswer('one\ntwo \u009b')] }),
    );
    const pieces = [...jsonPieces(list.map((entry) => entryInList({ entry, path })))];
    expect(pieces.join('')).toBe(printJson(list.map((entry) => entryAsJson(entry, path))));
  }
});
