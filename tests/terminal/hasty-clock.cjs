'use strict';
// Loaded into coach before anything else: whenever it looks how long something takes, another second has gone by.
let nanoseconds = 0n;
process.hrtime.bigint = () => (nanoseconds += 1_000_000_000n);
