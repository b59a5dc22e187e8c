import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { printIdentity } from '../../src/formats/sealing/key-file.ts';
import { printPins } from '../../src/formats/sealing/pins-json.ts';
import { entryText, put } from '../cli/coach.ts';
import { filesIn } from '../encryption/encrypting.ts';
import { ended, freshHome, PROGRAM, type Ran } from '../terminal/coach.ts';
import { unlockedFor } from './sealed-homes.ts';
import { canMount, smallDisk } from './small-disk.ts';

/** An entry takes a page of the disk, encrypted too. */
const PAGE = 4096;

test.runIf(canMount)(
  'on a full disk what is encrypted stays so, the rest is whole, and the same command goes on',
  { timeout: 120_000 },
  async () => {
    const home = freshHome();
    const { folder, seen, within } = await smallDisk(home.root);
    const journal = path.join(seen, 'journal');
    const names = Array.from(
      { length: 8 },
      (_, at) => `2026/11/2026-11-0${at + 1}-080000-note-k3x8m2p9q${at}.md`,
    );
    for (const [at, name] of names.entries())
      put(
        path.join(journal, name),
        entryText({ id: `k3x8m2p9q${at}`, at: `2026-11-0${at + 1}T08:00:00+01:00` }),
      );
    const texts = Object.values(filesIn(journal)).toSorted();
    const key = await ageSealing.newKey();
    const sealed = await ageSealing.sealWithPassphrase(Buffer.from(printIdentity(key, '2026')), 'low', 1);
    put(path.join(journal, '.key/identity.age'), sealed);
    put(path.join(journal, '.key/recipients'), `${key.recipient}\n`);
    const inside = path.join(folder, 'journal');
    const pin = { journal: inside, recipient: key.recipient, names: 'day', since: '2026-11-22' } as const;
    put(path.join(home.coach, 'state/keys.json'), printPins([pin]));
    const env = { ...home.env, ...(await unlockedFor(key)), COACH_JOURNAL: inside };
    const [command, ...words] = within;
    const run = (...args: readonly string[]): Promise<Ran> =>
      ended(command, [...words, process.execPath, PROGRAM, ...args], env);
    const textsNow = async (): Promise<readonly string[]> =>
      Promise.all(
        Object.entries(filesIn(journal))
          .filter(([file]) => /\.md(?:\.age)?$/.test(file))
          .map(async ([, text]) =>
            text.startsWith('age-encryption')
              ? Buffer.from(await ageSealing.open(Buffer.from(text, 'latin1'), key.identity)).toString()
              : text,
          ),
      );
    // Three pages are left.
    const filler = path.join(seen, 'filler');
    try {
      writeFileSync(filler, Buffer.alloc(128 * 1024));
    } catch {
      // As much as went in.
    }
    const size = Math.floor(statSync(filler).size / PAGE) * PAGE;
    truncateSync(filler, size - 3 * PAGE);
    for (const [way, ending] of [
      [['encrypt'], '.md.age'],
      [['decrypt', '--yes'], '.md'],
    ] as const) {
      const first = await run(...way);
      expect(first).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('the disk is full') });
      expect(first.stderr).toMatch(
        /^(?:En|De)crypted so far: [1-7] entr(?:y|ies)\. To go on, run the same command again\.\n/,
      );
      expect((await textsNow()).toSorted()).toEqual(texts);
      let ran = first;
      for (let again = 0; again < 12 && ran.exitCode !== 0; again++) ran = await run(...way);
      expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
      const there = readdirSync(path.join(journal, '2026/11'));
      expect(there.filter((name) => name.endsWith(ending))).toHaveLength(names.length);
      expect(there).toHaveLength(names.length);
      expect((await textsNow()).toSorted()).toEqual(texts);
    }
  },
);
