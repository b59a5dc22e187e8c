import { expect, test } from 'vitest';
import { isKeyFile, isSynced } from '../../src/sync/synced-path.ts';

test.each([
  '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md',
  '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age',
  'trash/2026/11/a (1).md',
  'Projekt Ö/über uns.md',
  'console.md',
  `${'a/'.repeat(7)}b.md`,
])('%s is synced', (path) => expect(isSynced(path)).toBe(true));

test.each([
  '',
  'a.txt',
  'a.markdown',
  '.hidden.md',
  '.key/identity.age',
  '.history/versions/a.md/b.md',
  '.drafts/a.md',
  'trash/.x/a.md',
  '/etc/a.md',
  '../a.md',
  'a/../../b.md',
  'a//b.md',
  './a.md',
  'a\\b.md',
  'a:b.md',
  'a?.md',
  'a\nb.md',
  'a\u001b[31m.md',
  'a\u009b31m.md',
  'a\ufffd.md',
  'CON.md',
  'con/a.md',
  'lpt1.x.md',
  'a./b.md',
  'a /b.md',
  'x.md/b.md',
  'x.md.age/b.md',
  `${'a/'.repeat(8)}b.md`,
  `${'a'.repeat(198)}.md`,
  `${'ö'.repeat(120)}.md`,
  'a.md/',
])('%j is not', (path) => expect(isSynced(path)).toBe(false));

test('of the key only the files that hold it are synced', () => {
  const paths = [
    '.key/identity.age',
    '.key/recipients',
    '.key/other',
    'a/.key/recipients',
    '.key/recipients/a',
  ];
  expect(paths.filter(isKeyFile)).toEqual(['.key/identity.age', '.key/recipients']);
});
