// Notifications on the desktop, by the programs that come with it.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Notifier } from '../../app/ports/machine.ts';

/** A desktop that has not taken a text by then, in milliseconds, is done without. */
const PATIENCE = 10_000;

/**
 * The desktop, by the programs that come with it: `osascript` on macOS, else `notify-send`, for which the session's bus is found where
 * the environment does not name it, as under cron.
 */
export function desktopNotifier(env: NodeJS.ProcessEnv): Notifier {
  return {
    show(text) {
      if (process.platform === 'darwin') {
        const script = 'on run argv\ndisplay notification (item 1 of argv) with title "coach"\nend run';
        return ended('osascript', ['-e', script, text], env);
      }
      const bus = env['DBUS_SESSION_BUS_ADDRESS'] || busOf(env);
      if (bus === undefined) return Promise.resolve(false);
      const args = ['--app-name=coach', 'coach', text];
      return ended('notify-send', args, { ...env, DBUS_SESSION_BUS_ADDRESS: bus });
    },
  };
}

/** @returns Whether it did what it is for. */
function ended(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  return new Promise((resolve) => {
    const child = execFile(program, [...args], { env, timeout: PATIENCE }, (error) => resolve(!error));
    child.stdin?.on('error', () => undefined).end();
  });
}

/** Where a session of systemd has its bus. */
function busOf(env: NodeJS.ProcessEnv): string | undefined {
  const folder = env['XDG_RUNTIME_DIR'] || `/run/user/${process.getuid?.()}`;
  const socket = path.join(folder, 'bus');
  return statSync(socket, { throwIfNoEntry: false })?.isSocket() ? `unix:path=${socket}` : undefined;
}
