// The answers of git: what is in a tree, texts, and what an error stands for.
import { plainText } from '../domain/text/plain-text.ts';
import type { Oid, Tree } from './merge-plan.ts';
import type { StopState } from './sync-stop.ts';
import { isKeyFile, isSynced, LARGEST } from './synced-path.ts';

/** The files of a tree. */
export interface TreeFiles {
  readonly entries: Tree;
  /** Those of the key of the journal. */
  readonly keys: Tree;
  /** What is not taken in, by its path as it is there: links, other repositories, names that not each system can hold, what is too large. */
  readonly strange: readonly string[];
}

/**
 * Reads what `git ls-tree -r -z -l` prints.
 *
 * @example
 * treeFiles('100644 blob 1111      12\ta.md\0').entries //=> new Map([['a.md', '1111']])
 */
export function treeFiles(printed: string): TreeFiles {
  const entries = new Map<string, Oid>();
  const keys = new Map<string, Oid>();
  const strange: string[] = [];
  for (const line of printed.split('\0')) {
    const [, mode = '', oid = '', size = '', path = ''] =
      /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
    if (path === '') continue;
    const isFile = (mode === '100644' || mode === '100755') && Number(size) <= LARGEST;
    if (isFile && isSynced(path)) entries.set(path, oid);
    else if (isFile && isKeyFile(path)) keys.set(path, oid);
    else strange.push(path);
  }
  return { entries, keys, strange };
}

/** What `git cat-file --batch` prints is not what was asked for. */
const LOST = 'missing';

/**
 * Reads the texts that `git cat-file --batch` prints.
 *
 * @returns Undefined where one is missing.
 *
 * @example
 * batchTexts(new TextEncoder().encode('1111 blob 2\nhi\n'))?.get('1111') //=> new TextEncoder().encode('hi')
 */
export function batchTexts(printed: Uint8Array): ReadonlyMap<Oid, Uint8Array> | undefined {
  const texts = new Map<Oid, Uint8Array>();
  const decoder = new TextDecoder();
  for (let at = 0; at < printed.length;) {
    const end = printed.indexOf(0x0a, at);
    const [oid = '', type = LOST, size = ''] = decoder.decode(printed.subarray(at, end)).split(' ');
    if (type !== 'blob') return undefined;
    const from = end + 1;
    texts.set(oid, new Uint8Array(printed.buffer, printed.byteOffset + from, Number(size)));
    at = from + Number(size) + 1;
  }
  return texts;
}

/** What an error of git stands for. `overtaken`: somebody else has sent something meanwhile; `no-branch`: nothing was ever sent. */
export type GitTrouble =
  | Extract<StopState, 'offline' | 'not-trusted' | 'refused' | 'no-remote' | 'remote-refuses' | 'git-failed'>
  | Extract<StopState, 'unknown-host' | 'changed-host' | 'bad-certificate' | 'other-format' | 'old-git'>
  | Extract<StopState, 'full-here' | 'full-there'>
  | 'overtaken'
  | 'no-branch';

/** The first that is found counts. Git says so in English, since it is asked to. */
const SIGNS: readonly (readonly [GitTrouble, RegExp])[] = [
  ['no-branch', /couldn't find remote ref/i],
  ['full-there', /^remote:[^\n]*(?:no space left on device|disk quota exceeded)/im],
  ['full-here', /no space left on device|disk quota exceeded/i],
  // The other side itself says so where two send at the same moment, as it does of all that it refuses.
  [
    'overtaken',
    /reference already exists|is at [0-9a-f]+ but expected|incorrect old value|cannot lock ref[^\n]*: File exists/i,
  ],
  [
    'remote-refuses',
    /hook declined|pre-receive|protected branch|GL-HOOK|GH\d{3}:|refusing to (?:update|allow)|\[remote rejected\]/i,
  ],
  ['old-git', /unknown (?:option|switch)|^usage: git/im],
  ['other-format', /mismatched algorithms|unknown repository extension|object format/i],
  ['changed-host', /host identification has changed|host key for \S+ has changed/i],
  ['unknown-host', /host key verification failed|no \S+ host key is known/i],
  [
    'bad-certificate',
    /certificate (?:verify|verification) failed|certificate problem|certificate has expired/i,
  ],
  ['overtaken', /\[rejected\]|non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref/i],
  ['not-trusted', /dubious ownership/i],
  [
    'refused',
    /permission denied|authentication failed|could not read (?:username|password)|terminal prompts disabled|returned error: 40[13]|access denied|not authorized/i,
  ],
  [
    'no-remote',
    /not found|does not exist|does not appear to be a git repository|no such file or directory|unable to find remote helper|transport '[^']*' not allowed|service not enabled/i,
  ],
  [
    'offline',
    /could not resolve|name or service not known|network is unreachable|no route to host|connection (?:refused|timed out|closed|reset)|failed to connect|couldn't connect|operation timed out|operation too slow|hung up|early EOF|unable to access|returned error: 5\d\d|unable to connect|timed out/i,
  ],
];

/**
 * What an error of git stands for, by its words.
 *
 * @example
 * troubleIn('fatal: unable to access http://localhost:1/: Failed to connect') //=> 'offline'
 */
export function troubleIn(said: string): GitTrouble {
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'git-failed';
}

const MOST_LINES = 5;

/** What git and ssh say whatever is wrong, and rulers. */
const SAYS_NOTHING =
  /^(?:hint:.*|@+|@ +WARNING: (.*?) +@|fatal: Could not read from remote repository\.|Please make sure you have the correct access rights|and the repository exists\.)$/;

/**
 * Words of git or of a server, as they can be shown: a few lines, without what a terminal would obey, and without a name or a password in an
 * address.
 *
 * @param most - So many lines.
 *
 * @example
 * shownWords('remote: \u001b[31mno\nfatal: https://d:sec@ret@h/') //=> 'no\nfatal: https://h/'
 */
export function shownWords(said: string, most = MOST_LINES): string {
  const lines = plainText(said)
    .split('\n')
    .map((line) => line.replace(/^remote:\s?/, '').trim())
    .filter((line) => line !== '');
  const telling = lines.filter((line) => !SAYS_NOTHING.test(line));
  return (telling.length > 0 ? telling : lines.filter((line) => !line.startsWith('hint:')))
    .slice(0, most)
    .join('\n')
    .replace(/(\w:\/\/)[^\s/]*@/g, '$1');
}
