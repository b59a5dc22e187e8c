import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of this machine; undefined where there is none. */
export const CHROMIUM = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  .find((file) => existsSync(file));

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
  readonly media?: 'screen' | 'print';
}

/** What a browser says by itself, such as that it asks for a file. */
interface Said {
  readonly method: string;
  readonly params: { readonly request?: { readonly url: string } };
}

/** A browser with one page. */
export interface ChromiumPage {
  /** Opens a file, and waits until it is there. */
  open(file: string, look?: Look): Promise<void>;
  /** What an expression gives on the page, as JSON has it. */
  value(expression: string): Promise<unknown>;
  send(method: string, params?: object): Promise<{ readonly [key: string]: unknown }>;
  /** What was said since the file was opened. */
  said(): readonly Said[];
}

const OPTIONS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--remote-debugging-pipe',
];

/** Runs a browser by its own pipe: it reads requests on descriptor 3 and answers on 4, each ended by a NUL. */
export async function withChromium(
  program: string,
  run: (page: ChromiumPage) => Promise<void>,
): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'coach-browser-'));
  const child = spawn(program, [...OPTIONS, `--user-data-dir=${home}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    await run(await pageOf(child));
  } finally {
    await ended(child);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function pageOf(child: ChildProcess): Promise<ChromiumPage> {
  const { ask, events } = connection(child);
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const send: ChromiumPage['send'] = (method, params = {}) => ask(method, params, sessionId);
  for (const domain of ['Page', 'Network', 'Log', 'Runtime', 'Accessibility']) await send(`${domain}.enable`);
  return {
    send,
    said: () => events,
    async open(file, { width = 1000, dark = false, media = 'screen' } = {}) {
      const size = { width, height: 900, deviceScaleFactor: 1, mobile: false };
      const scheme = { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' };
      await send('Emulation.setDeviceMetricsOverride', size);
      await send('Emulation.setEmulatedMedia', { media, features: [scheme] });
      events.length = 0;
      await send('Page.navigate', { url: String(pathToFileURL(file)) });
      while (!events.some(({ method }) => method === 'Page.loadEventFired')) {
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
      }
    },
    async value(expression) {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return typeof result === 'object' && result !== null && 'value' in result ? result.value : undefined;
    },
  };
}

type Ask = (
  method: string,
  params?: object,
  sessionId?: unknown,
) => Promise<{ readonly [key: string]: unknown }>;

function connection(child: ChildProcess): { readonly ask: Ask; readonly events: Said[] } {
  const [, , , to, from] = child.stdio;
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('there are no pipes');
  const waiting = new Map<number, (answer: { readonly result?: object; readonly error?: object }) => void>();
  const events: Said[] = [];
  let rest = '';
  let last = 0;
  from.setEncoding('utf8').on('data', (data: string) => {
    const parts = `${rest}${data}`.split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part);
      if (message.id === undefined) events.push(message);
      else waiting.get(message.id)?.(message);
    }
  });
  const ask: Ask = (method, params = {}, sessionId?) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${JSON.stringify(error)}`));
        else resolve({ ...result });
      });
      to.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { ask, events };
}

/** With all the processes that it has begun. */
async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  if (child.exitCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}
