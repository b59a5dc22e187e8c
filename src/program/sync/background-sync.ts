// A sync that nobody waits for, started as the last thing that a command does.
import { spawn, type SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import { isAwaited } from '../../sync/world/sync-turn.ts';

/**
 * Starts one where none waits for its turn, which would send what is here by now. In a loop of many changes, each would start a process
 * that only finds this out.
 */
export function startUnlessAwaited(state: string, start: () => void): void {
  if (!isAwaited(state)) start();
}

/**
 * Node takes long to start, and the command that starts it would end later for that. Both programs are called whatever PATH says, as
 * a sleep in it may never end. A sleep that knows whole seconds only goes on at once, and so does a system without one at this place;
 * Windows has no shell, and the sync starts without.
 */
const IN_A_MOMENT = ['/bin/sh', '-c', '/bin/sleep 0.1; exec "$0" "$@"'];

/**
 * Starts it. When its turn has come, and whether another one sends what is here, it finds out itself. Whatever is wrong with it
 * shows where it is asked after.
 *
 * @param root - The folder of the package.
 */
export function startSync(root: string, env: NodeJS.ProcessEnv): void {
  const coach = [process.execPath, path.join(root, 'bin', 'coach.cjs'), 'sync', '--quiet', '--after-change'];
  // It may wait for a while, and nothing that somebody stands in is to be held by it.
  const options = { cwd: root, env: fromAnywhere(env) };
  if (!startApart([...IN_A_MOMENT, ...coach], options)) startApart(coach, options);
}

/**
 * Starts what outlives coach.
 *
 * @returns Whether it could be: coach will have ended when Node says why not.
 */
function startApart(
  [program = '', ...args]: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'>,
): boolean {
  try {
    const child = spawn(program, args, { ...options, detached: true, stdio: 'ignore', windowsHide: true });
    child.on('error', () => undefined).unref();
    return child.pid !== undefined;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return false;
  }
}

/** For a process that stands elsewhere: a place that was named from here is named in full. */
function fromAnywhere(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = ['COACH_HOME', 'COACH_JOURNAL'].filter((name) => env[name] && !path.isAbsolute(env[name]));
  if (named.length === 0) return env;
  const whole = named.map((name) => [name, path.resolve(fromHome(env[name] ?? '', env))]);
  return { ...env, ...Object.fromEntries(whole) };
}
