// What the bench holds each piece of work to: the one place for these numbers.

/**
 * The most that each piece of work may take, as a ratio to `node -e 0` of the same Node in the same run.
 *
 * `upTo` maps a number of entries to the ratio that holds up to it. `withoutSqlite` counts instead on a Node that has no
 * `node:sqlite`.
 */
const BUDGETS = {
  '--version': { upTo: { 1_000: 1.05, 10_000: 1.05, 100_000: 1.05 } },
  '--help': { upTo: { 1_000: 1.6, 10_000: 1.6, 100_000: 1.6 } },
  journal: { upTo: { 1_000: 2.3, 10_000: 2.4, 100_000: 2.6 } },
  'checkin (cron)': { upTo: { 1_000: 2.3, 10_000: 2.4, 100_000: 2.6 } },
  'checkin --answers -': { upTo: { 1_000: 2.5, 10_000: 2.5, 100_000: 2.5 } },
  coach: {
    upTo: { 1_000: 3, 10_000: 5, 100_000: 14 },
    withoutSqlite: { 1_000: 3, 10_000: 9, 100_000: 60 },
  },
};

/** Megabytes (a million bytes each) of memory at the peak, and the number of entries up to which that holds. */
const MEMORY = { atMost: 90, upTo: 10_000 };

/**
 * The bounds of a piece of work on a journal of so many entries.
 *
 * @returns Undefined for what no bound is set for.
 *
 * @example
 * boundsOf('journal', 100, { sqlite: true }) //=> { ratio: 2.3, megabytes: 90 }
 */
export function boundsOf(work, entries, { sqlite }) {
  const { upTo, withoutSqlite = upTo } = BUDGETS[work] ?? { upTo: {} };
  const ratios = sqlite ? upTo : withoutSqlite;
  const size = Object.keys(ratios).find((most) => entries <= Number(most));
  return {
    ratio: size === undefined ? undefined : ratios[size],
    megabytes: entries <= MEMORY.upTo ? MEMORY.atMost : undefined,
  };
}
