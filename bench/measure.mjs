// Whole processes, measured from outside: from before they start until they are gone.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../bin/coach.cjs');

/** The floor of every ratio. */
export const FLOOR = { name: 'node -e 0', bare: true, args: ['-e', '0'] };

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
  const spawn = (program, args, { home, stdin }, more = []) => {
    const input = stdin === undefined ? 'ignore' : openSync(write(path.join(folder, 'stdin'), stdin), 'r');
    const out = openSync(output, 'w');
    const stdio = [input, out, 'pipe', ...more];
    const env = environment(home?.folder ?? folder);
    const start = performance.now();
    const {
      status,
      signal,
      stderr,
      output: all,
    } = spawnSync(program, args, { stdio, env, encoding: 'utf8' });
    const ms = performance.now() - start;
    closeSync(out);
    if (input !== 'ignore') closeSync(input);
    return { ms, status: signal ?? status, stderr, all };
  };
  const run = (work) => {
    const { ms, status, stderr } = spawn(work.program ?? node, argumentsOf(work), work);
    if (status !== 0 || work.isRight?.(readFileSync(output, 'utf8')) === false) {
      const said = readFileSync(output, 'utf8').slice(0, 2000);
      throw new Error(`${work.name} ended with ${status}:\n${said}${stderr}`);
    }
    return ms;
  };
  /** Does what is to be done before and after a run. */
  const around = (work, act) => {
    work.before?.();
    // What others left to be written would be waited for by the first that syncs.
    if (work.syncs) spawnSync('sync');
    const value = act();
    work.after?.();
    return value;
  };
  return {
    /** Runs a piece of work: milliseconds. It throws where the command fails or answers something else than it should. */
    run: (work) => around(work, () => run(work)),
    /** The peak of memory, in megabytes: the resident set, shared libraries included. Only Node can tell its own. */
    megabytes(work) {
      if (work.program !== undefined) return undefined;
      const preload = ['--require', path.join(import.meta.dirname, 'peak-memory.cjs')];
      return around(work, () => {
        const { all } = spawn(node, [...preload, ...argumentsOf(work)], work, ['pipe']);
        return (Number(all[3]) * 1024) / 1e6;
      });
    },
  };
}

/** A Node's version, and whether it brings SQLite. */
export function describeNode(node) {
  const tell = "[process.version, require('node:module').isBuiltin('node:sqlite')]";
  const told = execFileSync(node, ['-p', `JSON.stringify(${tell})`], { encoding: 'utf8' });
  const [version, sqlite] = JSON.parse(told);
  return { version, sqlite };
}

function argumentsOf({ args, bare, program }) {
  return bare || program !== undefined ? args : [bin, ...args];
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
