// The run of coach schedule remove.
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { parseCrontab, scheduledLines, type ScheduledLine } from '../crontab-text.ts';
import { change, type ChangeOptions, lineInWords, say, type RemindersContext } from './change-crontab.ts';

export interface RemoveOptions extends ChangeOptions {
  readonly all?: true;
}

export async function removeScheduled(
  numbers: readonly string[],
  options: RemoveOptions,
  context: RemindersContext,
): Promise<void> {
  if (options.all && numbers.length > 0) {
    throw new UsageError('both numbers and --all say which reminders to remove', {
      hint: 'One of the two is enough.',
    });
  }
  if (!options.all && numbers.length === 0) {
    throw new UsageError('nothing says which reminders to remove', {
      hint: 'Give their numbers in coach schedule list, or say --all: one of these.',
    });
  }
  const { crontab } = await context.scheduling();
  const read = await crontab.read();
  const text = parseCrontab(read);
  const scheduled = scheduledLines(text);
  const chosen = options.all ? scheduled : numbers.map((number) => numbered(number, scheduled));
  if (chosen.length === 0) return say('Nothing is scheduled.', context);
  const gone = new Set(chosen.map(({ at }) => at));
  const about = [...gone].map((at) => {
    const line = scheduled.find((one) => one.at === at);
    return `This is taken out: ${line ? lineInWords(line).replace(/ {2,}/, ' ') : ''}`;
  });
  // Remarks that are left alone between the marks are kept; with nothing but blank lines, the marks go, too.
  const lines = text.lines.filter((_line, at) => !gone.has(at));
  const left = lines.every((line) => line.trim() === '') ? [] : lines;
  if (await change(read, { ...text, lines: left }, about, options, context)) say('Removed.', context);
}

function numbered(number: string, scheduled: readonly ScheduledLine[]): ScheduledLine {
  const line = /^\d+$/.test(number) ? scheduled[Number(number) - 1] : undefined;
  if (line) return line;
  throw new UsageError(`there is no reminder ${oneLine(number)}`, {
    hint:
      scheduled.length === 0
        ? 'Nothing is scheduled.'
        : `coach schedule list counts them, from 1 to ${scheduled.length}.`,
  });
}
