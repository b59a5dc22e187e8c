// A reminder or a sync as a service and a timer of systemd.
import { WEEKDAYS } from '../domain/time/day.ts';
import { type AnySchedule, type ReminderDays, timeAsTyped } from './schedule.ts';
import { argumentsOf, type Job } from './cron-line.ts';
import { REMINDER_WORDS, whenInWords } from './schedule-text.ts';
import { timesOfSpan } from './sync-schedule.ts';

/**
 * A service and a timer for a person's own systemd, in one text: each begins with a remark that names its file. At its head stands what
 * puts both in place.
 *
 * @param zone - The name of the zone that the time is in; that of the machine when absent.
 *
 * @returns Nothing where a path or variable holds a control character.
 *
 * @example
 * systemdUnits(job)?.includes('OnCalendar=Mon..Fri *-*-* 16:30:00') //=> true
 */
export function systemdUnits(
  { schedule, command: { env, node, coach } }: Job,
  zone?: string,
): string | undefined {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const words = [node, coach, ...variables];
  if (words.some((word) => /\p{Cc}/u.test(word))) return undefined;
  const name = `coach-${'every' in schedule ? 'sync' : schedule.reminder}`;
  const what =
    'every' in schedule
      ? 'coach: sync'
      : `coach: ${REMINDER_WORDS[schedule.reminder].replace(' ', '-')} reminder`;
  // The colon keeps systemd from taking a dollar sign for a variable.
  const start = [node, coach].map(systemdWord).concat(argumentsOf(schedule)).join(' ');
  return `# Two systemd user units. Save each in ~/.config/systemd/user under the name above it, or save this text
# there as units.txt and let awk split it into files; then start the timer:
#   awk '/^# coach-/ { unit = $2 } unit { print >unit }' units.txt
#   systemctl --user enable --now ${name}.timer

# ${name}.service
[Unit]
Description=${what}

[Service]
Type=oneshot
${variables.map((variable) => `Environment=${systemdWord(variable)}\n`).join('')}ExecStart=:${start}

# ${name}.timer
[Unit]
Description=${what}, ${whenInWords(schedule)}

[Timer]
OnCalendar=${calendarOf(schedule)}${zone === undefined ? '' : ` ${zone}`}
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/** A word in the quotes of systemd, in which a percent sign would begin a specifier. */
function systemdWord(word: string): string {
  const escaped = word.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('%', '%%');
  return /^[\w/.,:+@%=-]+$/.test(escaped) ? escaped : `"${escaped}"`;
}

function calendarOf(schedule: AnySchedule): string {
  if ('every' in schedule) {
    const { hours, minutes } = timesOfSpan(schedule.every);
    return `*-*-* ${hours.length === 0 ? '*' : hours.map(inTwo).join(',')}:${minutes.map(inTwo).join(',')}:00`;
  }
  const time = `${timeAsTyped(schedule)}:00`;
  const { days } = schedule;
  if (days.kind === 'month') return `*-*-${String(days.day).padStart(2, '0')} ${time}`;
  return `${weekdaysOf(days)}*-*-* ${time}`;
}

function inTwo(number: number): string {
  return String(number).padStart(2, '0');
}

function weekdaysOf({ weekdays }: Extract<ReminderDays, { kind: 'week' }>): string {
  if (weekdays.length === 7) return '';
  const names = weekdays.map((weekday) => (WEEKDAYS[weekday - 1] ?? '').slice(0, 3));
  return `${weekdays.join('') === '12345' ? 'Mon..Fri' : names.join(',')} `;
}
