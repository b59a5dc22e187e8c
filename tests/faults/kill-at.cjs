'use strict';
// Loaded into coach before anything else: kills it at one of its calls that change something on the disk or on the screen.
// KILL_AT is the number of the call, from 1; calls are counted from the first that names KILL_FROM.
const { beforeEachChange } = require('./changes.cjs');

const { KILL_AT, KILL_FROM = '' } = process.env;

beforeEachChange(KILL_FROM, (call) => {
  if (call === Number(KILL_AT)) process.kill(process.pid, 'SIGKILL');
});
