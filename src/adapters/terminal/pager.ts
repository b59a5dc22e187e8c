// A pager for what is longer than the screen: the person's own, else less, as git has it.
import { spawn, spawnSync } from 'node:child_process';
import { Interrupted } from '../../domain/text/errors.ts';
import type { Leaving } from '../machine/leaving.ts';

/** The part of the world that a pager needs. */
export interface PagerWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly leaving: Leaving;
}

/** What less does unless the person says otherwise: it ends at the end, keeps colours, and leaves on the screen what was read. */
const AS_GIT_HAS_IT = { LESS: 'FRX', LV: '-c' } as const;

/** Signs that only a shell understands. */
const forShell = /[|&;<>()$`\\"'*?[#~=%\n]/;

/**
 * The command that shows long pages: `PAGER`, else less. An empty one and `cat` are none, and a terminal that can do nothing has none.
 *
 * @example
 * pagerOf({ PAGER: 'most -w' }) //=> 'most -w'
 * pagerOf({ PAGER: 'cat' }) //=> undefined
 */
export function pagerOf({ PAGER = 'less', TERM }: NodeJS.ProcessEnv): string | undefined {
  const pager = PAGER.trim();
  return pager === '' || pager === 'cat' || TERM === 'dumb' ? undefined : pager;
}

/**
 * Shows a text with the person's pager and waits until it is closed. What is not read to its end is no failure.
 *
 * @returns False where there is no pager, or it cannot be started: then nothing was shown.
 * @throws Interrupted when coach is told to end meanwhile.
 *
 * @example
 * await shownByPager('a long page', { env: { PAGER: 'cat' }, leaving }) //=> false
 */
export async function shownByPager(text: string, { env, leaving }: PagerWorld): Promise<boolean> {
  const pager = pagerOf(env);
  if (pager === undefined) return false;
  // Searched words are nobody's business.
  const world = { ...AS_GIT_HAS_IT, LESSHISTFILE: '-', ...env };
  const modes = spawnSync('stty', ['-g'], { stdio: [1, 'pipe', 'ignore'], encoding: 'utf8' });
  const isShown = await leaving.while(() =>
    leaving.lending(() => finished(pager, world, text, leaving.told)),
  );
  if (!leaving.told.aborted) return isShown;
  // A pager that was ended may have left the terminal to its own keys.
  if (modes.status === 0) spawnSync('stty', [modes.stdout.trim()], { stdio: [1, 'ignore', 'ignore'] });
  throw new Interrupted('');
}

function finished(pager: string, env: NodeJS.ProcessEnv, text: string, told: AbortSignal): Promise<boolean> {
  const [program = '', ...args] = forShell.test(pager) ? ['sh', '-c', pager] : pager.split(/\s+/);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'inherit', 'inherit'] });
    const end = (): void => void child.kill();
    told.addEventListener('abort', end, { once: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      told.removeEventListener('abort', end);
      resolve(code !== NOT_FOUND && code !== NOT_RUN);
    });
    // It may be closed before it has read everything.
    child.stdin.on('error', () => undefined).end(text);
  });
}

/** What a shell says of a command that is not there, or cannot be run. */
const NOT_FOUND = 127;
const NOT_RUN = 126;
