import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, filesBelow, freshHome } from '../terminal/coach.ts';
import type { Home } from '../terminal/coach.ts';
import { nextCommand } from './next-command.ts';

const NUMBERS = Array.from({ length: 6 }, (_, number) => number);
const EDITOR = 'sed -i s/far/near/';

async function edited(): Promise<{ readonly home: Home; readonly entry: string }> {
  const home = freshHome();
  await nextCommand(['reflect', 'note'], home, { input: 'It was far away.\n' });
  await nextCommand(['journal', 'edit', 'last'], home, { editor: EDITOR });
  const [entry = ''] = filesBelow(home.journal);
  return { home, entry };
}

const allBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name));

test('of undos at once, one undoes the last act, and the others find nothing', async () => {
  const { home, entry } = await edited();
  const ran = await Promise.all(NUMBERS.map(() => coach(['undo', '--yes'], home)));
  expect(ran.filter(({ stdout }) => stdout.startsWith('Undone:'))).toHaveLength(1);
  for (const { stderr, exitCode } of ran)
    expect({ stderr, isBug: exitCode === 70 }).toEqual({ stderr, isBug: false });
  expect(readFileSync(path.join(home.journal, entry), 'utf8')).toContain('far');
  const redone = await Promise.all(NUMBERS.map(() => coach(['redo', '--yes'], home)));
  expect(redone.filter(({ stdout }) => stdout.startsWith('Done again:'))).toHaveLength(1);
  expect(readFileSync(path.join(home.journal, entry), 'utf8')).toContain('near');
});

test('undoing, doing again, editing and deleting the same at once loses no text', async () => {
  const { home } = await edited();
  for (let round = 0; round < 3; round++) {
    const ran = await Promise.all([
      ...['undo', 'redo', 'undo'].map((way) => coach([way, '--yes'], home)),
      coach(['journal', 'delete', 'last', '--yes'], home),
      coach(['journal', 'restore', '--all'], home),
      coach(['journal', 'edit', 'last'], { env: { ...home.env, EDITOR: `sed -i '$a round ${round}'` } }),
    ]);
    expect(ran.filter(({ exitCode }) => exitCode === 70)).toEqual([]);
    const texts = [...allBelow(home.journal), ...allBelow(path.join(home.coach, 'state'))]
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(file, 'utf8'));
    for (const text of ['far', 'near']) expect(texts.filter((one) => one.includes(text))).not.toEqual([]);
    expect(filesBelow(home.journal).filter((file) => path.basename(file).startsWith('.'))).toEqual([]);
    await nextCommand(['journal', 'restore', '--all'], home);
  }
});
