// The check of a person's own settings, question banks and readings.
import { CoachError, FileMistakes } from '../domain/text/errors.ts';
import type { FindingCode, Observation } from './finding.ts';
import type { Settings } from '../domain/banks/settings.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { discreetMistake } from './redact.ts';
import { parseReadings } from '../formats/banks/readings-json.ts';
import { parseSettings } from '../formats/text/settings-json.ts';
import { refusalText } from '../pages/machine/file-refusals.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Inspection } from './inspection.ts';

/**
 * The settings, as far as they can be understood, and what is wrong with them. Of a broken file the journal folder that it names
 * is still taken, so that the rest can be looked at.
 *
 * @example
 * checkSettings(machineWith({ '/config/settings.json': '{"role": "member"}' })).settings //=> { role: 'member' }
 */
export function checkSettings(
  inspection: Pick<Inspection, 'read'> & { readonly at: Pick<Inspection['at'], 'settingsFile'> },
): {
  readonly settings: Settings;
  readonly observations: readonly Observation[];
} {
  const file = inspection.at.settingsFile;
  const { value, text = '', observations } = readOwn(inspection, file, parseSettings, 'settings-broken');
  return { settings: value ?? salvaged(text), observations };
}

/** The contents of a file, and what is wrong with it; nothing is wrong with one that is not there. */
function readOwn<Value>(
  { read }: Pick<Inspection, 'read'>,
  file: string,
  parse: (text: string, file: string) => Value,
  code: FindingCode,
): { readonly value?: Value; readonly text?: string; readonly observations: readonly Observation[] } {
  const commands = [`\${VISUAL:-\${EDITOR:-vi}} ${shellWord(file)}`];
  const broken = (details: readonly string[]): Observation => ({ code, paths: [file], details, commands });
  const found = read(file);
  if ('refused' in found) {
    const isMissing = found.refused === 'ENOENT';
    return { observations: isMissing ? [] : [broken([`${file}: ${refusalText(found.refused)}`])] };
  }
  const { text } = found.value;
  try {
    return { value: parse(text, file), text, observations: [] };
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return { text, observations: [broken(error.mistakes.map((mistake) => discreetMistake(file, mistake)))] };
  }
}

function salvaged(text: string): Settings {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const isNamed = typeof value === 'object' && value !== null && 'journal' in value;
    const journal = isNamed && typeof value.journal === 'string' ? oneLine(value.journal) : '';
    return journal === '' ? {} : { journal };
  } catch {
    return {};
  }
}

/**
 * The person's own banks and readings. What is wrong in a bank is told in full: questions are not answers.
 *
 * @example
 * (await checkOwnTexts(machineWith({ '/data/readings.json': 'half a {' })))[0]?.code //=> 'readings-broken'
 */
export async function checkOwnTexts(inspection: Inspection): Promise<readonly Observation[]> {
  return [
    ...(await checkBanks(inspection)),
    ...readOwn(inspection, inspection.at.ownReadings, parseReadings, 'readings-broken').observations,
  ];
}

async function checkBanks({ at, banks, list }: Inspection): Promise<readonly Observation[]> {
  const listed = list(at.ownBanks);
  // What cannot be listed is told where its permissions are looked at.
  if ('refused' in listed) return [];
  const observations: Observation[] = [];
  for (const { name, file } of banks.list().filter(({ own }) => own)) {
    try {
      await banks.load(name);
    } catch (error) {
      const details =
        error instanceof FileMistakes
          ? error.mistakes.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
          : [refusedText(error)];
      const commands = [`coach banks check ${shellWord(name)}`];
      observations.push({ code: 'bank-broken', paths: [file], details, commands });
    }
  }
  return observations;
}

function refusedText(error: unknown): string {
  if (error instanceof CoachError) return error.message;
  throw error;
}
