import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CTRL_C, ENTER, filesBelow, freshHome, openCoach } from './coach.ts';

const COUNT = 6_000;

test('Ctrl-C after the yes to an import was heard by nobody', async () => {
  const home = freshHome();
  const file = path.join(home.root, 'lines.jsonl');
  const lines = Array.from({ length: COUNT }, (_, at) => {
    const day = new Date(Date.UTC(2010, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
    return JSON.stringify({ date: day, text: `It rained on day ${at}.` });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  const terminal = openCoach(['journal', 'import', file, '--from', 'lines'], home);
  await terminal.when(`${COUNT.toLocaleString('en')} entries`);
  await terminal.until(/> 1 /);
  await terminal.types(ENTER);
  const imported = (): number =>
    existsSync(home.journal)
      ? filesBelow(home.journal).filter((name) => !path.basename(name).startsWith('.')).length
      : 0;
  await expect.poll(imported, { timeout: 30_000, interval: 10 }).toBeGreaterThan(0);
  await terminal.types(CTRL_C);
  await terminal.exited;
  expect(imported()).toBeLessThan(COUNT);
});
