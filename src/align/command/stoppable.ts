// Something that either of two people can stop at any time.
import { Interrupted } from '../../domain/text/errors.ts';

/** Whoever stops is told what became of it. */
export async function stoppable<Value>(words: string, run: () => Promise<Value>): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Interrupted && error.message === '') throw new Interrupted(words);
    throw error;
  }
}
