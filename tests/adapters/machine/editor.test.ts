import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editText } from '../../../src/adapters/machine/editor.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'editor test '));
  folder = path.join(root, 'state', 'coach');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A script in the place of an editor; the path has blanks in it. */
function script(name: string, ...lines: readonly string[]): string {
  const file = path.join(root, name);
  writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(file, 0o755);
  return file;
}

/** A script in the place of an editor we know: it notes what it was started with. */
function fake(name: string, version = 'no version'): string {
  return script(
    name,
    `if [ "$1" = --version ]; then echo '${version}'; exit; fi`,
    String.raw`printf '%s\n' "$@" > "$ROOT/arguments"`,
  );
}

/** The arguments that a program of a name is started with, before the file. */
async function argumentsOf(
  name: string,
  command = quoted(path.join(root, name)),
): Promise<readonly string[]> {
  if (!existsSync(path.join(root, name))) fake(name);
  await edited('text', command, { PATH: `${root}:${process.env['PATH'] ?? ''}` });
  return noted('arguments').trimEnd().split('\n').slice(0, -1);
}

function quoted(file: string): string {
  return `'${file}'`;
}

function edited(text: string, editor: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  return editText(text, {
    env: { PATH: process.env['PATH'], ROOT: root, ...env, EDITOR: editor },
    folder,
    atOnce: 0,
  });
}

function noted(name: string): string {
  return readFileSync(path.join(root, name), 'utf8');
}

describe.skipIf(process.platform === 'win32')('the editor', () => {
  test('is given the text and gives back what it saves', async () => {
    const editor = script('editor', 'cat "$1" > "$ROOT/before"', 'echo "and more" >> "$1"');
    expect(await edited('some\n\ntext', quoted(editor))).toBe('some\n\ntext\nand more');
    expect(noted('before')).toBe('some\n\ntext\n');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    { case: 'nothing', text: '' },
    { case: 'a text', text: 'some text' },
    { case: 'a text that ends with empty lines', text: 'some text\n\n' },
    { case: 'any characters', text: '$HOME `id` "quoted" \\ 山 e\u0301' },
  ])('changes nothing by itself: $case', async ({ text }) => {
    expect(await edited(text, 'true')).toBe(text);
  });

  test.each([
    { case: 'CRLF', saved: 'one\\r\\ntwo\\r\\n', is: 'one\ntwo' },
    { case: 'no line feed at the end', saved: 'one', is: 'one' },
    { case: 'a byte order mark', saved: '\\357\\273\\277one\\n', is: 'one' },
    { case: 'UTF-16 that says so', saved: '\\377\\376c\\0\\351\\0\\n\\0', is: 'cé' },
    { case: 'nothing', saved: '', is: '' },
  ])('may save $case', async ({ saved, is }) => {
    expect(await edited('before', quoted(script('editor', `printf '${saved}' > "$1"`)))).toBe(is);
  });

  test('text in GBK or Latin 1 that it saved became other letters, and its file was deleted', async () => {
    const editor = quoted(script('editor', String.raw`printf '\304\343\272\303\n' > "$1"`));
    const kept = path.join(folder, 'not-utf8-1.md');
    const refusal = {
      message: 'the editor saved text that is not UTF-8',
      hint: expect.stringContaining(kept),
    };
    await expect(edited('before', editor)).rejects.toMatchObject(refusal);
    expect(readFileSync(kept, 'latin1')).toBe('\u00c4\u00e3\u00ba\u00c3\n');
    await expect(edited('before', editor)).rejects.toThrow(CoachError);
    expect(readdirSync(folder)).toEqual(['not-utf8-1.md', 'not-utf8-2.md']);
  });

  test('is a command line with arguments and quotes', async () => {
    const editor = script(
      'my editor',
      String.raw`for argument; do printf '<%s>' "$argument"; done > "$ROOT/arguments"`,
    );
    await edited('text', `${quoted(editor)} --wait "two words" $EXTRA`, { EXTRA: 'of-the-shell' });
    expect(noted('arguments')).toMatch(/^<--wait><two words><of-the-shell><.*\/answer\.md>$/);
  });

  test('may be found by PATH', async () => {
    script('found', 'echo found > "$1"');
    expect(await edited('text', 'found', { PATH: `${root}:${process.env['PATH'] ?? ''}` })).toBe('found');
  });

  test.each([
    { case: 'VISUAL before EDITOR', env: { VISUAL: 'visual', EDITOR: 'editor' }, is: 'visual' },
    { case: 'EDITOR where VISUAL is empty', env: { VISUAL: '', EDITOR: 'editor' }, is: 'editor' },
    { case: 'vi where none is named', env: {}, is: 'vi' },
  ])('is $case', async ({ env, is }) => {
    for (const name of ['visual', 'editor', 'vi'])
      script(name, `for file; do :; done; echo ${name} > "$file"`);
    const PATH = `${root}:${process.env['PATH'] ?? ''}`;
    expect(await editText('text', { env: { PATH, ...env }, folder })).toBe(is);
  });

  test('works on a file that no one else can read, in folders that no one else can enter', async () => {
    const editor = script(
      'editor',
      'ls -ld "$(dirname "$(dirname "$1")")" "$(dirname "$1")" "$1" > "$ROOT/modes"',
      'echo "$1" > "$ROOT/file"',
    );
    await edited('text', quoted(editor));
    const modes = noted('modes')
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 10));
    expect(modes).toEqual(['drwx------', 'drwx------', '-rw-------']);
    expect(noted('file').trim()).toMatch(new RegExp(`^${folder}/editing-${process.pid}-[^/]+/answer\\.md$`));
    expect(statSync(path.join(root, 'state')).mode & 0o777).toBe(0o700);
  });

  test('leaves nothing, whatever it left beside the file', async () => {
    const editor = script(
      'editor',
      'cp "$1" "$1~"',
      'mkdir "$(dirname "$1")/backup"',
      'cp "$1" "$(dirname "$1")/backup/.answer.md.swp"',
    );
    await edited('text', quoted(editor));
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    { case: 'fails', lines: ['exit 3'], message: /^the editor failed with exit status 3: /, hint: /kept/ },
    {
      case: 'is ended by a signal',
      lines: ['kill -TERM $$'],
      message: /^the editor was stopped by SIGTERM$/,
      hint: /kept/,
    },
    {
      case: 'starts what is ended by a signal',
      lines: ["sh -c 'kill -HUP $$'"],
      message: /^the editor was stopped by SIGHUP$/,
      hint: /kept/,
    },
    {
      case: 'removes the file',
      lines: ['rm "$1"'],
      message: /^the editor left no text behind$/,
      hint: /kept/,
    },
  ])('that $case is an error, and leaves nothing', async ({ lines, message, hint }) => {
    const failure = await edited('text', quoted(script('editor', ...lines))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CoachError);
    expect(failure).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    { case: 'that was saved', lines: ['echo changed > "$1"'], file: 'answer.md' },
    { case: 'that was rescued', lines: ['echo changed > "$1.save"'], file: 'answer.md.save' },
    {
      case: 'to recover from',
      lines: ['mkdir "$(dirname "$1")/r"', 'echo changed > "$(dirname "$1")/r/.a.swp"'],
      file: 'r/.a.swp',
    },
  ])('that failed took with it a text $case', async ({ lines, file }) => {
    const failure = await edited('text', quoted(script('editor', ...lines, 'exit 3'))).catch(
      (error: unknown) => error,
    );
    const [own = ''] = readdirSync(folder);
    expect(failure).toMatchObject({ hint: expect.stringContaining(path.join(folder, own, file)) });
    expect(readFileSync(path.join(folder, own, file), 'utf8')).toBe('changed\n');
  });

  test('that came back at once took with it what was saved later', async () => {
    const editor = script('editor', '( sleep 0.5; echo later > "$1" ) &');
    const env = { PATH: process.env['PATH'], EDITOR: quoted(editor) };
    const failure = await editText('text', { env, folder }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ hint: expect.stringContaining('Does your editor wait') });
    const [own = ''] = readdirSync(folder);
    const file = path.join(folder, own, 'answer.md');
    await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).toBe('later\n');
  });

  test.each([
    { case: 'that is missing', editor: 'no-such-editor --wait' },
    { case: 'that may not be run', editor: './package.json' },
    { case: 'whose command line is broken', editor: '"unclosed' },
  ])('$case is an error, and leaves nothing', async ({ editor }) => {
    await expect(edited('text', editor)).rejects.toBeInstanceOf(CoachError);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is missing is named, with what to do', async () => {
    const failure = await edited('text', 'no-such-editor --wait').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: 'cannot start the editor: no-such-editor --wait',
      hint: expect.stringContaining('coach config set editor nano'),
    });
  });

  test('that is interrupted does not take us with it', async () => {
    const interrupt = `kill -INT ${process.pid}; kill -QUIT ${process.pid}; sleep 0.1; echo survived > "$1"`;
    expect(await edited('text', quoted(script('editor', interrupt)))).toBe('survived');
  });

  test('cannot be opened where the folder cannot be made', async () => {
    writeFileSync(path.join(root, 'state'), 'a file is in the way');
    const failure = await edited('text', 'true').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CoachError);
    expect(failure).toMatchObject({ message: expect.stringContaining(folder) });
  });
});

describe.skipIf(process.platform === 'win32')('keeps no copy elsewhere:', () => {
  const quietVim = ['-n', '-i', 'NONE', '-c', 'set nobackup nowritebackup', '-c', 'silent! set noundofile'];

  test.each([
    { name: 'vim', is: quietVim },
    { name: 'vim.tiny', is: quietVim },
    { name: 'nvim', is: quietVim },
    { name: 'gvim', is: ['-f', ...quietVim] },
    { name: 'mvim', is: ['-f', ...quietVim] },
    { name: 'nano', is: ['--restricted'] },
    { name: 'emacs', is: ['--eval', expect.stringMatching(/^\(setq make-backup-files nil .*\)$/)] },
    { name: 'emacsclient', is: [] },
    { name: 'pico', is: [] },
    { name: 'code', is: [] },
    { name: 'vi', is: [] },
    { name: 'view', is: [] },
  ])('$name', async ({ name, is }) => expect(await argumentsOf(name)).toEqual(is));

  test('vi, where it is a link to vim', async () => {
    symlinkSync(fake('vim.basic'), path.join(root, 'vi'));
    expect(await argumentsOf('vi', 'vi')).toEqual(quietVim);
  });

  test('vi, where it says that it is vim', async () => {
    fake('vi', 'VIM - Vi IMproved 9.1');
    expect(await argumentsOf('vi', 'vi')).toEqual(quietVim);
  });

  test('vi, where it is a link to another', async () => {
    symlinkSync(fake('busybox', 'VIM'), path.join(root, 'vi'));
    expect(await argumentsOf('vi', 'vi')).toEqual([]);
  });

  test('nano, where it is a link to pico', async () => {
    symlinkSync(fake('pico'), path.join(root, 'nano'));
    expect(await argumentsOf('nano', 'nano')).toEqual([]);
  });

  test.each([
    { case: 'with arguments', command: 'vim -u NONE', is: ['-u', 'NONE', ...quietVim] },
    { case: 'behind a variable', command: 'LANG=C vim', is: quietVim },
    { case: 'behind env', command: 'env LANG=C vim', is: quietVim },
    { case: 'in quotes', command: '"vim" -u NONE', is: ['-u', 'NONE', ...quietVim] },
  ])('vim $case', async ({ command, is }) => expect(await argumentsOf('vim', command)).toEqual(is));
});

const vim = ['/usr/bin/vim', '/usr/local/bin/vim', '/opt/homebrew/bin/vim'].find((file) => existsSync(file));

describe.skipIf(vim === undefined)('a real vim', () => {
  test('takes our options, and keeps nothing though its settings ask for it', async () => {
    const home = path.join(root, 'home');
    for (const place of ['backup', 'undo', 'swap']) mkdirSync(path.join(home, place), { recursive: true });
    const settings = [
      'set nocompatible backup writebackup backupskip= undofile swapfile updatecount=1',
      'set backupdir=$HOME/backup undodir=$HOME/undo directory=$HOME/swap viminfo+=n$HOME/viminfo',
      'autocmd VimEnter * source $HOME/keys.vim',
    ];
    const keys = [
      'execute "normal! Gosecret\\<Esc>"',
      'write',
      'preserve',
      "call writefile(glob('$HOME/*/*', 1, 1), $HOME . '/seen')",
      'execute "normal! Gomore\\<Esc>"',
      'wviminfo',
      'xit',
    ];
    writeFileSync(path.join(home, 'vimrc'), settings.join('\n'));
    writeFileSync(path.join(home, 'keys.vim'), keys.map((key) => `silent! ${key}`).join('\n'));
    const saved = await edited('text', `${vim ?? ''} -es -u ${quoted(path.join(home, 'vimrc'))}`, {
      HOME: home,
    });
    expect(saved).toBe('text\nsecret\nmore');
    expect(noted('home/seen')).toBe('');
    expect(readdirSync(home, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
      'backup',
      'keys.vim',
      'seen',
      'swap',
      'undo',
      'vimrc',
    ]);
  });
});

test.skipIf(process.platform === 'win32')(
  'nvi left what it can recover from in the folder of the system',
  async () => {
    const home = path.join(root, 'home');
    mkdirSync(home);
    writeFileSync(path.join(home, '.exrc'), 'set number\n');
    const tell = String.raw`printf '%s\n' "$NEXINIT" > "$ROOT/settings"; dirname "$1" > "$ROOT/folder"`;
    const editor = script('nvi', tell);
    const escaped = (name: string): string => name.trim().replaceAll(' ', String.raw`\ `);
    await edited('text', quoted(editor), { HOME: home });
    const recovery = (): string => `set recdir=${escaped(noted('folder'))}\n`;
    expect(noted('settings')).toBe(`source ${escaped(home)}/.exrc\n${recovery()}`);
    await edited('text', quoted(editor), { HOME: home, EXINIT: 'set ruler' });
    expect(noted('settings')).toBe(`set ruler\n${recovery()}`);
  },
);
