import type { MergeStep, Tree } from '../../src/sync/merge-plan.ts';

/** A folder after the steps of a plan were done to it. */
export function merged(here: Tree, steps: readonly MergeStep[]): Tree {
  const files = new Map(here);
  const taken = (path: string, oid: string): void => {
    if (files.get(path) !== oid) throw new Error(`${path} is not ${oid}`);
    files.delete(path);
  };
  for (const step of steps) {
    if (step.does === 'add' && !files.has(step.path)) files.set(step.path, step.oid);
    if (step.does === 'copy') files.set(step.to, step.oid);
    if (step.does === 'replace') {
      taken(step.was, step.from);
      files.set(step.path, step.oid);
    }
    if (step.does === 'remove') taken(step.path, step.oid);
    if (step.does === 'move') {
      taken(step.path, step.oid);
      files.set(step.to, step.oid);
    }
  }
  return files;
}
