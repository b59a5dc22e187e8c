// A reminder or a sync as an agent of launchd.
import type { AnySchedule } from './schedule.ts';
import { argumentsOf, type Job } from './cron-line.ts';
import { timesOfSpan } from './sync-schedule.ts';

/**
 * A property list for launchd, as an agent of the person's own. A remark in it says where it goes and what starts it.
 *
 * @returns Nothing where a path or variable holds a control character, which XML cannot hold.
 *
 * @example
 * launchdPlist(job)?.includes('<key>StartCalendarInterval</key>') //=> true
 */
export function launchdPlist({ schedule, command: { env, node, coach } }: Job): string | undefined {
  const words = [node, coach, ...Object.values(env)];
  if (words.some((word) => /[\p{Cc}\ufffe\uffff]/u.test(word))) return undefined;
  const label = `coach.${'every' in schedule ? 'sync' : schedule.reminder}`;
  const called = [node, coach, ...argumentsOf(schedule)];
  const variables = Object.entries(env).map(([name, value]) => entry(name, string(value)));
  const values = [
    entry('Label', string(label)),
    entry('ProgramArguments', list('array', called.map(string))),
    ...(variables.length === 0 ? [] : [entry('EnvironmentVariables', list('dict', variables))]),
    entry('StartCalendarInterval', list('array', timesOf(schedule).map(interval))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- Save this as ~/Library/LaunchAgents/${label}.plist, and load it:
       launchctl bootstrap gui/$(id -u) ~/Library/LaunchAgents/${label}.plist
     To remove it:
       launchctl bootout gui/$(id -u)/${label} -->
<plist version="1.0">
${list('dict', values)}
</plist>
`;
}

/** launchd counts the days of the week from Sunday, which is 0. */
function timesOf(schedule: AnySchedule): readonly Readonly<Record<string, number>>[] {
  if ('every' in schedule) {
    const { hours, minutes } = timesOfSpan(schedule.every);
    if (hours.length === 0) return minutes.map((Minute) => ({ Minute }));
    return hours.flatMap((Hour) => minutes.map((Minute) => ({ Hour, Minute })));
  }
  const { days, hour, minute } = schedule;
  const time = { Hour: hour, Minute: minute };
  if (days.kind === 'month') return [{ Day: days.day, ...time }];
  if (days.weekdays.length === 7) return [time];
  return days.weekdays.map((weekday) => ({ Weekday: weekday % 7, ...time }));
}

function interval(time: Readonly<Record<string, number>>): string {
  const fields = Object.entries(time).map(([name, number]) => entry(name, `<integer>${number}</integer>`));
  return list('dict', fields);
}

function entry(name: string, value: string): string {
  return `<key>${escaped(name)}</key>\n${value}`;
}

function string(text: string): string {
  return `<string>${escaped(text)}</string>`;
}

function list(kind: 'array' | 'dict', items: readonly string[]): string {
  const inside = items.flatMap((item) => item.split('\n')).map((line) => `  ${line}`);
  return [`<${kind}>`, ...inside, `</${kind}>`].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
