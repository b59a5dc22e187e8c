import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, expect } from 'vitest';

/** A soak sets it, to draw other cases than those of every day. */
const SOAK = process.env['LAW_SEED'] ?? '';

/**
 * The seed from which a law draws its cases: made of its name, so that it draws the same at each run, and goes on to do so
 * when others are added. Where a law fails, fast-check prints it.
 */
function seedOf(law: string): number {
  return createHash('sha256').update(`${SOAK}${law}`).digest().readInt32BE();
}

beforeEach(() => {
  fc.configureGlobal({ seed: seedOf(expect.getState().currentTestName ?? '') });
});
