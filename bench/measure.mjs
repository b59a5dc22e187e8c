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
 * @param folder - For the files of their input and output, and the home of what has no other.
 */
export function runner(node, folder) {
  const output = path.join(folder, 'stdout');
  const spawn = (program, args, { home = { folder }, stdin, limit }, more = []) => {
    const input = stdin === undefined ? 'ignore' : openSync(write(path.join(folder, 'stdin'), stdin), 'r');
    const out = openSync(output, 'w');
    const start = performance.now();
    const ended = spawnSync(program, args, {
      stdio: [input, out, 'pipe', ...more],
      env: home.env ?? environment(home.folder),
      // What belongs to another program is looked for where it starts, too.
      cwd: home.env && home.folder,
      encoding: 'utf8',
      timeout: limit,
      // In a group of its own, what it started can be ended with it.
      detached: limit !== undefined,
      killSignal: 'SIGKILL',
    });
    const ms = performance.now() - start;
    if (ended.error?.code === 'ETIMEDOUT') endGroup(ended.pid);
    closeSync(out);
    if (input !== 'ignore') closeSync(input);
    return { ...ended, ms };
  };
  const run = (work) => {
    const { ms, status, signal, error, stderr } = spawn(work.program ?? node, argumentsOf(work), work);
    if (error?.code === 'ETIMEDOUT')
      throw new Error(`${work.name} took longer than ${work.limit / 1000} seconds`);
    if (status !== 0 || work.isRight?.(readFileSync(output, 'utf8')) === false) {
      const said = readFileSync(output, 'utf8').slice(0, 2000);
      throw new Error(`${work.name} ended with ${error?.code ?? signal ?? status}:\n${said}${stderr}`);
    }
    return ms;
  };
  /** Does what is to be done before and after a run. */
  const around = (work, act) => {
    work.before?.();
    // What others left to be written would be waited for by the first that syncs.
    if (work.syncs) spawnSync('sync');
    try {
      return act();
    } finally {
      work.after?.();
    }
  };
  return {
    /** Runs a piece of work: milliseconds. It throws where the command fails or answers something else than it should. */
    run: (work) => around(work, () => run(work)),
    /** The peak of memory, in megabytes: the resident set, shared libraries included. Only Node can tell its own. */
    megabytes(work) {
      if (work.program !== undefined) return undefined;
      const preload = ['--require', path.join(import.meta.dirname, 'peak-memory.cjs')];
      return around(work, () => {
        const { output: told } = spawn(node, [...preload, ...argumentsOf(work)], work, ['pipe']);
        return (Number(told[3]) * 1024) / 1e6;
      });
    },
  };
}

/** A Node's version. */
export function versionOf(node) {
  return execFileSync(node, ['-p', 'process.version'], { encoding: 'utf8' }).trim();
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function argumentsOf({ args, bare, program }) {
  return bare || program !== undefined ? args : [bin, ...args];
}

/**
 * Node's own settings are taken out, since they change what is measured: where NODE_EXTRA_CA_CERTS is set, Node 20 takes
 * 33 ms longer to start, and every ratio flatters.
 */
export function environment(home) {
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
