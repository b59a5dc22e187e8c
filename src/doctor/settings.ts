import { FileMistakes } from '../domain/text/errors.ts';
import type { FindingCode, Observation } from './finding.ts';
import type { Settings } from '../domain/banks/settings.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { discreetMistake } from './redact.ts';
import { parseReadings } from '../formats/banks/readings-json.ts';
import { parseSettings } from '../formats/text/settings-json.ts';
import { refusalText } from '../pages/text/refusal-text.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { Inspection } from './inspection.ts';

/**
 * The settings, as far as they can be understood, and what is wrong with them. Of a broken file the journal folder that it names
 * is still taken, so that the rest can be looked at.
 *
 * @example
 * checkSettings(inspection).settings //=> { role: 'member' }
 */
export function checkSettings(inspection: Inspection): {
  readonly settings: Settings;
  readonly observations: readonly Observation[];
} {
  const file = inspection.at.settingsFile;
  const read = inspection.read(file);
  if ('refused' in read) {
    const isMissing = read.refused === 'ENOENT';
    return {
      settings: {},
      observations: isMissing
        ? []
        : [broken('settings-broken', file, [`${file}: ${refusalText(read.refused)}`])],
    };
  }
  const { text } = read.value;
  try {
    return { settings: parseSettings(text, file), observations: [] };
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    const details = error.mistakes.map((mistake) => discreetMistake(file, mistake));
    return { settings: salvaged(text), observations: [broken('settings-broken', file, details)] };
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

function broken(code: FindingCode, file: string, details: readonly string[]): Observation {
  return { code, paths: [file], details, commands: [`\${VISUAL:-\${EDITOR:-vi}} ${shellWord(file)}`] };
}

/**
 * The person's own banks and readings. What is wrong in a bank is told in full: questions are not answers.
 *
 * @example
 * (await checkOwnTexts(inspection))[0]?.code //=> 'bank-broken'
 */
export async function checkOwnTexts(inspection: Inspection): Promise<readonly Observation[]> {
  return [...(await checkBanks(inspection)), ...checkReadings(inspection)];
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
          : [`${file}: ${refusalText(codeOf(error))}`];
      observations.push({
        code: 'bank-broken',
        paths: [file],
        details,
        commands: [`coach banks check ${shellWord(name)}`],
      });
    }
  }
  return observations;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}

function checkReadings({ at, read }: Inspection): readonly Observation[] {
  const file = at.ownReadings;
  const found = read(file);
  if ('refused' in found)
    return found.refused === 'ENOENT'
      ? []
      : [broken('readings-broken', file, [`${file}: ${refusalText(found.refused)}`])];
  try {
    parseReadings(found.value.text, file);
    return [];
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    const details = error.mistakes.map((mistake) => discreetMistake(file, mistake));
    return [broken('readings-broken', file, details)];
  }
}
