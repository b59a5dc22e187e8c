'use strict';
// Loaded into coach before anything else: whenever it looks how long something takes, another second has gone by.
let seconds = 0;
performance.now = () => (seconds += 1) * 1000;
