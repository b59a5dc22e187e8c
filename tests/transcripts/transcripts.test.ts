import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { freshHome, NOON, put, type Setting } from '../cli/coach.ts';
import { shell } from '../cli/shell.ts';

const FOLDER = import.meta.dirname;

/**
 * What a transcript does: a time in a comment sets the clock, lines in a comment are typed where the next command asks line by
 * line, a named block is a file, a console block is run.
 */
const piece =
  /<!-- (\d{4}-\d\d-\d\dT\d\d:\d\d) -->|^<!-- typed\n([\s\S]*?)^-->$|^```\w+ (\S+)\n([\s\S]*?)^```$|^```console\n([\s\S]*?)^```$/gm;

/**
 * The transcript as it would read today. All of it happens in one home, on a screen of 80 columns, in Berlin from 22
 * November 2026 on. Lines that went to standard error begin with `2>`, and an exit code other than 0 stands in brackets.
 */
async function rerun(transcript: string): Promise<string> {
  const home = freshHome();
  // The note before the first sitting holds the place of the home, and is broken into lines by its length.
  put(path.join(home, 'state/shown.json'), '{"shown":["first-run","boundary","reminder"]}');
  let epoch = NOON;
  let typed: readonly string[] | undefined;
  let rerunning = '';
  let at = 0;
  for (const match of transcript.matchAll(piece)) {
    const [whole, time, lines, file, content = '', console = ''] = match;
    if (time !== undefined) epoch = Date.parse(`${time}+01:00`);
    if (lines !== undefined) typed = lines.split('\n').slice(0, -1);
    if (file !== undefined) put(path.join(home, file), content);
    const commands = Array.from(console.matchAll(/^\$ (.+)$/gm), ([, line = '']) => line);
    const runs: string[] = [];
    for (const line of commands) {
      runs.push(await runOf(line, { home, epoch, ...(typed && { typed }) }));
      typed = undefined;
    }
    rerunning += transcript.slice(at, match.index);
    rerunning += commands.length === 0 ? whole : `\`\`\`console\n${runs.join('')}\`\`\``;
    at = match.index + whole.length;
  }
  return rerunning + transcript.slice(at);
}

async function runOf(
  line: string,
  { home, ...setting }: Pick<Setting, 'home' | 'epoch' | 'typed'>,
): Promise<string> {
  const { stdout, stderr, exitCode } = await shell(line, { home, ...setting, screen: true, echo: true });
  const talk = stderr.replace(/^(?=[\s\S])/gm, '2> ').replace(/2> $/, '');
  return `$ ${line}\n${stdout}${talk}${exitCode === 0 ? '' : `[${exitCode}]\n`}`.replaceAll(home, '~');
}

test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md')))('%s reads as it runs', async (name) => {
  const file = path.join(FOLDER, name);
  await expect(await rerun(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file);
});
