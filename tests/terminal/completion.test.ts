import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AtCoach, filesBelow, freshHome, type Home, openShell, PROGRAM } from './coach.ts';

/** How each shell is started without anything of a person's, and told of the completion. */
const SHELLS = {
  bash: { args: ['--norc', '--noprofile', '-i'], source: 'eval "$(coach completion bash)"' },
  zsh: { args: ['-f', '-i'], source: 'source <(coach completion zsh)' },
  fish: {
    args: ['--no-config', '-i', '-C', 'function fish_prompt; echo -n "sh> "; end; set fish_greeting'],
    source: 'coach completion fish | source',
  },
} as const;

type Shell = keyof typeof SHELLS;

/** A shell in a folder of its own, that knows coach by name and completes it. */
async function completingShell(home: Home, name: Shell): Promise<AtCoach> {
  const folder = path.join(home.root, 'programs');
  const own = path.join(home.root, 'own');
  for (const one of [folder, own]) mkdirSync(one);
  symlinkSync(PROGRAM, path.join(folder, 'coach'));
  const env = {
    PATH: `${folder}:${path.dirname(process.execPath)}:/usr/bin:/bin`,
    ZDOTDIR: own,
    XDG_CONFIG_HOME: own,
    XDG_DATA_HOME: own,
    XDG_CACHE_HOME: own,
    LC_ALL: 'C.UTF-8',
  };
  const { args, source } = SHELLS[name];
  const shell = await openShell(home, {
    env,
    folder: home.root,
    editing: true,
    command: name,
    args: [...args],
  });
  // A second time, as a start-up file that is read again does it.
  let shown = '';
  for (const _ of [1, 2]) {
    await shell.types(`${source}\r`);
    shown += `sh> ${source}\n`;
    await shell.until((screen) => screen === `${shown}sh>`);
  }
  return shell;
}

/** What is typed, a Tab behind it, and what then stands there; fish writes it otherwise where it is told. */
const COMPLETED: readonly (readonly [typed: string, is: string])[] = [
  ['coach jour', 'coach journal'],
  ['coach reflect --role me', 'coach reflect --role member'],
  ['coach reflect --role=me', 'coach reflect --role=member'],
  ['coach reflect --role=', 'coach reflect --role=m'],
  ['coach reflect --role "me', 'coach reflect --role "member"'],
  ['coach schedule add 16:30 --on wo', 'coach schedule add 16:30 --on workdays'],
  ['coach journal --question checkin-tru', 'coach journal --question checkin-trust'],
  ['coach journal --about "D. S." --bank che', 'coach journal --about "D. S." --bank checkin'],
  ['coach journal --about D\\ S --bank che', 'coach journal --about D\\ S --bank checkin'],
  ['coach reflect --tag=a:b@c --role me', 'coach reflect --tag=a:b@c --role member'],
  ['coach journal --tag --bank --role me', 'coach journal --tag --bank --role member'],
  ["coach journal --tag '!1' --role me", "coach journal --tag '!1' --role member"],
  ['coach journal show k3x', 'coach journal show k3x8m2p9qa'],
  ['coach checkin --answers prog', 'coach checkin --answers programs/'],
  ['coach checkin --answers=prog', 'coach checkin --answers=programs/'],
  ['coach journal import prog', 'coach journal import programs/'],
  ['coach journal export --to prog', 'coach journal export --to programs/'],
  ['coach journal export >prog', 'coach journal export >programs/'],
  ['coach checkin --answers a', 'coach checkin --answers a\\ b.yaml'],
  ['coach checkin --answers ./-', 'coach checkin --answers ./-dash.yaml'],
  ['coach checkin --answers it', "coach checkin --answers it\\'s.yaml"],
  ['coach checkin --answers cost', 'coach checkin --answers cost\\$\\(touch\\ ran\\).yaml'],
];

const CTRL_A = '\u0001';
const CLEAR = '\u0005\u0015';

/** The line on which the cursor stands. */
function lineOf(screen: string): string {
  return screen.slice(screen.lastIndexOf('sh>')).replaceAll('\n', '').trimEnd();
}

const INSTALLED = (['bash', 'zsh', 'fish'] as const).filter(
  (name) => spawnSync(name, ['--version']).error === undefined,
);

describe.each(INSTALLED)('the Tab key in %s', (name) => {
  test('completes commands, flags, values, ids and names of files', async () => {
    const home = freshHome();
    mkdirSync(path.join(home.journal, '2026/11'), { recursive: true });
    writeFileSync(path.join(home.journal, '2026/11/2026-11-22-091405-checkin-k3x8m2p9qa.md'), 'broken');
    for (const file of ['a b', '-dash', "it's", 'cost$(touch ran)'])
      writeFileSync(path.join(home.root, `${file}.yaml`), '');
    const before = filesBelow(home.coach);
    const shell = await completingShell(home, name);
    const wrong: string[] = [];
    for (const [typed, is] of COMPLETED) {
      await shell.types(`${typed}\t`);
      const isThere = (screen: string): boolean => lineOf(screen).startsWith(`sh> ${is}`);
      await shell.until(isThere, 8000).catch(() => wrong.push(lineOf(shell.screen())));
      await shell.types(CLEAR);
      await shell.until(/sh>$/).catch(() => wrong.push(`after ${typed}: ${shell.screen()}`));
    }
    expect(wrong).toEqual([]);
    // The line is gone on from in its middle.
    await shell.types(`jour --full${CTRL_A}coach \u001b[C\u001b[C\u001b[C\u001b[C\t`);
    await shell.until((screen) => /^sh> coach journal {1,2}--full/.test(lineOf(screen)));
    expect(filesBelow(home.coach)).toEqual(before);
    expect(existsSync(path.join(home.root, 'ran'))).toBe(false);
  });

  test('runs nothing of what stands on the line', async () => {
    const home = freshHome();
    const shell = await completingShell(home, name);
    const substitutions =
      name === 'fish' ? ['(touch ran)'] : ['<(touch ran)', '$((1))', '${x:-$(touch ran)}', "$'a\\nb'"];
    for (const word of ['"$(touch ran)"', "'it'", '~root', '\\"', '"a\\"b"', '--bank=x', ...substitutions]) {
      await shell.types(`coach journal --search ${word} --fu\t`);
      await shell.says('--full');
      await shell.types(CLEAR);
      await shell.until(/sh>$/);
    }
    // In an open quote, where the word at the cursor is one to be put in, zsh itself runs it for any command.
    const open = name === 'zsh' ? [] : ['"$(touch ran)', '"`touch ran`'];
    for (const words of [...open, "'$(touch ran)", '`touch ran` --fu', '; touch $(touch ran) ']) {
      await shell.types(`coach journal --search ${words}\t`);
      await shell.types(CLEAR);
    }
    await shell.types('coach rev\t');
    await shell.says('review');
    expect(existsSync(path.join(home.root, 'ran'))).toBe(false);
  });
});
