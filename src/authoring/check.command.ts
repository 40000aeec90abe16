/**
 * `npm run check [-- PATH…]` lists every authoring mistake in `content/`, or those in files whose path contains PATH.
 * It fails when there is one that is not a warning.
 *
 * With `--update-ledger` it writes the keys of the bank, and the texts that readers acknowledge, to content/ledger.json, and
 * refuses to while one changed without a raised revision or an id vanished.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './check.ts'
import { LEDGER_FILE, ledgerOf, toFile } from './ledger.ts'
import { type Library, readLibrary } from './library.ts'
import { type Problem, type ProblemKind, toLines } from './problem.ts'

const UPDATE = '--update-ledger'
const NEVER_WRITTEN_OVER: readonly ProblemKind[] = [
  'key-changed',
  'text-changed',
  'revision-lowered',
  'id-vanished',
  'retired-id-used',
  'bad-ledger',
  'duplicate-id',
  'no-key',
  'several-keys'
]

/** The latest day anywhere on earth, so that an author in the east is never told of tomorrow. */
function latestDay(now: number): string {
  return new Date(now + 14 * 3600 * 1000).toISOString().slice(0, 10)
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function updateLedger(root: string, library: Library, problems: readonly Problem[]): void {
  const inTheWay = problems.filter(problem => NEVER_WRITTEN_OVER.includes(problem.kind))
  if (inTheWay.length > 0 || !library.complete('question') || !library.complete('page')) {
    print([...inTheWay.map(toLines), 'The ledger was not written. Mend that first.'])
    process.exitCode = 1
    return
  }
  writeFileSync(join(root, LEDGER_FILE), toFile(ledgerOf(library, library.ledger)))
  print([`${LEDGER_FILE} holds ${count(library.questions.length, 'question')}.`])
}

function report(library: Library, problems: readonly Problem[]): void {
  const errors = problems.filter(problem => !problem.warning).length
  const warnings = count(problems.length - errors, 'warning')
  const sizes = [count(library.rules.size, 'rule'), count(library.pages.length, 'page'), count(library.questions.length, 'question')]
  const end =
    errors > 0 ? `${count(errors, 'mistake')} in content/, ${warnings}.` : `content/ is in order: ${sizes.join(', ')}, ${warnings}.`
  print([...problems.map(toLines), end])
  if (errors > 0) process.exitCode = 1
}

const root = process.cwd()
const given = process.argv.slice(2)
const wanted = given.filter(argument => argument !== UPDATE)
const library = readLibrary(root)
const problems = check(library, latestDay(Date.now()))
if (given.includes(UPDATE)) updateLedger(root, library, problems)
else
  report(
    library,
    problems.filter(({ file }) => wanted.length === 0 || wanted.some(part => file.includes(part)))
  )
