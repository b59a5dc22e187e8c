import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ageSealing } from '../../../src/adapters/sealing/age-sealing.ts';
import { coach, failed, freshHome, journalOf, settledHome } from '../../cli/coach.ts';
import { sealHome } from '../../cli/sealed.ts';
import { openTerminal } from '../../terminal/terminal.ts';
import { encrypted, filesIn, OFFERED, sessionsNow, TAKES_WORDS, writing } from '../encrypting.ts';

const NOTE = { stdin: 'note-text: The pineapple.\n' };
const WRITE = ['reflect', 'note', '--answers', '-'];
const hasAge = ((): boolean => {
  try {
    execFileSync('age', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('an export under a name that ends in .age', () => {
  test.each(['json', 'html', 'md', 'csv'])('is encrypted for the key of the journal: %s', async (ending) => {
    const home = settledHome();
    const { sessions, key } = await sealHome(home);
    await coach(WRITE, { home, sessions, ...NOTE });
    await coach(['journal', 'export', '--to', `all.${ending}`], { home, sessions });
    const ran = await coach(['journal', 'export', '--to', `all.${ending}.age`], { home, sessions });
    expect(ran).toMatchObject({ exitCode: 0, stderr: `Wrote 1 entry to all.${ending}.age\n` });
    const opened = await ageSealing.open(readFileSync(path.join(home, `all.${ending}.age`)), key.identity);
    expect(String(Buffer.from(opened))).toBe(readFileSync(path.join(home, `all.${ending}`), 'utf8'));
  });

  test('is refused where the journal has no key', async () => {
    const home = settledHome();
    await coach(WRITE, { home, ...NOTE });
    expect(await coach(['journal', 'export', '--to', 'all.json.age'], { home })).toEqual(
      failed(
        'coach: all.json.age would be encrypted with the key of the journal, and the journal is not encrypted\n  Encrypt the journal first (coach encrypt), or leave out .age at the end of the name.\n',
      ),
    );
    expect(Object.keys(filesIn(home)).filter((file) => file.endsWith('.age'))).toEqual([]);
  });
});

test('what leaves an encrypted journal in clear says so, and what leaves a readable one says nothing of it', async () => {
  const home = settledHome();
  const plain = settledHome();
  await coach(WRITE, { home: plain, ...NOTE });
  const { sessions } = await sealHome(home);
  await coach(WRITE, { home, sessions, ...NOTE });
  for (const [file, argv] of [
    ['all.html', ['journal', 'export', '--to', 'all.html']],
    ['notes/', ['journal', 'export', '--to', 'notes/']],
    ['report.html', ['report', '--to', 'report.html', '--no-open']],
  ] as const) {
    const { stderr } = await coach(argv, { home, sessions });
    expect(stderr.match(/^coach: .*/gm)).toEqual([
      `coach: ${file} is not encrypted: whoever gets it can read it`,
    ]);
    expect((await coach(argv, { home: plain })).stderr).not.toContain('not encrypted');
  }
});

test.runIf(hasAge)(
  'HOW-TO-READ.txt leads to every entry without coach, by the recovery key and by one file',
  async () => {
    const home = freshHome();
    await coach(WRITE, { home, ...NOTE });
    await coach(WRITE, { home, stdin: 'note-text: The apple.\n' });
    await coach(['journal', 'delete', '001', '--yes'], { home });
    const before = Object.values(filesIn(journalOf(home))).filter((text) => text.includes('apple'));
    const prompter = writing(TAKES_WORDS);
    await encrypted(home, prompter, { sessions: sessionsNow() });
    const journal = journalOf(home);
    const page = readFileSync(path.join(journal, '.key/HOW-TO-READ.txt'), 'utf8');
    const commands = [...page.matchAll(/^ {4}(.+)$/gm)].map(([, command = '']) => command);
    expect(commands).toHaveLength(4);
    expect(page.split('\n').filter((line) => line.length > 80 && !commands.includes(line.trim()))).toEqual(
      [],
    );
    const withPassphrase = openTerminal({
      command: 'age',
      args: (commands.find((command) => command.includes('key.txt .key')) ?? '').split(' ').slice(1),
      folder: journal,
    });
    await withPassphrase.until(/passphrase/);
    await withPassphrase.type(`${OFFERED}\r`);
    await withPassphrase.exited;
    expect(readFileSync(path.join(journal, 'key.txt'), 'utf8')).toContain(prompter.key());
    // As the page says it for whoever has the recovery key: in place of the line that makes the file.
    writeFileSync(path.join(journal, 'key.txt'), `${prompter.key()}\n`);
    const [one = '', ...all] = commands.filter((command) => !command.includes('key.txt .key'));
    execFileSync('sh', ['-ec', all.join('\n')], { cwd: journal });
    const files = filesIn(journal);
    const opened = Object.entries(files).filter(([file]) => file.endsWith('.md'));
    expect(opened.map(([, text]) => text).toSorted()).toEqual(before.toSorted());
    const sealed = readdirSync(path.join(journal, '2026/11')).find((name) => name.endsWith('.age')) ?? '';
    const single = one.replace('.key/identity.age', 'key.txt').replace(/\S+$/, path.join('2026/11', sealed));
    expect(execFileSync('sh', ['-c', single], { cwd: journal, encoding: 'utf8' })).toContain('apple');
  },
);
