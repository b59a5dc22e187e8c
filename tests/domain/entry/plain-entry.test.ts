import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainEntry } from '../../../src/domain/entry/plain-entry.ts';
import { hostileEntry } from '../../formats/entry/entry-arbitrary.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

describe('a plain entry', () => {
  test('is plain already', () => {
    fc.assert(
      fc.property(hostileEntry, (entry) => {
        const plain = plainEntry(entry);
        expect(plainEntry(plain)).toStrictEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  test('an ordinary one does not change', () => {
    const entry = entryWith({
      tags: ['a'],
      answers: [
        textAnswer('  one  \n\ntwo\n'),
        {
          question: 'q',
          asked: 'A?',
          closes: 'a1/b',
          vague: true,
          type: 'choice',
          value: 'x',
          legend: 'X',
          skip: null,
        },
        { question: 'r', asked: 'B?', type: 'prediction', value: null, skip: 'not-today' },
        { question: 's', asked: 'C?', type: 'percent', value: 0.3, skip: null },
      ],
      extra: { front: 'mood: 3', sections: [{ after: 'q', text: 'Mine.' }] },
    });
    expect(plainEntry(entry)).toStrictEqual(entry);
  });

  test('an answer without words is passed', () => {
    const prediction = { expect: ' ', sign: 'x', likelihood: 0.5, due: null, feeling: null };
    const { answers } = plainEntry(
      entryWith({
        answers: [
          textAnswer('\u0000 \n'),
          { question: 'q', asked: '', step: 'one', type: 'prediction', value: prediction, skip: null },
        ],
      }),
    );
    expect(answers).toMatchObject([
      { question: 'member-felt', type: 'text', value: null, skip: 'passed' },
      { question: 'q', step: 'one', type: 'prediction', value: null, skip: 'passed' },
    ]);
  });

  test('what a person added stands in the order of the answers, one section to each place, and none is lost', () => {
    const { extra } = plainEntry(
      entryWith({
        answers: [textAnswer('a', 'first'), textAnswer('b', 'second')],
        extra: {
          front: '\n\nmood: 3\r\n',
          sections: [
            { after: 'gone', text: 'from an answer that is no more' },
            { after: 'second', text: '## Two' },
            { after: 'first', text: '\n' },
            { after: 'second', text: '\n## Three\n\n' },
            { after: null, text: 'Zero' },
          ],
        },
      }),
    );
    expect(extra).toEqual({
      front: 'mood: 3',
      sections: [
        { after: null, text: 'Zero' },
        { after: 'second', text: 'from an answer that is no more\n\n## Two\n\n## Three' },
      ],
    });
  });
});
