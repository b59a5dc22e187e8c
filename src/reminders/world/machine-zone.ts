// The time zone of the machine itself, whatever TZ says here.
import { readFileSync } from 'node:fs';
import { machineZoneName } from '../../adapters/machine/system-clock.ts';
import { offsetIn } from '../../adapters/machine/zone-offset.ts';
import type { Zone } from '../../domain/time/moment.ts';

/** The zone by which services such as cron go; undefined where that cannot be seen. */
export function machineZone(): Zone | undefined {
  const name = machineZoneName() ?? nameWrittenDown();
  if (name === undefined || offsetIn(name, 0) === undefined) return undefined;
  return { name, offsetAt: (epoch) => offsetIn(name, epoch) ?? 0 };
}

/** Debian writes it into a file as well. */
function nameWrittenDown(): string | undefined {
  try {
    return readFileSync('/etc/timezone', 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
