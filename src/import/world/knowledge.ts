// The hashes and the time zones that only the machine knows.
import { hash } from 'node:crypto';
import { offsetIn, zoneCalled } from '../../adapters/machine/zone-offset.ts';
import type { Knowledge } from '../foreign-entry.ts';

/** The hashes and time zones of this machine. */
export const knowledge: Knowledge = { hash: (text) => hash('sha256', text, 'buffer'), offsetIn, zoneCalled };
