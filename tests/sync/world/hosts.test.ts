import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freshHome, put } from '../../cli/coach.ts';
import type { SyncStop } from '../../../src/sync/sync-stop.ts';
import { openRepository, PLAIN_ENV } from '../repositories.ts';

/** What git adds to what ssh says. */
const GIT = `fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.`;

/** As OpenSSH 9.2 says it. */
const SAID = {
  unknown: 'Host key verification failed.\n',
  changed: `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
Offending ED25519 key in /home/d/.ssh/known_hosts:1
  remove with:
  ssh-keygen -f "/home/d/.ssh/known_hosts" -R "[127.0.0.1]:2222"
Host key for [127.0.0.1]:2222 has changed and you have requested strict checking.
Host key verification failed.
`,
  key: 'git@git.example.org: Permission denied (publickey).\n',
  none: "fatal: '/srv/none.git' does not appear to be a git repository\n",
  port: 'ssh: connect to host 127.0.0.1 port 2223: Connection refused\n',
  host: 'ssh: Could not resolve hostname no-such.invalid: Name or service not known\n',
};

/** A program in the place of ssh, which says something and ends; what it was called with. */
function fakeSsh(said: string): {
  readonly env: Readonly<Record<string, string>>;
  readonly called: () => string;
} {
  const home = freshHome();
  const [program, args] = [put(path.join(home, 'ssh'), ''), path.join(home, 'args')];
  put(path.join(home, 'said'), said);
  put(program, `#!/bin/sh\necho "$@" >>"${args}"\ncat "${home}/said" >&2\nexit 255\n`);
  execFileSync('chmod', ['+x', program]);
  return { env: { ...PLAIN_ENV, GIT_SSH_COMMAND: program }, called: () => readFileSync(args, 'utf8') };
}

const REMOTE = { address: 'ssh://git@git.example.org/j.git', by: 'ssh' } as const;

const stopIn = async (act: Promise<unknown>): Promise<SyncStop | undefined> =>
  act.then(
    () => undefined,
    (error: SyncStop) => error,
  );

test.each([
  { case: 'a host that was never met', said: SAID.unknown, is: 'unknown-host' },
  { case: 'a host with another key than before', said: SAID.changed, is: 'changed-host' },
  {
    case: 'an ssh key that is refused, or needs a passphrase that nobody gives',
    said: SAID.key,
    is: 'refused',
  },
  { case: 'no such repository', said: SAID.none, is: 'no-remote' },
  { case: 'a port that is refused', said: SAID.port, is: 'offline' },
  { case: 'a host that is not there', said: SAID.host, is: 'offline' },
])('$case', async ({ said, is }) => {
  const { env, called } = fakeSsh(said);
  const here = await openRepository(freshHome(), { env, remote: REMOTE });
  expect((await stopIn(here.fetch()))?.state).toBe(is);
  expect(called()).toContain('-oBatchMode=yes -oConnectTimeout=10');
});

test('whoever is asked is asked by ssh itself', async () => {
  const { env, called } = fakeSsh(`${SAID.key}${GIT}`);
  const here = await openRepository(freshHome(), { env, remote: REMOTE, asks: true });
  await stopIn(here.fetch());
  expect(called()).not.toContain('BatchMode');
});

/** Makes certificates. Not on every machine. */
const OPENSSL = 'openssl';
const hasOpenssl = spawnSync(OPENSSL, ['version']).status === 0;

test.skipIf(!hasOpenssl)('a host whose certificate is over', async () => {
  const home = freshHome();
  const [key, cert] = [path.join(home, 'key'), path.join(home, 'cert')];
  const openssl = (...args: readonly string[]): unknown => execFileSync(OPENSSL, args, { stdio: 'pipe' });
  openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', key);
  openssl('req', '-new', '-key', key, '-subj', '/CN=localhost', '-out', `${cert}.csr`);
  openssl('x509', '-req', '-in', `${cert}.csr`, '-signkey', key, '-days', '-1', '-out', cert);
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => void server.close());
  const at = server.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  const remote = { address: `https://localhost:${port}/j.git`, by: 'https' } as const;
  const here = await openRepository(home, { env: { ...PLAIN_ENV, GIT_SSL_CAINFO: cert }, remote });
  expect((await stopIn(here.fetch()))?.state).toBe('bad-certificate');
});

test('a git that is too old', async () => {
  const home = freshHome();
  const program = put(
    path.join(home, 'bin/git'),
    "#!/bin/sh\necho \"error: unknown option 'object-format=sha1'\" >&2\necho 'usage: git init [-q | --quiet]' >&2\nexit 129\n",
  );
  execFileSync('chmod', ['+x', program]);
  const env = { ...PLAIN_ENV, PATH: path.dirname(program) };
  expect((await stopIn(openRepository(home, { env })))?.state).toBe('old-git');
});
