// The person's browser, by the programs that come with their desktop.
import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** A program that has not refused a page by then, in milliseconds, is taken to show it: some end only with the browser. */
const PATIENCE = 2_000;

/** Whether a browser can open on this desktop; from afar, it would open where nobody sits. */
export function hasDesktop(env: Env, platform: NodeJS.Platform = process.platform): boolean {
  if (env['SSH_CONNECTION'] || env['SSH_TTY']) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'].some((name) => Boolean(env[name]));
}

/**
 * Opens a file in the browser of the desktop, and lets go of it: the browser outlives coach.
 *
 * @param told - Says that nobody waits any longer.
 * @returns Whether a program took the file; it may still show nothing.
 */
export async function openInBrowser(file: string, env: Env, told: AbortSignal): Promise<boolean> {
  for (const [program, ...args] of openers(env)) {
    if (program !== undefined && (await takes(program, [...args, file], env, told))) return true;
  }
  return false;
}

function openers(env: Env): readonly (readonly string[])[] {
  if (process.platform === 'darwin') return [['open']];
  if (process.platform === 'win32') return [['rundll32', 'url.dll,FileProtocolHandler']];
  return env['WSL_DISTRO_NAME'] ? [['wslview'], ['xdg-open']] : [['xdg-open']];
}

function takes(program: string, args: readonly string[], env: Env, told: AbortSignal): Promise<boolean> {
  if (told.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...env }, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), PATIENCE);
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      resolve(isTaken);
    };
    child.once('error', () => end(false)).once('exit', (code) => end(code === 0));
    told.addEventListener('abort', () => end(false), { once: true });
    child.unref();
  });
}
