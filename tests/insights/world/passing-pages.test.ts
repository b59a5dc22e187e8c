import { EventEmitter } from 'node:events';
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { disk } from '../../../src/adapters/machine/disk.ts';
import { Leaving } from '../../../src/adapters/machine/leaving.ts';
import { Interrupted } from '../../../src/domain/text/errors.ts';
import type { PageShow } from '../../../src/insights/page-show.ts';
import { passingPages } from '../../../src/insights/world/passing-pages.ts';

interface Place {
  readonly home: string;
  readonly state: string;
  readonly pages: PageShow;
  readonly leaving: Leaving;
}

function place(): Place {
  const root = mkdtempSync(path.join(tmpdir(), 'coach-pages-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  onTestFinished(() => void vi.restoreAllMocks());
  const [home, state] = [path.join(root, 'home'), path.join(root, 'state')];
  mkdirSync(home);
  const leaving = new Leaving({
    signals: new EventEmitter(),
    status: () => undefined,
    exit: () => undefined,
  });
  return {
    home,
    state,
    leaving,
    pages: passingPages({ env: { PATH: root }, leaving, disk, state, folder: home }),
  };
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Leaves a page as a killed run would, and gives it and its note. */
async function left({ home, state, pages }: Place, pid: number): Promise<readonly [string, string]> {
  let kept: readonly [string, string] = ['', ''];
  await pages.show(['page'], async ({ place: file }) => {
    const [note = ''] = namesIn(state);
    const copy = path.join(home, 'coach-report-left.html');
    writeFileSync(copy, readFileSync(file));
    const inode = String(statSync(copy).ino);
    kept = [copy, JSON.stringify({ file: copy, inode, holder: { pid, started: '1', host: hostname() } })];
    expect(note).toMatch(/^page-[0-9a-z]{8}\.json$/);
  });
  const note = path.join(state, 'page-left.json');
  writeFileSync(note, kept[1]);
  return [kept[0], note];
}

describe('a page', () => {
  test('lies there for this person alone while it is looked at, under a name that nobody guesses', async () => {
    const { home, state, pages } = place();
    await pages.show(['one ', 'two'], async ({ place: file, isOpen }) => {
      expect(path.basename(file)).toMatch(/^coach-report-[0-9a-z]{8}\.html$/);
      expect(readFileSync(file, 'utf8')).toBe('one two');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      // There is no program to open it with.
      expect(isOpen).toBe(false);
      expect(namesIn(home)).toHaveLength(1);
    });
    expect([...namesIn(home), ...namesIn(state)]).toEqual([]);
  });

  test('is taken away however the look ends', async () => {
    const { home, state, pages, leaving } = place();
    const look = pages.show(['page'], async () => {
      leaving.gone();
      throw new Interrupted('');
    });
    await expect(look).rejects.toThrow(Interrupted);
    expect([...namesIn(home), ...namesIn(state)]).toEqual([]);
  });

  test('that was moved away by somebody is theirs, and so is what they put in its place', async () => {
    const { home, state, pages } = place();
    await pages.show(['page'], async ({ place: file }) => {
      fs.renameSync(file, path.join(home, 'kept.html'));
      writeFileSync(file, 'mine');
    });
    expect(namesIn(home).toSorted()).toEqual([expect.stringMatching(/^coach-report-/), 'kept.html']);
    expect(namesIn(state)).toEqual([]);
  });

  test('that finds no folder is refused before anything is opened', async () => {
    const { home, state, pages } = place();
    rmSync(home, { recursive: true });
    const look = vi.fn<() => Promise<void>>(() => Promise.resolve());
    await expect(pages.show(['page'], look)).rejects.toThrow(/^cannot write .*coach-report-/);
    expect(look).not.toHaveBeenCalled();
    expect(namesIn(state)).toEqual([]);
  });

  test('for which there is no room leaves nothing', async () => {
    const { home, state, pages } = place();
    vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'write' });
    });
    await expect(pages.show(['page'], () => Promise.resolve())).rejects.toThrow(
      /^cannot write .*: the disk is full$/,
    );
    expect([...namesIn(home), ...namesIn(state)]).toEqual([]);
  });
});

test.runIf(process.platform === 'linux')(
  'a file that was named by its place below home was not opened',
  async () => {
    const { home, state, leaving } = place();
    const env = { PATH: `${home}:/bin:/usr/bin`, HOME: '/home/d' };
    writeFileSync(path.join(home, 'xdg-open'), `#!/bin/sh\necho "$1" >>'${home}/said'\n`, { mode: 0o755 });
    const pages = passingPages({ env, leaving, disk, state, folder: home });
    for (const named of ['~/r.html', '-r.html']) expect(await pages.open(named)).toBe(true);
    expect(readFileSync(path.join(home, 'said'), 'utf8')).toBe(
      `/home/d/r.html\n${path.resolve('-r.html')}\n`,
    );
  },
);

describe('what a killed run left', () => {
  test('is deleted by the next one', async () => {
    const at = place();
    const [page, note] = await left(at, 99_999_999);
    expect(at.pages.sweep()).toEqual([page]);
    expect([existsSync(page), existsSync(note)]).toEqual([false, false]);
    expect(at.pages.sweep()).toEqual([]);
  });

  test('is not deleted while its process lives, nor once it is another file', async () => {
    const at = place();
    const [page, note] = await left(at, process.ppid);
    const text = readFileSync(note, 'utf8');
    const started = String(readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]);
    writeFileSync(note, text.replace('"started":"1"', `"started":"${started}"`));
    expect(at.pages.sweep()).toEqual([]);
    expect(existsSync(page)).toBe(true);
    writeFileSync(note, text.replace(/"inode":"\d+"/, '"inode":"1"'));
    expect(at.pages.sweep()).toEqual([]);
    expect([existsSync(page), existsSync(note)]).toEqual([true, false]);
  });

  test('and cannot be understood any more, is forgotten', () => {
    const { state, pages } = place();
    mkdirSync(state);
    writeFileSync(path.join(state, 'page-odd.json'), 'half a {');
    writeFileSync(path.join(state, 'page.json'), 'somebody else’s');
    expect(pages.sweep()).toEqual([]);
    expect(namesIn(state)).toEqual(['page.json']);
  });
});
