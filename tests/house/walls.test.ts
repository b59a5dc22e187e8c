import path from 'node:path';
import { expect, test } from 'vitest';
import {
  COMMAND,
  isPure,
  ROOMS_OF_WINGS,
  SOURCE_FILES,
  type SourceFile,
  WINGS,
  withoutComments,
  WORLD,
} from './source-files.ts';

/** The floors of the core, from the ground up, with the rooms of each in the order in which they may be built on. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  domain: ['text', 'time', 'banks', 'entry', 'history', 'search', 'record', 'sitting'],
  formats: ['text', 'entry', 'banks', 'answers', 'index', 'history', 'sealing'],
  pages: ['text', 'plots', 'machine', 'banks', 'record', 'sitting', 'journal', 'today'],
  app: ['ports', 'keys', 'journal', 'index', 'history', 'editing', 'sitting', 'today'],
  adapters: ['machine', 'sealing', 'journal', 'terminal'],
  cli: ['flags', 'settings', 'banks', 'journal', 'today', 'sitting'],
};

const PROGRAM = 'program';

/** What belongs to the world, and so to adapters and to what stands above them. */
const OF_THE_WORLD: readonly (readonly [string, RegExp])[] = [
  ['a node: module', /from 'node:|import\('node:/],
  ['process', /\bprocess\./],
  ['console', /\bconsole\./],
  ['the clock', /\bDate\.now\(|new Date\(\)|performance\.now/],
  ['randomness', /Math\.random\(|crypto\./],
  ['the time zone', /getTimezoneOffset|resolvedOptions\(\)\.timeZone/],
];

/** Words of a program that asks whether it is under test. */
const UNDER_TEST = /NODE_ENV|VITEST|process\.env\.CI\b/;

interface Place {
  /** A floor, a wing or the program. */
  readonly part: string;
  /** Undefined at the root of the part. */
  readonly room: string | undefined;
}

function placeOf(name: string): Place {
  const [part = '', room, ...deeper] = name.split('/');
  return { part, room: deeper.length === 0 ? undefined : room };
}

const floorOf = ({ part }: Place): number => Object.keys(FLOORS).indexOf(part);
/** What is wrong with an import, in words; undefined where nothing is. */
function complaint(importer: string, imported: string): string | undefined {
  const [from, to] = [placeOf(importer), placeOf(imported)];
  if (from.part === PROGRAM) return undefined;
  if (to.part === PROGRAM) return 'nothing imports the program';
  if (WINGS.includes(to.part) && to.part !== from.part) return 'only the program imports a wing';
  if (isPure({ name: importer }) && !isPure({ name: imported }))
    return 'what is pure imports only what is pure';
  if (from.room === WORLD && (to.room === COMMAND || to.part === 'cli')) return 'a world knows no command';
  if (from.room === COMMAND && (to.room === WORLD || to.part === 'adapters'))
    return 'a command reaches the world through its context';
  if (WINGS.includes(from.part)) return undefined;
  if (floorOf(to) > floorOf(from)) return 'nothing imports a floor above its own';
  const rooms = FLOORS[from.part] ?? [];
  // What stands at the root of a floor is for all rooms of it.
  if (
    to.part === from.part &&
    to.room !== undefined &&
    rooms.indexOf(to.room) > rooms.indexOf(from.room ?? '')
  )
    return 'nothing imports a room that comes after its own';
  return undefined;
}

const complaintsAbout = ({ name, imports }: SourceFile): readonly string[] =>
  imports.flatMap((target) => {
    const said = complaint(name, target);
    return said === undefined ? [] : [`${name} imports ${target}: ${said}`];
  });

test('every file stands in a part of the house that is known, and imports only files that are there', () => {
  const names = new Set(SOURCE_FILES.map(({ name }) => name));
  const lost = SOURCE_FILES.flatMap(({ name, imports }) =>
    imports.filter((target) => !names.has(target)).map((target) => `${name} imports ${target}`),
  );
  expect(lost).toEqual([]);
  const homeless = SOURCE_FILES.filter(({ name }) => {
    const { part, room } = placeOf(name);
    if (part === PROGRAM) return room !== undefined && !['completion', 'sync'].includes(room);
    if (WINGS.includes(part))
      return room !== undefined && ![WORLD, COMMAND, ...(ROOMS_OF_WINGS[part] ?? [])].includes(room);
    return room === undefined ? part !== 'cli' : !FLOORS[part]?.includes(room);
  });
  expect(homeless.map(({ name }) => name)).toEqual([]);
});

test('nothing imports what stands above or beside it', () => {
  expect(SOURCE_FILES.flatMap(complaintsAbout)).toEqual([]);
});

test.each([
  ['domain/entry/entry.ts', 'formats/entry/entry-json.ts', 'nothing imports a floor above its own'],
  ['domain/time/moment.ts', 'domain/entry/entry.ts', 'nothing imports a room that comes after its own'],
  ['cli/context.ts', 'doctor/inspection.ts', 'only the program imports a wing'],
  ['doctor/examine.ts', 'import/recognise-text.ts', 'only the program imports a wing'],
  ['doctor/examine.ts', 'doctor/world/inspect-machine.ts', 'what is pure imports only what is pure'],
  ['doctor/examine.ts', 'adapters/machine/disk.ts', 'what is pure imports only what is pure'],
  [
    'import/command/journal-import.ts',
    'import/world/zip.ts',
    'a command reaches the world through its context',
  ],
  ['cli/context.ts', 'program/main.ts', 'nothing imports the program'],
  ['cli/context.ts', 'domain/banks/settings.ts', undefined],
  ['import/world/zip.ts', 'import/source.ts', undefined],
  ['program/main.ts', 'import/world/zip.ts', undefined],
])('an import in %s of %s', (from, to, said) => {
  expect(complaint(from, to)).toBe(said);
});

test('nothing imports itself by way of others', () => {
  const byName = new Map(SOURCE_FILES.map((file) => [file.name, file]));
  const circles = new Set<string>();
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) circles.add([...way.slice(way.indexOf(name)), name].join(' > '));
    if (way.includes(name) || done.has(name)) return;
    for (const target of byName.get(name)?.imports ?? []) walk(target, [...way, name]);
    done.add(name);
  };
  for (const { name } of SOURCE_FILES) walk(name, []);
  expect([...circles]).toEqual([]);
});

test.each(OF_THE_WORLD)('what is pure does not touch %s', (_what, pattern) => {
  const pure = SOURCE_FILES.filter(isPure);
  expect(pure.filter(({ text }) => pattern.test(withoutComments(text))).map(({ name }) => name)).toEqual([]);
});

test('no code asks whether it is under test, and no file only hands names on', () => {
  expect(SOURCE_FILES.filter(({ text }) => UNDER_TEST.test(text)).map(({ name }) => name)).toEqual([]);
  const barrels = SOURCE_FILES.filter(({ name }) => path.basename(name) === 'index.ts');
  expect(barrels.map(({ name }) => name)).toEqual([]);
});
