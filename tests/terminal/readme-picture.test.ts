import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CTRL_D, ENTER, freshHome, openCoach } from './coach.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the picture of a sitting is what a screen of 80 columns shows', async () => {
  const picture = /^## A sitting\n\n```text\n(.*?)\n```$/ms.exec(readme)?.[1] ?? '';
  const answer = [...picture.matchAll(/^│ (.*)$/gm)].map(([, line = '']) => line);
  expect(answer).not.toEqual([]);
  const terminal = openCoach(['reflect', '--role', 'manager', '--full', '--about', ''], freshHome(), {
    columns: 80,
    rows: 24,
  });
  await terminal.when('Think of one recent moment', ENTER);
  await terminal.when('or stop doing', ENTER);
  await terminal.when('What did you notice', ENTER);
  await terminal.when('What did you feel', ENTER);
  await terminal.when('What did you want to keep from going wrong?', answer.join(ENTER));
  await terminal.until((screen) => screen.endsWith(`\n${picture}`));
  await terminal.types(CTRL_D);
  await terminal.when('6 of 23');
});
