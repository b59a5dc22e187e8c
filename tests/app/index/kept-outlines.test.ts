import { expect, test } from 'vitest';
import {
  entriesOfOutlines,
  outlinesAt,
  outlinesIn,
  printOutline,
  printOutlines,
  readOutlines,
} from '../../../src/app/index/kept-outlines.ts';
import { sharedAnswers } from '../../../src/app/index/segment.ts';
import { outlineOf } from '../../../src/app/journal/outline.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { bytesOf, textOf } from '../../../src/formats/index/index-bytes.ts';
import { commitment, level } from '../../domain/journals.ts';
import { numbering } from '../../../src/domain/text/numbering.ts';
import { entryWith } from '../../formats/entry/entry-samples.ts';

/** More than are read one by one. */
const MANY = 50;

function kept(entries: readonly Entry[]): Uint8Array {
  const shared = numbering();
  const outlines = entries.map((entry) => {
    const own = numbering();
    return printOutline(outlineOf({ entry, path: 'a.md' }, own.of), own.all, shared.of);
  });
  return bytesOf(printOutlines([JSON.stringify(shared.all), '[]', ...outlines]));
}

const entries = Array.from({ length: MANY }, (_, at) =>
  entryWith({
    id: `id${at}`,
    title: '',
    answers: [
      level('checkin-trust', (at % 5) + 1),
      level('checkin-autonomy', (at % 3) + 1),
      ...(at % 4 === 0 ? [commitment('member-commitment', '2026-11-20')] : []),
    ],
  }),
);

test('outlines say the same whether many of them are read at once or each by itself', () => {
  const all = outlinesIn(kept(entries), sharedAnswers())([...entries.keys()]);
  const oneByOne = outlinesIn(kept(entries), sharedAnswers());
  expect(all.map(({ entry }) => [entry.id, entry.answers])).toEqual(
    entries.map(({ id, answers }) => [id, answers]),
  );
  expect([...entries.keys()].flatMap((at) => oneByOne([at]))).toEqual(all);
});

test('some of them by themselves say what they say among others', () => {
  const places = [1, 4, 5, 48];
  const some = entriesOfOutlines(bytesOf(outlinesAt(kept(entries), places)), sharedAnswers());
  expect(some).toEqual(outlinesIn(kept(entries), sharedAnswers())(places));
});

test('outlines that are read and printed again are the same, byte for byte', () => {
  const { shared, outlines } = readOutlines(textOf(kept(entries)));
  const again = numbering();
  const printed = outlines.map((outline) => (outline === 0 ? '0' : printOutline(outline, shared, again.of)));
  expect(printOutlines([JSON.stringify(again.all), '[]', ...printed])).toBe(textOf(kept(entries)));
  expect(again.all.filter((json) => json.startsWith('['))).toHaveLength(15);
});

test('an answer was left out without a word where the index did not hold what it shares with others', () => {
  const [entry] = entries;
  const outline = entry && outlineOf({ entry, path: 'a.md' }, () => 7);
  const bytes = bytesOf(printOutlines(['[]', '[]', JSON.stringify(outline)]));
  expect(() => outlinesIn(bytes, sharedAnswers())([0])).toThrow(SyntaxError);
});
