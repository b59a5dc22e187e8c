import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshHome } from '../cli/coach.ts';
import { simulate } from './simulation.ts';

/** A soak runs more of them, each from a new seed, and takes its time. */
const IS_SOAK = process.env['LAW_SEED'] !== undefined;
const RUNS = IS_SOAK ? 200 : 3;
const PATIENCE = IS_SOAK ? 3_600_000 : 180_000;

test.each(['in clear', 'sealed', 'encrypted'] as const)(
  'three machines lose nothing and end alike: %s',
  async (journal) => {
    let [kills, syncs] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 8 }), async (name) => {
        const seed = createHash('sha256').update(name).digest().readInt32BE();
        const came = await simulate(freshHome(), seed, journal);
        expect(came).toMatchObject({ lost: [], missing: [], torn: [], areSame: true });
        kills += came.kills;
        syncs += came.syncs;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(kills).toBeGreaterThan(RUNS);
    expect(syncs).toBeGreaterThan(RUNS * 20);
  },
  PATIENCE,
);
