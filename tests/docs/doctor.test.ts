import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CODES, findingsOf, gradeOf } from '../../src/doctor/finding.ts';
import { findingsAsJson } from '../../src/doctor/finding-json.ts';
import { ROOT } from '../cli/coach.ts';

const page = readFileSync(path.join(ROOT, 'docs/doctor.md'), 'utf8');

test('the table holds every finding with its grade, in the order in which they are told', () => {
  const rows = Array.from(
    page.matchAll(/^\| `([a-z0-9-]+)` \| (problem|note) \| .+ \|$/gm),
    ([, code, grade]) => [code, grade],
  );
  expect(rows).toEqual(CODES.map((code) => [code, gradeOf(code)]));
});

test('the JSON is what is printed, key by key', () => {
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const folder = '2026/11';
  const file = '2026/11/2026-11-22-091405-member-k3x8m2p9qa.md';
  const commands = ['chmod -R go= /home/d/.local/share/coach/journal'];
  const findings = findingsOf(
    [file, folder].map((one) => ({ code: 'open-to-others', paths: [one], commands }) as const),
  );
  expect(JSON.stringify(JSON.parse(shown))).toBe(JSON.stringify(findingsAsJson(312, findings)));
});
