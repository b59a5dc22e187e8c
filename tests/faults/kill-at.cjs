'use strict';
// Loaded into coach before anything else: kills it at one of its calls that change something on the disk or on the screen.
// KILL_AT is the number of the call, from 1; calls are counted from the first that names KILL_FROM.
const fs = require('node:fs');

const { KILL_AT, KILL_FROM = '' } = process.env;
const changes = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
];
let calls = 0;

for (const name of changes) {
  const change = fs[name];
  fs[name] = (...args) => {
    if (calls > 0 || String(args[0]).includes(KILL_FROM)) calls += 1;
    if (calls === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
    return change(...args);
  };
}
