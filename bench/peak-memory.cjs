'use strict';
// Loaded into a process before its program: tells on descriptor 3, at the end, how much memory it held at its peak.
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
