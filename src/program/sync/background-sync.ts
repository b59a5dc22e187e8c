// A sync that nobody waits for, started as the last thing that a command does.
import { spawn } from 'node:child_process';
import path from 'node:path';
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
 * Node takes long to start, and the command that starts it would end later for that. A sleep that knows whole seconds only goes on at
 * once.
 */
const IN_A_MOMENT = ['sh', '-c', 'sleep 0.1; exec "$0" "$@"'];

/**
 * Starts it. When its turn has come, and whether another one sends what is here, it finds out itself. Whatever is wrong with it
 * shows where it is asked after.
 *
 * @param root - The folder of the package.
 */
export function startSync(root: string, env: NodeJS.ProcessEnv): void {
  const coach = [process.execPath, path.join(root, 'bin', 'coach.cjs'), 'sync', '--quiet', '--after-change'];
  const [program = '', ...args] = process.platform === 'win32' ? coach : [...IN_A_MOMENT, ...coach];
  const child = spawn(program, args, {
    // It may wait for a while, and nothing that somebody stands in is to be held by it.
    cwd: root,
    detached: true,
    env: { ...env, ...wholePlaces(env) },
    stdio: 'ignore',
    windowsHide: true,
  });
  child.on('error', () => undefined).unref();
}

/** What is named from where the command stood. */
function wholePlaces(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const named = ['COACH_HOME', 'COACH_JOURNAL'].filter((name) => env[name]);
  return Object.fromEntries(named.map((name) => [name, path.resolve(fromHome(env[name] ?? '', env))]));
}
