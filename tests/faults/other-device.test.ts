import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { coach, CTRL_C, CTRL_D, CTRL_G, ENTER, filesBelow, freshHome, openCoach } from '../terminal/coach.ts';

const CANARY = 'Kanarienvogel';

/** Another device than that of the temporary folder, on which a folder can be made. */
const OTHER = ['/dev/shm', '/run/shm'].find((folder) => isOtherDevice(folder));

function isOtherDevice(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found !== undefined && found.dev !== statSync(tmpdir()).dev;
}

describe.runIf(OTHER !== undefined)('a journal on another device', () => {
  function freshStick(): string {
    const stick = mkdtempSync(path.join(OTHER ?? '', 'coach-stick-'));
    onTestFinished(() => rmSync(stick, { recursive: true, force: true }));
    mkdirSync(path.join(stick, 'journal'));
    return stick;
  }

  /** The files below a folder in which the canary sits. */
  const sung = (folder: string): readonly string[] =>
    filesBelow(folder).filter((file) => readFileSync(path.join(folder, file), 'utf8').includes(CANARY));

  test('keeps its drafts, and what the editor opens, beside it', async () => {
    const home = freshHome();
    const stick = freshStick();
    const editor = path.join(home.root, 'editor');
    writeFileSync(editor, `#!/bin/sh\ndirname "$1" >"${home.root}/where"\n`, { mode: 0o700 });
    const env = { COACH_JOURNAL: path.join(stick, 'journal'), VISUAL: `"${editor}"` };
    const terminal = openCoach(['reflect', '--role', 'manager', '--short', '--about', ''], home, { env });
    await terminal.when(
      'Think of one recent moment',
      `It was a ${CANARY} that sang, early and late, all day long.`,
      CTRL_D,
    );
    await terminal.when('or stop doing', `A second ${CANARY}`, CTRL_G);
    await expect.poll(() => existsSync(path.join(home.root, 'where')), { timeout: 30_000 }).toBe(true);
    await terminal.when(`A second ${CANARY}`, CTRL_C);
    expect(await terminal.exited).toEqual({ exitCode: 130 });

    expect(readFileSync(path.join(home.root, 'where'), 'utf8')).toContain(`${stick}/journal/.drafts/`);
    // The draft, and what an editor that came back at once may still have open.
    const drafts = 'journal/.drafts/';
    expect(sung(stick)).toContainEqual(expect.stringMatching(/^journal\/\.drafts\/\w{10}\.json$/));
    expect(sung(stick).filter((file) => !file.startsWith(drafts))).toEqual([]);
    expect(sung(home.root)).toEqual([]);
    // It is no entry.
    const listed = await coach(['journal', '--json'], { env: { ...home.env, ...env } });
    expect(listed).toEqual({ stdout: '[]\n', stderr: '', exitCode: 0 });
  });

  test('that is pulled out in the middle is not made anew, and takes the entry when it is back', async () => {
    const home = freshHome();
    const stick = freshStick();
    const journal = path.join(stick, 'journal');
    const terminal = openCoach(['reflect', '--role', 'manager', '--question', 'manager-they-know'], home, {
      env: { COACH_JOURNAL: journal },
    });
    await terminal.when('What might this person know');
    renameSync(journal, `${journal} pulled out`);
    await terminal.types(`It is the ${CANARY} of the company, and it sings.${CTRL_D}`);
    await terminal.when('This window keeps your answers until they can be saved.', ENTER);
    await terminal.when('journal folder is not there');
    expect(sung(stick)).toEqual([]);
    expect(sung(home.root)).toEqual([]);
    expect(existsSync(journal)).toBe(false);
    renameSync(`${journal} pulled out`, journal);
    await terminal.types(`1${ENTER}`);
    expect(await terminal.exited).toEqual({ exitCode: 0 });
    expect(sung(stick)).toEqual([expect.stringMatching(/^journal\/\d{4}\/\d\d\/.*\.md$/)]);
  });
});
