'use strict';
// Loaded before a program: any use of the network is told on descriptor 3 and ends the process.
const dgram = require('node:dgram');
const dns = require('node:dns');
const { writeSync } = require('node:fs');
const http = require('node:http');
const http2 = require('node:http2');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const tls = require('node:tls');

/** The exit code of a process that used the network. */
const USED = 99;

const lookups = (names) => Object.keys(names).filter((name) => /^(?:lookup|resolve|reverse)/.test(name));
const ways = [
  ['net', net.Socket.prototype, ['connect']],
  ['net', net.Server.prototype, ['listen']],
  ['tls', tls, ['connect']],
  ['dgram', dgram, ['createSocket']],
  ['dns', dns, lookups(dns)],
  ['dns', dns.promises, lookups(dns.promises)],
  ['http', http, ['request', 'get']],
  ['https', https, ['request', 'get']],
  ['http2', http2, ['connect']],
  ['global', globalThis, ['fetch', 'WebSocket', 'EventSource']],
];

for (const [module, holder, names] of ways) {
  for (const name of names) {
    const value = () => {
      writeSync(3, `used ${module}.${name}\n`);
      process.exit(USED);
    };
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
  }
}
syncBuiltinESMExports();
writeSync(3, 'watching\n');
