// Several chunks in one file: each file that Node loads costs about half a millisecond at start.
import path from 'node:path';

const { dirname, basename, join, relative } = path.posix;

/**
 * Puts chunks that are loaded together into one file. In such a pack each chunk is a function that runs when the chunk is first
 * asked for.
 *
 * @param chunks - The code of each, as CommonJS, by its file.
 * @param outputs - What esbuild tells of them: what each imports, and its entry point.
 * @param packs - For each the file, and the entry points that it is for. What these import goes with them, unless it is in an
 *   earlier pack. Of one that `isApart` they stay out of all others that import them; what both import is in the other.
 * @returns What is in each file in the end.
 */
export function packed(chunks, outputs, packs) {
  const packOf = new Map();
  const isOf = (name, { entryPoints }) => entryPoints.some((file) => file in outputs[name].inputs);
  const apart = packs.filter(({ isApart }) => isApart);
  for (const pack of [...packs.filter(({ isApart }) => !isApart), ...apart]) {
    const goesWith = (name) => isOf(name, pack) || !apart.some((other) => isOf(name, other));
    for (const name of pack.entryPoints.flatMap((entryPoint) => loadedBy(entryPoint, outputs, goesWith))) {
      if (!packOf.has(name)) packOf.set(name, pack.file);
    }
  }
  const files = new Map(packs.map(({ file }) => [file, []]));
  for (const [name, code] of chunks) {
    const pack = packOf.get(name);
    const text = lazily(linked(plainly(code.replace(ESBUILDS, '').replace(NAMES, '')), name, packOf));
    if (pack === undefined) files.set(name, `${HELPERS}${text}`);
    else files.get(pack).push(`"${basename(name)}":function(exports,module){${text}}`);
  }
  return new Map([...files].map(([file, text]) => [file, Array.isArray(text) ? printPack(text) : text]));
}

/** What esbuild puts before each chunk to make CommonJS of it. */
const ESBUILDS = /^var __(?:create|defProp) = [^]*?^var __toCommonJS = .*;\n/m;

/**
 * What does the same here, once for all chunks of a file. esbuild copies each module as often as one imports it, name by name: `node:path`
 * fifteen times at each start. What stands behind an object is found in it just as well.
 */
const HELPERS = `var __export = (target, all) => {
  for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true });
};
var __toESM = (mod) => (mod.__esModule ? mod : { __proto__: mod, default: mod });
var __toCommonJS = (mod) => Object.defineProperty(mod, '__esModule', { value: true });
`;

/** The names that a chunk exports, told for those who import it. Nobody does. */
const NAMES = /^\/\/ Annotate the CommonJS export names [^]*/m;

/** The chunk that a file of ours is in and all that is loaded before it runs. @param goesWith - Whether a chunk may come with it. */
function loadedBy(file, outputs, goesWith) {
  const names = Object.keys(outputs);
  const first =
    names.find((name) => outputs[name].entryPoint === file) ??
    names.find((name) => file in outputs[name].inputs);
  if (first === undefined) throw new Error(`${file} is in no chunk`);
  const found = new Set([first]);
  for (const name of found) {
    for (const { path: imported, kind, external } of outputs[name].imports) {
      if (kind === 'import-statement' && !external && goesWith(imported)) found.add(imported);
    }
  }
  return [...found];
}

/** A chunk that asks packs for what is in them. */
function linked(code, name, packOf) {
  const home = packOf.get(name) ?? name;
  const pathTo = (file) => `./${relative(dirname(home), file)}`;
  return code.replaceAll(/\brequire\("(\.[^"]+)"\)/g, (_, asked) => {
    const wanted = join(dirname(name), asked);
    const pack = packOf.get(wanted);
    if (pack === undefined) return `require("${pathTo(wanted)}")`;
    const load = pack === home ? '__load' : `require("${pathTo(pack)}").load`;
    return `${load}("${basename(wanted)}")`;
  });
}

/** Exports are set when a chunk has run, and no longer asked for one by one. */
function plainly(code) {
  const [all, , list = ''] = EXPORTS.exec(code) ?? [];
  if (all === undefined) return code;
  const exported = [...list.matchAll(/^ {2}(\w+): \(\) => (.+?),?$/gm)].map(([, name, local]) =>
    local.includes('.') ? `get ${name}() { return ${local}; }` : `${name}: ${local}`,
  );
  return `${code.replace(all, '')}\nmodule.exports = { __esModule: true, ${exported.join(', ')} };`;
}

const EXPORTS = /^__export\((\w+), \{\n([^]*?)\n\}\);\nmodule\.exports = __toCommonJS\(\1\);\n/m;

/** What a chunk imports is loaded when something of it is first used, so that a start runs none of what it does not need. */
function lazily(code) {
  const imports = [...code.matchAll(IMPORT)];
  if (imports.length === 0) return code;
  const functions = imports.map(
    ([, name, found]) => `var _${name}; function ${name}() { return _${name} ??= ${found}; }`,
  );
  const uses = new RegExp(String.raw`\b(?:${imports.map(([, name]) => name).join('|')})\b`, 'g');
  return `${functions.join('\n')}\n${code.replace(IMPORT, '').replace(uses, '($&())')}`;
}

/** An import of esbuild's, as one statement of its own. */
const IMPORT = /^var (import_\w+) = (.*\b(?:require|__load)\(".*"\).*);$/gm;

function printPack(modules) {
  return `"use strict";
${HELPERS}const __modules={${modules.join(',\n')}};
const __loaded=new Map();
function __load(name){
  const known=__loaded.get(name);
  if(known)return known.exports;
  const module={exports:{}};
  __loaded.set(name,module);
  __modules[name](module.exports,module);
  return module.exports;
}
exports.load=__load;
`;
}
