// The run of coach doctor.
import { examine } from '../examine.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { gradesOf } from '../finding.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { findingsAsJson } from '../finding-json.ts';
import { doctorPage } from '../doctor-page.ts';
import { capital } from '../../pages/text/words.ts';
import { slowProgress } from '../../cli/slow-progress.ts';
import type { Context } from '../../cli/context.ts';
import type { Inspection } from '../inspection.ts';

/** The context of every command, and this machine. */
export interface DoctorContext extends Context {
  /** This machine, to be looked at without changing anything. */
  inspection(): Promise<Inspection>;
}

export interface DoctorOptions {
  readonly json?: true;
  readonly verbose?: true;
}

/** Checks everything and changes nothing. */
export async function runDoctor({ json, verbose }: DoctorOptions, context: DoctorContext): Promise<void> {
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
    terminal.out(`${verbose && findings.length > 0 ? '\n' : ''}${capital(sound)}\n`);
  }
  if (!json && !verbose && notes > 0)
    terminal.err(`${notes === 1 ? 'One note' : `${notes} notes`}: coach doctor --verbose\n`);
  if (problems > 0)
    throw new CoachError(`${counted}, ${problems === 1 ? 'one problem' : `${problems} problems`}`);
}
