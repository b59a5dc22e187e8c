import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { FindingCode } from '../../src/doctor/finding.ts';
import { coach, put, putEntry, type Ran, type Setting, settledHome } from '../cli/coach.ts';

/** A word that is written everywhere a person writes, and that doctor never says; pieces of it are not said either. */
export const CANARY = 'Kanarienvogel';
const SONG = /narienvo/i;

/** The id of the first entry of a sound home. */
export const ID = 'k3x8m2p9qa';

/** A person's words, with the canary in all of them. */
export const FRONT = `zone: Europe/Berlin\nwritten: "2026-11-20T18:10:00+01:00"\nabout: ${CANARY}\ntags: [${CANARY}]\n`;
export const PLAN = [
  '',
  `## What will you try about the ${CANARY}?`,
  '<!-- coach: member-step commitment -->',
  '',
  `- When: the ${CANARY} sings`,
  `- Then: listen to the ${CANARY}`,
  '- By: 2026-11-25',
  '- Likelihood: 85 %',
  '',
  '## What happened?',
  '<!-- coach: member-situation text -->',
  '',
  `The ${CANARY} sang.`,
  '',
].join('\n');

/** A home in which all is well, with three entries that are full of canaries. */
export function soundHome(): string {
  const home = settledHome();
  put(path.join(home, 'config/settings.json'), JSON.stringify({ role: 'member', about: CANARY }));
  putEntry(home, { id: ID, at: '2026-11-20T18:00:00+01:00', bank: 'member', front: FRONT, body: PLAN });
  putEntry(home, { id: 'm7q2x9c4td', at: '2026-11-21T18:00:00+01:00', body: `\n${CANARY}\n` });
  putEntry(home, { id: 'a1b2c3d4e5', at: '2026-10-01T08:00:00+02:00', front: `${CANARY}: ${CANARY}\n` });
  return home;
}

/** An entry that looks back on the plan of the first one. */
export function review(
  home: string,
  id: string,
  more: { reference?: string; written?: string } = {},
): string {
  const { reference = `${ID}/member-step`, written = '2026-11-22T08:10:00+01:00' } = more;
  const body = `\n## What happened?\n<!-- coach: review-outcome choice closes=${reference} -->\n\nkept (${CANARY})\n`;
  return putEntry(home, {
    id,
    at: '2026-11-22T08:00:00+01:00',
    bank: 'review',
    front: `written: "${written}"\n`,
    body,
  });
}

/** Everything below a folder, where no link leads: what it is, its mode and its times, and every byte. */
export function pictureOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .toSorted()
    .map((file) => {
      const { mode, mtimeMs, ctimeMs, size, ino } = lstatSync(file);
      return [file, mode, mtimeMs, ctimeMs, size, ino, contentOf(file)].join('\n');
    });
}

function contentOf(file: string): string {
  const found = lstatSync(file);
  if (found.isSymbolicLink()) return readlinkSync(file);
  return found.isFile() ? readFileSync(file, 'latin1') : '';
}

/** A finding as `--json` prints it. */
export interface Told {
  readonly code: FindingCode;
  readonly grade: string;
  readonly what: string;
  readonly risk: string;
  readonly mend: string;
  readonly commands: readonly string[];
  readonly count: number;
  readonly paths: readonly string[];
  readonly details: readonly string[];
}

/** The answers of doctor, in every way in which it can be asked. */
export interface Examined {
  readonly findings: readonly Told[];
  readonly entries: number;
  readonly plain: Ran;
  readonly verbose: Ran;
}

/** Runs doctor in each way. Whatever it finds, it changes nothing, says nothing that was written, and ends as it ought to. */
export async function examined(setting: Setting): Promise<Examined> {
  const before = pictureOf(setting.home);
  const json = await coach(['doctor', '--json'], setting);
  const plain = await coach(['doctor'], setting);
  const verbose = await coach(['doctor', '--verbose'], { ...setting, width: 60, screen: true });
  expect(pictureOf(setting.home)).toEqual(before);
  for (const { stdout, stderr } of [json, plain, verbose]) expect(`${stdout}${stderr}`).not.toMatch(SONG);
  const { findings, entries }: { findings: readonly Told[]; entries: number } = JSON.parse(json.stdout);
  const exitCode = findings.some(({ grade }) => grade === 'problem') ? 1 : 0;
  expect([json, plain, verbose].map((ran) => ran.exitCode)).toEqual([exitCode, exitCode, exitCode]);
  return { findings, entries, plain, verbose };
}
