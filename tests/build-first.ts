import { execFileSync } from 'node:child_process';

/** Builds before the tests, so that what is run in a terminal is what the sources say. */
export function setup(): void {
  execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });
}
