// How far a zone is from UTC, by the zones that Node knows.

const zones = new Map<string, Intl.DateTimeFormat | undefined>();

/** Minutes east of UTC at a moment, in milliseconds since 1970; undefined for a zone that is not known. */
export function offsetIn(zone: string, epoch: number): number | undefined {
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

/** The name of a zone with its capitals, which Node does without and others do not. */
export function zoneCalled(zone: string): string {
  const called = clockIn(zone)?.resolvedOptions().timeZone ?? zone;
  // Node may have an older name for the same zone.
  return called.toLowerCase() === zone.toLowerCase() ? called : zone;
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
