// The commands coach config list, get, set and path.
import path from 'node:path';
import type { Settings } from '../../domain/banks/settings.ts';
import { fromHome } from '../../domain/text/home-place.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { readSetting } from '../../formats/text/settings-json.ts';
import { isSettingKey, SETTING_KEYS, SETTING_VALUES } from '../../formats/text/setting-values.ts';
import * as say from '../../pages/banks/config-text.ts';
import { SETTING_MEANINGS } from '../../pages/banks/settings-text.ts';
import { unknownName } from '../../pages/text/name-refusals.ts';
import type { Context } from '../context.ts';

function keyOption(word: string): keyof Settings {
  if (isSettingKey(word)) return word;
  throw unknownName('setting', word, SETTING_KEYS, 'settings');
}

export function listSettings(context: Context): void {
  const settings = context.settings();
  const { terminal } = context;
  for (const key of SETTING_KEYS) {
    const value = settings[key];
    const row = say.settingRow(key, value, SETTING_MEANINGS[key], terminal);
    terminal.out(
      terminal.screen ? `${row}\n` : `${key}\t${value === undefined ? '' : say.settingWord(value)}\n`,
    );
  }
}

export async function setSetting(
  word: string,
  text: string,
  { settingsFile, terminal, acceptJournal, keepInside, dueDays, env }: Context,
): Promise<void> {
  const key = keyOption(word);
  const said = readSetting(key, text);
  // A folder is named from where one stands, and has to be found from everywhere.
  const value = key === 'journal' && typeof said === 'string' ? path.resolve(fromHome(said, env)) : said;
  if (key === 'journal' && typeof value === 'string') acceptJournal(value);
  if (value === undefined && oneLine(text) !== '') throw say.settingMisfit(key, text, SETTING_VALUES[key]);
  if (key === 'keep-inside') await keepInside(value === true);
  const aside = await settingsFile.set(key, value);
  if (key === 'remember-due' && value === 'no') (await dueDays()).keep({ items: [], left: new Set() });
  if (aside !== undefined) terminal.err(`${say.settingsAside(aside)}\n`);
  terminal.err(`${say.settingChanged(key, value)}\n`);
}

export function getSetting(word: string, context: Context): void {
  const value = context.settings()[keyOption(word)];
  const { exact, out, screen } = context.terminal;
  if (value !== undefined) (screen ? out : exact)(`${say.settingWord(value)}\n`);
}

export function listPlaces({ settingsFile, places, terminal }: Context): void {
  terminal.out(say.placesText(settingsFile.path, places.journal(), places.ownBanks));
}
