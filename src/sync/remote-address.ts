// The address of the other side, as git takes it.
import { plainText } from '../domain/text/plain-text.ts';
import { hasPassword, notAnAddress, notABranch } from './setup-refusals.ts';

/** Where an address leads. */
export interface RemoteAddress {
  /** As git takes it. */
  readonly address: string;
  /** The host, or the folder. Never with a name or a password. */
  readonly shown: string;
  /** How it is reached, where it is not a folder. */
  readonly by: 'ssh' | 'https' | 'http' | 'git' | 'folder';
}

/**
 * Understands an address.
 *
 * @param absolute - The whole path of a folder that is named from where one stands, or from one's home.
 * @throws UsageError for one with a password in it, which everybody on this machine could see, and for what is none.
 *
 * @example
 * remoteAddress('git@git.example.org:d/journal.git', (path) => path).shown //=> 'git.example.org'
 */
export function remoteAddress(typed: string, absolute: (path: string) => string): RemoteAddress {
  const address = typed.trim();
  // Before two colons stands another program that is the way.
  if (address === '' || /^(?:-|[\w+.-]*::)/.test(address) || plainText(address) !== address)
    throw notAnAddress(address);
  const [, scheme = '', rest = ''] = /^([a-z+]+):\/\/(.*)$/i.exec(address) ?? [];
  if (scheme !== '') return withScheme(address, scheme.toLowerCase(), rest);
  // A path has no colon before its first slash; a letter before one is a disk.
  const [, where = ''] = /^((?:[^/@:\s]+@)?(?:\[[^\]\s]+\]|[^/@:[\]\s]{2,})):/.exec(address) ?? [];
  if (where !== '') return { address, shown: hostOf(where), by: 'ssh' };
  const folder = absolute(address);
  return { address: folder, shown: folder, by: 'folder' };
}

function withScheme(address: string, scheme: string, rest: string): RemoteAddress {
  if (scheme === 'file') return { address, shown: rest, by: 'folder' };
  const by = BY[scheme];
  const authority = rest.split('/', 1)[0] ?? '';
  if (by === undefined || authority === '') throw notAnAddress(address);
  if (authority.split('@').slice(0, -1).join('@').includes(':')) throw hasPassword();
  // What stands alone before an @ on the web is a token.
  if ((by === 'https' || by === 'http') && looksSecret(authority.split('@').slice(0, -1).join('@')))
    throw hasPassword();
  return { address, shown: hostOf(authority), by };
}

const BY: Readonly<Record<string, Exclude<RemoteAddress['by'], 'folder'>>> = {
  ssh: 'ssh',
  'git+ssh': 'ssh',
  'ssh+git': 'ssh',
  https: 'https',
  http: 'http',
  git: 'git',
};

/** As tokens of hosts are. */
function looksSecret(name: string): boolean {
  return /^(?:gh[a-z]_|github_pat_|glpat-|gldt-|x-token)/.test(name) || name.length >= 32;
}

function hostOf(authority: string): string {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : (host.split(':', 1)[0] ?? host);
}

/**
 * A branch, as git takes one.
 *
 * @throws UsageError for any other name.
 *
 * @example
 * branchNamed('main') //=> 'main'
 */
export function branchNamed(typed: string): string {
  const isOne =
    /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*$/.test(typed) && !/\.\.|\.$|\.lock$/.test(typed);
  if (!isOne) throw notABranch(typed);
  return typed;
}
