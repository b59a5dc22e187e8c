// The run of coach schedule add.
import { isInNpxCache, isPassing } from '../lasting-path.ts';
import * as times from '../schedule.ts';
import { cronLine, type Job } from '../cron-line.ts';
import { type CrontabText, inBytes, parseCrontab, scheduledLines } from '../crontab-text.ts';
import { launchdPlist } from '../launchd-plist.ts';
import { otherZone } from '../other-zone.ts';
import { systemdUnits } from '../systemd-units.ts';
import {
  inNpxCache,
  notASyncSpan,
  notATime,
  notDays,
  noTimeSaid,
  onceAMonth,
  syncAlone,
  unholdablePath,
} from '../schedule-refusals.ts';
import { addedText, passingText, SYNC_WRITTEN, thereAlready, WRITTEN, zoneText } from '../schedule-text.ts';
import { parseSyncSpan, type SyncSchedule } from '../sync-schedule.ts';
import { change, type ChangeOptions, say, type RemindersContext } from './change-crontab.ts';
import { hasSamePlaces, pathFor, placesSet, withHome } from './cron-environment.ts';

export interface AddOptions extends ChangeOptions {
  readonly on?: string;
  readonly lookback?: true;
  readonly sync?: string;
  readonly print?: 'systemd' | 'launchd';
}

/** @param time - Of a reminder; a sync has none. */
export async function addScheduled(
  time: string | undefined,
  options: AddOptions,
  context: RemindersContext,
): Promise<void> {
  const schedule = scheduleSaid(time, options);
  const isSync = 'every' in schedule;
  if (isSync) await context.requireSync();
  const { crontab, programs, zone } = await context.scheduling();
  const { node, coach, home } = programs.find();
  if (isInNpxCache(home)) throw inNpxCache();
  const other = isSync ? undefined : otherZone(context.clock(), zone(), context.env['TZ']);
  const git = isSync ? programs.folderOf('git') : undefined;
  const env = { ...placesSet(context.env), ...pathFor(git), ...(other && { TZ: other.typed }) };
  const job = { schedule, command: { env, node, coach } };
  const paths = [node, coach, ...('PATH' in env ? [`${git}/git`] : [])].filter(isPassing);
  const passing = paths.length === 0 ? [] : [passingText(paths)];
  const zones = other && !isSync ? [zoneText(schedule, other)] : [];
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
  if (await change(read, changed, about, options, context)) say(isSync ? SYNC_WRITTEN : WRITTEN, context);
}

/** @throws UsageError for a time, days or a span that are none. */
function scheduleSaid(time: string | undefined, options: AddOptions): times.AnySchedule {
  if (options.sync !== undefined) return syncSaid(time, options.sync, options);
  if (time === undefined) throw noTimeSaid();
  return reminderSaid(time, options);
}

function syncSaid(time: string | undefined, words: string, { on, lookback }: AddOptions): SyncSchedule {
  if (time !== undefined || on !== undefined || lookback) throw syncAlone();
  const every = parseSyncSpan(words);
  if (every === undefined) throw notASyncSpan(words);
  return { every };
}

function reminderSaid(time: string, { on, lookback }: AddOptions): times.Schedule {
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

function holdable(text: string | undefined): string {
  if (text !== undefined) return text;
  throw unholdablePath();
}
