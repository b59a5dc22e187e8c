import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { Leaving } from '../../../src/adapters/machine/leaving.ts';

test('Ctrl-C after the last question was heard by nobody, and a long import went on', async () => {
  const told: string[] = [];
  const signals = new EventEmitter();
  const leaving = new Leaving({
    signals,
    status: (code) => told.push(`will end with ${code}`),
    exit: (code) => told.push(`ends with ${code}`),
  });
  leaving.own();
  leaving.told.addEventListener('abort', () => told.push('is told'));
  signals.emit('SIGINT');
  signals.emit('SIGTERM');
  expect(told).toEqual(['will end with 130', 'is told']);
  await expect.poll(() => told.slice(2), { timeout: 5_000 }).toEqual(['ends with 130']);
});

test('the eleventh question of a command warned on the screen of a leak of listeners', async () => {
  const signals = new EventEmitter();
  const leaving = new Leaving({ signals, status: () => undefined, exit: () => undefined });
  for (let asked = 0; asked < 11; asked++) await leaving.while(() => Promise.resolve());
  const counts = signals.eventNames().map((name) => [name, signals.listenerCount(name)] as const);
  expect(counts.filter(([, count]) => count > 1)).toEqual([]);
  expect(signals.listenerCount('SIGXFSZ')).toBe(1);
});
