/** A tiny library that is in order, and copies of it that a test may spoil. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const VALID = join(import.meta.dirname, 'valid')
export const FIXTURES = join(import.meta.dirname, 'fixtures')
/** The day on which the checks of these tests run. */
export const TODAY = '2026-12-01'

/** A copy of the valid library in a temporary folder, with the files of one fixture over it. The caller removes it. */
export function copyOf(fixture?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'handbook-'))
  cpSync(VALID, root, { recursive: true })
  if (fixture === undefined) return root
  const folder = join(FIXTURES, fixture)
  if (existsSync(join(folder, 'content'))) cpSync(join(folder, 'content'), join(root, 'content'), { recursive: true })
  const removed = join(folder, 'removed.txt')
  if (existsSync(removed)) for (const file of readFileSync(removed, 'utf8').trim().split('\n')) rmSync(join(root, file))
  return root
}

export function remove(root: string): void {
  rmSync(root, { recursive: true, force: true })
}
