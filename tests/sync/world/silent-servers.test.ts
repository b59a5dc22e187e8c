import { execFileSync } from 'node:child_process';
import { createServer as httpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished, expect, test } from 'vitest';
import type { SyncStop } from '../../../src/sync/sync-stop.ts';
import { freshHome } from '../../cli/coach.ts';
import { openRepository, PLAIN_ENV } from '../repositories.ts';

/** @returns The port at which it listens. */
async function listening(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const at = server.address();
  return typeof at === 'object' && at ? at.port : 0;
}

/** Programs that have a word in their arguments. */
const programsWith = (word: string): string =>
  execFileSync('ps', ['-eo', 'pid,stat,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(word) && !line.includes(' Z'))
    .join('\n');

/** How it ended, and after so many milliseconds. */
async function fetched(
  address: string,
  limit: number,
  { told = new AbortController().signal, asks = false } = {},
) {
  const home = freshHome();
  const by = address.startsWith('ssh') ? ('ssh' as const) : ('http' as const);
  const here = await openRepository(home, {
    remote: { address, by },
    deadline: Date.now() + limit,
    env: { ...PLAIN_ENV, HOME: home },
    told,
    asks,
  });
  const began = performance.now();
  const state = await here.fetch().then(
    () => 'none',
    (error: SyncStop) => error.state ?? error.name,
  );
  return { state, took: performance.now() - began };
}

const LIMIT = 2_500;

test.each(['git', 'http', 'https', 'ssh'])(
  'a server that says nothing over %s is left in time',
  async (scheme) => {
    const port = await listening(createServer());
    const { state, took } = await fetched(`${scheme}://127.0.0.1:${port}/journal.git`, LIMIT);
    expect(state).toBe('slow');
    expect(took).toBeLessThan(LIMIT + 3_000);
    await wait(200);
    expect(programsWith(`127.0.0.1:${port}`)).toBe('');
    expect(programsWith(`-p ${port}`)).toBe('');
  },
);

test.each(['git', 'http', 'ssh'])('whoever let git ask over %s left programs behind', async (scheme) => {
  const port = await listening(createServer());
  const { state } = await fetched(`${scheme}://127.0.0.1:${port}/journal.git`, LIMIT, { asks: true });
  expect(state).toBe('slow');
  await wait(200);
  expect([programsWith(`127.0.0.1:${port}`), programsWith(`-p ${port}`)]).toEqual(['', '']);
});

test('whoever leaves coach leaves no git behind', async () => {
  const port = await listening(createServer());
  const leaving = new AbortController();
  const fetching = fetched(`git://127.0.0.1:${port}/journal.git`, 60_000, { told: leaving.signal });
  await wait(1_500);
  expect(programsWith(`127.0.0.1:${port}`)).not.toBe('');
  leaving.abort();
  expect((await fetching).state).toBe('Interrupted');
  await wait(200);
  expect(programsWith(`127.0.0.1:${port}`)).toBe('');
});

test('a server that asks for a password is refused at once', async () => {
  const port = await listening(
    httpServer((_, answer) => answer.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end()),
  );
  const { state, took } = await fetched(`http://127.0.0.1:${port}/journal.git`, 20_000);
  expect([state, took < 10_000]).toEqual(['refused', true]);
});

test('a server that fails is one that cannot be reached now', async () => {
  const port = await listening(httpServer((_, answer) => answer.writeHead(503).end()));
  expect((await fetched(`http://127.0.0.1:${port}/journal.git`, 20_000)).state).toBe('offline');
});

test('a server that has no such journal', async () => {
  const port = await listening(httpServer((_, answer) => answer.writeHead(404).end()));
  expect((await fetched(`http://127.0.0.1:${port}/journal.git`, 20_000)).state).toBe('no-remote');
});
