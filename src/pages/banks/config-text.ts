// The lines of coach config: settings in their rows, and what became of one that was changed.
import type { Settings } from '../../domain/banks/settings.ts';
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { type Page, wrap } from '../text/wrap.ts';

type SettingValue = Settings[keyof Settings];

/**
 * A value as it is typed and shown.
 *
 * @example
 * settingWord(true) //=> 'yes'
 * settingWord(3) //=> '3'
 */
export function settingWord(value: NonNullable<SettingValue>): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? 'yes' : 'no';
}

/**
 * A setting in a list; one that is not set is told by what it means.
 *
 * @example
 * settingRow('about', 'D.', 'whom', page) //=> 'about         D.'
 */
export function settingRow(key: string, value: SettingValue, meaning: string, page: Page): string {
  const name = key.padEnd(KEY_COLUMNS);
  if (value !== undefined) return name + settingWord(value);
  return name + wrap(page.style.dim(`(not set) ${meaning}`), page.width, ' '.repeat(KEY_COLUMNS)).trimStart();
}

const KEY_COLUMNS = 14;

/**
 * The setting as it is from now on.
 *
 * @example
 * settingChanged('about', 'D.') //=> 'about set to D.'
 * settingChanged('about', undefined) //=> 'about is no longer set.'
 */
export function settingChanged(key: keyof Settings, value: SettingValue): string {
  return value === undefined
    ? `${key} is no longer set.`
    : `${key} set to ${settingWord(value).replace(/[.]$/, '')}.`;
}

/**
 * The remark about settings that were put out of the way.
 *
 * @example
 * settingsAside('settings.json.broken-1')
 * //=> 'The old settings could not be read. They are kept as settings.json.broken-1'
 */
export function settingsAside(file: string): string {
  return `The old settings could not be read. They are kept as ${file}`;
}

/**
 * The error of a value that a setting does not take.
 *
 * @param takes - What it takes.
 *
 * @example
 * settingMisfit('journal', 'x', 'a folder').message //=> 'journal must be a folder, not "x"'
 */
export function settingMisfit(key: keyof Settings, text: string, takes: string): UsageError {
  return new UsageError(`${key} must be ${takes}, not "${oneLine(text)}"`);
}

/**
 * The places where things are kept.
 *
 * @example
 * placesText('/s', '/j', '/b') //=> 'settings  /s\njournal   /j\nbanks     /b\n'
 */
export function placesText(settings: string, journal: string, banks: string): string {
  return `settings  ${settings}\njournal   ${journal}\nbanks     ${banks}\n`;
}
