import { expect, test } from 'vitest';
import { outlinesIn, printOutlines } from '../../../src/app/index/kept-outlines.ts';
import { sharedAnswers } from '../../../src/app/index/segment.ts';
import { outlineOf } from '../../../src/app/journal/outline.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { bytesOf } from '../../../src/formats/index/index-bytes.ts';
import { level } from '../../domain/journals.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

/** More than are read one by one. */
const MANY = 50;

function kept(entries: readonly Entry[]): Uint8Array {
  const shared: string[] = [];
  const outlines = entries.map((entry) =>
    JSON.stringify(outlineOf({ entry, path: 'a.md' }, (answer) => shared.push(answer) - 1)),
  );
  return bytesOf(printOutlines([JSON.stringify(shared), '[]', ...outlines]));
}

const entries = Array.from({ length: MANY }, (_, at) =>
  entryWith({ id: `id${at}`, title: '', answers: [level('checkin-trust', (at % 5) + 1)] }),
);

test('outlines say the same whether many of them are read at once or each by itself', () => {
  const all = outlinesIn(kept(entries), sharedAnswers())([...entries.keys()]);
  const oneByOne = outlinesIn(kept(entries), sharedAnswers());
  expect(all.map(({ entry }) => [entry.id, entry.answers])).toEqual(
    entries.map(({ id, answers }) => [id, answers]),
  );
  expect([...entries.keys()].flatMap((at) => oneByOne([at]))).toEqual(all);
});

test('an answer was left out without a word where the index did not hold what it shares with others', () => {
  const [entry] = entries;
  const outline = entry && outlineOf({ entry, path: 'a.md' }, () => 7);
  const bytes = bytesOf(printOutlines(['[]', '[]', JSON.stringify(outline)]));
  expect(() => outlinesIn(bytes, sharedAnswers())([0])).toThrow(SyntaxError);
});
