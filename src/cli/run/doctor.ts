import { examine } from '../../app/doctor/examine.ts';
import { CoachError } from '../../domain/errors.ts';
import { gradesOf } from '../../domain/finding.ts';
import { printJson } from '../../formats/entry-json.ts';
import { findingsAsJson } from '../../formats/finding-json.ts';
import type { Context } from '../context.ts';
import { doctorPage } from '../render/doctor-page.ts';
import { slowProgress } from '../slow-progress.ts';

export interface DoctorOptions {
  readonly json?: true;
  readonly verbose?: true;
}

/** Checks everything and changes nothing. */
export async function runDoctor({ json, verbose }: DoctorOptions, context: Context): Promise<void> {
  const { terminal, clock } = context;
  const inspection = await context.inspection();
  const progress = slowProgress('Reading the journal', terminal);
  const { entries, findings } = await examine(inspection, clock(), progress);
  const { problems, notes } = gradesOf(findings);
  if (json) terminal.out(printJson(findingsAsJson(entries, findings)));
  else {
    const shown = findings.filter(({ grade }) => verbose || grade === 'problem');
    if (shown.length > 0) terminal.out(doctorPage(shown, terminal));
  }
  const counted = entries === 1 ? 'one entry' : `${entries} entries`;
  if (!json && problems === 0) {
    const sound = entries === 0 ? 'No entries yet; all sound.' : `${counted}, all sound.`;
    terminal.out(
      `${shownFirst(verbose, findings.length)}${sound.slice(0, 1).toUpperCase()}${sound.slice(1)}\n`,
    );
  }
  if (!json && !verbose && notes > 0)
    terminal.err(`${notes === 1 ? 'One note' : `${notes} notes`}: coach doctor --verbose\n`);
  if (problems > 0)
    throw new CoachError(`${counted}, ${problems === 1 ? 'one problem' : `${problems} problems`}`);
}

/** What stands between the notes and the last line. */
function shownFirst(verbose: true | undefined, findings: number): string {
  return verbose && findings > 0 ? '\n' : '';
}
