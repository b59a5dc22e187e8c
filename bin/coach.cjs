#!/usr/bin/env node
'use strict';
// A shim: answers --version without loading anything, otherwise starts main.
// CommonJS on purpose: an ES module costs several milliseconds before its first line.
const { argv } = process;
const { version } = require('../package.json');
if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
  require('node:fs').writeSync(1, `${version}\n`);
} else {
  const root = require('node:path').dirname(__dirname);
  require('../dist/main.js').run(argv.slice(2), root, version);
}
