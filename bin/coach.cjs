#!/usr/bin/env node
'use strict';
// A shim: answers --version and --help without loading anything, otherwise starts main.
// CommonJS on purpose: an ES module costs several milliseconds before its first line.

// Before anything else: SIGUSR1 would open Node's debugger to everybody on this machine.
process.on('SIGUSR1', (_name, number) => process.exit(128 + number));

const { existsSync, fstatSync, readFileSync, realpathSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const [, , ...argv] = process.argv;
// Node can be told to take a link for the file that it leads to.
const root = dirname(dirname(realpathSync.native(__filename)));

if (argv.length === 1) answerAtOnce(argv[0]);
built().start(argv, root);

/** A clone is built when it is installed, unless npm is told to run no scripts. */
function built() {
  const filename = `${root}/dist/start.js`;
  try {
    const source = readFileSync(filename, 'utf8');
    const started = { exports: {} };
    new Script(source, { filename }).runInThisContext()(started, require);
    return started.exports;
  } catch (error) {
    if (existsSync(filename)) throw error;
    writeSync(2, `coach: it is not built yet\n  Run this in ${root}: npm run build\n`);
    return process.exit(1);
  }
}

/** Leaving at once spares the millisecond in which Node tidies up. What is not known here, or cannot be written, is left to main. */
function answerAtOnce(asked) {
  try {
    const answer = answerTo(asked);
    if (answer === undefined) return;
    writeSync(1, answer);
  } catch {
    return;
  }
  process.exit();
}

function answerTo(asked) {
  // Read as a file: as a module it takes twice as long.
  if (asked === '--version' || asked === '-V')
    return `${JSON.parse(readFileSync(`${root}/package.json`, 'utf8')).version}\n`;
  const isHelp = asked === '--help' || asked === '-h';
  return isHelp && columns() >= 80 ? readFileSync(`${root}/dist/help.txt`, 'utf8') : undefined;
}

/** Only of a terminal is asked, since what knows its width takes some milliseconds to load. */
function columns() {
  const { isTTY, columns: wide } = fstatSync(1).isCharacterDevice() ? process.stdout : {};
  return (isTTY ? wide : Number(process.env.COLUMNS)) || 80;
}
