/** Backup files as the handbook writes them. */
import { createHash } from 'node:crypto'
import type { Digest } from '../../src/device/sealed.ts'
import { toBackup } from '../../src/training/backup.ts'
import type { LogEvent } from '../../src/training/event.ts'

export const digest: Digest = async text => createHash('sha256').update(text).digest('hex')

export function backupOf(log: readonly LogEvent[]): Promise<string> {
  return toBackup(log, digest)
}
