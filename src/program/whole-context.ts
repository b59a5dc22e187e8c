// The context of all commands together, those of the wings too.
import type { Context } from '../cli/context.ts';
import type { DoctorContext } from '../doctor/command/doctor.ts';
import type { EncryptionContext } from '../encryption/key-ring.ts';
import type { ImportContext } from '../import/command/journal-import.ts';
import type { ReportContext } from '../insights/command/report.ts';
import type { RemindersContext } from '../reminders/command/change-crontab.ts';
import type { SyncContext } from '../sync/sync-world.ts';

/** The context that serves every command, those of the wings too. */
export type WholeContext = Context &
  DoctorContext &
  EncryptionContext &
  ImportContext &
  ReportContext &
  RemindersContext &
  SyncContext;
