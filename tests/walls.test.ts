import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** The floors of the house, from the ground up. */
const FLOORS = ['domain', 'formats', 'app', 'adapters', 'cli'];
const SRC = path.resolve(import.meta.dirname, '../src');

/** What belongs to the world, and so to the adapters and what stands above them. */
const WORLD: readonly (readonly [string, RegExp])[] = [
  ['a node: module', /from 'node:|import\('node:/],
  ['process', /\bprocess\./],
  ['console', /\bconsole\./],
  ['the clock', /\bDate\.now\(|new Date\(\)|performance\.now/],
  ['randomness', /Math\.random\(|crypto\./],
  ['the time zone', /getTimezoneOffset|resolvedOptions\(\)\.timeZone/],
];

/** Words of a program that asks whether it is under test. */
const UNDER_TEST = /NODE_ENV|VITEST|process\.env\.CI\b/;

interface File {
  readonly name: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly File[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .toSorted()
  .map((name) => {
    const text = readFileSync(path.join(SRC, name), 'utf8');
    const found = [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target = '']) => target);
    return { name, text, imports: found.map((target) => path.join(path.dirname(name), target)) };
  });

const roomOf = (name: string): string => name.split('/').slice(0, -1).join('/');
const floorOf = (name: string): number => FLOORS.indexOf(name.split('/')[0] ?? '');

test('every file stands on a floor, and imports only files that are there', () => {
  const names = new Set(files.map(({ name }) => name));
  expect(files.filter(({ name }) => floorOf(name) < 0).map(({ name }) => name)).toEqual([]);
  const lost = files.flatMap(({ name, imports }) =>
    imports.filter((target) => !names.has(target)).map((target) => `${name} imports ${target}`),
  );
  expect(lost).toEqual([]);
});

test('nothing imports a floor above its own', () => {
  const upward = files.flatMap(({ name, imports }) =>
    imports.filter((target) => floorOf(target) > floorOf(name)).map((target) => `${name} imports ${target}`),
  );
  expect(upward).toEqual([]);
});

test('adapters do not import adapters, and commands do not import commands', () => {
  const sideways = files.flatMap(({ name, imports }) =>
    ['adapters', 'cli/commands', 'cli/run'].includes(roomOf(name))
      ? imports
          .filter((target) => roomOf(target) === roomOf(name))
          .map((target) => `${name} imports ${target}`)
      : [],
  );
  expect(sideways).toEqual([]);
});

test('nothing imports itself by way of others', () => {
  const byName = new Map(files.map((file) => [file.name, file]));
  const circles = new Set<string>();
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) circles.add([...way.slice(way.indexOf(name)), name].join(' > '));
    if (way.includes(name) || done.has(name)) return;
    for (const target of byName.get(name)?.imports ?? []) walk(target, [...way, name]);
    done.add(name);
  };
  for (const { name } of files) walk(name, []);
  expect([...circles]).toEqual([]);
});

test.each(WORLD)('below the adapters nobody touches %s', (_what, pattern) => {
  const below = files.filter(({ name }) => floorOf(name) < FLOORS.indexOf('adapters'));
  expect(below.filter(({ text }) => pattern.test(withoutComments(text))).map(({ name }) => name)).toEqual([]);
});

test('no code asks whether it is under test, and no file only hands names on', () => {
  expect(files.filter(({ text }) => UNDER_TEST.test(text)).map(({ name }) => name)).toEqual([]);
  expect(files.filter(({ name }) => path.basename(name) === 'index.ts').map(({ name }) => name)).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
