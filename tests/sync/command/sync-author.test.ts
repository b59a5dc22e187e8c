import { chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coach, freshHome, put, putEntry, refused } from '../../cli/coach.ts';
import { git, newRemote, PLAIN_ENV } from '../repositories.ts';

/** As hosts do that take commits from addresses alone which they know. */
const HOOK = `#!/bin/sh
while read old new ref; do
  for who in $(git log --format='%ae %ce' "$new"); do
    [ "$who" = me@example.org ] && continue
    echo "GitLab: You cannot push commits for '$who'. You can only push commits if the committer email is one of your own verified emails." >&2
    exit 1
  done
done
`;

test('a host that knows its e-mail addresses is told one, if somebody says so', async () => {
  const home = freshHome();
  const remote = newRemote(freshHome());
  const hook = put(path.join(remote, 'hooks/pre-receive'), HOOK);
  chmodSync(hook, 0o755);
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00' });
  const setting = { home, env: PLAIN_ENV };
  const setUp = () => coach(['sync', 'setup', remote, '--readable'], { ...setting, typed: ['yes'] });
  const { stderr, exitCode } = await setUp();
  expect(exitCode).toBe(1);
  expect(stderr).toContain(`coach: ${remote} refuses your entries:\n  GitLab: You cannot push commits for`);
  expect(stderr).toMatch(
    /\n {2}To send under an e-mail address that it knows, which then stands there: coach config set sync-author ADDRESS\n$/,
  );
  await coach(['config', 'set', 'sync-author', 'me@example.org'], { home });
  expect((await setUp()).exitCode).toBe(0);
  expect(git(remote, ['log', '--format=%an|%ae|%cn|%ce', 'main'])).toBe(
    'coach|me@example.org|coach|me@example.org',
  );
  await coach(['config', 'set', 'sync-author', ''], { home });
  putEntry(home, { id: 'p7w2c9d4rt', at: '2026-11-22T10:14:05+01:00' });
  expect((await coach(['sync'], setting)).stderr).toContain("'coach@localhost'");
});

test('a refusal about something else speaks of no address', async () => {
  const home = freshHome();
  const remote = newRemote(freshHome());
  const hook = put(path.join(remote, 'hooks/pre-receive'), '#!/bin/sh\necho "closed today" >&2\nexit 1\n');
  chmodSync(hook, 0o755);
  putEntry(home, { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00' });
  const argv = ['sync', 'setup', remote, '--readable'];
  const { stderr } = await coach(argv, { home, env: PLAIN_ENV, typed: ['yes'] });
  expect(stderr).toMatch(
    /closed today[^]*\n {2}Its rules are set by whoever runs it\. Everything is safe here\.\n$/,
  );
});

test.each([
  'me',
  'me@',
  '@example.org',
  'Me <me@example.org>',
  'me@a@b',
  'me@x\ny@z',
  'me @example.org',
  'me@x>',
])('%j is no address', async (value) => {
  const home = freshHome();
  const shown = value.replace('\n', ' ');
  expect(await coach(['config', 'set', 'sync-author', value], { home })).toEqual(
    refused(`coach: sync-author must be an e-mail address, not "${shown}"\n`),
  );
});

test('an address that was put into the settings by hand is looked at, too', async () => {
  const home = freshHome();
  put(path.join(home, 'config/settings.json'), '{"sync-author": "d@x>\\ncommitter evil <e@x"}');
  const { stderr, exitCode } = await coach(['config', 'list'], { home });
  expect([exitCode, stderr]).toEqual([1, expect.stringContaining('sync-author: expected an e-mail address')]);
});
