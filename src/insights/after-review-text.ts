// The lines after the review of a guess: how its number moved, and how others like it have turned out.
import type { Calibration } from '../domain/record/calibration.ts';
import type { Insights } from '../domain/record/insight.ts';
import type { GuessGroup } from '../domain/record/scored-predictions.ts';
import type { Day } from '../domain/time/day.ts';
import { type DrawnPage, signsOf } from '../pages/text/drawing.ts';
import { wrap } from '../pages/text/wrap.ts';
import { calibrationText, type GuessKind } from './calibration-text.ts';
import { revisedText } from './guess-text.ts';
import { movedLines, tallyKey, tallyLines } from './tally-lines.ts';

/**
 * What is shown once guesses were reviewed: the likelihood of each before and after, and from five on what was expected of guesses like
 * it and what happened. Where nothing is known of either, nothing is said.
 *
 * @param insights - Of the whole journal, the review among it.
 * @param reviewed - The references of the guesses.
 *
 * @example
 * afterReviewText(insightsOf([], {}, knowledgeOf([review]), today), ['k3x8m2p9qa/member-prediction'], today, { ...page, drawing: 'ascii' })
 * //=> ''
 */
export function afterReviewText(
  { revised, aboutOthers }: Insights,
  reviewed: readonly string[],
  today: Day,
  page: DrawnPage,
): string {
  const moved = revised
    .filter(({ reference }) => reviewed.includes(reference))
    .map((one) => [wrap(revisedText(one, today), page.width), ...movedLines(one, page)]);
  const scored = reviewed.filter((reference) => isIn(aboutOthers, reference));
  const { standing, feared, hoped } = aboutOthers;
  const groups: readonly Told[] = [
    ...standing.map((group) => ({ group, kind: 'others' as const, before: SAME_EACH_TIME })),
    { group: feared, kind: 'feared' },
    { group: hoped, kind: 'hoped' },
    { group: aboutOthers, kind: 'others' },
  ];
  const told = scored.flatMap(
    (reference) => groups.find(({ group }) => group.calibration.tally && isIn(group, reference)) ?? [],
  );
  const tallies = [...new Set(told)].map(({ group, kind, before = '' }) =>
    tallied(group.calibration, kind, before, page),
  );
  const hasBars = page.drawing !== 'none' && tallies.length > 0;
  const key = hasBars ? [[page.style.dim(wrap(tallyKey(signsOf(page.drawing)), page.width))]] : [];
  return [...moved, ...tallies, ...key].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** A group of guesses, and what its sentence begins with. */
interface Told {
  readonly group: GuessGroup;
  readonly kind: GuessKind;
  readonly before?: string;
}

const SAME_EACH_TIME = 'The same guess each time: ';

function isIn({ scored }: GuessGroup, reference: string): boolean {
  return scored.some((guess) => guess.reference === reference);
}

function tallied(
  calibration: Calibration,
  kind: GuessKind,
  before: string,
  page: DrawnPage,
): readonly string[] {
  const [text = ''] = calibrationText(calibration, kind);
  return calibration.tally ? tallyLines(calibration.tally, `${before}${text}`, page) : [];
}
