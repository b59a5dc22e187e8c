// The run of coach schedule add.
import path from 'node:path';
import { isInNpxCache, isPassing } from '../lasting-path.ts';
import * as times from '../schedule.ts';
import { cronLine, type Job } from '../cron-line.ts';
import { type CrontabText, inBytes, parseCrontab, scheduledLines, variablesAbove } from '../crontab-text.ts';
import { launchdPlist } from '../launchd-plist.ts';
import { otherZone } from '../other-zone.ts';
import { systemdUnits } from '../systemd-units.ts';
import { inNpxCache, notATime, notDays, onceAMonth, unholdablePath } from '../schedule-refusals.ts';
import { addedText, passingText, thereAlready, WRITTEN, zoneText } from '../schedule-text.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import type { Context } from '../../cli/context.ts';
import { change, type ChangeOptions, say, type RemindersContext } from './change-crontab.ts';

export interface AddOptions extends ChangeOptions {
  readonly on?: string;
  readonly lookback?: true;
  readonly print?: 'systemd' | 'launchd';
}

export async function addReminder(
  time: string,
  options: AddOptions,
  context: RemindersContext,
): Promise<void> {
  const schedule = scheduleSaid(time, options);
  const { crontab, programs, zone } = await context.scheduling();
  const { node, coach, home } = programs.find();
  if (isInNpxCache(home)) throw inNpxCache();
  const other = otherZone(context.clock(), zone(), context.env['TZ']);
  const env = { ...placesSet(context.env), ...(other && { TZ: other.typed }) };
  const job = { schedule, command: { env, node, coach } };
  const paths = [node, coach].filter(isPassing);
  const passing = paths.length === 0 ? [] : [passingText(paths)];
  const zones = other ? [zoneText(schedule, other)] : [];
  if (options.print === 'systemd') {
    context.terminal.out(holdable(systemdUnits(job, other?.own)));
    return passing.forEach((text) => say(text, context));
  }
  if (options.print === 'launchd') {
    context.terminal.out(holdable(launchdPlist(job)));
    return [...zones, ...passing].forEach((text) => say(text, context));
  }
  const read = await crontab.read();
  const text = parseCrontab(read);
  const changed = withJob(text, withHome(job, text, context.env));
  if (!changed) return say(thereAlready(schedule), context);
  const about = [addedText(schedule), ...zones, ...passing];
  if (await change(read, changed, about, options, context)) say(WRITTEN, context);
}

/** @throws UsageError for a time or days that are none. */
function scheduleSaid(time: string, { on, lookback }: AddOptions): times.Schedule {
  const clock = times.parseReminderTime(time);
  if (!clock) throw notATime(time);
  if (!lookback)
    return { reminder: 'checkin', ...clock, days: on === undefined ? times.EVERY_DAY : daysSaid(on) };
  const days = on === undefined ? times.FIRST_OF_THE_MONTH : daysSaid(on);
  if (days.kind === 'month') return { reminder: 'lookback', ...clock, days };
  throw onceAMonth();
}

function daysSaid(on: string): times.ReminderDays {
  const days = times.parseReminderDays(on);
  if (days) return days;
  throw notDays(on, times.nearestDays(on));
}

/** Cron knows nothing of the environment in which this was typed. */
function placesSet(env: Context['env']): Readonly<Record<string, string>> {
  const names = env['COACH_HOME'] ? ['COACH_HOME', 'COACH_JOURNAL'] : ['COACH_JOURNAL', ...XDG];
  const set = names.map((name) => [name, env[name] ?? ''] as const).filter(([, value]) => value !== '');
  return Object.fromEntries(
    set.map(([name, value]) => [
      name,
      name.startsWith('COACH_') ? path.resolve(fromHome(value, env)) : value,
    ]),
  );
}

/** Who has no `COACH_HOME` has everything below their home, which a line above ours may have set to another folder. */
function withHome(job: Job, text: CrontabText, env: Context['env']): Job {
  const { command } = job;
  const home = env['HOME'];
  if (!home || 'COACH_HOME' in command.env || !variablesAbove(text).includes('HOME')) return job;
  return { ...job, command: { ...command, env: { ...command.env, HOME: home } } };
}

/** Those that lead to settings, journal, state and cache; `COACH_HOME` stands for all of them. */
const XDG = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];

/** @returns Nothing where the line is there already. One for the same reminder with other paths gives its place to it. */
function withJob(text: CrontabText, job: Job): CrontabText | undefined {
  const line = `${inBytes(holdable(cronLine(job)))}\n`;
  const same = scheduledLines(text).find(
    (one) => one.job && times.isSameSchedule(one.job.schedule, job.schedule) && hasSamePlaces(one.job, job),
  );
  if (!same) return { ...text, lines: [...text.lines, line] };
  if (text.lines[same.at] === line) return undefined;
  return { ...text, lines: text.lines.map((one, at) => (at === same.at ? line : one)) };
}

function hasSamePlaces({ command: one }: Job, { command: other }: Job): boolean {
  return placesIn(one.env) === placesIn(other.env);
}

/** A zone, or a home that is named where it was not before, leads to no other journal. */
function placesIn(env: Job['command']['env']): string {
  return JSON.stringify(Object.entries(env).filter(([name]) => name !== 'TZ' && name !== 'HOME'));
}

function holdable(text: string | undefined): string {
  if (text !== undefined) return text;
  throw unholdablePath();
}
