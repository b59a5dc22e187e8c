// The settings file, and settings as they are typed.
import { FileMistakes, type Mistake } from '../../domain/text/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { readRole } from '../../domain/banks/question-bank.ts';
import type { Settings } from '../../domain/banks/settings.ts';
import { oneLine, quoted } from '../../domain/text/plain-text.ts';
import { isSettingKey, SETTING_KEYS, SETTING_VALUES } from './setting-values.ts';

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
  const folded = word.toLowerCase();
  const said = YES_OR_NO.get(folded);
  switch (key) {
    case 'role':
      return folded === 'both' ? folded : (readRole(word) ?? undefined);
    case 'about':
    case 'journal':
    case 'editor':
      return word === '' ? undefined : word;
    case 'day-ends':
      return /^\d{1,2}$/.test(word) && Number(word) <= 23 ? Number(word) : undefined;
    case 'checkin-days':
      return folded === 'workdays' || folded === 'every day' ? folded : undefined;
    case 'show-plans':
    case 'on-this-day':
    case 'remember-due':
      return said;
    case 'sync':
      return folded === 'after' || folded === 'by-hand' ? folded : undefined;
    case 'sync-author':
      return EMAIL.test(text.trim()) ? text.trim() : undefined;
    case 'keep-versions':
      return readKeeping(folded);
    case 'keep-inside':
    case 'plain':
      return said && said === 'yes';
  }
}

/** Either pair of words does for a setting that is on or off. */
const YES_OR_NO: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ['yes', 'yes'],
  ['true', 'yes'],
  ['no', 'no'],
  ['false', 'no'],
]);

/** As git can hold one; whether it is there, its host knows. */
// eslint-disable-next-line no-control-regex -- nobody's address has one
const EMAIL = /^[^\s<>@\u0000-\u001f\u007f]{1,64}@[^\s<>@\u0000-\u001f\u007f]{1,190}$/;

function readKeeping(word: string): Settings['keep-versions'] {
  if (word === 'forever' || word === 'no') return word;
  const days = /^([1-9]\d{0,4}) ?d(?:ays?)?$/.exec(word)?.[1];
  return days === undefined ? undefined : `${Number(days)}d`;
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
  const text = source.replace(/^\ufeff/, '');
  const mistakes: Mistake[] = [];
  const settings: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(parseObject(text, file))) {
    const mistake = (message: string): void => void mistakes.push(placeOfKey(text, key, message));
    if (!isSettingKey(key)) {
      mistake(unknownSetting(key));
      continue;
    }
    const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
    const read = isPlain ? readSetting(key, String(given)) : undefined;
    if (read === undefined) mistake(`${key}: expected ${SETTING_VALUES[key]}`);
    else settings[key] = read;
  }
  if (mistakes.length > 0) throw new FileMistakes(file, mistakes, HINT);
  return settings;
}

const HINT =
  'Fix the file, or run "coach config set role member", which moves it aside and starts a new one.';

function unknownSetting(key: string): string {
  const near = nearest(key, SETTING_KEYS);
  const meant = near === undefined ? `expected ${SETTING_KEYS.join(', ')}` : `did you mean ${near}?`;
  return `there is no setting ${quoted(key)}; ${meant}`;
}

function parseObject(text: string, file: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Node does not always say where it is; then the mistake is at the beginning, or where a file breaks off.
    const said = error instanceof Error ? error.message : '';
    const breaksOff = said.includes('end of JSON input') ? text.trimEnd().length : 0;
    const offset = Number(/position (\d+)/.exec(said)?.[1] ?? breaksOff);
    throw new FileMistakes(file, [placeOf(text, offset, 'these settings are not JSON')], HINT);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const message = 'expected settings as a JSON object, for example {"role": "member"}';
  throw new FileMistakes(file, [placeOf(text, 0, message)], HINT);
}

function placeOf(text: string, offset: number, message: string): Mistake {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}

/** The same word may stand in a value before it stands as a key. */
function placeOfKey(text: string, key: string, message: string): Mistake {
  const word = JSON.stringify(key);
  let at = text.indexOf(word);
  while (at >= 0 && !/^\s*:/.test(text.slice(at + word.length))) at = text.indexOf(word, at + 1);
  return placeOf(text, Math.max(0, at), message);
}
