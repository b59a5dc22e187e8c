// An encrypted journal to measure on, unlocked for as long as it takes.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundled } from './modules.mjs';
import { environment } from './measure.mjs';

/** In memory, as sessions have to be. */
const MEMORY = '/dev/shm';
const TWELVE_HOURS = 12 * 60 * 60 * 1000;

/** So low that nobody waits for it: the passphrase is not measured. */
const LOW = 1;

/**
 * Encrypts the journal of a home as it is encrypted on a computer that knows its key.
 *
 * @returns The home: unlocked, and as `locked`, where there is no session; and `end`, which takes the session away.
 */
export async function sealHome(home) {
  const product = await bundled(`
    export { ageSealing } from './src/adapters/sealing/age-sealing.ts';
    export { shortOf } from './src/adapters/sealing/pin-file.ts';
    export { barePath } from './src/domain/entry/bare-name.ts';
    export { printIdentity, printRecipient } from './src/formats/sealing/key-file.ts';
    export { printPins } from './src/formats/sealing/pins-json.ts';
    export { printSession } from './src/formats/sealing/session-json.ts';`);
  const { ageSealing, barePath } = product;
  const { journal } = home;
  const key = await ageSealing.newKey();
  const { recipient, identity } = key;
  const wrapped = Buffer.from(product.printIdentity(key, new Date().toISOString()));
  put(
    path.join(journal, '.key', 'identity.age'),
    await ageSealing.sealWithPassphrase(wrapped, 'measured', LOW),
  );
  put(path.join(journal, '.key', 'recipients'), product.printRecipient({ recipient, names: 'day' }));
  const pin = { journal, recipient, names: 'day', since: '2025-01-01' };
  put(path.join(home.folder, 'state', 'keys.json'), product.printPins([pin]));
  for (const name of readdirSync(journal, { recursive: true }).filter((one) => one.endsWith('.md'))) {
    const file = path.join(journal, name);
    put(
      path.join(journal, `${barePath(name.replaceAll(path.sep, '/'))}.age`),
      await ageSealing.seal(readFileSync(file), recipient),
    );
    rmSync(file);
  }
  const memory = mkdtempSync(path.join(MEMORY, 'coach-bench-'));
  const [unlocked, locked] = ['unlocked', 'locked'].map((name) => path.join(memory, name));
  const now = Date.now();
  const session = product.printSession({ identity, made: now, used: now, lasts: TWELVE_HOURS });
  put(path.join(unlocked, 'coach', `${product.shortOf(recipient)}.session`), session);
  mkdirSync(locked, { mode: 0o700 });
  const withSessions = (folder) => ({
    ...home,
    env: { ...environment(home.folder), XDG_RUNTIME_DIR: folder },
  });
  return {
    ...withSessions(unlocked),
    locked: withSessions(locked),
    end: () => rmSync(memory, { recursive: true }),
  };
}

function put(file, content) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, content, { mode: 0o600 });
}
