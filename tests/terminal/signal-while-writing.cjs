'use strict';
// Loaded into coach before anything else: as soon as a file whose name matches $AT is about to get its name, a signal comes.
const fs = require('node:fs');

const { AT = '', SIGNAL = '' } = process.env;
let isSent = false;
for (const name of ['renameSync', 'linkSync']) {
  const act = fs[name];
  fs[name] = (from, to) => {
    if (!isSent && new RegExp(AT).test(to)) {
      isSent = true;
      process.kill(process.pid, SIGNAL);
    }
    act(from, to);
  };
}
