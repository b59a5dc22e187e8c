// Findings of an encrypted journal, and what leads to them.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { coach, journalOf } from '../cli/coach.ts';
import { type SealedHome, sealHome } from '../cli/sealed.ts';
import type { Case } from './doctor-cases.ts';

/** Encrypts from now on; what is there stays as it is. */
async function sealed(home: string): Promise<SealedHome> {
  const made = await sealHome(home, 'whole');
  await coach(['note', '--answers', '-'], { home, sessions: made.sessions, stdin: 'note-text: One more.' });
  return made;
}

function sealedFile(home: string): string {
  const file = readdirSync(journalOf(home), { recursive: true, encoding: 'utf8' }).find((one) =>
    one.endsWith('.md.age'),
  );
  return path.join(journalOf(home), file ?? '');
}

/** The key of a journal as a later version writes it. */
const NEWER_KEY = `-----BEGIN AGE ENCRYPTED FILE-----\n${btoa('age-encryption.org/v2\n-> new a\n')}\n-----END AGE ENCRYPTED FILE-----\n`;

/** Some of the cases of `doctor-cases.ts`. */
export const SEALED_CASES = {
  'journal-refused': {
    async damage(home) {
      const { sessions } = await sealed(home);
      writeFileSync(path.join(journalOf(home), '.key/identity.age'), NEWER_KEY);
      return { sessions };
    },
    paths: (home) => [journalOf(home)],
    says: 'a newer version of coach',
  },
  'key-unknown': {
    async damage(home) {
      const { sessions } = await sealed(home);
      rmSync(path.join(home, 'state/keys.json'));
      return { sessions };
    },
    paths: (home) => [journalOf(home)],
  },
  'key-folder-differs': {
    async damage(home) {
      const { sessions } = await sealed(home);
      rmSync(path.join(journalOf(home), '.key'), { recursive: true });
      return { sessions };
    },
    paths: () => ['.key'],
    command: 'ls -la /',
  },
  'sealed-unreadable': {
    async damage(home) {
      const { sessions } = await sealed(home);
      const file = sealedFile(home);
      writeFileSync(file, readFileSync(file).subarray(0, -3));
      return { sessions };
    },
    paths: (home) => [path.relative(journalOf(home), sealedFile(home)).replace(/\.age$/, '')],
    says: 'cannot be decrypted: it is damaged or cut off',
    command: 'ls -l /',
  },
  'journal-locked': {
    async damage(home) {
      const { sessions, lock } = await sealed(home);
      lock();
      return { sessions };
    },
    paths: (home) => [path.relative(journalOf(home), sealedFile(home)).replace(/\.age$/, '')],
  },
  'not-encrypted': {
    async damage(home) {
      const { sessions } = await sealed(home);
      return { sessions };
    },
  },
  'swap-on': {
    async damage(home) {
      const { sessions } = await sealed(home);
      return { sessions, inspected: (real) => ({ ...real, openSwaps: () => ['/dev/sda2'] }) };
    },
    paths: () => ['/dev/sda2'],
  },
} satisfies Readonly<Record<string, Case>>;
