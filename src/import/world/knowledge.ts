// The hashes and the time zones that only the machine knows.
import { createHash } from 'node:crypto';
import type { Knowledge } from '../foreign-entry.ts';

/** The hashes and time zones of this machine. */
export const knowledge: Knowledge = { hash: (text) => createHash('sha256').update(text).digest(), offsetIn };

const zones = new Map<string, Intl.DateTimeFormat | undefined>();

function offsetIn(zone: string, epoch: number): number | undefined {
  if (!zones.has(zone)) zones.set(zone, clockIn(zone));
  const clock = zones.get(zone);
  if (!clock) return undefined;
  const part = new Map(clock.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const wall = new Date(0);
  wall.setUTCFullYear(of('year'), of('month') - 1, of('day'));
  wall.setUTCHours(of('hour'), of('minute'), of('second'));
  return Math.round((wall.getTime() - epoch) / 60_000);
}

function clockIn(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-u-ca-iso8601', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
