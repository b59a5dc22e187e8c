// What the bench holds each piece of work to: the one place for these numbers.

/** Searching in an index, and without one. */
const INDEXED = { 1_000: 2.2, 10_000: 3.5, 100_000: 12 };
const SCANNED = { 1_000: 3, 10_000: 9, 100_000: 60 };

/** Understanding and printing all there is. */
const EVERYTHING = { 1_000: 4, 10_000: 10, 100_000: 90 };

/**
 * The most that each piece of work may take, as a ratio to `node -e 0` of the same Node in the same run.
 *
 * `upTo` maps a number of entries to the ratio that holds up to it. `withoutSqlite` counts instead on a Node that has no
 * `node:sqlite`.
 */
const BUDGETS = {
  '--version': { upTo: { 100_000: 1.05 } },
  '--help': { upTo: { 100_000: 1.2 } },
  journal: { upTo: { 10_000: 1.6, 100_000: 1.8 } },
  'journal, not compiled': { upTo: { 10_000: 2.6, 100_000: 2.8 } },
  'journal, cold': { upTo: { 100_000: 5 } },
  'checkin (cron)': { upTo: { 10_000: 1.6, 100_000: 1.8 } },
  'checkin --answers -': { upTo: { 100_000: 1.8 } },
  'search, a rare word': { upTo: INDEXED, withoutSqlite: SCANNED },
  'search, a common word': { upTo: INDEXED, withoutSqlite: SCANNED },
  coach: { upTo: { 1_000: 2, 10_000: 3.5, 100_000: 10 }, withoutSqlite: { ...SCANNED, 1_000: 2.5 } },
  insights: {
    upTo: { 1_000: 2.4, 10_000: 5, 100_000: 16 },
    withoutSqlite: { 1_000: 4, 10_000: 20, 100_000: 200 },
  },
  'journal --json': { upTo: EVERYTHING, withoutSqlite: { 1_000: 6, 10_000: 15, 100_000: 100 } },
  'export, JSON': { upTo: EVERYTHING, withoutSqlite: { 1_000: 6, 10_000: 15, 100_000: 100 } },
  // Each file that it makes is synced to the disk: how long that takes is the disk's affair, and no bound is set.
  'import, JSON': { upTo: {} },
  'index from nothing': { upTo: { 1_000: 3, 10_000: 15, 100_000: 120 } },
};

/** Megabytes (a million bytes each) of memory at the peak, and the number of entries up to which that holds. */
const MEMORY = { atMost: 90, upTo: 10_000 };

/**
 * The bounds of a piece of work on a journal of so many entries.
 *
 * @returns Undefined for what no bound is set for.
 *
 * @example
 * boundsOf('journal', 100, { sqlite: true }) //=> { ratio: 1.6, megabytes: 90 }
 */
export function boundsOf(work, entries, { sqlite }) {
  const { upTo, withoutSqlite = upTo } = BUDGETS[work] ?? {};
  if (upTo === undefined) return {};
  const ratios = sqlite ? upTo : withoutSqlite;
  const size = Object.keys(ratios).find((most) => entries <= Number(most));
  return {
    ratio: size === undefined ? undefined : ratios[size],
    megabytes: entries <= MEMORY.upTo ? MEMORY.atMost : undefined,
  };
}
