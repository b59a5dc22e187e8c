// Processes with all that they have started: what is in one group with coach cannot be ended as a group.
import { spawnSync } from 'node:child_process';

/** So long, in milliseconds, a list of processes may take. */
const SHORT = 1_000;

/** A process and those below it, the lowest last. Where they cannot be listed, it stands alone. */
export function treeOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: SHORT });
  const rows = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const above of tree) for (const [one = 0, parent] of rows) if (parent === above) tree.push(one);
  return tree;
}
