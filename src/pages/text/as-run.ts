// Commands in what coach says, as this coach was called.
import { COMMAND_NAMES } from './command-names.ts';

/** Where npm tells what it runs. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether npx runs this coach, as it does in a clone: whoever called it so may have no other one.
 *
 * @example
 * isRunByNpx({ npm_lifecycle_event: 'npx', npm_lifecycle_script: "'coach' 'review'" }) //=> true
 * isRunByNpx({ npm_lifecycle_event: 'npx', npm_lifecycle_script: "'vitest'" }) //=> false
 */
export function isRunByNpx(env: Environment): boolean {
  return env['npm_lifecycle_event'] === 'npx' && /^\W?coach\b/.test(env['npm_lifecycle_script'] ?? '');
}

/**
 * A sentence of coach's own with its commands as they are called here. Nobody's own words may be in it: they stay as they are.
 *
 * @example
 * asRun('See how they went: coach review', { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'coach' })
 * //=> 'See how they went: npx coach review'
 * asRun('See how they went: coach review', {}) //=> 'See how they went: coach review'
 */
export function asRun(text: string, env: Environment): string {
  return isRunByNpx(env) ? text.replaceAll(COMMAND, 'npx coach') : text;
}

/** The name with a command behind it, and not where it is only spoken of: "coach cannot tell". */
const COMMAND = new RegExp(`(?<![\\w/.-]|npx )coach(?= ${COMMAND_NAMES})`, 'g');
