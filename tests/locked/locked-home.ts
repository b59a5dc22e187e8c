import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { coach, type Ran, settledHome, type Setting } from '../cli/coach.ts';
import { type SealedHome, sealHome } from '../cli/sealed.ts';
import { type Move, scripted } from '../cli/scripted.ts';

/** What is asked before a sitting. */
export const ASKED =
  "secret Passphrase of your journal (Enter: go on without it; earlier answers aren't shown then):";

/** The end of what cannot be done unread, where nobody can be asked. */
export const LOCKED = {
  stdout: '',
  stderr: 'coach: the journal is locked\n  Unlock it for a while: coach unlock\n',
  exitCode: 1,
};

/** An encrypted journal that is unlocked at first. */
export interface LockedHome extends SealedHome {
  readonly home: string;
  /** Somebody at a terminal, who does just this. */
  readonly run: (
    argv: readonly string[],
    ...script: Move[]
  ) => Promise<Ran & { readonly seen: readonly string[] }>;
  /** Nobody is at a terminal. */
  readonly pipe: (argv: readonly string[], stdin?: string, more?: Partial<Setting>) => Promise<Ran>;
}

export async function lockedHome(): Promise<LockedHome> {
  const home = settledHome();
  const sealed = await sealHome(home);
  const { sessions } = sealed;
  return {
    ...sealed,
    home,
    async run(argv, ...script) {
      const prompter = scripted(...script);
      const ran = await coach(argv, { home, sessions, prompter });
      expect(prompter.left()).toEqual([]);
      return { ...ran, seen: prompter.seen };
    },
    pipe: (argv, stdin = '', more = {}) => coach(argv, { home, sessions, stdin, ...more }),
  };
}

/** The words that save a plan and a guess for 6 December. */
export const PLAN = ['reflect', 'manager', '--role', 'manager', '--answers', '-'];
export const PLANNED = JSON.stringify({
  about: 'D.',
  'manager-commitment-prediction': {
    expect: 'A pineapple.',
    sign: 'It is there.',
    likelihood: 60,
    due: '2026-12-06',
    feeling: 'hoped',
  },
  'manager-commitment': { when: 'It is Monday', then: 'eat it', by: '2026-12-06', likelihood: 80 },
});

/** The word that the tests write. */
const CANARY = /pineapple/i;

/** The files below a folder in which the word of the tests can be read. */
export function clearFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .filter((file) => CANARY.test(readFileSync(path.join(folder, file), 'latin1')));
}
