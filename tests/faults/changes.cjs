'use strict';
const fs = require('node:fs');

/** The calls by which coach changes something on the disk or on the screen. */
const CHANGES = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'fsync',
  'closeSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
];

/** Whether a file is opened only to be read, which changes nothing. */
function isToRead(flags) {
  const { O_RDONLY, O_NONBLOCK } = fs.constants;
  return ['r', O_RDONLY, O_RDONLY | O_NONBLOCK].includes(flags);
}

/** Acts before each of these calls, from the first on that names `from`; tells its number, from 1. */
exports.beforeEachChange = (from, act) => {
  let calls = 0;
  for (const name of CHANGES) {
    const change = fs[name];
    fs[name] = (...args) => {
      if (calls > 0 || (String(args[0]).includes(from) && !(name === 'openSync' && isToRead(args[1])))) {
        calls += 1;
        act(calls);
      }
      return change(...args);
    };
  }
};
