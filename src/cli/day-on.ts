// The day on which a command is run.
import { dayEnds } from '../domain/banks/settings.ts';
import { today } from '../domain/time/clock.ts';
import type { Day } from '../domain/time/day.ts';
import type { Context } from './context.ts';

/** The day it is, by the clock and the hour at which the settings let a day end. */
export function dayOn({ clock, settings }: Pick<Context, 'clock' | 'settings'>): Day {
  return today(clock(), dayEnds(settings()));
}
