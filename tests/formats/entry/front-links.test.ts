import { expect, test } from 'vitest';
import { linksAmong, withLinks, withoutLinks } from '../../../src/formats/entry/front-links.ts';

const file = (links: string): string =>
  `---\nid: a\nmood: calm\n${links}---\n\n# A plan\n\nlinks:\n  - "[[text]]"\n`;
const MINE = 'links:\n  - "[[People/D.]]"\n';
const BOTH = 'links:\n  - "[[People/D.]]"\n  - "[[review]]"\n';

test('links of the person’s own were taken out by an export that added others', () => {
  expect(withLinks(file(MINE), ['review'])).toBe(file(BOTH));
  expect(withLinks(file(MINE), [])).toBe(file(MINE));
  expect(withLinks(file(BOTH), ['review'])).toBe(file(BOTH));
});

test('what was added goes away again, and nothing else', () => {
  const isAdded = (name: string): boolean => name === 'review';
  expect(withoutLinks(withLinks(file(''), ['review']), isAdded)).toBe(file(''));
  expect(withoutLinks(file(BOTH), isAdded)).toBe(file(MINE));
  expect(withoutLinks(file(MINE), isAdded)).toBe(file(MINE));
});

test.each(['links: [mine]\n', 'links:\n  - mine\n', 'links: "[[review]]"\n'])(
  '%j stays as it is',
  (links) => {
    expect(withLinks(file(links), ['review'])).toBe(file(links));
    expect(withoutLinks(file(links), () => true)).toBe(file(links));
  },
);

test('a name with signs that mean something where texts are replaced stays what it is', () => {
  const odd = 'links:\n  - "[[$& $1]]"\n';
  expect(withLinks(file(odd), ['b'])).toBe(file(`${odd}  - "[[b]]"\n`));
});

test('a copy that another program had made got the links of the entry', () => {
  const name = '2026-11-22-080000-member-aaaaaaaaaa';
  const plan = { id: 'aaaaaaaaaa', answers: [] };
  const review = { path: 'review.md', entry: { id: 'b', answers: [{ closes: 'aaaaaaaaaa/plan' }] } };
  const copies = [`${name}.md`, `${name} (conflicted copy).md`].map((path) => ({ path, entry: plan }));
  for (const files of [copies, copies.toReversed()]) {
    expect(Object.fromEntries(linksAmong([...files, review]))).toEqual({
      'review.md': [name],
      [`${name}.md`]: ['review'],
    });
  }
});
