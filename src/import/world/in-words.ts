// The words for a file that the system refuses to read.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * Does something with a file, and says in words why it cannot be read.
 *
 * @param named - What the file is called in what is said.
 * @throws CoachError where the system refuses.
 */
export function inWords<Value>(named: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const reason = error.code === 'ENOENT' ? 'it is not there' : `the system refused (${String(error.code)})`;
    throw new CoachError(`cannot read ${named}: ${reason}`, { cause: error });
  }
}
