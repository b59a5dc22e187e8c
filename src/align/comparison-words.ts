// The sentences of a comparison, for the screen and for the page.
import type { Category, Compared } from './comparison.ts';
import { apartBy } from './comparison.ts';
import type { Mark } from './decision-steps.ts';
import type { Side } from './piece.ts';

/** What may be said of a piece of work, by how the two see it; a test holds each of them against all pairs of sheets. */
export const CATEGORY_SENTENCES: Readonly<Record<Category, string>> = {
  'different-day': 'You describe different days. Bring one example each before you talk about wishes.',
  unknown: 'At least one step is still open. Start here.',
  opposite: 'One of you would like more room for the doer, one less. Ask what each is protecting.',
  'one-sided':
    'One of you would like a clear change, the other at most a step. What would the change give, and what does the present keep safe?',
  pace: 'Same direction, different distance. What would make the first half safe?',
  ready:
    'Your wishes meet, give or take a step, and at least one of you would like a clear change. Talk about what it takes.',
  apart:
    'Your wishes lie apart, though each of you asks for a step at most. Start with what each is protecting.',
  settled: 'You see it nearly alike, and nobody asks for more than a step.',
};

/** How to talk about what follows. */
export const HOW_TO_TALK =
  'Whoever has less to say at work speaks first on each. The first sentence is an example, not a verdict. A difference of one step is read as none.';

/** Where there are more than these, the talk begins with them. */
export const BEGIN_WITH = 3;

/** Said where there are more. */
export const BEGIN_WITH_THREE = 'The first three are enough for one talk.';

/** The end of a page. */
export const NO_SCORE =
  'Nothing here is a score. Moving down a step for a while is a usual result. The idea of seven steps comes from Management 3.0 by Jurgen Appelo.';

/**
 * What is still missing beside the marks.
 *
 * @example
 * gapSentences({ meansGap: true, lookGap: false }) //=> ['The doer named means, and the lead has offered none yet.']
 */
export function gapSentences({
  meansGap,
  lookGap,
}: Pick<Compared, 'meansGap' | 'lookGap'>): readonly string[] {
  return [
    ...(meansGap ? ['The doer named means, and the lead has offered none yet.'] : []),
    ...(lookGap
      ? ['At least one of you would like the doer to decide, and nobody has named a look at the result yet.']
      : []),
  ];
}

/**
 * How far two marks are apart, in words.
 *
 * @example
 * apartWords(3, 5) //=> '2 steps apart'
 * apartWords(null, 5) //=> "the doer's is open"
 */
export function apartWords(doer: Mark, lead: Mark): string {
  const steps = apartBy(doer, lead);
  if (steps !== null)
    return steps === 0 ? 'the same' : steps === 1 ? 'about the same' : `${steps} steps apart`;
  if (doer === null && lead === null) return 'both are open';
  return doer === null ? "the doer's is open" : "the lead's is open";
}

/** What the two said beside their marks; null where one of them said nothing. */
export interface SaidByBoth {
  readonly name: string;
  readonly doer: string | null;
  readonly lead: string | null;
  /** What each of them is called where their words stand below each other. */
  readonly called: { readonly doer: string; readonly lead: string };
}

const SAID = {
  means: { name: 'Means', called: { doer: 'The doer needs', lead: 'The lead gives' } },
  limits: { name: 'Limits', called: { doer: 'Limits, the doer', lead: 'Limits, the lead' } },
  look: { name: 'A look at the result', called: { doer: 'A look, the doer', lead: 'A look, the lead' } },
} as const;

type Said = Pick<Side, keyof typeof SAID>;

/**
 * What the two said beside their marks, where at least one of them said something.
 *
 * @example
 * const nothing = { means: null, limits: null, look: null };
 * saidByBoth({ doer: { ...nothing, means: 'Time' }, lead: nothing }).map(({ name, doer, lead }) => [name, doer, lead])
 * //=> [['Means', 'Time', null]]
 */
export function saidByBoth({
  doer,
  lead,
}: {
  readonly doer: Said;
  readonly lead: Said;
}): readonly SaidByBoth[] {
  return (['means', 'limits', 'look'] as const).flatMap((key) =>
    doer[key] === null && lead[key] === null ? [] : [{ ...SAID[key], doer: doer[key], lead: lead[key] }],
  );
}
