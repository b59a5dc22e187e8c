// A sync that nobody waits for, started as the last thing that a command does.
import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Starts it. When its turn has come, and whether another one sends what is here, it finds out itself. Whatever is wrong with it
 * shows where it is asked after.
 *
 * @param root - The folder of the package.
 */
export function startSync(root: string, env: NodeJS.ProcessEnv): void {
  const args = [path.join(root, 'bin', 'coach.cjs'), 'sync', '--quiet', '--after-change'];
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    env,
    stdio: 'ignore',
    windowsHide: true,
  });
  child.on('error', () => undefined).unref();
}
