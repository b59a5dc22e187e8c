// The rounds of a measurement: in each of them all the work is done once.
import { troubleOf } from './peers.mjs';

/** In milliseconds: so long each piece of work of another program may take in all rounds together. */
const PATIENCE = 60_000;

/**
 * Does all the work, round after round, so that whatever slows the machine down for a while slows down everything alike.
 *
 * Once before, without counting: then the caches are warm, the index is made, and the answers are known to be right.
 *
 * @param run - Runs a piece of work and tells its milliseconds.
 * @returns For each piece of work its times, and a line for each of another program that failed. Where coach fails, that is thrown.
 */
export function inRounds(works, { runs, entries, run }) {
  const troubles = [];
  const cells = works.map((work) => ({ work, times: [] }));
  const time = (cell) => {
    if (cell.work.peer === undefined) return run(cell.work);
    try {
      return run(cell.work);
    } catch (error) {
      troubles.push(troubleOf(cell.work.peer, entries, error));
      cell.failed = true;
      return 0;
    }
  };
  const isDone = ({ work, times, failed }) =>
    failed === true || (work.peer !== undefined && times.reduce((all, one) => all + one, 0) > PATIENCE);
  for (const cell of cells) time(cell);
  for (let round = 0; round < runs; round++) {
    for (const cell of cells) if (!isDone(cell)) cell.times.push(time(cell));
  }
  return { cells: cells.filter(({ failed }) => failed !== true), troubles };
}
