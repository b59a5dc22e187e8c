// The clock of this machine, and its time zone.
import { existsSync, readlinkSync } from 'node:fs';
import type { Clock } from '../../app/ports/machine.ts';
import type { Zone } from '../../domain/time/moment.ts';

const ZONES = '/usr/share/zoneinfo/';

/** This machine's clock and zone. Old local mean times had seconds; they are rounded to whole minutes. */
export function systemClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const zone: Zone = {
    get name() {
      return nameFromSystem(env['TZ']) ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    offsetAt: (epoch) => Math.round(-new Date(epoch).getTimezoneOffset()),
  };
  return () => ({ epoch: Date.now(), zone });
}

/** The name of the zone without Intl, which takes longer than everything else that a saved check-in needs. */
function nameFromSystem(named: string | undefined): string | undefined {
  if (named !== undefined) {
    const name = named.replace(/^:/, '');
    return /^[A-Z]\w*(?:[/+-]\w+)*$/i.test(name) && existsSync(ZONES + name) ? name : undefined;
  }
  return machineZoneName();
}

/** The name of the zone of the machine, whatever `TZ` says, where a link to its rules tells it. */
export function machineZoneName(): string | undefined {
  try {
    return /zoneinfo\/(.*)/s.exec(readlinkSync('/etc/localtime'))?.[1];
  } catch {
    return undefined;
  }
}
