// The table of cron on this machine, and the programs that it names; loaded where reminders are set up.
import type { Folders } from '../adapters/machine/platform-folders.ts';
import type { WholeContext } from './whole-context.ts';

/** @param root - The folder of the package. */
export function nodeScheduling(
  env: NodeJS.ProcessEnv,
  { state }: Pick<Folders, 'state'>,
  root: string,
): WholeContext['scheduling'] {
  return async () => {
    const [{ crontabCommand }, { installedPrograms }, { machineZone }] = await Promise.all([
      import('../reminders/world/crontab-command.ts'),
      import('../reminders/world/installed-programs.ts'),
      import('../reminders/world/machine-zone.ts'),
    ]);
    return {
      crontab: crontabCommand(env, state),
      programs: installedPrograms(env, process.execPath, root),
      zone: machineZone,
    };
  };
}
