#!/usr/bin/env node
'use strict';
// A shim: answers --version without loading anything, otherwise starts main.
// CommonJS on purpose: an ES module costs several milliseconds before its first line.

// Before anything else: SIGUSR1 would open Node's debugger to everybody on this machine.
process.on('SIGUSR1', (_name, number) => process.exit(128 + number));

const { readFileSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');

const [, , ...argv] = process.argv;
const root = dirname(__dirname);
// Read as a file: as a module it takes twice as long.
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) answerAtOnce();
require('../dist/main.js').load('main.js').run(argv, root, version);

/** Leaving at once spares the millisecond in which Node tidies up. What cannot be written, main explains. */
function answerAtOnce() {
  try {
    writeSync(1, `${version}\n`);
  } catch {
    return;
  }
  process.exit();
}
