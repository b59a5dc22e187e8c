// Builds what runs: the question banks are checked and compiled to JSON, the sources bundled with lazy chunks.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
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

rmSync(dist, { recursive: true, force: true });
mkdirSync(path.join(dist, 'banks'), { recursive: true });
await bundle();
await compileBanks();

/**
 * esbuild splits only ES modules, and an ES module costs several milliseconds at start where CommonJS costs none: so each
 * chunk is turned into CommonJS afterwards, with `import()` as a promise of `require`.
 */
async function bundle() {
  const { outputFiles } = await build({
    ...shared,
    format: 'esm',
    entryPoints: { main: 'src/cli/main.ts' },
    outdir: dist,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    plugins: [withoutChildProcesses],
    write: false,
  });
  for (const { path: file, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      minify: true,
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__url', 'import.meta.dirname': '__dirname' },
    });
    const url = code.includes('__url')
      ? 'const __url=require("node:url").pathToFileURL(__filename).href;'
      : '';
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, url + code);
  }
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "commonjs" }\n');
}

/** Each bank with the YAML that it was compiled from, so that a changed one is noticed and parsed at run time. */
async function compileBanks() {
  const compiler = path.join(dist, 'bank-compiler.cjs');
  await build({ ...shared, format: 'cjs', entryPoints: ['src/formats/bank-yaml.ts'], outfile: compiler });
  const { parseBank } = createRequire(import.meta.url)(compiler);
  const prompts = path.join(root, 'prompts');
  for (const file of readdirSync(prompts).filter((name) => name.endsWith('.yaml'))) {
    const source = readFileSync(path.join(prompts, file), 'utf8');
    const bank = parseBank(source, `prompts/${file}`);
    writeFileSync(
      path.join(dist, 'banks', file.replace(/\.yaml$/, '.json')),
      JSON.stringify({ source, bank }),
    );
  }
  rmSync(compiler);
}
