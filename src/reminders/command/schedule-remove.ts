// The run of coach schedule remove.
import { parseCrontab, scheduledLines, type ScheduledLine } from '../crontab-text.ts';
import { noReminder, nothingToRemove, oneWayToRemove } from '../schedule-refusals.ts';
import { NOTHING_SCHEDULED, REMOVED, takenOutText } from '../schedule-text.ts';
import { change, type ChangeOptions, say, type RemindersContext } from './change-crontab.ts';

export interface RemoveOptions extends ChangeOptions {
  readonly all?: true;
}

export async function removeScheduled(
  numbers: readonly string[],
  options: RemoveOptions,
  context: RemindersContext,
): Promise<void> {
  if (options.all && numbers.length > 0) throw oneWayToRemove();
  if (!options.all && numbers.length === 0) throw nothingToRemove();
  const { crontab } = await context.scheduling();
  const read = await crontab.read();
  const text = parseCrontab(read);
  const scheduled = scheduledLines(text);
  const chosen = options.all ? scheduled : numbers.map((number) => numbered(number, scheduled));
  if (chosen.length === 0) return say(NOTHING_SCHEDULED, context);
  const gone = new Set(chosen.map(({ at }) => at));
  const about = [...gone].flatMap((at) => scheduled.filter((one) => one.at === at).map(takenOutText));
  // Remarks that are left alone between the marks are kept; with nothing but blank lines, the marks go, too.
  const lines = text.lines.filter((_line, at) => !gone.has(at));
  const left = lines.every((line) => line.trim() === '') ? [] : lines;
  if (await change(read, { ...text, lines: left }, about, options, context)) say(REMOVED, context);
}

function numbered(number: string, scheduled: readonly ScheduledLine[]): ScheduledLine {
  const line = /^\d+$/.test(number) ? scheduled[Number(number) - 1] : undefined;
  if (line) return line;
  throw noReminder(number, scheduled.length);
}
