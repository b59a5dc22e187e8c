// Whole processes, measured from outside: from before they start until they are gone.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../bin/coach.cjs');

/**
 * A runner of processes.
 *
 * Their output goes to a file, as it would go to a pipe: nobody draws on a screen.
 *
 * @param node - The Node that runs them.
 * @param folder - For the files of their input and output.
 */
export function runner(node, folder) {
  const output = path.join(folder, 'stdout');
  const run = (args, { home, stdin } = {}, more = []) => {
    const input = stdin === undefined ? 'ignore' : openSync(write(path.join(folder, 'stdin'), stdin), 'r');
    const out = openSync(output, 'w');
    const stdio = [input, out, 'pipe', ...more];
    const env = environment(home?.folder ?? folder);
    const start = performance.now();
    const { status, signal, stderr, output: all } = spawnSync(node, args, { stdio, env, encoding: 'utf8' });
    const ms = performance.now() - start;
    closeSync(out);
    if (input !== 'ignore') closeSync(input);
    return { ms, status: signal ?? status, stderr, all };
  };
  return {
    /** Milliseconds of `node -e 0`. */
    floor: () => run(['-e', '0']).ms,
    /** Runs coach; `stdout` is read only when it is asked for. */
    coach(work) {
      const { ms, status, stderr } = run([bin, ...work.args], work);
      return { ms, status, stderr, stdout: () => readFileSync(output, 'utf8') };
    },
    /** The peak of memory of coach, in megabytes: its resident set, shared libraries included. */
    megabytes(work) {
      const preload = path.join(import.meta.dirname, 'peak-memory.cjs');
      const { all } = run(['--require', preload, bin, ...work.args], work, ['pipe']);
      return (Number(all[3]) * 1024) / 1e6;
    },
  };
}

/**
 * Node's own settings are taken out, since they change what is measured: where NODE_EXTRA_CA_CERTS is set, Node 20 takes
 * 33 ms longer to start, and every ratio flatters.
 */
function environment(home) {
  const own = Object.entries(process.env).filter(([name]) => !/^(NODE_|COACH_|npm_)/.test(name));
  return { ...Object.fromEntries(own), COACH_HOME: home };
}

function write(file, text) {
  writeFileSync(file, text);
  return file;
}

/**
 * The middle one of the values; of an even number of them, the lower of the two.
 *
 * @example
 * median([3, 1, 2]) //=> 2
 */
export function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)];
}
