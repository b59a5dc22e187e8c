// The lines that say what became of a plan or a guess.
import { dayWords, type Day } from '../../domain/time/day.ts';
import { entryIn, type Followed, standingOf } from '../../domain/record/followed-items.ts';
import type { Resolution } from '../../domain/record/outcomes.ts';
import { answerText } from './answer-text.ts';

/**
 * The lines on what became of a plan or a guess: its outcome, and everything else that was said of it; while
 * nothing closes it, when it is due.
 *
 * @example
 * becameLines(keptPlan, '2026-12-06') //=> ['Kept, yesterday: coach journal show 2hebjg']
 */
export function becameLines(item: Followed, today: Day): readonly string[] {
  const [counts, ...others] = item.outcomes;
  const next = item.kind === 'commitment' ? item.continuedBy : undefined;
  const isElsewhere = next !== undefined && entryIn(next) !== counts?.entry.id;
  return [
    counts ? saidLine(counts, today) : openLine(item, today),
    ...others.map((said) => `Also said: ${saidLine(said, today)}`),
    ...(isElsewhere ? [`It goes on: coach journal show ${shortId(next)}`] : []),
  ];
}

function saidLine({ answer, entry }: Resolution, today: Day): string {
  const said = answerText(answer, today).split('\n')[0] ?? '';
  return `${said.replace(/[.]$/, '')}, ${dayWords(entry.day, today)}: coach journal show ${shortId(entry.id)}`;
}

function openLine(item: Followed, today: Day): string {
  const moved = item.moves.length === 0 ? '' : ', with a new date';
  switch (standingOf(item, today)) {
    case 'resting':
      return 'Resting, since nobody looked at it: coach review --all';
    case 'due':
      return `Due ${dayWords(item.due, today)}${moved}: coach review`;
    case 'coming':
    case 'closed':
      return `To be looked at ${dayWords(item.due, today)}${moved}.`;
  }
}

function shortId(reference: string): string {
  return reference.slice(0, 6);
}
