'use strict';
// Loaded into coach before anything else: it hears of SIGCONT late, as when another thread than the first one has taken the
// signal and has to wait for its turn.
const LATE_MILLISECONDS = 300;

const { emit } = process;
process.emit = (name, ...more) => {
  if (name !== 'SIGCONT') return emit.call(process, name, ...more);
  setTimeout(() => {
    emit.call(process, name, ...more);
    // Terminals pass over what they do not know.
    process.stdout.write('\u001b]5152;heard\u0007');
  }, LATE_MILLISECONDS);
  return true;
};
