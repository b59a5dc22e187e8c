import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import type { Prompter } from '../../src/app/ports/prompter.ts';
import { memorySessions } from '../app/memory-sessions.ts';
import { coach, NOON, type Ran, type Setting } from '../cli/coach.ts';
import { quickSealing } from '../cli/sealed.ts';
import { scripted, type Move, type Scripted } from '../cli/scripted.ts';

/** The words that are offered where each is the one in the middle. */
export const OFFERED = 'length length length length length length';

/** Somebody who follows a script, reads the recovery key and types back what is asked of it. */
export interface Writing extends Scripted {
  /** The recovery key, as it was written down. */
  readonly key: () => string;
}

/** @param copied - What they take from the key when they are asked for it. */
export function writing(
  script: readonly Move[],
  copied: (key: string) => string = (key) => key.slice(-6),
): Writing {
  const prompter = scripted(...script);
  let key = '';
  return {
    ...prompter,
    key: () => key,
    say(text) {
      const [found] = /AGE-SECRET-KEY-1[\sA-Z0-9]+/.exec(text) ?? [];
      if (found !== undefined) key = found.replaceAll(/\s/g, '');
      prompter.say(text);
    },
    line(message) {
      if (!message.startsWith('Last 6 characters')) return prompter.line(message);
      prompter.say(message);
      return Promise.resolve(copied(key));
    },
  };
}

/** Takes the words that are offered. */
export const TAKES_WORDS: readonly Move[] = ['Yes', '', OFFERED];

/** Encrypts the journal of a home. */
export function encrypted(
  home: string,
  prompter: Prompter,
  { argv = [], ...setting }: Partial<Setting> & { readonly argv?: readonly string[] } = {},
): Promise<Ran> {
  return coach(['encrypt', ...argv], { home, prompter, sealing: quickSealing, ...setting });
}

/** Everything that a folder holds, but for locks: its files by their paths, hidden ones too. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.join(item.parentPath, item.name))
    .toSorted();
  return Object.fromEntries(files.map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]));
}

/** Sessions that last as long as the test. */
export const sessionsNow = (): KeySessions => memorySessions(() => NOON);
