import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/coach.ts';

/** Closed lists, and the files that the compiler leads to where each of them has got a made-up member. */
interface ClosedLists {
  readonly lists: string;
  /** In which file what is put behind which words. */
  readonly edits: readonly { readonly file: string; readonly behind: string; readonly put: string }[];
  /** Pages that name such files. */
  readonly pages: readonly string[];
  /** The others. */
  readonly leadsTo: readonly string[];
}

const inList = (file: string, behind: string): ClosedLists['edits'][number] => ({
  file,
  behind,
  put: ", 'made-up'",
});

const LISTS: readonly ClosedLists[] = [
  {
    lists: 'types of answers',
    edits: [
      { file: 'domain/banks/question-bank.ts', behind: "  'commitment',\n", put: "  'made-up',\n" },
      {
        file: 'domain/entry/answer.ts',
        behind: 'interface GivenTo {\n',
        put: "  readonly 'made-up': { readonly value: symbol };\n",
      },
    ],
    pages: ['answer-type.md'],
    leadsTo: [],
  },
  {
    lists: 'sources, settings, roles, kinds of skip, and outcomes of guesses and plans',
    edits: [
      {
        file: 'import/source-kinds.ts',
        behind: 'SOURCE_KINDS = {\n',
        put: "  'made-up': { name: 'made up', listed: 'made up' },\n",
      },
      {
        file: 'domain/banks/settings.ts',
        behind: 'interface Settings {\n',
        put: "  readonly 'made-up'?: boolean;\n",
      },
      inList('domain/banks/question-bank.ts', "ROLES = ['member', 'manager'"),
      inList('domain/entry/answer.ts', "'too-close'"),
      inList('domain/banks/outcome-names.ts', "'untested'"),
      inList('domain/banks/outcome-names.ts', "'let-go'"),
    ],
    pages: ['import-source.md', 'setting.md'],
    leadsTo: [
      'align/which-sheet-text.ts',
      'align/command/align-open.ts',
      'cli/sitting/finish-sitting.ts',
      'domain/record/insight.ts',
      'formats/banks/bank-yaml.ts',
      'insights/guess-text.ts',
      'pages/plots/svg-signs.ts',
      'pages/record/answer-text.ts',
      'pages/sitting/menu-text.ts',
      'pages/sitting/seat-text.ts',
      'share/share-text.ts',
    ],
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

test.each(LISTS)('a new member of $lists leads to every file that has to know it', (changed) => {
  const { edits, pages, leadsTo } = changed;
  const sources = new Map(
    edits.map(({ file }) => [file, readFileSync(path.join(ROOT, 'src', file), 'utf8')]),
  );
  const texts = new Map(sources);
  for (const { file, behind, put } of edits) {
    const parts = texts.get(file)?.split(behind) ?? [];
    expect({ file, behind, times: parts.length - 1 }).toEqual({ file, behind, times: 1 });
    texts.set(file, parts.join(behind + put));
  }
  for (const [file, text] of texts) writeFileSync(path.join(copy, 'src', file), text);
  expect(complainedOf()).toEqual([...leadsTo, ...pages.flatMap(namedOn)].toSorted());
  for (const [file, text] of sources) writeFileSync(path.join(copy, 'src', file), text);
});
