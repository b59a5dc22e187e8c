import type { Answer } from '../../src/domain/entry/answer.ts';
import type { Day } from '../../src/domain/time/day.ts';
import type { Entry } from '../../src/domain/entry/entry.ts';
import { entryOn, given, words } from './journals.ts';
import { bankNamed } from './plans.ts';

export const challenge = bankNamed('challenge');

const ids = challenge.steps.map(({ questions, evidence }) => ({
  asked: questions.find(({ type }) => type === 'text')?.id ?? '',
  brought: evidence.find(({ type }) => type === 'text')?.id ?? '',
}));

let count = 0;

/** What somebody does on a day: `ask 1`, `bring 1 next`, `bring 1`, or a choice alone, `pause 2`. Steps count from 1. */
export function did(day: Day, act: string, more: Partial<Entry> = {}): Entry {
  const [kind = '', number = '', choice] = act.split(' ');
  const index = Number(number) - 1;
  const step = challenge.steps[index]?.id ?? '';
  const choose = (value: string): Answer => ({
    ...given('challenge-next', { type: 'choice', value }),
    step,
  });
  const answers =
    kind === 'ask'
      ? [words(ids[index]?.asked ?? '')]
      : kind === 'bring'
        ? [
            ...(ids[index]?.brought === '' ? [] : [words(ids[index]?.brought ?? '')]),
            ...(choice === undefined ? [] : [choose(choice)]),
          ]
        : [choose(kind)];
  count += 1;
  const id = `c${String(count).padStart(9, '0')}`;
  return entryOn(day, 'challenge', answers, { id, about: 'D.', role: 'member', ...more });
}

/** All that somebody does, an act a day from 1 November on. */
export function didInTurn(acts: readonly string[], more: Partial<Entry> = {}): readonly Entry[] {
  return acts.map((act, index) => did(`2026-11-${String(index + 1).padStart(2, '0')}`, act, more));
}
