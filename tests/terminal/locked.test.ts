import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PASSPHRASE, sealHome } from '../cli/sealed.ts';
import { coach, CTRL_C, CTRL_D, ENTER, filesBelow, freshHome, type Home, openCoach } from './coach.ts';

const ASKED = "earlier answers aren't shown";

interface Locked extends Home {
  readonly memory: string;
}

/** A locked journal with a note, and a folder of its own for sessions. */
async function lockedHome(): Promise<Locked> {
  const home = freshHome();
  await sealHome(home.coach);
  // In memory there may be none here; then the passphrase is asked each time.
  const memory = mkdtempSync(path.join('/dev/shm', 'coach-test-'));
  onTestFinished(() => rmSync(memory, { recursive: true, force: true }));
  const env = { ...home.env, XDG_RUNTIME_DIR: memory };
  await coach(['note', '--answers', '-'], { env }, 'note-text: The pineapple.\nabout: D.\n');
  return { ...home, env, memory };
}

test.runIf(process.platform === 'linux').each([{ plain: [] }, { plain: ['--plain'] }])(
  'the passphrase is asked for before a sitting, and nothing of it is seen: $plain',
  async ({ plain }) => {
    const home = await lockedHome();
    const { env } = home;
    const terminal = openCoach(['reflect', 'member', '--short', ...plain], home, { env });
    await terminal.says(ASKED);
    await terminal.types(`wrong${ENTER}`);
    await terminal.says("That isn't the passphrase.");
    await terminal.says(ASKED);
    await terminal.types(`${PASSPHRASE}${ENTER}`);
    await terminal.says('D.');
    await terminal.types(CTRL_C);
    expect(await terminal.exited).toEqual({ exitCode: 130 });
    expect(terminal.written()).not.toMatch(/wrong|evolve|pineapple/);
  },
);

test.runIf(process.platform === 'linux')('Enter goes on without it, and the note is encrypted', async () => {
  const home = await lockedHome();
  const terminal = openCoach(['note'], home, { env: home.env });
  await terminal.says(ASKED);
  await terminal.types(ENTER);
  await terminal.when('What would you like to write down?', 'The quince.', CTRL_D);
  await terminal.when('The quince.', ENTER);
  expect(await terminal.exited).toEqual({ exitCode: 0 });
  const files = filesBelow(home.journal).filter((file) => file.endsWith('.md.age'));
  expect(files).toHaveLength(2);
  for (const file of files)
    expect(readFileSync(path.join(home.journal, file), 'latin1')).not.toMatch(/quince|pineapple/);
  expect(
    readdirSync(home.memory, { recursive: true }).filter((name) => String(name).endsWith('.session')),
  ).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'Ctrl-C in place of the passphrase ends what has to read',
  async () => {
    const home = await lockedHome();
    const terminal = openCoach(['journal'], home, { env: home.env });
    await terminal.says('Passphrase of your journal:');
    await terminal.types(CTRL_C);
    expect(await terminal.exited).toEqual({ exitCode: 130 });
    expect(terminal.written()).not.toContain('pineapple');
  },
);
