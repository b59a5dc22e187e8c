import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { coach, DAY, filesBelow, NOON, settledHome } from '../../cli/coach.ts';

/** A sheet with D. of three pieces of work, from the doer's side. Only the first holds words that are for oneself alone. */
export async function filledHome(role = 'member'): Promise<string> {
  const home = settledHome(role);
  const pieces = [
    'align-piece: Client pricing\nalign-example: A discount\nalign-today: heard\nalign-wanted: informed\nalign-means: The floor\nalign-last-time: canary-last\nalign-guess-today: own\nalign-guess-wanted: unsure\n',
    'align-piece: Rota\nalign-today: unsure\nalign-wanted: advised\n',
    'align-piece: Yearly plan\nalign-today: joint\nalign-wanted: joint\nalign-look: Before the board\n',
  ];
  for (const [at, stdin] of pieces.entries()) {
    const argv = ['align', 'fill', '--about', 'D.', '--answers', '-'];
    expect((await coach(argv, { home, stdin, epoch: NOON + at * 60_000 })).stderr).toBe('');
  }
  return home;
}

/** What the other says of the three, typed line by line: the second one is not on their sheet. */
export const SAID = ['5', 'adv', 'canary-means', 'canary-limits', '', '', '4', '?', '', '', 'canary-look'];
export const LATER = { epoch: NOON + DAY };

/** The files of a home that hold a word. */
export const holding = (home: string, word: string): readonly string[] =>
  filesBelow(home).filter((file) => readFileSync(path.join(home, file), 'utf8').includes(word));
