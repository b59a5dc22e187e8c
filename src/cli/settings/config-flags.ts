// The flags of coach config and of the commands below it.
import type { Command } from 'commander';
import { SETTING_KEYS, SETTING_VALUES } from '../../formats/text/setting-values.ts';
import { SETTING_MEANINGS } from '../../pages/banks/settings-text.ts';
import type { Launch } from '../context.ts';

export function addConfigCommand(program: Command, { open }: Launch): void {
  const config = program
    .command('config')
    .description('list or change your settings; see where your files are')
    .addHelpText(
      'after',
      `
Settings:
${SETTING_KEYS.map((key) => `  ${key.padEnd(13)} ${SETTING_MEANINGS[key]} (${SETTING_VALUES[key]})`).join('\n')}

Examples:
  $ coach config
  $ coach config set role both
  $ coach config set day-ends 3
  $ coach config set checkin-days workdays
  $ coach config set editor "code --wait"
  $ coach config set about ""`,
    )
    .action(async () => (await import('./config.ts')).listSettings(await open()));

  config
    .command('list')
    .description('list all settings')
    .addHelpText('after', '\nExample:\n  $ coach config list')
    .action(async () => (await import('./config.ts')).listSettings(await open()));

  config
    .command('get')
    .argument('<key>', 'the name of a setting; coach config lists them')
    .description('print one setting')
    .addHelpText('after', '\nExample:\n  $ coach config get role')
    .action(async (key: string) => (await import('./config.ts')).getSetting(key, await open()));

  config
    .command('set')
    .argument('<key>', 'the name of a setting; coach config lists them')
    .argument('<value>', 'the new value; "" clears the setting')
    .description('change one setting')
    .addHelpText('after', '\nExample:\n  $ coach config set role manager')
    .action(async (key: string, value: string) =>
      (await import('./config.ts')).setSetting(key, value, await open()),
    );

  config
    .command('path')
    .description('print where your settings and journal are kept')
    .addHelpText('after', '\nExample:\n  $ coach config path')
    .action(async () => (await import('./config.ts')).listPlaces(await open()));
}
