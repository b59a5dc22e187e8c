import path from 'node:path';
import { expect } from 'vitest';
import { plannedBank } from '../planned-bank.ts';
import { coach, NOON, put } from './coach.ts';

const BANK = plannedBank('planned', 'both', {
  guess: 'planned-guess',
  plan: 'planned-plan',
  depends: 'planned-depends',
});

/** Saves a plan and a guess that depends on it, and a guess beside them, due on days of November. */
export async function planned(home: string, by = '2026-11-20', epoch = NOON): Promise<void> {
  put(path.join(home, 'data/banks/planned.yaml'), BANK);
  const stdin = JSON.stringify({
    about: 'D.',
    ...(epoch === NOON && { at: '2026-11-16T10:00' }),
    'planned-guess': { expect: 'A secret hope', due: '2026-11-21', likelihood: 70 },
    'planned-plan': { when: 'the draft is done', then: 'say a secret', by, likelihood: 80 },
    'planned-depends': { expect: 'A secret fear', due: '2026-11-22' },
  });
  const argv = ['reflect', 'planned', '--role', 'member', '--answers', '-'];
  expect(await coach(argv, { home, stdin, epoch })).toMatchObject({ stderr: '', exitCode: 0 });
}

export const COMMITMENT = '001k3x8m2p/planned-plan';
export const PREDICTION = '001k3x8m2p/planned-guess';
export const CONDITIONAL = '001k3x8m2p/planned-depends';
