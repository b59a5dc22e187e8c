import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveFiles } from '../../src/app/editing/trash.ts';
import { placeEdited } from '../../src/app/editing/edit-entry.ts';
import { keepingOf } from '../../src/app/history/keeping.ts';
import { recordedAdding } from '../../src/app/history/recorded-adding.ts';
import { type Recorder, recordedEdits } from '../../src/app/history/recorded-edit.ts';
import { homePath, trashPath } from '../../src/domain/entry/trash-path.ts';
import { takeBack, type Way, wayBack } from '../../src/history/take-back.ts';
import { type MemoryFiles, memoryFiles } from '../app/memory-files.ts';
import { memoryHistory } from '../app/memory-history.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

interface World {
  readonly files: MemoryFiles;
  readonly recorder: Recorder;
}

function worldWith(texts: Readonly<Record<string, string>>): World {
  const files = memoryFiles(texts);
  return { files, recorder: { history: memoryHistory(files), keeping: keepingOf(), now: 0 } };
}

async function goBack(way: Way, { recorder }: World): Promise<boolean> {
  const { taking } = wayBack(way, recorder);
  if (!taking) return false;
  const { left } = await takeBack(way, taking, recorder, () => {});
  // All that is left alone was told before.
  expect(left).toEqual(taking.reversal.left);
  return true;
}

/** What somebody does, with a number that chooses among the files. */
type Step = readonly [does: 'edit' | 'delete' | 'restore' | 'import' | 'undo' | 'redo', which: number];

let made = 0;

async function act([does, which]: Step, world: World): Promise<void> {
  const { files, recorder } = world;
  const paths = Array.from(files.raw.keys()).toSorted();
  const among = (isOne: (path: string) => boolean): string | undefined => {
    const those = paths.filter(isOne);
    return those[which % Math.max(1, those.length)];
  };
  const live = among((path) => !path.startsWith('trash/'));
  const gone = among((path) => path.startsWith('trash/'));
  if (does === 'undo' || does === 'redo') await goBack(does, world);
  if (does === 'edit' && live !== undefined) {
    const was = files.raw.get(live) ?? bytes('');
    await placeEdited(live, was, bytes(`text ${++made}`), recordedEdits(files, recorder));
  }
  if (does === 'delete' && live !== undefined)
    await moveFiles(
      [{ path: live, entry: undefined }],
      { kind: 'delete', wanted: trashPath },
      recorder.history,
      () => {},
    );
  if (does === 'restore' && gone !== undefined)
    await moveFiles(
      [{ path: gone, entry: undefined }],
      { kind: 'restore', wanted: homePath },
      recorder.history,
      () => {},
    );
  if (does === 'import') {
    const adding = recordedAdding(files, recorder.history);
    // In two lots; some of it may be there already. What is in the trash does not come in again.
    const lot = (...numbers: readonly number[]) =>
      numbers
        .map((at) => `i${(which + at) % 7}`)
        .filter((name) => !paths.some((path) => path.startsWith(`trash/${name}`)))
        .map((name) => ({ path: `${name}.md`, bytes: bytes(`import ${name}`) }));
    await adding.addAll(lot(0, 1));
    await adding.addAll(lot(2));
  }
}

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('edit', 'edit', 'delete', 'restore', 'import', 'undo', 'undo', 'redo'),
  fc.nat(20),
);
const START = { 'a.md': 'a', 'b.md': 'b', 'trash/b.md': 'older b', 'trash/c.md': 'c' };

type Texts = Readonly<Record<string, string>>;

const live = (files: Texts): Texts =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('trash/')));

/**
 * The journal is the same, and no text is gone from the trash. What an import brought in is there, too, once it was undone; where the
 * same text was there already, there is one of it from then on.
 */
async function expectLike({ files, recorder: { history } }: World, expected: Texts): Promise<void> {
  const is = files.all();
  expect(live(is)).toEqual(live(expected));
  const kept = await Promise.all(history.versions().map((version) => history.read(version)));
  const texts = [...Object.values(is), ...kept.map((one) => new TextDecoder().decode(one))];
  expect(Object.values(expected).filter((text) => !texts.includes(text))).toEqual([]);
}

test('any undos and redos lead through what was there before, as in an editor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const world = worldWith(START);
      // What was there before each act that can be undone, and after each that was undone.
      const before: Texts[] = [];
      let after: Texts[] = [];
      for (const one of steps) {
        const [does] = one;
        const was = world.files.all();
        if (does === 'undo' && before.length > 0) after.push(was);
        if (does === 'redo' && after.length > 0) before.push(was);
        const expected = does === 'undo' ? before.pop() : does === 'redo' ? after.pop() : undefined;
        await act(one, world);
        const is = world.files.all();
        if (does === 'undo' || does === 'redo') await expectLike(world, expected ?? was);
        else if (JSON.stringify(is) !== JSON.stringify(was)) {
          before.push(was);
          after = [];
        }
      }
      // All the way back, and all the way forward again.
      const end = world.files.all();
      let count = 0;
      while (await goBack('undo', world)) count++;
      expect(count).toBe(before.length);
      await expectLike(world, START);
      for (let at = 0; at < count; at++) expect(await goBack('redo', world)).toBe(true);
      await expectLike(world, end);
    }),
  );
});

test('no text is lost, whatever is changed between', async () => {
  const change = fc.tuple(fc.constantFrom('change' as const), fc.nat(20));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(step, step, change), { maxLength: 25 }), async (steps) => {
      const world = worldWith(START);
      const { files, recorder } = world;
      const texts = new Set(Object.values(files.all()));
      for (const one of steps) {
        const [does, which] = one;
        if (does === 'change') {
          // Another program writes into a file; what it replaces is its own affair.
          const path = Array.from(files.raw.keys())[which % files.raw.size] ?? 'a.md';
          const was = files.all()[path];
          files.raw.set(path, bytes(`theirs ${++made}`));
          if (!Object.values(files.all()).includes(was ?? '')) texts.delete(was ?? '');
        } else await act([does, which], world);
        for (const text of Object.values(files.all())) texts.add(text);
        const kept = await Promise.all(
          recorder.history.versions().map((version) => recorder.history.read(version)),
        );
        const have = new Set([
          ...Object.values(files.all()),
          ...kept.map((one) => new TextDecoder().decode(one)),
        ]);
        expect([...texts].filter((text) => !have.has(text))).toEqual([]);
      }
    }),
  );
});

test('of an act of which a part happened, that part is undone; one that never happened is passed over', async () => {
  const world = worldWith({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  const { files, recorder } = world;
  const { history } = recorder;
  await act(['edit', 0], world);
  const before = files.all();
  const paths = ['a.md', 'b.md', 'c.md'];
  const moves = paths.map((from) => ({
    kind: 'move' as const,
    from,
    to: trashPath(from),
    hash: history.hash(from) ?? '',
  }));
  // Killed after the second: one is in its new place, one in both, one where it was.
  history.write(history.begin('delete'), moves);
  history.moveAll(moves.slice(0, 1), () => {});
  files.raw.set('trash/b.md', bytes('b'));
  expect(await goBack('undo', world)).toBe(true);
  expect(files.all()).toEqual(before);
  expect(await goBack('redo', world)).toBe(true);
  expect(Object.keys(files.all()).toSorted()).toEqual(['c.md', 'trash/a.md', 'trash/b.md']);
  expect(await goBack('undo', world)).toBe(true);
  // Killed before anything happened.
  history.write(history.begin('delete'), moves);
  expect(files.all()).toEqual(before);
  expect(await goBack('undo', world)).toBe(true);
  expect(files.all()).toEqual({ 'a.md': 'a', 'b.md': 'b', 'c.md': 'c' });
  expect(await goBack('undo', world)).toBe(false);
});

test.each([1, 2])(
  'an undo that was killed at part %i is completed by the same command, and can be done again',
  async (killed) => {
    const world = worldWith({});
    const { files, recorder } = world;
    const { history } = recorder;
    const entries = Array.from({ length: 2500 }, (_, at) => ({ path: `${at}.md`, bytes: bytes(String(at)) }));
    const adding = recordedAdding(files, history);
    for (let at = 0; at < 2500; at += 1000) await adding.addAll(entries.slice(at, at + 1000));
    const after = files.all();
    const { taking } = wayBack('undo', recorder);
    if (!taking) throw new Error('an import can be undone');
    let left = killed;
    const dying: Recorder = {
      ...recorder,
      history: {
        ...history,
        moveAll(moves, done) {
          if (left-- === 0) {
            history.moveAll(moves.slice(0, 300), done);
            throw new Error('killed');
          }
          history.moveAll(moves, done);
        },
      },
    };
    await expect(takeBack('undo', taking, dying, () => {})).rejects.toThrow('killed');
    expect(Object.keys(files.all()).filter((path) => path.startsWith('trash/'))).toHaveLength(
      killed * 1000 + 300,
    );
    expect(await goBack('undo', world)).toBe(true);
    expect(Object.keys(files.all()).filter((path) => !path.startsWith('trash/'))).toEqual([]);
    expect(history.acts().acts.map(({ kind }) => kind)).toEqual(['import', 'undo']);
    expect(await goBack('undo', world)).toBe(false);
    expect(await goBack('redo', world)).toBe(true);
    expect(files.all()).toEqual(after);
  },
);

test('an undo of many texts looked through everything that is kept once for each of them', async () => {
  const paths = Array.from({ length: 50 }, (_, at) => `${at}.md`);
  const { files, recorder } = worldWith(Object.fromEntries(paths.map((path) => [path, 'before'])));
  let looks = 0;
  const history = {
    ...recorder.history,
    versions: () => {
      looks++;
      return recorder.history.versions();
    },
  };
  const head = history.begin('sync');
  const after = history.raw(bytes('after'));
  for (const path of paths) history.keep(path, head);
  const was = history.hash('0.md') ?? '';
  history.write(
    head,
    paths.map((path) => ({ kind: 'text', path, was, is: after.hash })),
  );
  for (const path of paths) history.exchange(path, was, after);
  await goBack('undo', { files, recorder: { ...recorder, history } });
  const texts = Array.from(files.raw.values(), (raw) => new TextDecoder().decode(raw));
  expect(new Set(texts)).toEqual(new Set(['before']));
  expect(looks).toBeLessThan(5);
});
