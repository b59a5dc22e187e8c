import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { linePrompter } from '../../src/adapters/terminal/line-prompter.ts';
import type { Inspection } from '../../src/doctor/inspection.ts';
import type { EntryCodec } from '../../src/app/ports/entry-codec.ts';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import type { Prompter } from '../../src/app/ports/prompter.ts';
import type { Sealing } from '../../src/app/ports/sealing.ts';
import type { Terminal } from '../../src/app/ports/terminal.ts';
import type { PageShow } from '../../src/insights/page-show.ts';
import type { Crontab, Programs } from '../../src/reminders/scheduling.ts';
import { main } from '../../src/program/main.ts';
import { nodeContext } from '../../src/program/node-context.ts';
import type { Zone } from '../../src/domain/time/moment.ts';
import { talkText } from '../../src/pages/text/talk.ts';
import { plainStyle } from '../../src/pages/text/style.ts';
import { memorySessions } from '../app/memory-sessions.ts';
import { noteHome, runTwice } from './twin.ts';

/** The folder of the package. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A Sunday in Berlin, 09:14:05 on 22 November 2026. */
export const NOON = Date.UTC(2026, 10, 22, 8, 14, 5);

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const BERLIN: Zone = { name: 'Europe/Berlin', offsetAt: () => 60 };

/** What a run of the command line said, and how it ended. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Where and when the command line runs; by default on a fresh home, at a fixed time, without a terminal. */
export interface Setting {
  /** `COACH_HOME`, and the folder one stands in. */
  readonly home: string;
  /** The folder of the package; this one when absent. */
  readonly root?: string;
  /** What the clock shows, in milliseconds; a function where time passes. */
  readonly epoch?: number | (() => number);
  readonly zone?: Zone;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Buffer;
  readonly width?: number;
  /** Columns of the screen that talk goes to; undefined, as in most tests: it goes to none. */
  readonly talkWidth?: number;
  /** The output is a screen. */
  readonly screen?: boolean;
  /** Somebody to ask; absent, as `typed` is: there is no terminal. */
  readonly prompter?: Prompter;
  /** Which one is drawn where any one is: a share from 0 to below 1. */
  readonly random?: number;
  /** What doctor sees of the machine in place of what is there. */
  readonly inspected?: (real: Inspection) => Inspection;
  /** How entries lie in their files; in clear when absent. */
  readonly codec?: EntryCodec;
  /** Where journals stay unlocked; by default they do not. */
  readonly sessions?: KeySessions;
  /** Seals and opens; as coach does when absent. */
  readonly sealing?: Sealing;
  /** What a desktop shows; absent: there is none. */
  readonly desktop?: string[];
  /** Where node and coach are; by default in the system's own folders, and so is all that they name. */
  readonly programs?: Partial<Programs>;
  /** The zone that cron goes by; that of the person when absent. */
  readonly machineZone?: Zone;
  /** Whether cron is seen running. */
  readonly cronRuns?: boolean;
  /** Lines that somebody types who is asked line by line. */
  readonly typed?: readonly string[];
  /** How pages are shown in a browser; by default on this machine. */
  readonly pages?: PageShow;
  /** Called where a run starts the sync that follows a change; otherwise none is started. */
  readonly startsSync?: () => void;
  /** What is typed is seen in the output, as on a terminal. */
  readonly echo?: boolean;
}

/** A new folder for settings, journal, drafts and cache, gone after the test. */
export function freshHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'coach-test-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  noteHome(home);
  return home;
}

/** A home where the notes were shown and the role is known. */
export function settledHome(role = 'member'): string {
  const home = freshHome();
  put(path.join(home, 'config/settings.json'), JSON.stringify({ role }));
  put(path.join(home, 'state/shown.json'), '{"shown":["first-run","boundary","reminder"]}');
  return home;
}

/**
 * The real command line, in this process, on real files below `home`. Ids count up from `001k3x8m2p`. In some tests, or in all, it is
 * run a second time, on an encrypted journal, and has to do the same.
 */
export function coach(argv: readonly string[], setting: Setting): Promise<Ran> {
  return runTwice(argv, setting, { run: runOnce, sameIds });
}

async function runOnce(argv: readonly string[], setting: Setting): Promise<Ran> {
  const { home, epoch = NOON, zone = BERLIN, env = {}, stdin = '', width = 80 } = setting;
  const { screen = false, typed, random = 0.5, root = ROOT } = setting;
  let stdout = '';
  let stderr = '';
  const terminal: Terminal = {
    out: (text) => (stdout += typeof text === 'string' ? text : Buffer.from(text).toString()),
    err: (text) => (stderr += text),
    gone: false,
    status: () => undefined,
    width,
    talkWidth: setting.talkWidth,
    rows: 24,
    keyboard: setting.prompter !== undefined || typed !== undefined,
    interactive: setting.prompter !== undefined || typed !== undefined,
    screen,
    style: plainStyle,
    useColour: () => Promise.resolve(),
  };
  const echoed = setting.echo === true ? [...(typed ?? [])] : undefined;
  const lines = typed && {
    page: () => terminal,
    // Whoever leaves a line unfinished waits for one to be typed.
    out: (text: string) =>
      terminal.out(echoed && !text.endsWith('\n') ? `${text}${echoed.shift() ?? ''}\n` : text),
    input: Readable.from(typed.map((line) => `${line}\n`)),
    told: new AbortController().signal,
  };
  const prompter = setting.prompter ?? (lines && linePrompter(lines));
  const real = nodeContext({ COACH_HOME: home, ...env }, root, terminal, {
    clock: () => ({ epoch: typeof epoch === 'number' ? epoch : epoch(), zone }),
    newId: () => nextId(home),
    random: () => random,
    prompter: () => Promise.resolve(prompter),
    left: { signals: new EventEmitter(), status: () => undefined, exit: () => undefined },
    standardInput: () => Buffer.from(stdin),
    wrapped: talkText,
    ...(setting.codec && { codec: setting.codec }),
    sessions: setting.sessions ?? memorySessions(),
    ...(setting.startsSync && { startSync: setting.startsSync }),
    ...withSealing(setting),
    scheduling: () =>
      Promise.resolve({
        crontab: { ...crontabFile(crontabOf(home)), isObserved: () => setting.cronRuns },
        programs: { ...PROGRAMS, ...setting.programs },
        zone: () => setting.machineZone ?? BERLIN,
      }),
    notifier: () =>
      Promise.resolve({
        show: (text) => Promise.resolve(setting.desktop !== undefined && setting.desktop.push(text) > 0),
      }),
  });
  const { inspected = (inspection) => inspection, pages } = setting;
  const context = {
    ...real,
    inspection: async () => inspected(await real.inspection()),
    pageShow: async () => pages ?? real.pageShow(),
  };
  const before = process.cwd();
  process.chdir(home);
  try {
    const exitCode = await main(argv, { terminal, version: '1.2.3', open: () => Promise.resolve(context) });
    if (setting.startsSync) await real.syncAfterwards();
    return { stdout, stderr, exitCode };
  } finally {
    process.chdir(before);
  }
}

function withSealing({ sealing }: Setting): { readonly sealing?: () => Promise<Sealing> } {
  return sealing ? { sealing: () => Promise.resolve(sealing) } : {};
}

/** The file that stands for a person's crontab. */
export function crontabOf(home: string): string {
  return path.join(home, 'crontab');
}

const PROGRAMS: Programs = {
  find: () => ({ node: '/usr/bin/node', coach: '/usr/bin/coach', home: '/usr/lib/node_modules/coach' }),
  folderOf: () => '/usr/bin',
  isThere: () => true,
};

/** A crontab in a file of its own. */
function crontabFile(file: string): Pick<Crontab, 'read' | 'exchange'> {
  const read = (): string => (existsSync(file) ? readFileSync(file, 'latin1') : '');
  return {
    read: () => Promise.resolve(read()),
    exchange(before, text) {
      if (read() !== before) return Promise.reject(new Error('the crontab was changed meanwhile'));
      if (text === '') rmSync(file);
      else writeFileSync(file, text, 'latin1');
      return Promise.resolve();
    },
  };
}

/** All entries, as `journal --json` prints them. */
export async function journalJson(home: string): Promise<unknown> {
  return JSON.parse((await coach(['journal', '--json'], { home })).stdout);
}

/** A run that went well and said nothing beside. */
export function printed(stdout: string): Ran {
  return { stdout, stderr: '', exitCode: 0 };
}

/** A run that was refused for what was typed. */
export function refused(stderr: string): Ran {
  return { stdout: '', stderr, exitCode: 2 };
}

/** A run that failed for a reason outside the command line. */
export function failed(stderr: string): Ran {
  return { stdout: '', stderr, exitCode: 1 };
}

const counts = new Map<string, number>();

/** Lets the ids in another home go on as they do in this one. */
function sameIds(home: string, other: string): void {
  counts.set(other, counts.get(home) ?? 0);
}

function nextId(home: string): string {
  const count = (counts.get(home) ?? 0) + 1;
  counts.set(home, count);
  return `${String(count).padStart(3, '0')}k3x8m2p`;
}

/** The journal folder of a home that was not set up otherwise. */
export function journalOf(home: string): string {
  return path.join(home, 'data', 'journal');
}

/** The paths of all entries below a home, in order. */
export function entryFiles(home: string): readonly string[] {
  const folder = journalOf(home);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!\.history\/).*\.md$/.test(file))
    .toSorted()
    .map((file) => path.join(folder, file));
}

/** Every file below a folder, but for those of its history, by its path from there. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .filter((file) => !/(?:^|\/)\.history\//.test(file))
    .toSorted();
}

/** Writes a file and the folders above it, for this user alone, as coach itself does. */
export function put(file: string, text: string | Uint8Array): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

/** What an entry is to be, for a test that looks for it. */
export interface EntryFields {
  readonly id: string;
  readonly at: string;
  readonly day?: string;
  readonly bank?: string;
  readonly title?: string;
  /** Further lines of the front matter. */
  readonly front?: string;
  /** What stands below the title. */
  readonly body?: string;
}

/** The text of an entry, as a person could have written it by hand. */
export function entryText({
  id,
  at,
  day,
  bank = 'note',
  title = 'A free page',
  ...more
}: EntryFields): string {
  const { front = '', body = '' } = more;
  return `---\ncoach: 1\nid: ${id}\nat: "${at}"\nday: "${day ?? at.slice(0, 10)}"\nbank: ${bank}\n${front}---\n\n# ${title}\n${body}`;
}

/** Puts an entry where coach itself would have put it, and says where that is, below the journal folder. */
export function putEntry(home: string, fields: EntryFields): string {
  const { at, bank = 'note', id } = fields;
  const time = at.slice(11, 19).replaceAll(':', '') || '000000';
  const file = `${at.slice(0, 4)}/${at.slice(5, 7)}/${at.slice(0, 10)}-${time}-${bank}-${id}.md`;
  put(path.join(journalOf(home), file), entryText(fields));
  return file;
}
