import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isPure, SOURCE_FILES } from './source-files.ts';

const VALUES = path.join(import.meta.dirname, 'example-values');

const PURE = SOURCE_FILES.filter(isPure);

/** What examples know by name. */
type Scope = Readonly<Record<string, unknown>>;

/** By the name that static imports are given here: by another one, a module could be loaded a second time. */
const moduleAt = (file: string): Promise<Scope> => import(file);
const sourceModule = ({ name }: { readonly name: string }): Promise<Scope> => moduleAt(`/src/${name}`);

/** One `//=>` of a doc comment: the code before it, back to the one before or to the start, and what it gives. */
interface Example {
  readonly code: string;
  readonly result: string;
}

/** The doc comments of a file, each with what it stands above. */
function documented(text: string): readonly { readonly comment: string; readonly above: string }[] {
  return Array.from(text.matchAll(/^\/\*\*[\s\S]*?\*\/\n(.*)/gm), ([whole, above = '']) => ({
    comment: whole
      .slice(0, whole.length - above.length)
      .replace(/^\/\*\*|\*\/\n$/g, '')
      .replaceAll(/^ *\* ?/gm, ''),
    above,
  }));
}

function examplesIn(comment: string): readonly (readonly Example[])[] {
  return comment
    .split(/^@example\n/m)
    .slice(1)
    .map((block) => {
      const found: Example[] = [];
      let code = '';
      for (const line of block.split(/\n(?=@)/)[0]?.split('\n') ?? []) {
        const at = line.indexOf('//=>');
        // A result may go on in the lines below, each a comment.
        const more = /^\/\/ {2,}(.*)/.exec(line)?.[1];
        const last = found.at(-1);
        if (at >= 0) {
          found.push({ code: `${code}\n${line.slice(0, at)}`.trim(), result: line.slice(at + 4) });
          code = '';
        } else if (more !== undefined && last && code === '') {
          found[found.length - 1] = { ...last, result: `${last.result}\n${more}` };
        } else code += `\n${line}`;
      }
      return found;
    });
}

const MORE = Symbol('and others');

/** Whether a value is what an example says; `{ kind: 'entry', … }` names only some of the keys. */
function agrees(got: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || typeof got !== 'object' || got === null) {
    return isDeepStrictEqual(got, wanted);
  }
  const keys = Object.keys(wanted);
  const value = (of: object, key: string): unknown => Reflect.get(of, key);
  if (keys.length === 0 && !Object.hasOwn(wanted, MORE)) return isDeepStrictEqual(got, wanted);
  const known = Object.keys(got).filter((key) => value(got, key) !== undefined);
  return (
    Array.isArray(got) === Array.isArray(wanted) &&
    (Object.hasOwn(wanted, MORE) || known.length === keys.length) &&
    keys.every((key) => agrees(value(got, key), value(wanted, key)))
  );
}

/** Runs code in which these names are known; its last line or lines are an expression, what stands before are statements. */
async function run(code: string, scope: Scope): Promise<unknown> {
  const lines = code.replace(/;$/, '').split('\n');
  for (let first = 0; first < lines.length; first += 1) {
    const body = `${lines.slice(0, first).join('\n')}\nreturn (\n${lines.slice(first).join('\n')}\n);`;
    let program: () => unknown;
    try {
      const written = Reflect.construct(Function, [
        ...Object.keys(scope),
        `return (async () => {${body}})();`,
      ]);
      program = () => Reflect.apply(written, undefined, Object.values(scope));
    } catch (error) {
      if (error instanceof SyntaxError && first + 1 < lines.length) continue;
      throw error;
    }
    return await program();
  }
  return undefined;
}

/** All that the pure parts export, and the values made for examples; of values with one name, those for the file's own part. */
const wholeScope = async (name: string): Promise<Scope> => {
  const pure = await Promise.all(PURE.map(sourceModule));
  const own = `${name.split('/')[0]}.ts`;
  const files = readdirSync(VALUES).toSorted((one, other) => Number(one === own) - Number(other === own));
  const values = await Promise.all(files.map((file) => moduleAt(`/tests/house/example-values/${file}`)));
  return Object.assign({ more: { [MORE]: true } }, ...pure, ...values);
};

describe('each example in a doc comment gives what it says', () => {
  test.each(PURE.filter(({ text }) => text.includes('//=>')))('$name', async ({ name, text }) => {
    const scope = { ...(await wholeScope(name)), ...(await sourceModule({ name })) };
    const wrong: unknown[] = [];
    for (const { comment } of documented(text)) {
      for (const examples of examplesIn(comment)) {
        let before = '';
        for (const { code, result } of examples) {
          const said = `${code} //=> ${result.trim()}`;
          try {
            const got = await run(`${before}${code}`, scope);
            const wanted = await run(result.replaceAll(/…(?=\s*\})/g, '...more'), scope);
            if (!agrees(got, wanted)) wrong.push({ said, gives: got });
          } catch (error) {
            wrong.push({ said, fails: String(error) });
          }
          before += /^(?:const|let) /.test(code) ? code.slice(0, code.lastIndexOf('\n') + 1) : '';
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

test('every exported function of the pure parts has an example that runs', () => {
  const lacking = PURE.flatMap(({ name, text }) =>
    documented(text)
      .filter(({ above }) => /^export (?:async )?function\*? |^export const \w+ = (?:async )?\(/.test(above))
      .filter(({ comment }) => !comment.includes('//=>'))
      .map(({ above }) => `${name}: ${/(?:function\*?|const) (\w+)/.exec(above)?.[1]}`),
  );
  expect(lacking).toEqual([]);
});
