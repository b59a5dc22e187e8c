import { mkdirSync } from 'node:fs';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import { coach } from '../cli/coach.ts';
import type { Home, Ran } from '../terminal/coach.ts';

/** Berlin, where the homes of these tests are. */
const ZONE = {
  name: 'Europe/Berlin',
  offsetAt: (epoch: number): number => {
    const there = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Berlin',
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(epoch);
    return Math.round((Date.parse(`${there.replace(' ', 'T')}Z`) - epoch) / 60_000);
  },
};

/** What a person has at hand beside the words of a command. */
interface AtHand {
  readonly input?: string;
  readonly editor?: string;
  readonly sessions?: KeySessions;
}

/**
 * What the next command finds in a home, and makes of it. It runs in this process, many times faster than in one of its own:
 * nothing is to happen to it.
 */
export function nextCommand(
  args: readonly string[],
  { coach: home }: Home,
  { input = '', editor, sessions }: AtHand = {},
): Promise<Ran> {
  // Nothing is there yet where this is the first of all.
  mkdirSync(home, { recursive: true });
  const env = editor === undefined ? {} : { EDITOR: editor };
  return coach(args, { home, epoch: Date.now, zone: ZONE, env, stdin: input, ...(sessions && { sessions }) });
}
