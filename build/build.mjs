// Builds what runs: the question banks are checked and compiled to JSON, the sources bundled with lazy chunks.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { licencesOf } from './licences.mjs';
import { packed } from './packs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
};

/**
 * commander can hand a command to a program of its own. coach has none, and what that needs (processes, sockets, streams)
 * takes three milliseconds to load at each start.
 */
const withoutChildProcesses = {
  name: 'without-child-processes',
  setup({ onResolve, onLoad }) {
    const namespace = 'nothing';
    onResolve({ filter: /^node:child_process$/ }, ({ path: name, importer }) =>
      importer.split(path.sep).includes('commander') ? { path: name, namespace } : undefined,
    );
    onLoad({ filter: /./, namespace }, () => ({ contents: '' }));
  },
};

/**
 * age-encryption knows recipients of other kinds, too: against quantum computers, and on security keys. coach makes and takes none of them, and their
 * mathematics is most of what would be loaded wherever an entry is sealed or opened.
 */
const withoutOtherRecipients = {
  name: 'without-other-recipients',
  setup({ onResolve, onLoad }) {
    const namespace = 'no-recipient';
    onResolve({ filter: /^@noble\/(?:post-quantum\/hybrid|curves\/nist)\.js$/ }, ({ path: name, importer }) =>
      importer.split(path.sep).includes('age-encryption') ? { path: name, namespace } : undefined,
    );
    onLoad({ filter: /./, namespace }, () => ({
      contents: 'export const MLKEM768P256 = undefined, MLKEM768X25519 = undefined, p256 = undefined;',
    }));
  },
};

/**
 * In bytes. V8 keeps a text of this length in a place of its own. A shorter one lies among what is new, and with one more of these a saved check-in would need more
 * room than there is: what V8 does about that takes up to three milliseconds.
 */
const KEPT_APART = 131_072;

/** What nearly every command needs, and what is loaded together. All else is loaded by itself. */
const PACKS = [
  // Only what has to do with an encrypted journal needs these.
  {
    file: 'dist/chunks/sealed.js',
    isApart: true,
    entryPoints: [
      'src/adapters/journal/sealed-codec.ts',
      'src/adapters/journal/index-cipher.ts',
      'src/adapters/sealing/session-files.ts',
      'src/app/keys/journal-keys.ts',
    ],
  },
  {
    file: 'dist/main.js',
    entryPoints: [
      'src/program/main.ts',
      'src/program/node-context.ts',
      'src/cli/journal/journal.ts',
      'src/cli/sitting/checkin.ts',
      'src/cli/today/what-waits.ts',
      'src/domain/search/entry-search.ts',
      // All that insights would need of what saves.
      'src/domain/record/scale-series.ts',
    ],
  },
  {
    file: 'dist/chunks/index.js',
    entryPoints: ['src/adapters/journal/segment-folder.ts', 'src/app/index/segment-index.ts'],
  },
  {
    file: 'dist/chunks/save.js',
    atLeast: KEPT_APART,
    entryPoints: [
      'src/cli/sitting/save-answers.ts',
      'src/program/after-saved.ts',
      'src/program/sync/background-sync.ts',
    ],
  },
  { file: 'dist/chunks/due.js', entryPoints: ['src/cli/today/due.ts'] },
  { file: 'dist/chunks/challenge.js', entryPoints: ['src/challenge/command/challenge.ts'] },
  {
    file: 'dist/chunks/insights.js',
    entryPoints: [
      'src/insights/command/insights.ts',
      'src/insights/insights-page.ts',
      'src/insights/insight-json.ts',
    ],
  },
];

/** What is to be loaded by itself, although it is imported at once, has to be a chunk of its own. */
const APART = Object.fromEntries(
  PACKS.filter(({ isApart }) => isApart)
    .flatMap(({ entryPoints }) => entryPoints)
    .map((file) => [`chunks/${path.basename(file, '.ts')}`, file]),
);

rmSync(dist, { recursive: true, force: true });
mkdirSync(path.join(dist, 'banks'), { recursive: true });
await bundle();
await compileBanks();
writeHelp();

/**
 * esbuild splits only ES modules, and an ES module costs several milliseconds at start where CommonJS costs none: so each
 * chunk is turned into CommonJS afterwards, with `import()` as a promise of `require`.
 */
async function bundle() {
  const { outputFiles, metafile } = await build({
    ...shared,
    format: 'esm',
    entryPoints: { main: 'src/program/main.ts', ...APART },
    outdir: dist,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    plugins: [withoutChildProcesses, withoutOtherRecipients],
    metafile: true,
    write: false,
  });
  const chunks = new Map();
  for (const { path: file, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__url', 'import.meta.dirname': '__dirname' },
    });
    const url = code.includes('__url')
      ? 'const __url=require("node:url").pathToFileURL(__filename).href;'
      : '';
    chunks.set(path.relative(root, file).replaceAll(path.sep, '/'), url + code);
  }
  mkdirSync(path.join(dist, 'chunks'));
  const digest = createHash('sha256');
  for (const [file, code] of packed(chunks, metafile.outputs, PACKS)) {
    // As CommonJS already: what nothing in a file names goes.
    const small = await transform(code, {
      platform: 'node',
      target: 'node20.19',
      minify: true,
      treeShaking: true,
    });
    const script = `(function(exports,require,module,__filename,__dirname){${small.code}})`;
    const pack = PACKS.find((one) => one.file === file);
    const text = script.padEnd(pack?.atLeast ?? 0);
    if (pack) assertAscii(file, text);
    digest.update(`${file}\n${text}\n`);
    writeFileSync(path.join(root, file), text);
  }
  await build({
    ...shared,
    format: 'cjs',
    entryPoints: ['src/program/start.ts'],
    outfile: path.join(dist, 'start.js'),
    define: { BUILD: JSON.stringify(digest.digest('hex').slice(0, 16)), VERSION: JSON.stringify(version) },
    banner: { js: '(function(module,require){' },
    footer: { js: '})' },
    legalComments: 'none',
    minify: true,
  });
  writeFileSync(path.join(dist, 'licences.txt'), licencesOf(metafile.outputs, root));
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
}

/** The help as it is on screens of the usual width and wider, so that nothing has to be loaded for it. */
function writeHelp() {
  const args = [path.join(root, 'bin', 'coach.cjs'), '--help'];
  const env = { ...process.env, COLUMNS: '80', NODE_DISABLE_COMPILE_CACHE: '1' };
  writeFileSync(path.join(dist, 'help.txt'), execFileSync(process.execPath, args, { env }));
}

/** V8 keeps a text in one byte for each character or in two, and a letter in a pattern is the one thing that esbuild leaves as it is. */
function assertAscii(file, text) {
  const [odd] = /.{0,40}[^\0-\x7f]/.exec(text) ?? [];
  if (odd !== undefined) throw new Error(`${file} is not in ASCII, which costs each start time: ${odd}`);
}

/** Each bank as a line of JSON, and below it the YAML that it was compiled from, so that a changed one is noticed and parsed at run time. */
async function compileBanks() {
  const compiler = path.join(dist, 'bank-compiler.cjs');
  await build({
    ...shared,
    format: 'cjs',
    entryPoints: ['src/formats/banks/bank-yaml.ts'],
    outfile: compiler,
  });
  const { parseBank } = createRequire(import.meta.url)(compiler);
  const prompts = path.join(root, 'prompts');
  for (const file of readdirSync(prompts).filter((name) => name.endsWith('.yaml'))) {
    const source = readFileSync(path.join(prompts, file), 'utf8');
    const bank = parseBank(source, `prompts/${file}`);
    writeFileSync(
      path.join(dist, 'banks', path.basename(file, '.yaml')),
      `${JSON.stringify(bank)}\n${source}`,
    );
  }
  rmSync(compiler);
}
