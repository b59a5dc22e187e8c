'use strict';
// Loaded into coach before anything else: keeps what a kill would leave at each of its calls that change something on the
// disk or on the screen, from the first that names CRASHES_FROM: a copy of the folder CRASHES_OF, and beside it what was said.
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { beforeEachChange } = require('./changes.cjs');

const { CRASHES_OF = '', CRASHES_FROM = '', CRASHES_IN = '' } = process.env;
const { existsSync, mkdirSync, writeFileSync, writeSync } = fs;
let said = '';

fs.writeSync = (descriptor, bytes, ...more) => {
  const length = writeSync(descriptor, bytes, ...more);
  if (descriptor <= 2) said += String(bytes);
  return length;
};

beforeEachChange(CRASHES_FROM, (call) => {
  const place = path.join(CRASHES_IN, String(call).padStart(4, '0'));
  // Two names of one file stay so.
  if (existsSync(CRASHES_OF)) spawnSync('cp', ['-a', CRASHES_OF, place]);
  else mkdirSync(place);
  writeFileSync(`${place}.said`, said);
});
