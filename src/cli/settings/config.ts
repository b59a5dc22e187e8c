// The commands coach config list, get, set and path.
import path from 'node:path';
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { readSetting } from '../../formats/text/settings-json.ts';
import { isSettingKey, SETTING_KEYS, SETTING_VALUES } from '../../formats/text/setting-values.ts';
import { SETTING_MEANINGS } from '../../pages/banks/settings-text.ts';
import type { Context } from '../context.ts';

function keyOption(word: string): keyof Settings {
  if (isSettingKey(word)) return word;
  throw new UsageError(`there is no setting "${oneLine(word)}"`, {
    hint: nearestHint(word, SETTING_KEYS, `The settings are ${SETTING_KEYS.join(', ')}.`),
  });
}

export function listSettings(context: Context): void {
  const settings = context.settings();
  const { terminal } = context;
  for (const key of SETTING_KEYS) {
    const value = settings[key];
    const shown =
      value === undefined ? terminal.style.dim(`(not set) ${SETTING_MEANINGS[key]}`) : String(value);
    terminal.out(terminal.screen ? `${key.padEnd(12)} ${shown}\n` : `${key}\t${value ?? ''}\n`);
  }
}

export async function setSetting(
  word: string,
  text: string,
  { settingsFile, terminal, checkJournal }: Context,
): Promise<void> {
  const key = keyOption(word);
  const said = readSetting(key, text);
  // A folder is named from where one stands, and has to be found from everywhere.
  const value = key === 'journal' && typeof said === 'string' ? path.resolve(said) : said;
  if (key === 'journal' && typeof value === 'string') checkJournal(value);
  if (value === undefined && oneLine(text) !== '') {
    throw new UsageError(`"${oneLine(text)}" does not fit ${key}`, {
      hint: `It takes ${SETTING_VALUES[key]}.`,
    });
  }
  const aside = await settingsFile.set(key, value);
  if (aside !== undefined)
    terminal.err(`The old settings could not be read and are kept aside as ${aside}\n`);
  terminal.err(
    value === undefined ? `${key} is not set any more.\n` : `${key} is ${String(value)} from now on.\n`,
  );
}

export function getSetting(word: string, context: Context): void {
  const value = context.settings()[keyOption(word)];
  if (value !== undefined) context.terminal.out(`${value}\n`);
}

export function listPlaces({ settingsFile, places, terminal }: Context): void {
  terminal.out(
    `settings  ${settingsFile.path}\njournal   ${places.journal()}\nbanks     ${places.ownBanks}\n`,
  );
}
