import { FileMistakes, type Mistake } from '../domain/errors.ts';
import { nearest } from '../domain/nearest.ts';
import { readRole } from '../domain/question-bank.ts';
import { SETTING_KEYS, type Settings } from '../domain/settings.ts';
import { oneLine } from '../domain/text.ts';

/**
 * Whether a word is the name of a setting.
 *
 * @example
 * isSettingKey('role') //=> true
 */
export function isSettingKey(word: string): word is keyof Settings {
  return Object.hasOwn(SETTING_KEYS, word);
}

/**
 * Understands one setting as it is typed. Roles may be written as in `--role`; a blank text is no value.
 *
 * @returns The value, or undefined where it is not what the key expects.
 *
 * @example
 * readSetting('day-ends', '3') //=> 3
 * readSetting('role', 'boss') //=> undefined
 */
export function readSetting(key: keyof Settings, text: string): Settings[keyof Settings] {
  const word = oneLine(text);
  switch (key) {
    case 'role':
      return word === 'both' ? word : (readRole(word) ?? undefined);
    case 'about':
    case 'journal':
      return word === '' ? undefined : word;
    case 'day-ends':
      return /^\d{1,2}$/.test(word) && Number(word) <= 23 ? Number(word) : undefined;
    case 'plain':
      return word === 'true' || word === 'false' ? word === 'true' : undefined;
  }
}

/**
 * Understands the settings file. Every key may be missing.
 *
 * @throws FileMistakes where it is not a JSON object, a key is unknown or a value is not what its key expects.
 *
 * @example
 * parseSettings('{"role": "manager"}', 'settings.json') //=> { role: 'manager' }
 */
export function parseSettings(source: string, file: string): Settings {
  const value = parseObject(source, file);
  const mistakes: Mistake[] = [];
  const settings: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const place = { line: lineOf(source, key), column: 1 };
    if (!isSettingKey(key)) {
      const near = nearest(key, Object.keys(SETTING_KEYS));
      const meant =
        near === undefined ? `expected ${Object.keys(SETTING_KEYS).join(', ')}` : `did you mean ${near}?`;
      mistakes.push({ ...place, message: `there is no setting "${oneLine(key)}", ${meant}` });
      continue;
    }
    const read = ['string', 'number', 'boolean'].includes(typeof given)
      ? readSetting(key, String(given))
      : undefined;
    if (read === undefined)
      mistakes.push({ ...place, message: `${key}: expected ${SETTING_KEYS[key].expects}` });
    else settings[key] = read;
  }
  if (mistakes.length > 0) throw new FileMistakes(file, mistakes, HINT);
  return settings;
}

const HINT =
  'Mend the file, or set something anew with "coach config set role member": the file is kept aside then.';

function parseObject(source: string, file: string): object {
  const mistake = (offset: number, message: string): FileMistakes => {
    const before = source.slice(0, offset).split('\n');
    return new FileMistakes(
      file,
      [{ line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message }],
      HINT,
    );
  };
  try {
    const value: unknown = JSON.parse(source.replace(/^\ufeff/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const offset = Number(/position (\d+)/.exec(said)?.[1] ?? 0);
    throw mistake(offset, 'these settings are not JSON');
  }
  throw mistake(0, 'expected settings as a JSON object, for example {"role": "member"}');
}

function lineOf(source: string, key: string): number {
  const at = source.indexOf(JSON.stringify(key));
  return source.slice(0, Math.max(0, at)).split('\n').length;
}
