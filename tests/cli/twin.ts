import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import type { Ran, Setting } from './coach.ts';
import { called, contentsOf, followFiles, type Marks, marksBelow, putKey } from './twin-files.ts';
import { isReplayable, recorded } from './twin-prompter.ts';

/**
 * Which tests are run a second time on an encrypted journal: all of them, with names kept `whole` or those of a `day` alone; otherwise
 * every tenth, chosen by its name.
 */
const twinsWanted = (): string | undefined => process.env['COACH_TEST_TWINS'];
const ONE_IN = 10;

/** A home that is as another, but for its journal, which is encrypted and unlocked. */
interface Twin {
  readonly home: string;
  readonly key: KeyPair;
  /** Of the files of the first home, when both were the same. */
  marks: Marks;
  /** The journals that are encrypted in it, by their folders in the first home. */
  readonly journals: Set<string>;
}

const twins = new Map<string, Twin>();
/** Homes in which something is running now, and whether it has company. */
const running = new Map<string, { isAlone: boolean }>();

/** The homes of this test: what one names of another is found beside its twin. */
const homes = new Set<string>();

/** Takes notice of a home that a test makes. */
export function noteHome(home: string): void {
  homes.add(home);
  onTestFinished(() => void homes.delete(home));
}

/** How a command line is run. */
interface Runner {
  run(argv: readonly string[], setting: Setting): Promise<Ran>;
  /** Lets the ids in another home go on as they do in this one. */
  sameIds(home: string, other: string): void;
}

/**
 * Runs a command line, and then the same on a twin of its home whose journal is encrypted and unlocked. Both have to print the same, to
 * end the same way, and to leave the same behind.
 */
export async function runTwice(argv: readonly string[], setting: Setting, runner: Runner): Promise<Ran> {
  const { home } = setting;
  const other = running.get(home);
  if (other) other.isAlone = false;
  if (other || !isTwinned() || whyNot(argv, setting) !== undefined) {
    if (!other) forget(home);
    return runner.run(argv, setting);
  }
  const now = { isAlone: true };
  running.set(home, now);
  try {
    return await withTwin(argv, setting, now, runner);
  } finally {
    running.delete(home);
  }
}

function isTwinned(): boolean {
  const wanted = twinsWanted();
  if (wanted === 'none') return false;
  if (wanted === 'whole' || wanted === 'day') return true;
  const name = expect.getState().currentTestName ?? '';
  return createHash('sha256').update(name).digest().readUInt32BE() % ONE_IN === 0;
}

/** Why a command line is not run twice; undefined where it is. */
function whyNot(argv: readonly string[], setting: Setting): string | undefined {
  if (setting.codec || setting.sessions) return 'the test is about how entries lie in their files';
  if (setting.pages) return 'its browser hears of one run';
  if (typeof setting.epoch === 'function') return 'its clock goes on';
  if (setting.prompter && !isReplayable(setting.prompter)) return 'its screen hears of one run';
  if (['encrypt', 'decrypt', 'unlock', 'lock', 'keys'].includes(argv[0] ?? '')) return 'about encryption';
  if (argv[0] === 'sync') return 'it sends files as they lie';
  if (['undo', 'redo'].includes(argv[0] ?? '') && isFile(path.join(setting.home, 'state/sync.json')))
    return 'a sync has written down what files were like as they lie';
  if (argv.some((word) => called(word) !== word)) return 'it names a file by its time and its bank';
  // Each kind of damage is put into files as they lie.
  if (expect.getState().testPath?.includes('/tests/doctor/')) return 'about files as they lie';
  if (FOR_ONE.test((expect.getState().currentTestName ?? '').replaceAll(' > ', ' '))) return 'see there';
  if (isFile(path.join(setting.home, 'state'))) return 'nothing can be remembered, and so no key';
  const journal = journalOf(setting);
  if (journal === undefined) return 'its journal is nowhere below a home of the test';
  if (existsSync(path.join(journal, '.key'))) return 'its journal is encrypted already';
  return undefined;
}

function isFile(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false })?.isFile() === true;
}

const FOR_ONE = new RegExp(
  [
    // A script or a person changes files of the journal by their names, while a command runs.
    'changed meanwhile',
    'cannot be done with an entry is told',
    // What lies outside the journal is not encrypted: the entry that is written anew takes the place of the link.
    'that is a link is written where it leads to',
    // Two files that were encrypted each for itself are no copies of one another, byte for byte, and moves go by bytes.
    'a name that is taken in the trash gets a number',
    'over the same bytes, the one in the trash is dropped',
    'a draft that stands there already is not written over',
    // Somebody else runs it, who may not enter its home.
    'that one may not',
    // The folder of the journal itself is brought in: as an encrypted one it is refused for that.
    'nothing that is read or exported looks into the history',
    // A script writes down where the copy for the editor is.
    'was a private copy with its own name',
    // Bare names tell too little to be wrong, or to rule a file out.
    ...(process.env['COACH_TEST_TWINS'] === 'day'
      ? ['what its name says is told', 'reads no file that is surely older']
      : []),
    // An entry is put there in clear, and is the same one.
    'what came in under the id of an earlier version',
    // The journal is one that was encrypted elsewhere.
    'looked like an empty one',
    'saved beside encrypted ones',
    // What mends a file is not the same for one that is encrypted.
    'the lines of doctor.txt',
  ].join('|'),
);

async function withTwin(
  argv: readonly string[],
  setting: Setting,
  now: { readonly isAlone: boolean },
  { run, sameIds }: Runner,
): Promise<Ran> {
  const { home } = setting;
  const twin = twins.get(home) ?? (await newTwin(home));
  try {
    await follow(twin, setting);
  } catch (error) {
    // Such as a file that nobody may read, or one whose name is no text.
    if (!(error instanceof Error && 'code' in error)) throw error;
    forget(home);
    return run(argv, setting);
  }
  const { prompter, replayed } = setting.prompter ? recorded(setting.prompter) : {};
  const desktop = setting.desktop && [...setting.desktop];
  sameIds(home, twin.home);
  const first = await run(argv, { ...setting, ...(prompter && { prompter }) });
  if (!now.isAlone) {
    // What another command did meanwhile cannot be done again at the same moment.
    forget(home);
    return first;
  }
  takeToken(home, twin);
  const second = await run(argv.map(there), {
    ...setting,
    home: twin.home,
    ...(setting.env && { env: mapped(setting.env) }),
    ...(setting.stdin !== undefined && { stdin: inStdin(setting.stdin) }),
    ...(setting.typed && { typed: setting.typed.map(there) }),
    ...(replayed && { prompter: replayed((text) => called(here(text))) }),
    ...(desktop && { desktop }),
    sessions: alwaysOpen(twin.key, memoryOf(twin.home)),
  });
  twin.marks = marksBelow(home);
  const line = `coach ${argv.join(' ')}`;
  expect(told(second), `on an encrypted journal: ${line}`).toEqual(told(first));
  expect(desktop?.map(here)).toEqual(setting.desktop);
  const left = await contentsOf(twin.home, [...twin.journals].map(there), twin.key);
  expect(
    mapped(left, (text) => called(here(text))),
    `what an encrypted journal holds after: ${line}`,
  ).toEqual(mapped(await contentsOf(home, [...twin.journals]), called));
  return first;
}

async function newTwin(home: string): Promise<Twin> {
  const twin: Twin = {
    home: there(home),
    key: await ageSealing.newKey(),
    marks: new Map(),
    journals: new Set(),
  };
  removeTwin(twin.home);
  twins.set(home, twin);
  onTestFinished(() => forget(home));
  return twin;
}

function forget(home: string): void {
  const twin = twins.get(home);
  if (!twin) return;
  twins.delete(home);
  removeTwin(twin.home);
}

function removeTwin(home: string): void {
  try {
    rmSync(home, { recursive: true, force: true });
  } catch {
    // A folder in it is one that may not be entered.
    execFileSync('chmod', ['-R', 'u+rwX', home]);
    rmSync(home, { recursive: true, force: true });
  }
}

/** Stands for a folder in memory: beside the home, so that nothing in it counts as left behind. */
function memoryOf(home: string): string {
  const folder = `${home}-memory`;
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  }
  return folder;
}

/** Brings what the test has done to its homes since the last run to their twins. */
async function follow(twin: Twin, setting: Setting): Promise<void> {
  const journal = journalOf(setting) ?? '';
  if (!twin.journals.has(journal)) {
    twin.journals.add(journal);
    // Its files lay there in clear.
    for (const file of twin.marks.keys())
      if (path.join(setting.home, file).startsWith(`${journal}/`)) twin.marks.delete(file);
  }
  for (const home of homes) {
    if (home === setting.home) continue;
    const other = twins.get(home);
    if (other) other.marks = await followFiles(home, there, other);
    else {
      rmSync(there(home), { recursive: true, force: true });
      await followFiles(home, there);
      onTestFinished(() => rmSync(there(home), { recursive: true, force: true }));
    }
  }
  twin.marks = await followFiles(setting.home, there, twin);
  const found = lstatSync(journal, { throwIfNoEntry: false });
  if (found ? found.isDirectory() : namedJournal(setting) === undefined)
    putKey(twin.home, there(journal), twin.key);
  // Where none was named it was there before, with its key alone. One that is named and gone is gone there, too.
  else if (!found) rmSync(there(journal), { recursive: true, force: true });
}

/** The folder of the journal; undefined where it is not below a home that is known. */
function journalOf(setting: Setting): string | undefined {
  const { home } = setting;
  const named = namedJournal(setting);
  if (named === undefined) return path.join(home, 'data/journal');
  const folder = path.resolve(home, named);
  return [home, ...homes].some((one) => folder.startsWith(`${one}/`)) ? folder : undefined;
}

/** As somebody named it. */
function namedJournal({ home, env = {} }: Setting): string | undefined {
  const named = env['COACH_JOURNAL'] || settingsOf(home)['journal'];
  return typeof named === 'string' && named !== '' ? named : undefined;
}

function settingsOf(home: string): Record<string, unknown> {
  try {
    const settings: unknown = JSON.parse(readFileSync(path.join(home, 'config/settings.json'), 'utf8'));
    return typeof settings === 'object' && settings !== null ? { ...settings } : {};
  } catch {
    return {};
  }
}

/** The token of a machine is drawn at random: both have the same. */
function takeToken(home: string, twin: Twin): void {
  const place = 'state/machine';
  const [from, to] = [path.join(home, place), path.join(twin.home, place)];
  if (existsSync(from) && !existsSync(to)) cpSync(from, to);
}

/** What a run told, but for what is another each time, or in each journal. */
function told({ stdout, stderr, exitCode }: Ran): Ran {
  const words = (text: string): string =>
    DIFFERENT.reduce((left, [pattern, same]) => left.replaceAll(pattern, same), called(here(text)));
  return { stdout: words(stdout), stderr: words(stderr), exitCode };
}

/** What need not be the same: why, and what is put in its place. */
const DIFFERENT: readonly (readonly [pattern: RegExp, same: string])[] = [
  // Copies for an editor lie in folders with names that are drawn at random.
  [/\b(?:entry|text)-\d+-\w{6}\b/g, 'own folder'],
  // Files that somebody is sent to by their full path are named as they lie.
  [/\.md\.age\b/g, '.md'],
  // No editor opens what is encrypted.
  [
    /\$\{VISUAL:-\$\{EDITOR:-vi\}\} \S+\/data\/journal\/(\S+)|coach journal edit --editor (\S+)/g,
    'edit $1$2',
  ],
  // Only of an encrypted journal it is worth saying.
  [/^coach: .* is not encrypted: whoever gets it can read it\n/gm, ''],
  [/\. To read it: \.key\/HOW-TO-READ\.txt in your journal$/gm, ''],
  // Of files as they lie.
  [/"(?:hash|was|is)": "[0-9a-f]{32}"/g, '"hash"'],
];

/** What is said of a home, said of its twin, whose name is as long; and back. */
const there = (text: string): string => text.replaceAll('/coach-test-', '/coach-twin-');
const here = (text: string): string => text.replaceAll('/coach-twin-', '/coach-test-');

function mapped(texts: Readonly<Record<string, string>>, how = there): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [how(name), how(text)]));
}

function inStdin(stdin: string | Buffer): string | Buffer {
  return typeof stdin === 'string' ? there(stdin) : stdin;
}

function alwaysOpen({ identity }: KeyPair, folder: string): KeySessions {
  return {
    canLast: true,
    folder,
    find: () => ({ identity, made: 0, used: 0, lasts: Number.MAX_SAFE_INTEGER }),
    begin: () => Promise.resolve(),
    renew: () => undefined,
    end: () => true,
  };
}
