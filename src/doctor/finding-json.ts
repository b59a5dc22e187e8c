// Findings as scripts see them.
import { type Finding, findingText } from './finding.ts';

/** The version of the shape below (docs/doctor.md, JSON). */
const FINDINGS_FORMAT = 1;

/**
 * Findings as scripts see them.
 *
 * @param entries - How many entries can be read.
 *
 * @example
 * findingsAsJson(312, []) //=> { format: 1, entries: 312, findings: [] }
 */
export function findingsAsJson(entries: number, findings: readonly Finding[]): object {
  return {
    format: FINDINGS_FORMAT,
    entries,
    findings: findings.map(({ code, grade, count, paths, details, commands }) => ({
      code,
      grade,
      ...findingText(code, count),
      commands,
      count,
      paths,
      details,
    })),
  };
}
