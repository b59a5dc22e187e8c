import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { filesBelow } from '../cli/coach.ts';
import { putSession, sealHome } from '../cli/sealed.ts';
import type { Home } from './coach.ts';

/** A folder in memory, as each person has one who is logged in; a session lasts only there. */
const IN_MEMORY = '/dev/shm';

/** The same home with its journal encrypted, and unlocked. */
export async function encrypted(home: Home): Promise<Home> {
  const runtime = mkdtempSync(path.join(IN_MEMORY, 'coach-test-'));
  onTestFinished(() => rmSync(runtime, { recursive: true, force: true }));
  const readable = filesBelow(home.journal).filter((file) => file.endsWith('.md'));
  const { key } = await sealHome(home.coach, 'whole');
  for (const file of readable.map((name) => path.join(home.journal, name))) {
    writeFileSync(`${file}.age`, await ageSealing.seal(readFileSync(file), key.recipient), { mode: 0o600 });
    rmSync(file);
  }
  const env = { ...home.env, XDG_RUNTIME_DIR: runtime };
  putSession(runtime, key);
  return { ...home, env };
}
