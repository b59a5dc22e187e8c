import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ageSealing } from '../../src/adapters/sealing/age-sealing.ts';
import { coach, filesBelow, put, settledHome } from '../cli/coach.ts';
import { scripted } from '../cli/scripted.ts';
import { sealHome } from '../cli/sealed.ts';

test('drafts of a sitting that was open were taken from under it when all was to be kept inside', async () => {
  const home = settledHome();
  const { sessions, key } = await sealHome(home);
  const prompter = scripted({ interrupted: 'Rain.' });
  const argv = ['reflect', 'manager', '--question', 'manager-they-know'];
  await coach(argv, { home, sessions, prompter });
  const file = path.join(home, filesBelow(home).find((one) => one.includes('/drafts/')) ?? '');
  const opened = await ageSealing.open(readFileSync(file), key.identity);
  const draft: object = JSON.parse(typeof opened === 'string' ? '' : Buffer.from(opened).toString());
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  const holder = {
    pid: process.ppid,
    started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19],
    host: hostname(),
  };
  put(file, await ageSealing.seal(Buffer.from(JSON.stringify({ ...draft, holder })), key.recipient));
  expect(await coach(['config', 'set', 'keep-inside', 'true'], { home, sessions })).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining(`a sitting is open: ${file}`),
  });
});
