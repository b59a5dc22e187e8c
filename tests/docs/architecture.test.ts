import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';
import { DOCUMENTS, PAGES } from './pages.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const page = read('docs/architecture.md');

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name);

test('every file that the pages for developers name is there', () => {
  const named = [page, read('CONTRIBUTING.md')].flatMap((text) =>
    Array.from(text.matchAll(/`([\w./-]+\/[\w.-]+\.(?:ts|mjs|json))`/g), ([, file = '']) => file),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(
    named.filter((file) => !['', 'src'].some((root) => existsSync(path.join(ROOT, root, file)))),
  ).toEqual([]);
});

test('every part of the house and every room of a floor is on the page', () => {
  const parts = foldersIn('src');
  expect(parts.filter((part) => !page.includes(`${part}/`))).toEqual([]);
  const rows = new Map(
    Array.from(page.matchAll(/^\| `(\w+)` \| (.*) \|$/gm), ([, floor = '', rooms = '']) => [floor, rooms]),
  );
  for (const [floor, rooms] of rows) {
    const named = Array.from(rooms.matchAll(/(?:^|· )`([\w-]+)`/g), ([, room = '']) => room);
    expect({ floor, rooms: named.toSorted() }).toEqual({
      floor,
      rooms: foldersIn(`src/${floor}`).toSorted(),
    });
  }
  expect([...rows.keys()]).toEqual(['domain', 'formats', 'pages', 'app', 'adapters', 'cli']);
});

test('the list of documents names each of them once', () => {
  const links = read('docs/README.md').matchAll(/\]\(([\w/-]+\.md)\)/g);
  const listed = Array.from(links, ([, file = '']) => file);
  expect(listed.toSorted()).toEqual(DOCUMENTS.filter((file) => file !== 'README.md'));
});

test('each script that a page names is one of the package', () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    read('package.json'),
  );
  const pages = ['CONTRIBUTING.md', ...PAGES];
  const named = pages.flatMap((file) =>
    Array.from(read(file).matchAll(/npm run ([\w:-]+)/g), ([, script = '']) => script),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
});
