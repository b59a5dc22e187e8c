// The environment that a line of a crontab needs, since cron has almost none.
import path from 'node:path';
import type { Context } from '../../cli/context.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import type { Job } from '../cron-line.ts';
import { type CrontabText, variablesAbove } from '../crontab-text.ts';

/** Cron knows nothing of the environment in which this was typed. */
export function placesSet(env: Context['env']): Readonly<Record<string, string>> {
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
export function withHome(job: Job, text: CrontabText, env: Context['env']): Job {
  const { command } = job;
  const home = env['HOME'];
  if (!home || 'COACH_HOME' in command.env || !variablesAbove(text).includes('HOME')) return job;
  return { ...job, command: { ...command, env: { ...command.env, HOME: home } } };
}

/** Those that lead to settings, journal, state and cache; `COACH_HOME` stands for all of them. */
const XDG = ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'];

/** Where cron, launchd and most systems look for programs by themselves. */
const USUAL = ['/usr/local/bin', '/usr/bin', '/bin'];

/** What lets git be found, where it is in none of the folders that cron looks into. */
export function pathFor(folder: string | undefined): Readonly<Record<string, string>> {
  if (folder === undefined || USUAL.slice(1).includes(folder)) return {};
  return { PATH: [folder, ...USUAL.filter((usual) => usual !== folder)].join(':') };
}

/** Whether two lead to the same journal. */
export function hasSamePlaces(
  { command: one }: Pick<Job, 'command'>,
  { command: other }: Pick<Job, 'command'>,
): boolean {
  return placesIn(one.env) === placesIn(other.env);
}

/** A zone, where programs are, or a home that is named where it was not before leads to no other journal. */
function placesIn(env: Job['command']['env']): string {
  return JSON.stringify(Object.entries(env).filter(([name]) => !['TZ', 'HOME', 'PATH'].includes(name)));
}
