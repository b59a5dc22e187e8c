import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import type { Side } from '../../../src/align/piece.ts';
import { sealedEntry } from '../../../src/align/sealed-entry.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { printEntry } from '../../../src/formats/entry/entry-markdown.ts';
import { BERLIN, filesBelow, journalOf, NOON, put } from '../../cli/coach.ts';
import { type Move, type Scripted, scripted } from '../../cli/scripted.ts';
import { SEALED_FILE, WORDS } from '../sealed-texts.ts';
import { NO_SIDE } from '../sheets.ts';
import { filledHome } from './sheet-homes.ts';

/** The words that are drawn where every share is a half. */
export const DRAWN = 'length length length length length';

/** Somebody at a terminal, and all that they are told, in full. */
export function hearing(...moves: readonly Move[]): Scripted & { readonly told: readonly string[] } {
  const told: string[] = [];
  const prompter = scripted(...moves);
  const say = (text: string): void => {
    told.push(text);
    prompter.say(text);
  };
  return { ...prompter, told, say };
}

/** A home whose sheet with D. was sealed on 22 November, with the file of the lead in it. */
export async function sealedHome(file = SEALED_FILE): Promise<string> {
  const home = await filledHome();
  const piece = (title: string, mine: Partial<Side>) => ({
    title,
    example: null,
    mine: { ...NO_SIDE, ...mine },
  });
  const pieces = [
    { ...piece('Client pricing', { today: 3, wanted: 6, means: 'The floor' }), example: 'A discount' },
    piece('Rota', { wanted: 5 }),
    piece('Yearly plan', { today: 4, wanted: 4, look: 'Before the board' }),
  ];
  const now = { epoch: NOON, zone: BERLIN };
  const entry = sealedEntry({ about: 'D.', role: 'member' }, { from: 'doer', pieces }, 'k3x8m2p9qa', now, 4);
  put(path.join(journalOf(home), entryPath(entry)), printEntry(entry));
  writeFileSync(path.join(home, 'from-lead.coach'), file);
  return home;
}

/** A file with just this in it. */
export function fileWith(sheet: object): Promise<string> {
  return ageSealing.sealWithPassphrase(new TextEncoder().encode(JSON.stringify(sheet)), WORDS, 2);
}

/** All but the index, which is made anew by whoever looks. */
export const keptIn = (home: string): readonly string[] =>
  filesBelow(home).filter((file) => !file.startsWith('cache/'));
