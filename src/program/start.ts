// The start: the scripts of this build, run with what V8 made of them at an earlier start.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { Script } from 'node:vm';
import { openCode } from '../adapters/machine/code-file.ts';
import { codePlace } from './code-place.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { run } from './main.ts';
import { thrift } from '../adapters/machine/thrift.ts';

/** The pack with the way from a command line to an exit code in it. */
interface MainPack {
  load(name: 'main.js'): { readonly run: typeof run };
}

/** Whatever a script makes of itself. */
type Exports = ReturnType<Script['runInThisContext']>;

/** The digest of all scripts of this build, and the version of the package; put in when it is built. */
declare const BUILD: string;
declare const VERSION: string;

/**
 * Runs coach as a program.
 *
 * @param root - The folder of the package, with `prompts/` and `dist/` in it.
 */
export function start(argv: readonly string[], root: string): void {
  const place = codePlace(process, BUILD, argv[0]);
  const kept = place && openCode(place.file, place.key);
  const scripts = new Map<string, Script>();
  const code: LoadedCode = { place, kept, scripts, thrift: thrift() };
  const main: MainPack = loader(join(root, 'dist'), code, scripts)('main.js');
  void main.load('main.js').run(argv, root, VERSION, code);
}

/** What `require` is to these scripts: one another, and what Node brings. */
function loader(
  dist: string,
  { kept, thrift: flags }: LoadedCode,
  scripts: Map<string, Script>,
): (name: string) => Exports {
  const loaded = new Map<string, { exports: Exports }>();
  return function load(name) {
    const known = loaded.get(name);
    if (known) return known.exports;
    const filename = join(dist, name);
    // What is built is ASCII alone; as UTF-8 Node reads it in one go.
    const source = readFileSync(filename, 'utf8');
    const cachedData = kept?.of(name);
    const options = { filename, ...(cachedData && { cachedData }) };
    const script = flags.asAtStart(() => new Script(source, options));
    scripts.set(name, script);
    const module = { exports: {} };
    loaded.set(name, module);
    const folder = posix.dirname(name);
    const requireFrom = (asked: string): unknown =>
      asked.startsWith('.')
        ? load(posix.join(folder, asked))
        : flags.asAtStart((): unknown => require(asked));
    script.runInThisContext()(module.exports, requireFrom, module, filename, dirname(filename));
    return module.exports;
  };
}
