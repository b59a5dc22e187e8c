import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { sessionFiles } from '../../src/adapters/sealing/session-files.ts';
import type { KeySessions } from '../../src/app/ports/keys.ts';
import type { KeyPair } from '../../src/domain/entry/key-pin.ts';
import { memorySessions } from '../app/memory-sessions.ts';
import { entryText, put } from '../cli/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { filesIn } from '../encryption/encrypting.ts';

const TEXT = (id: string, day: number, words: string): string =>
  entryText({ id, at: `2026-1${day % 2}-0${day}T08:00:00+01:00`, title: words });

const PATH = (id: string, day: number): string =>
  `2026/1${day % 2}/2026-1${day % 2}-0${day}-080000-note-${id}.md`;

/** Entries of two months, one in the trash, an earlier version, a text that an editor left, and a file of the person's own. */
export const FILES: Readonly<Record<string, string>> = {
  [PATH('k3x8m2p9qa', 1)]: TEXT('k3x8m2p9qa', 1, 'One'),
  [PATH('k3x8m2p9qb', 2)]: TEXT('k3x8m2p9qb', 2, 'Two'),
  [PATH('k3x8m2p9qc', 3)]: TEXT('k3x8m2p9qc', 3, 'Three'),
  [`trash/${PATH('k3x8m2p9qd', 4)}`]: TEXT('k3x8m2p9qd', 4, 'Four'),
  [`.history/versions/${PATH('k3x8m2p9qa', 1)}/20261129T101500.123Z-4f1c0000.md`]: TEXT(
    'k3x8m2p9qa',
    1,
    'Before',
  ),
  'shopping.md': '# Apples\n',
};

/** Puts them into the journal of a home, and a draft beside it. */
export function fill({ journal, drafts }: Home): void {
  for (const [file, text] of Object.entries(FILES)) put(path.join(journal, file), text);
  put(path.join(drafts, 'k3x8m2p9qe.json'), DRAFT);
}

const DRAFT = '{"a draft that is none": true}';

/** What has to be there, in clear or encrypted, whatever happens. */
export const TEXTS: readonly string[] = [...Object.values(FILES), DRAFT].toSorted();

/** All texts of a home that an identity opens or that stand in clear, each once. */
export async function textsOf({ journal, drafts }: Home, identity: string): Promise<readonly string[]> {
  const files = [filesIn(journal), filesIn(drafts)].flatMap((found) => Object.entries(found));
  const texts = await Promise.all(
    files
      .filter(([file]) => /\.(?:md|md\.age|json)$/.test(file))
      .map(async ([, text]) => {
        if (!text.startsWith('age-encryption.org')) return text;
        const opened = await ageSealing.open(Buffer.from(text, 'latin1'), identity);
        return typeof opened === 'string' ? opened : Buffer.from(opened).toString('latin1');
      }),
  );
  return [...new Set(texts)].toSorted();
}

/** Lets what is remembered of a journal hold for a copy of its home. */
export function rePin(home: Home, original: Home): boolean {
  const file = path.join(home.coach, 'state/keys.json');
  try {
    const pins = readFileSync(file, 'utf8').replaceAll(original.journal, home.journal);
    writeFileSync(file, pins);
    return pins.includes(home.journal);
  } catch {
    return false;
  }
}

/** Where a journal is unlocked now. */
export async function unlocked({ identity, recipient }: KeyPair): Promise<KeySessions> {
  const sessions = memorySessions(Date.now);
  await sessions.begin(recipient, { identity, made: Date.now(), used: Date.now(), lasts: 3_600_000 });
  return sessions;
}

/** The same for programs: what is to be laid over their environment. Undefined where nothing is kept in memory here. */
export async function unlockedFor(key: KeyPair): Promise<{ readonly XDG_RUNTIME_DIR: string } | undefined> {
  const folder = mkdtempSync('/dev/shm/coach-test-');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { XDG_RUNTIME_DIR: folder };
  const sessions = sessionFiles(env, Date.now);
  const now = Date.now();
  await sessions.begin(key.recipient, { identity: key.identity, made: now, used: now, lasts: 3_600_000 });
  return sessions.find(key.recipient) ? env : undefined;
}
