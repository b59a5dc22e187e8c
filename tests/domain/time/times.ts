import * as fc from 'fast-check';
import { type At, parseAt } from '../../../src/domain/time/moment.ts';

/** The first and the last moment there are, in UTC. */
export const firstMoment = Date.parse('0001-01-01T00:00:00Z');
export const lastMoment = Date.parse('9999-12-31T23:59:59Z');

const dayFrom = (days: number): string =>
  new Date(firstMoment + days * 86_400_000).toISOString().slice(0, 10);

/** Any day of the calendar, and any with some years before and after it. */
export const anyDay = fc.integer({ min: 0, max: 3_652_058 }).map(dayFrom);
export const midDay = fc.integer({ min: 800, max: 3_651_000 }).map(dayFrom);

/** The moment that a text states. */
export function at(text: string): At {
  const moment = parseAt(text);
  if (moment === undefined) throw new Error(`"${text}" should be a moment`);
  return moment;
}
