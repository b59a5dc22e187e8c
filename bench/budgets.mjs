// What the bench holds each piece of work to: the one place for these numbers.

/** Searching in an index. */
const INDEXED = { 1_000: 2.2, 10_000: 3.5, 100_000: 12 };

/** Following all plans and guesses. */
const WAITING = { upTo: { 1_000: 2, 10_000: 3.5, 100_000: 10 } };

/** Understanding and printing all there is. */
const EVERYTHING = { upTo: { 1_000: 4, 10_000: 10, 100_000: 90 } };

/** Writing all there is. Of a small journal most of the time is the start, and no bound is set. */
const COPIED = { 1_000: undefined, 10_000: 2 };

/** The work that imports and exports are compared with: what the disk takes for the same files. */
export const LOOP = 'the bare loop';

/**
 * The most that each piece of work may take, as a ratio to `node -e 0` of the same Node in the same run.
 *
 * `upTo` maps a number of entries to the ratio that holds up to it. Where it says `against`, the ratio is to that work of the same run.
 */
const BUDGETS = {
  '--version': { upTo: { 100_000: 1.05 } },
  '--help': { upTo: { 100_000: 1.2 } },
  journal: { upTo: { 10_000: 1.6, 100_000: 1.8 } },
  'journal, not compiled': { upTo: { 10_000: 2.6, 100_000: 2.8 } },
  'journal, cold': { upTo: { 100_000: 5 } },
  'checkin (cron)': { upTo: { 10_000: 1.6, 100_000: 1.8 } },
  'checkin --answers -': { upTo: { 100_000: 1.8 } },
  'search, a rare word': { upTo: INDEXED },
  'search, a common word': { upTo: INDEXED },
  coach: WAITING,
  plans: WAITING,
  insights: { upTo: { 1_000: 2.4, 10_000: 5, 100_000: 16 } },
  // As insights, and two bare starts.
  report: { upTo: { 1_000: 4.4, 10_000: 7, 100_000: 18 } },
  'journal --json': EVERYTHING,
  'export, JSON': EVERYTHING,
  'export, a folder': { against: LOOP, upTo: COPIED },
  'import, JSON': { against: LOOP, upTo: COPIED },
  'sync, nothing to do': { upTo: { 1_000: 9, 10_000: 20 } },
  // As a check-in, and a fifth of a bare start.
  'checkin, a sync after it': { upTo: { 100_000: 2 } },
  'index from nothing': { upTo: { 1_000: 3, 10_000: 15, 100_000: 120 } },
};

/** Megabytes (a million bytes each) of memory at the peak, by the number of entries up to which they hold. */
const MEMORY = { 10_000: 90 };
const MEMORY_IN_BULK = { 10_000: 90, 100_000: 150 };
const IN_BULK = ['export, JSON', 'export, a folder', 'import, JSON'];

/** The same for an encrypted journal that is unlocked: on Node 22 and later, and on Node 20. What is not here has no bound. */
const SEALED = {
  journal: { 10_000: [4, 5] },
  'checkin (cron), locked': { 100_000: [1.7, 1.7] },
  'checkin --answers -': { 100_000: [4, 4.5] },
  'search, a rare word': { 1_000: [4, 6], 10_000: [10, 14] },
  'search, a common word': { 1_000: [4, 6], 10_000: [10, 14] },
  coach: { 1_000: [5, 5], 10_000: [13, 17] },
  plans: { 1_000: [5, 5], 10_000: [13, 17] },
  'journal --json': { 1_000: [7, 9], 10_000: [26, 38] },
};

/** The work that a reminder may take as long as, at most, in an encrypted journal: the same journal, at the same moment. */
export const SAME_MOMENT = 'coach, likewise';

/** In milliseconds: so long the first read of an encrypted journal of 10,000 may take on a machine. */
const FIRST_READ = 30_000;

/**
 * The bounds of a piece of work on an encrypted journal.
 *
 * @param version - Of Node.
 * @returns `like` names the work of the same run that it may take as long as.
 *
 * @example
 * sealedBoundsOf('journal', 1_000, 'v20.19.5') //=> { ratio: 5, like: undefined, ms: undefined, megabytes: 90 }
 */
export function sealedBoundsOf(work, entries, version) {
  const pair = boundAt(entries, SEALED[work] ?? {});
  return {
    ratio: pair?.[version.startsWith('v20.') ? 1 : 0],
    like: work === 'checkin (cron)' ? SAME_MOMENT : undefined,
    ms: work === 'index from nothing' && entries <= 10_000 ? FIRST_READ : undefined,
    megabytes: boundAt(entries, MEMORY),
  };
}

/**
 * The bounds of a piece of work on a journal of so many entries.
 *
 * @returns Undefined for what no bound is set for.
 *
 * @example
 * boundsOf('journal', 100) //=> { against: undefined, ratio: 1.6, megabytes: 90 }
 */
export function boundsOf(work, entries) {
  const { against, upTo } = BUDGETS[work] ?? {};
  if (upTo === undefined) return {};
  return {
    against,
    ratio: boundAt(entries, upTo),
    megabytes: boundAt(entries, IN_BULK.includes(work) ? MEMORY_IN_BULK : MEMORY),
  };
}

function boundAt(entries, bounds) {
  const size = Object.keys(bounds).find((most) => entries <= Number(most));
  return size === undefined ? undefined : bounds[size];
}
