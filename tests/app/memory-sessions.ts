import type { KeySessions } from '../../src/app/ports/keys.ts';
import { type KeySession, lastsStill } from '../../src/domain/entry/key-session.ts';

/** Sessions that are only remembered. @param now - Milliseconds since 1970. */
export function memorySessions(now: () => number = () => 0): KeySessions {
  const sessions = new Map<string, KeySession>();
  return {
    canLast: true,
    folder: undefined,
    find(recipient) {
      const session = sessions.get(recipient);
      return session && lastsStill(session, now()) ? session : undefined;
    },
    async begin(recipient, session) {
      sessions.set(recipient, session);
    },
    renew: (recipient, session) => void sessions.set(recipient, session),
    end: (recipient) => sessions.delete(recipient),
  };
}
