import { expect, test } from 'vitest';
import { isInNpxCache, isPassing, lastingPaths } from '../../src/reminders/lasting-path.ts';

test.each([
  { path: '/usr/bin/node', passes: false },
  { path: '/usr/local/bin/coach', passes: false },
  { path: '/opt/homebrew/bin/node', passes: false },
  { path: '/opt/homebrew/opt/node@24/bin/node', passes: false },
  { path: '/usr/lib/node_modules/coach/bin/coach.cjs', passes: false },
  { path: '/home/d/work/coach/bin/coach.cjs', passes: false },
  { path: '/snap/node/current/bin/node', passes: false },
  { path: '/usr/local/bin/node-24.1', passes: false },
  { path: '/home/d/.nvm/versions/node/v20.19.5/bin/node', passes: true },
  { path: '/opt/homebrew/Cellar/node/24.1.0_1/bin/node', passes: true },
  { path: '/opt/node-v20.19.5-linux-x64/bin/node', passes: true },
  { path: '/home/d/.asdf/installs/nodejs/22.1.0/bin/node', passes: true },
  { path: '/snap/node/9130/bin/node', passes: true },
  { path: '/nix/store/abc-nodejs-slim/bin/node', passes: true },
  { path: '/run/user/1000/fnm_multishells/91_17/bin/node', passes: true },
  { path: '/p/global/5/.pnpm/coach@1.0.0/node_modules/coach/bin/coach.cjs', passes: true },
  { path: '/home/d/work/coach/node_modules/.bin/coach', passes: true },
])('$path passes: $passes', ({ path, passes }) => expect(isPassing(path)).toBe(passes));

test.each([
  { path: '/opt/homebrew/Cellar/node@24/24.1.0/bin/node', links: ['/opt/homebrew/opt/node@24/bin/node'] },
  { path: '/snap/node/9130/bin/node', links: ['/snap/node/current/bin/node'] },
  { path: '/h/.nvm/versions/node/v20.19.5/bin/node', links: ['/h/.nvm/current/bin/node'] },
  {
    path: '/h/.local/share/fnm/node-versions/v24.1.0/installation/bin/node',
    links: ['/h/.local/share/fnm/aliases/default/bin/node'],
  },
  {
    path: '/h/.local/share/mise/installs/node/24.1.0/bin/node',
    links: ['/h/.local/share/mise/installs/node/latest/bin/node'],
  },
  {
    path: '/p/global/5/.pnpm/coach@1.0.0/node_modules/coach/bin/coach.cjs',
    links: ['/p/global/5/node_modules/coach/bin/coach.cjs'],
  },
  { path: '/usr/bin/node', links: [] },
])('$path may be found at $links', ({ path, links }) => {
  expect(lastingPaths(path)).toEqual(links);
  expect(links.filter(isPassing)).toEqual([]);
});

test.each([
  { path: '/home/d/.npm/_npx/1f2e3d/node_modules/coach', cached: true },
  { path: 'C:\\Users\\d\\AppData\\npm-cache\\_npx\\1f\\coach', cached: true },
  { path: '/home/d/npx/coach', cached: false },
])('$path is in the cache of npx: $cached', ({ path, cached }) => expect(isInNpxCache(path)).toBe(cached));
