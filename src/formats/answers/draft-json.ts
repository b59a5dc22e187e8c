// The draft of a sitting as a JSON file, which only this program reads.
import type { Draft } from '../../domain/sitting/draft.ts';

/** The version of the draft format; a draft of another version is left alone. */
const DRAFT_FORMAT = 1;

/** Who is at work on a draft: a process of a machine, told from a later one of the same number by when it started. */
export interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

/**
 * A draft as a JSON file. Drafts are read by the program that wrote them, on the same machine, and by nobody else.
 *
 * @example
 * const head = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false };
 * const draft = draftOf(memberSitting, head, {});
 * parseDraft(printDraft(draft, { pid: 4711, started: '1764062045', host: 'desk' }))?.draft.bank //=> 'member'
 */
export function printDraft(draft: Draft, holder: Holder): string {
  return `${JSON.stringify({ format: DRAFT_FORMAT, holder, draft }, null, 2)}\n`;
}

/**
 * Reads what `printDraft` wrote; undefined for anything else.
 *
 * @example
 * parseDraft('not JSON') //=> undefined
 */
export function parseDraft(text: string): { readonly draft: Draft; readonly holder: Holder } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isDraftFile(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isDraftFile(value: unknown): value is { draft: Draft; holder: Holder } {
  if (!isObject(value) || value['format'] !== DRAFT_FORMAT) return false;
  const { draft, holder } = value;
  return isObject(draft) && isObject(holder) && typeof holder['pid'] === 'number' && isDraft(draft);
}

function isDraft(draft: Record<string, unknown>): boolean {
  return (
    ['id', 'at', 'bank', 'title'].every((key) => typeof draft[key] === 'string') &&
    typeof draft['field'] === 'number' &&
    ['answers', 'hidden'].every((key) => isListOf(draft[key], isAnswer)) &&
    ['questions', 'offered', 'tags'].every((key) => isListOf(draft[key], (one) => typeof one === 'string')) &&
    isObject(draft['parts']) &&
    isObject(draft['spent'])
  );
}

function isAnswer(value: unknown): boolean {
  return isObject(value) && typeof value['question'] === 'string' && 'value' in value && 'skip' in value;
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
