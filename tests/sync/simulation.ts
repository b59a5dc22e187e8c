import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { syncOnce, type SyncPorts } from '../../src/sync/sync-once.ts';
import { SyncStop } from '../../src/sync/sync-stop.ts';
import { filesBelow, put } from '../cli/coach.ts';
import { type Machine, newMachine, portsOf, RECIPIENT } from './machines.ts';
import { type MemoryRemote, newMemoryRemote } from './memory-remote.ts';

/** What came of a simulated time. */
export interface Simulated {
  /** Texts that a folder held when a sync began that ended well, and that are nowhere any more, not even in the past of the other side. */
  readonly lost: readonly string[];
  /** Texts that nobody has replaced or taken away for ever, and that are in no folder any more. */
  readonly missing: readonly string[];
  readonly torn: readonly string[];
  readonly areSame: boolean;
  readonly kills: number;
  readonly syncs: number;
}

/** Coach was killed. */
class Killed extends Error {}

/** The ports of a machine that is killed at one of their calls: before it, or right after. */
function killedAt(ports: SyncPorts, at: number, isAfter: boolean): SyncPorts {
  let calls = 0;
  const dying = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return (...given: readonly unknown[]): unknown => {
          calls++;
          if (calls > at || (calls === at && !isAfter)) throw new Killed();
          const answer: unknown = Reflect.apply(method, target, given);
          if (calls < at) return answer;
          if (answer instanceof Promise)
            return answer.then(() => {
              throw new Killed();
            });
          throw new Killed();
        };
      },
    });
  return {
    ...ports,
    repository: dying(ports.repository),
    folder: dying(ports.folder),
    // The lock is given back: a process that is gone holds none.
    history: { ...dying(ports.history), alone: ports.history.alone },
  };
}

/** How entries lie in their files; `encrypted` while they are synced. */
export type SimulatedJournal = 'in clear' | 'sealed' | 'encrypted';

const HEADER = 'age-encryption.org/v1\n-> X25519 ';

/** What a file says: here sealing hides nothing. */
const plainOf = (text: string): string =>
  text.startsWith(HEADER) ? text.slice(text.indexOf('\n\n') + 2) : text;

const MONTHS = ['2026/10', '2026/11'];

/** Three machines, on which somebody writes, edits, deletes, restores and syncs, at random; some syncs are killed. */
export async function simulate(
  home: string,
  seed: number,
  journal: SimulatedJournal,
  steps = 60,
): Promise<Simulated> {
  const random = drawFrom(seed);
  const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(random() * all.length)];
  const remote = newMemoryRemote();
  const machines = ['a', 'b', 'c'].map((name) =>
    newMachine(home, name, journal === 'sealed' ? RECIPIENT : undefined),
  );
  const kept = new Set<string>();
  const wanted = new Set<string>();
  let [made, kills, syncs] = [0, 0, 0];

  const sealed = (plain: string): string => `${HEADER}${Math.floor(random() * 1e9)}\n\n${plain}`;
  const text = ({ pinned }: Machine): string => {
    const body = `---\ncoach: 1\n---\ntext ${++made}\n${'w'.repeat(random() * 300)}\n`;
    const whole = `${body}sum ${sumOf(body)}\n`;
    wanted.add(whole);
    return pinned === undefined ? whole : sealed(whole);
  };
  const encrypt = (machine: Machine): void => {
    machine.pinned = RECIPIENT;
    const key = path.join(machine.folder, '.key/recipients');
    if (!existsSync(key)) put(key, `${RECIPIENT}\n`);
    for (const file of entriesOf(machine).filter((one) => one.endsWith('.md'))) {
      const place = path.join(machine.folder, file);
      // As coach does, unless names are kept.
      const wanted = place.replace(/-\d{6}-note-/, '-000000-entry-');
      // What is in both forms differs, and is kept beside.
      const twin = existsSync(`${wanted}.age`) ? wanted.replace(/\.md$/, ` (kept ${++made}).md`) : wanted;
      put(`${twin}.age`, sealed(readFileSync(place, 'utf8')));
      rmSync(place);
    }
  };
  const act = (machine: Machine): void => {
    const files = entriesOf(machine);
    const live = pick(files.filter((file) => !file.startsWith('trash/')));
    const gone = pick(files.filter((file) => file.startsWith('trash/')));
    const place = (file: string): string => path.join(machine.folder, file);
    const unwanted = (file: string): void => void wanted.delete(plainOf(readFileSync(place(file), 'utf8')));
    const move = (from: string, to: string): void => {
      mkdirSync(path.dirname(place(to)), { recursive: true });
      if (![to, `${to}.age`, to.replace(/\.age$/, '')].some((one) => existsSync(place(one))))
        renameSync(place(from), place(to));
    };
    const what = random();
    if (what < 0.4 || live === undefined)
      put(
        place(
          `${pick(MONTHS)}/2026-11-22-0914${String(made % 60).padStart(2, '0')}-note-${idOf(made)}${endingOf(machine)}`,
        ),
        text(machine),
      );
    else if (what < 0.7) {
      unwanted(live);
      const wanted = live.endsWith('.md') ? live.replace(/\.md$/, endingOf(machine)) : live;
      if (wanted !== live) rmSync(place(live));
      replace(place(wanted), text(machine));
    } else if (what < 0.9) move(live, `trash/${live}`);
    else if (gone !== undefined && what < 0.95) move(gone, gone.slice('trash/'.length));
    else if (gone !== undefined) {
      unwanted(gone);
      rmSync(place(gone));
    }
  };
  const sync = async (machine: Machine, mayBeKilled: boolean): Promise<void> => {
    syncs++;
    const before = textsOf(machine);
    const ports = portsOf(machine, remote);
    const isKilled = mayBeKilled && random() < 0.4;
    if (isKilled) kills++;
    const dying = isKilled ? killedAt(ports, 1 + Math.floor(random() * 40), random() < 0.5) : ports;
    try {
      await syncOnce({ takeDeletions: true }, dying);
      for (const one of before) kept.add(one);
    } catch (error) {
      if (error instanceof Killed) return;
      if (!(error instanceof SyncStop)) throw error;
      // Somebody unlocks the journal, or encrypts what is not encrypted yet.
      if (error.state === 'unlock-first') machine.pinned = RECIPIENT;
      else if (error.state === 'encrypt-first') encrypt(machine);
      else if (error.state !== 'busy') throw error;
    }
  };
  for (let step = 0; step < steps; step++) {
    const [one, other] = [pick(machines), pick(machines)];
    if (one && journal === 'encrypted' && step === Math.floor(steps / 3)) encrypt(one);
    if (!one || !other) continue;
    if (random() < 0.6) act(one);
    else if (random() < 0.3 && one !== other) await Promise.all([sync(one, true), sync(other, true)]);
    else await sync(one, true);
  }
  for (let round = 0; round < 8; round++) for (const machine of machines) await sync(machine, false);
  const [first = '', ...others] = machines.map((machine) => JSON.stringify(stateOf(machine)));
  const there = new Set([...remote.texts.values()].map((bytes) => plainOf(Buffer.from(bytes).toString())));
  return {
    lost: [...kept].filter((one) => !there.has(one)),
    missing: [...wanted].filter((one) => !machines.some((machine) => textsOf(machine).includes(one))),
    torn: machines.flatMap(textsOf).filter((one) => !isWhole(one)),
    areSame: others.every((other) => other === first) && isSameAs(remote, first),
    kills,
    syncs,
  };
}

/** From 0 to below 1, the same from the same seed. */
function drawFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const endingOf = ({ pinned }: Machine): string => (pinned === undefined ? '.md' : '.md.age');
const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const idOf = (made: number): string => `${made}`.padStart(10, 'k');

function isWhole(text: string): boolean {
  const at = text.lastIndexOf('sum ');
  return text.slice(at + 4).trim() === sumOf(text.slice(0, at));
}

function replace(file: string, text: string): void {
  put(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

function entriesOf({ folder }: Machine): readonly string[] {
  return filesBelow(folder).filter((file) => !file.split('/').some((part) => part.startsWith('.')));
}

const textsOf = (machine: Machine): readonly string[] =>
  entriesOf(machine).map((file) => plainOf(readFileSync(path.join(machine.folder, file), 'utf8')));

const stateOf = (machine: Machine): readonly (readonly [string, string])[] =>
  entriesOf(machine).map(
    (file) => [file, sumOf(readFileSync(path.join(machine.folder, file), 'utf8'))] as const,
  );

function isSameAs({ head, commits, texts }: MemoryRemote, state: string): boolean {
  const files = [...(commits.get(head ?? '')?.files ?? [])]
    .filter(([file]) => !file.startsWith('.'))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const sums = files.map(([file, oid]) => [file, sumOf(Buffer.from(texts.get(oid) ?? []).toString())]);
  return JSON.stringify(sums) === state;
}
