import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BERLIN, filesBelow, freshHome, NOON, put, type Ran, ROOT, type Setting } from '../cli/coach.ts';
import { shell } from '../cli/shell.ts';

const LINES = path.join(import.meta.dirname, 'lines');

/** What a home holds: folders of the package, and where below the home their files are put. */
const HELD = [
  ['tests/golden/home', ''],
  ['tests/golden/journal', 'data/journal'],
  ['tests/import/samples', 'import-samples'],
] as const;

/** How the lines below an `@` are run; otherwise in a pipe of 80 columns, on a Sunday in Berlin. */
interface Circumstances extends Pick<Setting, 'width' | 'screen' | 'env' | 'random' | 'cronRuns'> {
  /** When, with the offset from UTC. */
  readonly at?: string;
  /** The name of the zone, and how many minutes it is east of UTC. */
  readonly zone?: readonly [name: string, offset: number];
  /** There is a desktop, and what it shows is told. */
  readonly hasDesktop?: true;
  /** From here on a home that may be written to: one of their own, or an empty one. All others share one. */
  readonly home?: 'own' | 'empty';
}

/** The home of all lines that write nothing. */
let sharedHome = '';

beforeAll(() => {
  sharedHome = fill(mkdtempSync(path.join(tmpdir(), 'coach-test-')));
});

afterAll(() => rmSync(sharedHome, { recursive: true }));

const HELD_FILES = HELD.flatMap(([from, to]) =>
  filesBelow(path.join(ROOT, from)).map((file) => ({
    place: path.join(to, file),
    bytes: readFileSync(path.join(ROOT, from, file)),
  })),
);

function fill(home: string): string {
  for (const { place, bytes } of HELD_FILES) put(path.join(home, place), bytes);
  return home;
}

/** Circumstances, or a command line and, each after a `>`, the lines that are typed where it asks. */
const piece = /^@ (.+)$|^((?:coach|echo|cat)(?: .*)?)((?:\n>.*)*)$/gm;

/** What the lines of a group print and write. */
async function printedBy(group: string): Promise<string> {
  const sections: string[] = [];
  let how: Circumstances = {};
  let home = sharedHome;
  let held: Files | undefined;
  for (const [whole, json, line = '', typed = ''] of group.matchAll(piece)) {
    if (json !== undefined) {
      how = JSON.parse(json);
      if (how.home) {
        home = how.home === 'own' ? fill(freshHome()) : freshHome();
        held = filesIn(home);
      }
      sections.push(`\n${whole}\n`);
      continue;
    }
    const setting = {
      ...settingOf(how, home),
      ...(typed !== '' && { typed: linesTyped(typed), echo: true }),
    };
    const told = toldOf(line, await shell(line, setting), setting.desktop);
    const holds = held && filesIn(home);
    sections.push(`${told}${held && holds ? changes(held, holds) : ''}`.replaceAll(home, 'HOME'));
    held = holds;
  }
  return sections.join('').replaceAll('\r', '␍').replaceAll('\u001b', '␛');
}

function settingOf({ at, zone, hasDesktop, ...how }: Circumstances, home: string): Setting {
  return {
    ...how,
    home,
    epoch: at === undefined ? NOON : Date.parse(at),
    zone: zone ? { name: zone[0], offsetAt: () => zone[1] } : BERLIN,
    ...(hasDesktop && { desktop: [] }),
    // Doctor tells of the machine, too, and breaks long names into lines.
    inspected: (real) => ({
      ...real,
      versions: { node: '20.19.0', coach: '1.2.3' },
      environment: [['COACH_HOME', 'HOME']],
      freeBytes: () => 50_000_000_000,
      index: () => ({ state: 'absent' }),
    }),
  };
}

function linesTyped(lines: string): readonly string[] {
  return lines
    .slice(1)
    .split('\n')
    .map((line) => line.replace(/^> ?/, ''));
}

function toldOf(line: string, { exitCode, stdout, stderr }: Ran, desktop: readonly string[] = []): string {
  return [
    `\n=== ${line}\n`,
    exitCode === 0 ? '' : `exit code ${exitCode}\n`,
    section('stdout', stdout),
    section('stderr', stderr),
    section('desktop', desktop.map((text) => `${text}\n`).join('')),
  ].join('');
}

function section(name: string, text: string): string {
  return text === ''
    ? ''
    : `--- ${name}\n${text}${text.endsWith('\n') ? '' : '\n(no line feed at the end)\n'}`;
}

type Files = ReadonlyMap<string, string>;

/**
 * The files below a home. The cache is not there on every Node, a draft names the process that holds it, and a machine has a token of
 * its own.
 */
function filesIn(home: string): Files {
  const files = filesBelow(home).filter((file) => !/^(?:cache|state.drafts|state.machine)\b/.test(file));
  return new Map(files.map((file) => [file, readFileSync(path.join(home, file), 'utf8')]));
}

function changes(before: Files, after: Files): string {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .toSorted()
    .map((file) => section(`${after.has(file) ? 'written' : 'removed'}: ${file}`, after.get(file) ?? '\n'))
    .join('');
}

test.each(readdirSync(LINES).filter((name) => name.endsWith('.txt')))(
  'the lines of %s print and write what they did',
  async (name) => {
    const held = filesIn(sharedHome);
    const file = path.join(LINES, name);
    const printed = await printedBy(readFileSync(file, 'utf8'));
    await expect(printed).toMatchFileSnapshot(file.replace(/txt$/, 'out'));
    expect(changes(held, filesIn(sharedHome))).toBe('');
  },
);
