import { expect } from 'vitest';
import { coach, NOON, type Ran } from './coach.ts';
import { type Move, type Scripted, scripted } from './scripted.ts';

export const PASS: Move = { value: null };
export const LATER: Move = { kind: 'later' };
export const SAVE: Move = { kind: 'save' };

/** Somebody sits down at a command line and follows a script to its end. */
export async function sit(
  home: string,
  argv: readonly string[],
  ...moves: readonly Move[]
): Promise<Ran & Scripted> {
  return sitAt(NOON, home, argv, ...moves);
}

export async function sitAt(
  epoch: number,
  home: string,
  argv: readonly string[],
  ...moves: readonly Move[]
): Promise<Ran & Scripted> {
  const prompter = scripted(...moves);
  const ran = await coach(argv, { home, prompter, epoch });
  const { seen, left } = prompter;
  expect({ seen, left: left(), isBug: ran.exitCode === 70 }).toEqual({ seen, left: [], isBug: false });
  return { ...ran, ...prompter };
}
