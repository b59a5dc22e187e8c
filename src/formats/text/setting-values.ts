// The keys that a person can set, and what each of them takes.
import type { Settings } from '../../domain/banks/settings.ts';

/** The values each setting takes, as mistakes and help name them. */
export const SETTING_VALUES: Readonly<Record<keyof Settings, string>> = {
  role: 'member, manager or both',
  about: 'a short name',
  journal: 'a folder',
  editor: 'a command, such as nano',
  'day-ends': 'an hour from 0 to 23',
  'checkin-days': 'workdays or every day',
  'keep-inside': 'yes or no',
  'show-plans': 'yes or no',
  'on-this-day': 'yes or no',
  'keep-versions': 'days such as 90d, forever or no',
  'remember-due': 'yes or no',
  sync: 'after or by-hand',
  'sync-author': 'an e-mail address',
  plain: 'yes or no',
};

/**
 * Whether a word is the name of a setting.
 *
 * @example
 * isSettingKey('role') //=> true
 */
export function isSettingKey(word: string): word is keyof Settings {
  return Object.hasOwn(SETTING_VALUES, word);
}

/** The keys, in the order in which they are listed. */
export const SETTING_KEYS = Object.keys(SETTING_VALUES).filter(isSettingKey);
