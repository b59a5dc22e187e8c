import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FileMistakes } from '../../../src/domain/text/errors.ts';
import { dayEnds, type Settings } from '../../../src/domain/banks/settings.ts';
import { isSettingKey, SETTING_KEYS } from '../../../src/formats/text/setting-values.ts';
import { parseSettings, readSetting } from '../../../src/formats/text/settings-json.ts';

describe('one setting, as it is typed', () => {
  test.each<{ key: keyof Settings; typed: string; is: Settings[keyof Settings] }>([
    { key: 'role', typed: 'member', is: 'member' },
    { key: 'role', typed: ' Micromanager ', is: 'manager' },
    { key: 'role', typed: 'Both', is: 'both' },
    { key: 'role', typed: 'boss', is: undefined },
    { key: 'role', typed: '', is: undefined },
    { key: 'about', typed: ' D.\n', is: 'D.' },
    { key: 'about', typed: ' ', is: undefined },
    { key: 'journal', typed: '/home/d/my journal', is: '/home/d/my journal' },
    { key: 'day-ends', typed: '0', is: 0 },
    { key: 'day-ends', typed: '23', is: 23 },
    { key: 'day-ends', typed: '24', is: undefined },
    { key: 'day-ends', typed: '4.5', is: undefined },
    { key: 'day-ends', typed: '-1', is: undefined },
    { key: 'sync', typed: 'By-Hand', is: 'by-hand' },
    { key: 'sync', typed: 'never', is: undefined },
    { key: 'plain', typed: 'TRUE', is: true },
    { key: 'plain', typed: 'false', is: false },
    { key: 'plain', typed: 'on', is: undefined },
  ])('$key $typed: $is', ({ key, typed, is }) => expect(readSetting(key, typed)).toBe(is));

  test.each([
    { key: 'keep-inside', typed: 'no', is: false },
    { key: 'plain', typed: 'Yes', is: true },
    { key: 'show-plans', typed: 'true', is: 'yes' },
    { key: 'remember-due', typed: 'False', is: 'no' },
  ] as const)('$key refused "$typed", which others of its kind took', ({ key, typed, is }) =>
    expect(readSetting(key, typed)).toBe(is),
  );

  test.each([
    { word: 'role', is: true },
    { word: 'day-ends', is: true },
    { word: 'Role', is: false },
    { word: 'constructor', is: false },
    { word: '__proto__', is: false },
  ])('$word is the name of one: $is', ({ word, is }) => expect(isSettingKey(word)).toBe(is));

  test('the day ends at four, unless something else is set', () => {
    expect(dayEnds({})).toBe(4);
    expect(dayEnds({ 'day-ends': 0 })).toBe(0);
  });
});

describe('the settings file', () => {
  const wrong = (source: string): readonly string[] => {
    try {
      parseSettings(source, 'settings.json');
    } catch (error) {
      if (error instanceof FileMistakes) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  test.each<{ source: string; is: Settings }>([
    { source: '{}', is: {} },
    { source: '\ufeff{"role": "both"}\r\n', is: { role: 'both' } },
    {
      source: '{"role": "manager", "about": "D.", "journal": "/j", "day-ends": 3, "plain": true}',
      is: { role: 'manager', about: 'D.', journal: '/j', 'day-ends': 3, plain: true },
    },
  ])('$source', ({ source, is }) => expect(parseSettings(source, 'settings.json')).toEqual(is));

  test.each([
    {
      source: '{\n  "rloe": "manager",\n  "about": "role",\n  "role": "boss"\n}',
      is: [
        'settings.json:2:3: there is no setting "rloe"; did you mean role?',
        'settings.json:4:3: role: expected member, manager or both',
      ],
    },
    {
      source: '{"colour": "red"}',
      is: [`settings.json:1:2: there is no setting "colour"; expected ${SETTING_KEYS.join(', ')}`],
    },
    {
      source: '{"about": "plain", "plain": "perhaps"}',
      is: ['settings.json:1:20: plain: expected yes or no'],
    },
    { source: '{"day-ends": [4]}', is: ['settings.json:1:2: day-ends: expected an hour from 0 to 23'] },
    { source: '{"about": null}', is: ['settings.json:1:2: about: expected a short name'] },
    {
      source: '{"__proto__": {"role": "member"}}',
      is: [`settings.json:1:2: there is no setting "__proto__"; expected ${SETTING_KEYS.join(', ')}`],
    },
    { source: '{"role": "member",\n}', is: ['settings.json:2:1: these settings are not JSON'] },
    { source: '\ufeff{"role": "member",\n}', is: ['settings.json:2:1: these settings are not JSON'] },
    {
      source: '{"role": "member"\n',
      is: [expect.stringMatching(/^settings\.json:[12]:\d+: these settings are not JSON$/)],
    },
    { source: 'role: member', is: ['settings.json:1:1: these settings are not JSON'] },
    { source: '', is: ['settings.json:1:1: these settings are not JSON'] },
    {
      source: 'null',
      is: ['settings.json:1:1: expected settings as a JSON object, for example {"role": "member"}'],
    },
    {
      source: '[]',
      is: ['settings.json:1:1: expected settings as a JSON object, for example {"role": "member"}'],
    },
  ])('is refused: $source', ({ source, is }) => expect(wrong(source)).toEqual(is));

  test('whatever it holds, is understood or refused with its places', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .dictionary(fc.constantFrom(...SETTING_KEYS), fc.jsonValue())
            .map((value) => JSON.stringify(value)),
        ),
        (source) => {
          expect(wrong(source).every((line) => /^settings\.json:\d+:\d+: /.test(line))).toBe(true);
        },
      ),
    );
  });
});
