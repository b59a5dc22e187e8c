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
