import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, ENTER, ESC, filesBelow, freshHome, openCoach } from './coach.ts';

test('an edit is shown before it is undone, and stays where somebody presses Esc', async () => {
  const home = freshHome();
  await coach(['reflect', 'note'], home, 'It was far away.\n');
  await coach(['journal', 'edit', 'last'], { env: { ...home.env, EDITOR: 'sed -i s/far/near/' } });
  const [file = ''] = filesBelow(home.journal);
  const text = (): string => readFileSync(path.join(home.journal, file), 'utf8');
  const left = openCoach(['undo'], home);
  await left.when('says again what it said before', ESC);
  expect(await left.exited).toEqual({ exitCode: 0 });
  expect(text()).toContain('near');
  const undone = openCoach(['undo'], home);
  await undone.when('> 1 Undo it', ENTER);
  await undone.says('coach redo does it again.');
  expect(await undone.exited).toEqual({ exitCode: 0 });
  expect(text()).toContain('far');
});
