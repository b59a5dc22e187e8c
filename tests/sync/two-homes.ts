import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import { filesIn, sessionsNow } from '../encryption/encrypting.ts';
import {
  coach,
  entryText,
  freshHome,
  journalOf,
  put,
  putEntry,
  type Ran,
  type Setting,
  settledHome,
} from '../cli/coach.ts';
import { quickSealing } from '../cli/sealed.ts';
import { scripted } from '../cli/scripted.ts';
import { newRemote, PLAIN_ENV, remoteFiles } from './repositories.ts';

/** A computer with a journal of its own, where somebody runs coach. */
export interface Computer {
  readonly home: string;
  readonly sessions: KeySessions;
  run(argv: readonly string[], more?: Partial<Setting>): Promise<Ran>;
  /** Puts an entry into the journal, as it would be saved there. */
  note(words: string): Promise<void>;
  /** What it says, in all entries. */
  full(): Promise<string>;
}

let made = 0;

export function newComputer(): Computer {
  const [home, sessions] = [settledHome(), sessionsNow()];
  const run: Computer['run'] = (argv, more = {}) =>
    coach(argv, { home, sessions, sealing: quickSealing, env: PLAIN_ENV, ...more });
  return {
    home,
    sessions,
    run,
    async note(words) {
      const id = `k3x8m2p${String(++made).padStart(3, '0')}`;
      const at = '2026-11-22T09:14:05+01:00';
      const pins = path.join(home, 'state/keys.json');
      const [, recipient] = existsSync(pins)
        ? (/"recipient":\s*"(\w+)"/.exec(readFileSync(pins, 'utf8')) ?? [])
        : [];
      if (recipient === undefined) return void putEntry(home, { id, at, body: words });
      const sealed = await quickSealing.seal(Buffer.from(entryText({ id, at, body: words })), recipient);
      put(path.join(journalOf(home), `2026/11/2026-11-22-000000-entry-${id}.md.age`), sealed);
    },
    full: async () => (await run(['journal', '--full'])).stdout,
  };
}

/** Two computers whose readable journals are in step, and the other side. */
export async function twoInStep(...words: readonly string[]) {
  const remote = newRemote(freshHome());
  const [a, b] = [newComputer(), newComputer()];
  for (const one of words) await a.note(one);
  for (const one of [a, b]) {
    const ran = await one.run(['sync', 'setup', remote, '--readable'], { prompter: scripted('yes') });
    expect(ran.exitCode).toBe(0);
  }
  return { remote, a, b };
}

/** The entries of a computer, as they lie; not what is hidden. */
export const entriesOf = ({ home }: Computer): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(filesIn(journalOf(home))).filter(([file]) => !file.startsWith('.')));

/** What stands on the other side by now, in one text. */
export const allOf = (remote: string): string => JSON.stringify(remoteFiles(remote));

/** Syncs some computers in turn, each without a complaint. */
export async function inStep(...computers: readonly Computer[]): Promise<void> {
  for (const one of computers) expect(await one.run(['sync'])).toMatchObject({ exitCode: 0 });
}
