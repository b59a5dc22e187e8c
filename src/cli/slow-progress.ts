// How far a long piece of work has got, on a screen and only where it is long.
import type { Progress, Terminal } from '../app/ports/terminal.ts';
import { progressText } from '../pages/text/progress-text.ts';

/** Work that takes longer than this says how far it has got; milliseconds. */
const PATIENCE = 1000;

/** A line that changes more often than this cannot be read; milliseconds. */
const BETWEEN = 100;

/**
 * Says how far a long piece of work has got, on a screen and only once it has taken a second. The line goes when all is done.
 *
 * @param doing - What is being done, for example "Reading the journal".
 * @returns To be called with how many of how many are done; of infinitely many where that does not show yet.
 */
export function slowProgress(doing: string, { status }: Terminal): Progress {
  let next: number | undefined;
  let isShown = false;
  return (done, total) => {
    const now = milliseconds();
    next ??= now + PATIENCE;
    if (done === total) {
      if (isShown) status('');
      next = undefined;
      isShown = false;
    } else if (now >= next) {
      status(progressText(doing, done, total));
      next = now + BETWEEN;
      isShown = true;
    }
  };
}

/** Since some moment. What knows `performance` takes most of a millisecond to load. */
function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
