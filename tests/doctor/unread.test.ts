import { describe, expect, test } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { sample as linked } from '../formats/entry/entry-samples.ts';
import { machineWith } from './machine-with.ts';

const NAME = '2026-11-22-091405-member-k3x8m2p9qa';
const sample = linked.replace(' closes=8f2qm7c1xy/member-guess', '');
const now = {
  epoch: Date.UTC(2027, 0, 1),
  zone: { name: 'Europe/Berlin', offsetAt: () => 60 },
};

/** What is found of files, apart from what is said of every home. */
async function foundIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const places = Object.entries(files).map(([name, text]) => [`/journal/2026/11/${name}`, text]);
  const { findings } = await examine(machineWith(Object.fromEntries(places)), now, () => undefined);
  return findings
    .filter(({ code }) => code !== 'versions' && !code.startsWith('index-'))
    .map(({ code, paths }) => `${code}: ${paths.map((path) => path.slice('2026/11/'.length)).join(', ')}`);
}

describe('an entry under a name that is not read was gone from every list, and nobody was told', () => {
  test.each([
    `${NAME}.markdown`,
    `${NAME}.MD`,
    `${NAME}.Md`,
    `${NAME}.md.txt`,
    `${NAME}.txt`,
    NAME,
    `${NAME}.md~`,
    `${NAME}.md.bak`,
    `${NAME}.md.orig`,
    `${NAME}.md.sync-conflict-20261122-091405-ABCDEFG`,
    `${NAME}.md_conflict-20261122-091405`,
    `.${NAME}.md`,
    `~${NAME}.md.tmp`,
    'a note.markdown',
    `${NAME}.md `,
    `${NAME}.md\u200b`,
    `${NAME}.md (1)`,
  ])('%s', async (name) => {
    expect(await foundIn({ [name]: sample })).toEqual([`not-read: ${name}`]);
    expect(await foundIn({ [name]: sample, [`${NAME}.md`]: sample })).toEqual([`spare-copy: ${name}`]);
  });

  test.each([`.${NAME}.md.icloud`, `${NAME}.md.nextcloud`, `${NAME}.md.rsls`])(
    '%s, which is only a placeholder',
    async (name) => {
      expect(await foundIn({ [name]: 'bplist00' })).toEqual([`not-read: ${name}`]);
      expect(await foundIn({ [name]: 'bplist00', [`${NAME}.md`]: sample })).toEqual([]);
    },
  );

  test.each([`#${NAME}.md#`, `.${NAME}.md.swp`, `.${NAME}.md.swo`, `.${NAME}.md.kate-swp`])(
    '%s, which an editor has not saved yet',
    async (name) => {
      const text = sample.padEnd(4096);
      expect(await foundIn({ [name]: text })).toEqual([`unsaved-text: ${name}`]);
      expect(await foundIn({ [name]: text, [`${NAME}.md`]: sample })).toEqual([`unsaved-text: ${name}`]);
      const other = name.replace(NAME, 'mine');
      expect(await foundIn({ [other]: text, 'mine.md': sample })).toEqual([`unsaved-text: ${other}`]);
    },
  );

  test('.b.md.icloud, a placeholder whose name does not say what it is', async () => {
    expect(await foundIn({ '.b.md.icloud': 'bplist00' })).toEqual(['not-read: .b.md.icloud']);
    expect(await foundIn({ '.b.md.icloud': 'bplist00', 'b.md': 'Buy milk.' })).toEqual([]);
  });

  test.each([
    ['.cold', true],
    ['.2026', true],
    ['.git', false],
    ['.obsidian', false],
    ['.trash', false],
    ['.Trash-1000', false],
    ['.stversions', false],
    ['.sync', false],
  ])('the hidden folder %s', async (folder, isNamed) => {
    const files = { [`${folder}/11/${NAME}.md`]: sample, [`${folder}/notes.md`]: 'Buy milk.' };
    expect(await foundIn(files)).toEqual(isNamed ? [`not-read: ${folder}`] : []);
    expect(await foundIn({ ...files, [`${NAME}.md`]: sample })).toEqual([]);
    expect(await foundIn({ [`${folder}/notes.md`]: 'Buy milk.' })).toEqual([]);
  });

  test.each([
    ['a note of a person', 'notes.txt', 'Buy milk.'],
    ['a note that speaks of coach', 'notes.markdown', 'My coach: 1 hour on Monday.'],
    ['a picture', 'a.png', sample],
    ['what nano has open', `.${NAME}.md.swp`, 'b0nano'],
    ['what vim has open of a note', '.notes.md.swp', 'b0VIM'.padEnd(4096)],
    ['what coach is writing', `.${NAME}.md.coach-4711`, sample],
  ])('%s is no such file', async (_, name, text) => {
    expect(await foundIn({ [name]: text })).toEqual(name.endsWith('4711') ? [`leftover-file: ${name}`] : []);
  });

  test.each([
    ['a line above the front matter', `\n${sample}`],
    ['a conflict at its top', `<<<<<<< HEAD\n${sample}`],
    ['a key with a capital', sample.replace('coach: 1', 'Coach: 1')],
    ['no front matter', sample.slice(sample.indexOf('# When'))],
  ])('%s under another name', async (_, text) => {
    expect(await foundIn({ 'a.md': text })).toEqual(['not-an-entry: a.md']);
  });
});
