import type { Zone } from '../../../src/domain/time/moment.ts';

/** The time zones of this Node, whole minutes. */
export function zoneNamed(name: string): Zone {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (epoch: number): number => {
    const shown = Object.fromEntries(
      parts.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown;
    return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - epoch) / 60_000);
  };
  return { name, offsetAt };
}
