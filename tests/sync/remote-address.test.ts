import { expect, test } from 'vitest';
import { remoteAddress } from '../../src/sync/remote-address.ts';
import { UsageError } from '../../src/domain/text/errors.ts';

test.each([
  { typed: 'git://[fe80::1]/j.git', shown: '[fe80::1]', by: 'git' },
  { typed: 'ssh://me@[fe80::1]:22/j.git', shown: '[fe80::1]', by: 'ssh' },
  { typed: 'me@[fe80::1]:j.git', shown: '[fe80::1]', by: 'ssh' },
  { typed: 'stick/a::b.git', shown: '/here/stick/a::b.git', by: 'folder' },
])('$typed is an address, whatever colons are in it', ({ typed, ...is }) => {
  expect(remoteAddress(typed, (path) => `/here/${path}`)).toMatchObject(is);
});

test.each(['ext::sh -c true', '::x', 'fd::7', 'a-b+c.d::x', '--upload-pack=x'])(
  '%s is none: it names a program',
  (typed) => {
    expect(() => remoteAddress(typed, (path) => path)).toThrow(UsageError);
  },
);
