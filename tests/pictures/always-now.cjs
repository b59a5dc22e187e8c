'use strict';
// Loaded into coach before anything else: it is one moment all the time, and no id is new, so that a picture of it is always the same,
// and no other program is found, whatever is offered.
const fs = require('node:fs');

const now = Date.parse(process.env['PICTURE_NOW']);
Date.now = () => now;

const { openSync } = fs;
fs.openSync = (file, ...more) => {
  if (file === '/dev/urandom') throw new Error('nothing is drawn here');
  return openSync(file, ...more);
};
crypto.getRandomValues = (bytes) => bytes.fill(7);
process.env['PATH'] = '';
