import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CODES, gradeOf } from '../../../src/doctor/finding.ts';
import { coach, entryFiles, freshHome, journalOf, printed, put } from '../../cli/coach.ts';
import { CASES, makeIndex } from '../doctor-cases.ts';
import { CANARY, examined, ID, soundHome } from '../doctor-homes.ts';

describe('a sound journal', () => {
  test('is told in one line', async () => {
    expect(await coach(['doctor'], { home: soundHome() })).toEqual(
      printed('3 entries, no problems found.\n'),
    );
  });

  test('need not have begun', async () => {
    const home = freshHome();
    expect(await coach(['doctor'], { home })).toEqual(printed('No entries yet, no problems found.\n'));
    await examined({ home });
  });

  test('has nothing but standing notes', async () => {
    const { findings, entries, verbose } = await examined({ home: soundHome() });
    expect({ entries, codes: findings.map(({ code }) => code) }).toEqual({
      entries: 3,
      codes: ['index-absent', 'index-in-use', 'environment', 'versions'],
    });
    expect(verbose.stdout).toMatch(/\n\n3 entries, no problems found\.\n$/);
  });

  test('agrees with the index that was made of it', async () => {
    const home = soundHome();
    await makeIndex(home);
    const { findings } = await examined({ home });
    expect(findings.map(({ code }) => code)).toEqual(['index-in-use', 'environment', 'versions']);
  });
});

describe.each(CODES.map((code) => ({ code, ...CASES[code] })))('$code', ({ code, ...one }) => {
  test('is found, told and left as it is', async () => {
    const home = soundHome();
    const more = (await one.damage(home)) ?? {};
    const { findings, plain, verbose } = await examined({ home, ...more });
    const found = findings.find((finding) => finding.code === code);
    expect(found).toMatchObject({ code, grade: gradeOf(code) });
    // What follows from a finding is not told as something else.
    const problems = findings.filter(({ grade }) => grade === 'problem').map((finding) => finding.code);
    expect(problems).toEqual(gradeOf(code) === 'problem' ? [code] : []);
    expect(found?.paths).toEqual(one.paths?.(home) ?? found?.paths);
    expect(found?.details.join('\n')).toContain(one.says ?? '');
    expect(found?.commands.join('\n')).toContain(one.command ?? '');
    expect(plain.stdout.includes(found?.what ?? '-')).toBe(gradeOf(code) === 'problem');
    expect(verbose.stdout.replace(/\s+/g, ' ')).toContain(found?.what);
    // Every command stands alone on its line, whole.
    for (const command of (found?.commands ?? []).slice(0, 5))
      expect(verbose.stdout).toContain(`\n    ${command}\n`);
  });
});

describe('beside its case', () => {
  test('many of a kind are one finding, with one command', async () => {
    const home = soundHome();
    for (let number = 10; number < 30; number++) put(path.join(journalOf(home), `2026/11/a${number}.md`), '');
    spawnSync('chmod', ['-R', 'go+r', journalOf(home)]);
    const { findings, plain } = await examined({ home });
    expect(findings.find(({ code }) => code === 'open-to-others')).toMatchObject({
      count: 27,
      commands: [`chmod -R go= ${journalOf(home)}`],
    });
    expect(plain.stdout).toContain('\n  and 22 more\n');
    expect(plain.stderr).toBe('coach: 3 entries, 1 problem\n');
  });

  test.runIf(process.platform !== 'win32')('a command mends what it is shown for', async () => {
    const home = path.join(soundHome(), "it's $(here) now");
    const inJournal = (file: string): string => path.join(journalOf(home), file);
    put(
      inJournal('2026/11/2026-11-18-180000-note-m7q2x9c4td.md'),
      '---\ncoach: 1\nid: m7q2x9c4td\nat: 2026-10-20T10:00\nbank: note\n---\n',
    );
    put(inJournal('2026/11/\u001b[31m\u202ered.md'), '');
    spawnSync('chmod', ['-R', 'go+r', journalOf(home)]);
    const before = await examined({ home });
    expect(before.findings.slice(0, 2).map(({ code }) => code)).toEqual(['name-differs', 'open-to-others']);
    for (const command of before.findings.flatMap(({ grade, commands }) =>
      grade === 'problem' ? commands : [],
    ))
      expect(spawnSync('bash', ['-c', command]).status).toBe(0);
    const { plain } = await examined({ home });
    expect(plain.stdout).toBe('1 entry, no problems found.\n');
    expect(readFileSync(inJournal('2026/10/2026-10-20-100000-note-m7q2x9c4td.md'), 'utf8')).toContain(
      'm7q2x9c4td',
    );
  });

  test.runIf(process.getuid?.() === 0)('another owner is seen', async () => {
    const home = soundHome();
    chownSync(entryFiles(home)[0] ?? '', 12_345, 12_345);
    expect((await examined({ home })).findings[0]).toMatchObject({ code: 'not-yours', count: 1 });
  });

  test('an outcome of an entry that cannot be read is not lost', async () => {
    const home = soundHome();
    const closing = `\n## Q\n<!-- coach: review-outcome choice closes=${ID}/member-step -->\n\nkept\n`;
    put(
      path.join(journalOf(home), 'review.md'),
      `---\ncoach: 1\nid: r1\nat: 2026-11-22\nbank: review\n---\n${closing}`,
    );
    const file = entryFiles(home).find((one) => one.includes(ID)) ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace('85 %', 'often'));
    const codes = (await examined({ home })).findings.map(({ code }) => code);
    expect(codes).toContain('entry-unreadable');
    expect(codes).not.toContain('reference-lost');
    rmSync(file);
    expect((await examined({ home })).findings.map(({ code }) => code)).toContain('reference-lost');
  });
});

describe('whatever is broken', () => {
  test.each([
    'config',
    'config/settings.json',
    'state',
    'state/drafts',
    'cache',
    'cache/index',
    'cache/index/contents.index',
    'data',
    'data/banks',
    'data/journal',
    'data/readings.json',
  ])('a file, a folder or nothing in the place of %s is no crash', async (place) => {
    for (const inPlace of ['file', 'folder', 'nothing']) {
      const home = soundHome();
      rmSync(path.join(home, place), { recursive: true, force: true });
      if (inPlace === 'file') put(path.join(home, place), CANARY);
      if (inPlace === 'folder') put(path.join(home, place, 'inside'), CANARY);
      const { entries } = await examined({ home });
      expect(entries).toBe(place === 'data' || place === 'data/journal' ? 0 : 3);
    }
  });
});
