import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

/** A closed list, how a made-up member is added to it, and the files that the compiler leads to then. */
interface ClosedList {
  readonly list: string;
  /** In which file what is put behind which words. */
  readonly edits: readonly { readonly file: string; readonly behind: string; readonly put: string }[];
  /** A page that names them; without one, they are named here. */
  readonly page?: string;
  readonly leadsTo?: readonly string[];
}

const inList = (file: string, behind: string): ClosedList['edits'][number] => ({
  file,
  behind,
  put: ", 'made-up'",
});

const LISTS: readonly ClosedList[] = [
  {
    list: 'types of answers',
    edits: [
      { file: 'domain/banks/question-bank.ts', behind: "  'commitment',\n", put: "  'made-up',\n" },
      {
        file: 'domain/entry/answer.ts',
        behind: 'interface GivenTo {\n',
        put: "  readonly 'made-up': { readonly value: symbol };\n",
      },
    ],
    page: 'answer-type.md',
  },
  {
    list: 'kinds of sources',
    edits: [
      {
        file: 'import/source-kinds.ts',
        behind: 'SOURCE_KINDS = {\n',
        put: "  'made-up': { name: 'made up', listed: 'made up' },\n",
      },
    ],
    page: 'import-source.md',
  },
  {
    list: 'settings',
    edits: [
      {
        file: 'domain/banks/settings.ts',
        behind: 'interface Settings {\n',
        put: "  readonly 'made-up'?: boolean;\n",
      },
    ],
    page: 'setting.md',
  },
  {
    list: 'roles',
    edits: [inList('domain/banks/question-bank.ts', "ROLES = ['member', 'manager'")],
    leadsTo: ['cli/sitting/finish-sitting.ts', 'formats/banks/bank-yaml.ts', 'pages/sitting/seat-text.ts'],
  },
  {
    list: 'kinds of skip',
    edits: [inList('domain/entry/answer.ts', "'too-close'")],
    leadsTo: ['pages/record/answer-text.ts', 'pages/sitting/menu-text.ts'],
  },
  {
    list: 'outcomes of guesses',
    edits: [inList('domain/banks/outcome-names.ts', "'untested'")],
    leadsTo: ['insights/guess-text.ts'],
  },
  {
    list: 'outcomes of plans',
    edits: [inList('domain/banks/outcome-names.ts', "'let-go'")],
    leadsTo: ['domain/record/insight.ts', 'insights/guess-text.ts'],
  },
];

/** A copy of the sources, to be changed. */
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'coach-lists-'));
  cpSync(path.join(ROOT, 'src'), path.join(copy, 'src'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  const settings = readFileSync(path.join(ROOT, 'tsconfig.json'), 'utf8');
  writeFileSync(path.join(copy, 'tsconfig.json'), settings.replace(/"include": .*/, '"include": ["src"]'));
});

afterAll(() => rmSync(copy, { recursive: true }));

/** The files that do not type-check. */
function complainedOf(): readonly string[] {
  try {
    execFileSync(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc')], {
      cwd: copy,
      encoding: 'utf8',
    });
    return [];
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    const files = Array.from(said.matchAll(/^src\/(\S+?)\(\d+,\d+\): error /gm), ([, file = '']) => file);
    return [...new Set(files)].toSorted();
  }
}

/** The files that a page names where it tells of `npx tsc`. */
function namedOn(page: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, 'docs/adding', page), 'utf8');
  const [, led = ''] =
    /`npx tsc` now fails[^\n]*\n(?:[^-\n][^\n]*\n)*\n((?:[- ] [^\n]+\n)+)/.exec(text) ?? [];
  return Array.from(led.matchAll(/^- `src\/([^`]+)`/gm), ([, file = '']) => file).toSorted();
}

describe.each(LISTS)('$list', ({ edits, page, leadsTo }) => {
  test('a new member leads to every file that has to know it', () => {
    const before = edits.map(({ file }) => readFileSync(path.join(copy, 'src', file), 'utf8'));
    for (const [at, { file, behind, put }] of edits.entries()) {
      const parts = before[at]?.split(behind) ?? [];
      expect({ file, times: parts.length - 1 }).toEqual({ file, times: 1 });
      writeFileSync(path.join(copy, 'src', file), parts.join(behind + put));
    }
    expect(complainedOf()).toEqual(page === undefined ? leadsTo : namedOn(page));
    for (const [at, { file }] of edits.entries())
      writeFileSync(path.join(copy, 'src', file), before[at] ?? '');
  });
});
