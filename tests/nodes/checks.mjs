// What an installed coach must do on every Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** What a package may hold beside its folders. */
const FILES = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'dist/licences.txt',
  'tests/transcripts/loop.md',
  'tests/transcripts/conversation.md',
];
const FOLDERS = ['bin', 'dist', 'prompts', 'docs'];

/**
 * Whether a package holds what runs and what people read, and nothing else.
 *
 * @param paths - Its files, with slashes.
 */
export function checkPackage(paths) {
  const top = (file) => file.split('/')[0];
  const strange = paths.filter((file) => !FILES.includes(file) && !FOLDERS.includes(top(file)));
  const lacking = [
    ...FILES.filter((file) => !paths.includes(file)),
    ...FOLDERS.filter((name) => !paths.some((file) => file.startsWith(`${name}/`))),
  ];
  return [
    { name: 'nothing else', mistake: strange.length === 0 ? undefined : `holds ${strange.join(', ')}` },
    { name: 'nothing less', mistake: lacking.length === 0 ? undefined : `lacks ${lacking.join(', ')}` },
  ];
}

/**
 * Runs an installed coach through a first day, in a new home.
 *
 * @param node - The Node that runs it.
 * @param coach - The file that is run.
 * @param folder - An empty folder for the home.
 * @returns For each command whether it did what it should.
 */
export function checkCoach({ node, coach, folder, version }) {
  const home = path.join(folder, 'a home');
  const ownBank = path.join(home, 'data', 'banks', 'mine.yaml');
  return steps({ version, ownBank }).map(({ args, stdin = '', isRight, exitCode = 0, talk = /^$/ }) => {
    const { status, stdout, stderr } = spawnSync(node, [coach, ...args], {
      input: stdin,
      env: environment(home),
      encoding: 'utf8',
    });
    const right = status === exitCode && talk.test(stderr) && isRight(stdout);
    const said = `ended with ${status}\n${stdout.slice(0, 500)}${stderr}`;
    return {
      name: `coach ${args.join(' ')}`,
      mistake: right ? undefined : said.trim().replaceAll('\n', '\n    '),
    };
  });
}

/** `talk` is what may stand on standard error: nothing, where nothing is said. A warning of Node's is never right. */
function steps({ version, ownBank }) {
  const answers = { 'checkin-trust': 4, 'rot-m-waited': 'For an answer.\n\n# Not a heading' };
  return [
    { args: ['--version'], isRight: (out) => out === `${version}\n` },
    { args: ['--help'], isRight: (out) => out.startsWith('Usage: coach') && out.includes('checkin') },
    {
      args: ['--wrong'],
      exitCode: 2,
      isRight: (out) => out === '',
      talk: /^coach: unknown option '--wrong'\n {2}.+\n$/,
    },
    {
      args: ['checkin', '--role', 'member', '--answers', '-'],
      stdin: JSON.stringify(answers),
      isRight: (out) => out.startsWith('Saved.'),
    },
    { args: ['journal', '--json'], isRight: (out) => isTheCheckIn(out, answers) },
    { args: ['journal'], isRight: (out) => out.split('\n').length === 2 },
    { args: ['journal', '--search', '"an answer" -friday'], isRight: (out) => out.split('\n').length === 2 },
    { args: ['doctor'], isRight: (out) => out === '1 entry, no problems found.\n' },
    { args: ['journal', 'show', 'last'], isRight: (out) => out.includes('For an answer.') },
    { args: [], isRight: (out) => out.startsWith('Nothing due today.') },
    { args: ['checkin'], isRight: (out) => out === '' },
    { args: ['banks'], isRight: (out) => out.includes('manager\t') && out.includes('member\t') },
    {
      args: ['banks', 'new', 'mine'],
      isRight: (out) => out === `${ownBank}\n`,
      talk: /^Edit it, then run: .+\n$/,
    },
    { args: ['banks', 'check', ownBank], isRight: (out) => out !== '' },
    {
      args: ['config', 'set', 'role', 'member'],
      isRight: (out) => out === '',
      talk: /^role set to member\.\n$/,
    },
    { args: ['config', 'get', 'role'], isRight: (out) => out === 'member\n' },
    { args: ['completion', 'bash'], isRight: (out) => out.includes('complete') && out.includes('coach') },
    { args: ['about'], isRight: (out) => out.length > 200 },
  ];
}

function isTheCheckIn(out, answers) {
  const entries = JSON.parse(out);
  const given = (entries[0]?.answers ?? []).map(({ question, value }) => [question, value]);
  return entries.length === 1 && isDeepStrictEqual(Object.fromEntries(given), answers);
}

/** As a person has it who has set nothing. */
function environment(home) {
  const own = Object.entries(process.env).filter(([name]) => !/^(NODE_|COACH_|npm_)/i.test(name));
  return { ...Object.fromEntries(own), COACH_HOME: home };
}
