import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PASSPHRASE, sealHome } from '../cli/sealed.ts';
import { filesBelow, freshHome, PROGRAM, type Ran } from '../terminal/coach.ts';

const CANARY = 'Kanarienvogel';
const TMPFS = 0x01021994;
const hasMemory = existsSync('/dev/shm') && statfsSync('/dev/shm').type === TMPFS;

interface Aviary {
  readonly root: string;
  readonly memory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly run: (argv: readonly string[], input?: string, env?: NodeJS.ProcessEnv) => Ran;
  /** The files in which the word can be read. The index has tests of its own. */
  readonly sung: () => readonly string[];
  readonly editor: (script: string) => NodeJS.ProcessEnv;
}

async function aviary(): Promise<Aviary> {
  const home = freshHome();
  const memory = mkdtempSync('/dev/shm/coach-test-');
  onTestFinished(() => rmSync(memory, { recursive: true, force: true }));
  await sealHome(home.coach);
  const env = { ...home.env, COACH_HOME: home.coach, XDG_RUNTIME_DIR: memory };
  const run: Aviary['run'] = (argv, input = '', more = {}) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...argv], {
      cwd: home.root,
      env: { ...env, ...more },
      input,
      encoding: 'utf8',
      timeout: 30_000,
    });
    return { stdout, stderr, exitCode: status };
  };
  return {
    root: home.root,
    memory,
    env,
    run,
    sung: () =>
      filesBelow(home.root).filter(
        (file) =>
          !file.startsWith('coach/cache/index/') &&
          readFileSync(path.join(home.root, file), 'latin1').includes(CANARY),
      ),
    editor(script) {
      const file = path.join(home.root, 'editor');
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o700);
      return { EDITOR: `"${file}"` };
    },
  };
}

function argumentsOfAll(): string {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return '';
      }
    })
    .join('\n');
}

const NOTE = `note-text: A ${CANARY} sings.\nabout: D.\n`;

test.runIf(hasMemory)(
  'what was written is in no file in clear, whatever command runs, locked or not',
  { timeout: 180_000 },
  async () => {
    const { run, sung, editor, memory } = await aviary();
    expect(run(['note', '--answers', '-'], NOTE).exitCode).toBe(0);
    expect(sung()).toEqual([]);
    expect(run(['unlock', '--passphrase-file', '-'], PASSPHRASE).exitCode).toBe(0);
    const plan = JSON.stringify({
      'manager-commitment': { when: CANARY, then: 'sing', by: '2030-01-01', likelihood: 80 },
    });
    expect(run(['reflect', 'manager', '--role', 'manager', '--answers', '-'], plan).exitCode).toBe(0);
    const change = editor('sed -i s/sing/sing,/ "$1"');
    const commands: readonly (readonly string[])[] = [
      [],
      ['journal', '--full'],
      ['journal', '--search', CANARY.slice(0, 6)],
      ['journal', '--json'],
      ['journal', 'show', 'last'],
      ['journal', 'edit', 'last', '--editor'],
      ['journal', 'history', 'last'],
      ['plans'],
      ['insights'],
      ['review', '--template'],
      ['report', '--to', '-'],
      ['journal', 'export', '--format', 'json'],
      ['journal', 'delete', 'last', '--yes'],
      ['undo', '--yes'],
      ['doctor'],
      ['history'],
      ['align'],
      ['challenge'],
    ];
    for (const argv of commands) {
      const { stderr } = run(argv, '', change);
      expect([argv, sung(), stderr.includes('bug')]).toEqual([argv, [], false]);
    }
    expect(run(['lock']).exitCode).toBe(0);
    for (const argv of commands) run(argv, '', change);
    expect(sung()).toEqual([]);
    expect(filesBelow(memory)).toEqual([]);
  },
);

test.runIf(hasMemory)(
  'a coach that is killed while an editor is open leaves the word in memory alone, and seals it at the next start',
  { timeout: 60_000 },
  async () => {
    const { root, memory, env, run, sung, editor } = await aviary();
    run(['note', '--answers', '-'], NOTE);
    run(['unlock', '--passphrase-file', '-'], PASSPHRASE);
    const isOpen = path.join(root, 'is-open');
    const waits = editor(
      `echo "${CANARY.slice(0, 4)}""${CANARY.slice(4)} again" >>"$1"; touch "${isOpen}"; exec sleep 30`,
    );
    const coach: ChildProcess = spawn(process.execPath, [PROGRAM, 'journal', 'edit', 'last', '--editor'], {
      cwd: root,
      env: { ...env, ...waits },
      stdio: 'ignore',
      detached: true,
    });
    onTestFinished(() => {
      try {
        process.kill(-(coach.pid ?? 0), 'SIGKILL');
      } catch {
        // All of it has ended.
      }
    });
    await vi.waitFor(() => expect(existsSync(isOpen)).toBe(true), 20_000);
    expect(argumentsOfAll()).not.toContain(`${CANARY} sings`);
    process.kill(-(coach.pid ?? 0), 'SIGKILL');
    await vi.waitFor(() => expect(coach.signalCode ?? coach.exitCode).not.toBeNull(), 5000);
    expect(sung()).toEqual([]);
    expect(filesBelow(memory).filter((file) => file.endsWith('.md'))).toHaveLength(1);
    const { stderr } = run(['journal', 'edit', 'last', '--editor'], '', editor('touch "$1"'));
    expect(stderr).toMatch(
      /An earlier edit left text that was never saved\. It is kept here: .*\(edited 1\)\.md\.age/,
    );
    expect(filesBelow(memory).filter((file) => !file.endsWith('.session'))).toEqual([]);
    expect(sung()).toEqual([]);
  },
);
