// The zone of a person where cron goes by another one.
import type { Now, Zone } from '../domain/time/moment.ts';

/** A zone of a person's own, and how it differs from that of the machine. */
export interface OtherZone {
  /** As `TZ` says it. */
  readonly typed: string;
  /** The names of both; that of the machine is unknown where it cannot be seen. */
  readonly own: string;
  readonly machine: string | undefined;
  /** How many minutes the own clock is ahead of the machine's today; unknown where the other is. */
  readonly ahead: number | undefined;
}

const HALF_A_YEAR = 182 * 86_400_000;

/**
 * The zone that `TZ` gives a person, where the clock of the machine shows another time, today or in half a year.
 *
 * @param machine - The zone that cron goes by, where it can be seen.
 *
 * @example
 * otherZone(now, { name: 'UTC', offsetAt: () => 0 }, 'Europe/Berlin')?.ahead //=> 60
 * otherZone(now, now.zone, 'Europe/Berlin') //=> undefined
 */
export function otherZone(
  { epoch, zone }: Now,
  machine: Zone | undefined,
  typed: string | undefined,
): OtherZone | undefined {
  if (!typed) return undefined;
  const [ahead, later] = [epoch, epoch + HALF_A_YEAR].map((moment) =>
    machine ? zone.offsetAt(moment) - machine.offsetAt(moment) : undefined,
  );
  if (ahead === 0 && later === 0) return undefined;
  return { typed, own: zone.name, machine: machine?.name, ahead };
}
