import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const BIN = path.resolve(import.meta.dirname, '../../bin/coach.cjs');
const WATCH = path.join(import.meta.dirname, 'no-network.cjs');

/** What people do with coach, in an order in which each command finds something to do. */
const COMMANDS: readonly {
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly exit?: number;
}[] = [
  { args: ['--version'] },
  { args: ['--help'] },
  { args: ['checkin'] },
  {
    args: ['checkin', '--role', 'member', '--answers', '-'],
    stdin: '{"at": "2026-11-01T09:00", "checkin-trust": 4}',
  },
  {
    args: ['reflect', 'member', '--answers', '-'],
    stdin: 'role: member\nmember-situation: They asked twice.\n',
  },
  { args: ['reflect', 'manager', '--role', 'manager', '--template'] },
  { args: ['journal'] },
  { args: ['journal', '--json'] },
  { args: ['journal', 'show', 'last'] },
  { args: ['journal', 'export', '--format', 'html'] },
  { args: ['share', 'last', '--question', 'member-situation'] },
  { args: ['report', '--words'] },
  { args: [] },
  { args: ['banks'] },
  { args: ['banks', 'show', 'manager'] },
  { args: ['banks', 'new', 'mine'] },
  { args: ['checkin', '--notify'] },
  { args: ['reflect', 'lookback', '--notify'] },
  { args: ['schedule', 'add', '16:30', '--print', 'systemd'] },
  { args: ['config', 'set', 'role', 'member'] },
  { args: ['config', 'list'] },
  { args: ['about'] },
  { args: ['readings'] },
  { args: ['help-people'] },
  { args: ['sync'], exit: 1 },
  { args: ['sync', '--quiet'] },
  { args: ['sync', 'status'], exit: 1 },
  { args: ['completion', 'bash'] },
  { args: ['--wrong'], exit: 2 },
];

/** Shows a program's system calls; not on every machine, and not allowed on every one. */
const STRACE = 'strace';
const canTrace = spawnSync(STRACE, ['-qq', '-o', devNull, process.execPath, '-e', '0']).status === 0;

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'coach-network-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** What has Node load the watch. */
const WATCHED = `--require ${JSON.stringify(WATCH)}`;

/** Calls about networks; `-f`: of every process that is started, too. */
const TRACING = ['-f', '-qq', '-e', 'trace=%network'];

/** What a program does about networks, as the watch within it tells and, where calls can be seen, the system. */
function watched(
  program: readonly string[],
  stdin = '',
  options = WATCHED,
): { told: string; calls: string; exit: number | null } {
  const file = path.join(home, 'trace');
  const words = [process.execPath, ...program];
  const [command = '', ...args] = canTrace ? [STRACE, ...TRACING, '-o', file, ...words] : words;
  const { output, status } = spawnSync(command, args, {
    input: stdin,
    env: { ...process.env, COACH_HOME: home, NODE_OPTIONS: options },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  // Those within the machine do not count: the system may ask a neighbour for the name of a user.
  const calls = (canTrace ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((call) => /AF_(?:INET|NETLINK|PACKET)/.test(call))
    .join('\n');
  return { told: output[3] ?? '', calls, exit: status };
}

test('coach uses no network', () => {
  for (const { args, stdin, exit = 0 } of COMMANDS) {
    expect({ args, ...watched([BIN, ...args], stdin) }).toEqual({
      args,
      told: 'watching\n',
      calls: '',
      exit,
    });
  }
});

test.each([
  ['net.connect', "require('node:net').connect(9)"],
  ['net.listen', "require('node:net').createServer().listen(0)"],
  ['tls.connect', "require('node:tls').connect(9)"],
  ['dgram.createSocket', "require('node:dgram').createSocket('udp4')"],
  ['dns.lookup', "require('node:dns').lookup('localhost', () => {})"],
  ['dns.resolve4', "import('node:dns/promises').then(({ resolve4 }) => resolve4('localhost'))"],
  ['http.get', "import('node:http').then(({ get }) => get('http://localhost'))"],
  ['https.request', "require('node:https').request('https://localhost')"],
  ['http2.connect', "require('node:http2').connect('http://localhost')"],
  ['global.fetch', "fetch('http://localhost')"],
])('%s would be noticed', (name, code) => {
  expect(watched(['-e', code])).toMatchObject({ told: `watching\nused ${name}\n`, exit: 99 });
});

test.skipIf(!canTrace)('a connection that the watch does not see would be noticed', () => {
  const connect = "require('node:net').connect(9, '127.0.0.1').on('error', () => {})";
  expect(watched(['-e', connect], '', '').calls).toMatch(/socket\(AF_INET,[^]*connect\(.*AF_INET/);
});
