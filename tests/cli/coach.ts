import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import type { Prompter, Terminal } from '../../src/app/ports.ts';
import { main } from '../../src/cli/main.ts';
import { nodeContext } from '../../src/cli/node-context.ts';
import type { Zone } from '../../src/domain/calendar.ts';
import { plainStyle } from '../../src/formats/style.ts';

/** The folder of the package. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A Sunday in Berlin, 09:14. */
export const NOON = Date.UTC(2026, 10, 22, 8, 14, 5);

export const BERLIN: Zone = { name: 'Europe/Berlin', offsetAt: () => 60 };

/** What a run of the command line said, and how it ended. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Where and when the command line runs; by default on a fresh home, at a fixed time, without a terminal. */
export interface Setting {
  readonly home: string;
  readonly epoch?: number;
  readonly zone?: Zone;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly width?: number;
  /** The output is a screen. */
  readonly screen?: boolean;
  /** Somebody to ask; absent: there is no terminal. */
  readonly prompter?: Prompter;
}

const homes: string[] = [];

afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** A new folder for settings, journal, drafts and cache, gone after the test. */
export function freshHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'coach-test-'));
  homes.push(home);
  return home;
}

/** The real command line, in this process, on real files below `home`. Ids count up from `0000000001`. */
export async function coach(argv: readonly string[], setting: Setting): Promise<Ran> {
  const {
    home,
    epoch = NOON,
    zone = BERLIN,
    env = {},
    stdin,
    width = 80,
    screen = false,
    prompter,
  } = setting;
  let stdout = '';
  let stderr = '';
  const terminal: Terminal = {
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
    width,
    rows: 24,
    interactive: prompter !== undefined,
    screen,
    style: plainStyle,
    useColour: () => Promise.resolve(),
  };
  const context = nodeContext({ COACH_HOME: home, ...env }, ROOT, terminal, {
    clock: () => ({ epoch, zone }),
    newId: () => nextId(home),
    prompter: () => Promise.resolve(prompter),
    readInput: (file) => (file === '-' ? (stdin ?? '') : readFileSync(file, 'utf8')),
  });
  const exitCode = await main(argv, { terminal, version: '1.2.3', open: () => Promise.resolve(context) });
  return { stdout, stderr, exitCode };
}

const counts = new Map<string, number>();

function nextId(home: string): string {
  const count = (counts.get(home) ?? 0) + 1;
  counts.set(home, count);
  return String(count).padStart(10, '0');
}

/** The paths of all entries below a home, in order. */
export function entryFiles(home: string): readonly string[] {
  const folder = path.join(home, 'data', 'journal');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => path.join(folder, file));
}
