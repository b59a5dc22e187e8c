import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SEALED_BANK } from '../../src/domain/banks/bank-names.ts';
import { questionsOf } from '../../src/domain/banks/bank-questions.ts';
import { SETTING_KEYS } from '../../src/formats/text/setting-values.ts';
import { FINDINGS } from '../../src/doctor/finding.ts';
import { ROOT } from '../cli/coach.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { PAGES } from './pages.ts';

const pages = PAGES.map((name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') }));

const questions = builtInBanks.flatMap(({ bank }) => questionsOf(bank));
const types = new Map(questions.map(({ id, type }) => [id, type]));
const known = new Set([
  ...types.keys(),
  // Of these the page of banks says what has taken their place.
  ...builtInBanks.flatMap(({ bank }) => bank.retired.map(({ id }) => id)),
  ...builtInBanks.flatMap(({ bank }) => bank.steps.map(({ id }) => id)),
  ...builtInBanks.map(({ bank }) => bank.name),
  SEALED_BANK,
  ...SETTING_KEYS,
  ...Object.keys(FINDINGS),
]);

/** What ids of questions and steps begin with; whatever else begins so is one, or was meant to be. */
const beginnings = new Set([...types.keys()].map((id) => id.slice(0, id.indexOf('-'))));

function isMeantAsId(name: string): boolean {
  return beginnings.has(name.slice(0, name.indexOf('-')));
}

describe.each(pages)('$name', ({ text }) => {
  test('names only questions and steps that the banks have', () => {
    const named = [
      ...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g),
      ...text.matchAll(/"question": "([^"]+)"/g),
      ...text.matchAll(/\b[0-9a-hjkmnp-tv-z]{10}\/([a-z]+(?:-[a-z]+)+)/g),
      ...text.matchAll(/^ *([a-z]+(?:-[a-z]+)+): /gm),
    ].map(([, name = '']) => name);
    expect(named.filter((name) => isMeantAsId(name) && !known.has(name))).toEqual([]);
  });

  test('shows each question with its own type', () => {
    const shown = Array.from(text.matchAll(/<!-- coach: (\S+) (\S+)/g), ([, id = '', type]) => ({
      id,
      type,
    }));
    const wrong = shown.filter(({ id, type }) => isMeantAsId(id) && types.get(id) !== type);
    expect(wrong).toEqual([]);
  });
});
