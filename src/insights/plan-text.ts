// The sentences of insights about plans.
import type { CommitmentCounts, Obstacle } from '../domain/record/insight.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { ifAny, withStop } from './insight-words.ts';
import { times } from '../pages/text/words.ts';

/**
 * The outcomes of plans, in numbers and never in shares; empty where there are none.
 *
 * @example
 * plansText({ kept: 3, partly: 2, 'not-yet': 1, 'let-go': 1, unsaid: 0, open: 2, resting: 0 })
 * //=> 'Plans: 3 kept, 2 partly, 1 not yet, 1 let go, 2 open.'
 */
export function plansText(plans: CommitmentCounts): string {
  const parts = [
    ifAny(plans.kept, 'kept'),
    ifAny(plans.partly, 'partly'),
    ifAny(plans['not-yet'], 'not yet'),
    ifAny(plans['let-go'], 'let go'),
    ifAny(plans.unsaid, 'closed without an outcome'),
    ifAny(plans.open, 'open'),
    ifAny(plans.resting, 'resting'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Plans: ${parts.join(', ')}.`;
}

/**
 * The obstacle that was met several times in a row.
 *
 * @param words - What it is called.
 *
 * @example
 * obstacleText({ times: 2 }, 'It was too big') //=> 'What got in the way twice in a row: It was too big.'
 */
export function obstacleText({ times: count }: Pick<Obstacle, 'times'>, words: string): string {
  return `What got in the way ${times(count)} in a row: ${withStop(oneLine(words))}`;
}
