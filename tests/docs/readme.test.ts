import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';
import { expectToWork } from '../cli/examples.ts';
import { commandsBelow, program, withCommandsBelow, wordsOf } from '../cli/program.ts';
import { builtInBanks } from '../prompts/banks.ts';
import { PAGES as pages, TEMPLATES } from './pages.ts';

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const readme = read('README.md');

/** How a command is called: `coach journal show <entry>`. */
function callOf(command: Command): string {
  const values = command.registeredArguments.map((one) => {
    const name = one.name() + (one.variadic ? '...' : '');
    return one.required ? `<${name}>` : `[${name}]`;
  });
  return ['coach', ...wordsOf(command), ...values].join(' ');
}

/** The command that words name, or nothing; what follows it does not matter. */
function commandNamed([word, ...more]: readonly string[], above: Command = program): Command | undefined {
  if (word === undefined || !/^[a-z]/.test(word)) return above;
  const below = commandsBelow(above);
  if (below.length === 0) return above;
  const found = below.find((one) => one.name() === word);
  return found && commandNamed(more, found);
}

/** The rows of a table, by the text of its head: the first cell and the second. */
function table(page: string, head: string): readonly (readonly [string, string])[] {
  const [, rows = ''] = page.split(`\n${head}\n|---|---|\n`);
  return Array.from(
    rows.split('\n\n')[0]?.matchAll(/^\| (.+?) \| (.+) \|$/gm) ?? [],
    ([, first = '', second = '']) => [first, second],
  );
}

function inCode(text: string): readonly string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code);
}

/** A page without its blocks of code. */
function prose(page: string): string {
  return page.replace(/^```[\s\S]*?^```$/gm, '');
}

test('the first two blocks are the two commands, each with all the set-up', () => {
  const blocks = Array.from(readme.matchAll(/^```\w*\n([\s\S]*?)^```$/gm), ([, block]) => block);
  expect(blocks.slice(0, 2)).toEqual([
    'npm ci && npx coach reflect --role manager\n',
    'npm ci && npm test\n',
  ]);
});

describe('the table of commands', () => {
  const rows = table(readme, '| command | does |');
  const calls = rows.flatMap(([call]) => inCode(call));

  test('holds every command, with its arguments, or with those below it', () => {
    const missing = commandsBelow(program).flatMap((command) => {
      const row = rows.find(([call]) => call === `\`${callOf(command)}\``);
      if (!row) return [callOf(command)];
      return commandsBelow(command)
        .filter((below) => !calls.includes(callOf(below)) && !inCode(row[1]).includes(below.name()))
        .map(callOf);
    });
    expect(missing).toEqual([]);
  });

  test('holds no other', () => {
    const wrong = calls.filter((call) => {
      const command = commandNamed(call.split(/\s+/).slice(1));
      return command === undefined || callOf(command) !== call;
    });
    expect(wrong).toEqual([]);
    expect(calls).toHaveLength(rows.length);
  });
});

test('the table of banks holds every bank, and no other', () => {
  const named = table(readme, '| bank | for |').flatMap(([names]) => inCode(names));
  expect(named.toSorted()).toEqual(builtInBanks.map(({ bank }) => bank.name));
});

test('each picture says in words what it shows', () => {
  const pictures = Array.from(readme.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g), ([, words = '', file]) => ({
    words,
    file,
  }));
  expect(pictures.map(({ file }) => file)).toEqual([
    'docs/pictures/sitting.svg',
    'docs/pictures/insights.svg',
  ]);
  expect(pictures.filter(({ words }) => words.length < 100)).toEqual([]);
});

test.each(TEMPLATES)('%s asks for nothing that somebody wrote', (file) => {
  expect(read(file)).toMatch(/<!--\s*Everybody can read this\. Please (?:do not )?paste /);
});

test('the exit codes it names are those of main', () => {
  const [, list = ''] = /Exit codes: ([^]*?)\./.exec(readme) ?? [];
  const named = Array.from(list.matchAll(/(?:^|; |\n)(\d+) /g), ([, code]) => Number(code));
  const [, codes = ''] = /const EXIT = \{(.+)\}/.exec(read('src/program/main.ts')) ?? [];
  expect(named).toEqual(Array.from(codes.matchAll(/\d+/g), ([code]) => Number(code)));
});

describe.each(pages)('%s', (name) => {
  const page = read(name);

  test('has examples that work', async () => {
    const blocks = Array.from(page.matchAll(/^```console\n([\s\S]*?)^```$/gm), ([, block = '']) =>
      Array.from(block.matchAll(/^\$ (.+)$/gm), ([, line = '']) => line),
    );
    for (const lines of blocks) await expectToWork(lines);
    expect(blocks.filter((lines) => lines.length === 0)).toEqual([]);
  });

  test('names only commands that are there', () => {
    const named = inCode(prose(page)).filter((code) => /^coach( |$)/.test(code));
    expect(named.filter((call) => commandNamed(call.split(/\s+/).slice(1)) === undefined)).toEqual([]);
  });

  test('names only options that are there', () => {
    const known = new Set(
      withCommandsBelow(program).flatMap((command) =>
        command
          .createHelp()
          .visibleOptions(command)
          .map(({ long }) => long ?? ''),
      ),
    );
    const named = inCode(prose(page))
      .filter((code) => !/^(?:npm|git) /.test(code))
      .flatMap((code) => code.match(/--[a-z][a-z-]*/g) ?? []);
    expect(named.filter((option) => !known.has(option))).toEqual([]);
  });

  test('links to files and sections that are there', () => {
    const links = Array.from(
      page.matchAll(/\]\((?!https?:)([^)#]*)#?([^)]*)\)/g),
      ([, file = '', anchor = '']) => ({
        file: file === '' ? name : path.join(path.dirname(name), file),
        anchor,
      }),
    );
    expect(links.filter(({ file }) => !existsSync(path.join(ROOT, file)))).toEqual([]);
    expect(
      links.filter(({ file, anchor }) => anchor !== '' && !anchorsOf(read(file)).includes(anchor)),
    ).toEqual([]);
  });

  test('names only environment variables that coach reads', () => {
    const source = read('src/adapters/machine/platform-folders.ts') + read('src/program/node-context.ts');
    const named = new Set(page.match(/\bCOACH_[A-Z]+\b/g));
    expect([...named].filter((variable) => !source.includes(`'${variable}'`))).toEqual([]);
  });
});

function anchorsOf(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/ /g, '-'),
  );
}
