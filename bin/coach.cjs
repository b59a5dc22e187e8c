#!/usr/bin/env node
'use strict';
// A shim: answers --version without loading anything, otherwise starts main.
// CommonJS on purpose: an ES module costs several milliseconds before its first line.

// Before anything else: SIGUSR1 would open Node's debugger to everybody on this machine.
process.on('SIGUSR1', (_name, number) => process.exit(128 + number));

const { existsSync, readFileSync, realpathSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [, , ...argv] = process.argv;
// Node can be told to take a link for the file that it leads to.
const root = dirname(dirname(realpathSync.native(__filename)));
// Read as a file: as a module it takes twice as long.
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) answerAtOnce();
built().start(argv, root, version);

/** A clone is built when it is installed, unless npm is told to run no scripts. */
function built() {
  const filename = `${root}/dist/start.js`;
  try {
    const source = readFileSync(filename, 'latin1');
    const started = { exports: {} };
    new Script(`(function(module,require){${source}\n})`, { filename }).runInThisContext()(started, require);
    return started.exports;
  } catch (error) {
    if (existsSync(filename)) throw error;
    writeSync(2, `coach: it is not built yet\n  Run this in ${root}: npm run build\n`);
    return process.exit(1);
  }
}

/** Leaving at once spares the millisecond in which Node tidies up. What cannot be written, main explains. */
function answerAtOnce() {
  try {
    writeSync(1, `${version}\n`);
  } catch {
    return;
  }
  process.exit();
}
