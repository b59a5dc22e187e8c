import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { plannedBank } from '../planned-bank.ts';
import { coach, freshHome, type Home } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

/** One or more days before today, in Berlin. */
export function daysAgo(days: number): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(Date.now() - days * 86_400_000);
}

/** In the place of the bank of the role. */
const BANK = plannedBank('member', 'member', {
  guess: 'member-prediction',
  plan: 'member-commitment',
  depends: 'member-commitment-prediction',
});

/** A home in which a plan, a guess and one that depends on the plan are due, in this order, and the notes were seen. */
export async function homeWithThree(): Promise<Home> {
  const home = freshHome();
  const banks = path.join(home.coach, 'data', 'banks');
  mkdirSync(banks, { recursive: true });
  writeFileSync(path.join(banks, 'member.yaml'), BANK);
  const answers = {
    about: 'D.',
    at: `${daysAgo(9)}T10:00`,
    'member-commitment': {
      when: 'the draft is done',
      then: 'send it unasked',
      by: daysAgo(4),
      likelihood: 80,
    },
    'member-prediction': { expect: 'They say so', due: daysAgo(3), likelihood: 70 },
    'member-commitment-prediction': { expect: 'They say thank you', due: daysAgo(2) },
  };
  const args = ['reflect', 'member', '--role', 'member', '--answers', '-'];
  expect(await coach(args, home, JSON.stringify(answers))).toMatchObject({ stderr: '', exitCode: 0 });
  return home;
}

interface Answer {
  readonly question: string;
  readonly value: unknown;
  readonly closes?: string;
  readonly continues?: string;
}

/** What is said in the reviews of a journal: the question of each plan or guess, and what became of it; in order. */
export async function reviewsIn(home: Home): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await nextCommand(['journal', '--json', '--bank', 'review'], home);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const entries: readonly { readonly answers: readonly Answer[] }[] = JSON.parse(stdout);
  return entries
    .map(
      ({ answers: [first] }) =>
        `${(first?.closes ?? first?.continues)?.split('/')[1]} ${String(first?.value)}`,
    )
    .toSorted();
}

/** The plans and guesses that are due, by their references. */
export async function dueIn(home: Home): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await nextCommand(['review', '--json'], home);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  const items: readonly { readonly closes: string }[] = JSON.parse(stdout);
  return items.map(({ closes }) => closes);
}

/** The question that a reference names. */
export const questionIn = (reference: string): string => reference.split('/')[1] ?? '';
