/**
 * `npm run bank:report [-- MODULE] [--scenarios]` prints what the bank's form gives away: the guessing bots against
 * chance, over all kinds of question and in each, the places and lengths of the keys, and the checks of item writing.
 * `--scenarios` adds the length of each scenario with its best and its worst path.
 */
import { botTables } from '../quiz/botTables.ts'
import { hasChoices } from '../quiz/question.ts'
import { readLibrary } from './library.ts'
import { bots, clues, modules, sizes, writing } from './report.ts'
import { scenarios } from './scenarios.ts'

const OPTIONS = ['--scenarios']
const given = process.argv.slice(2)
const module = given.find(argument => !argument.startsWith('--'))
const library = readLibrary(process.cwd())
const unknown = given.find(argument => argument.startsWith('--') && !OPTIONS.includes(argument))

if (unknown !== undefined || (module !== undefined && !library.modules.some(({ id }) => id === module))) {
  const known = [...OPTIONS, ...library.modules.map(({ id }) => id)].join(', ')
  process.stderr.write(`There is no ${unknown ?? `module "${module}"`}. Known: ${known}.\n`)
  process.exitCode = 1
} else {
  const bank = library.questions.filter(question => module === undefined || question.module === module)
  const names = new Map([...library.rules.values()].map(rule => [rule.id, rule.name]))
  const tables = botTables(bank, names).flatMap(table => [...bots(table), ''])
  const lines = [sizes(bank, module), '', ...tables, ...clues(bank.filter(hasChoices)), '', ...writing(bank)]
  if (given.includes('--scenarios')) lines.push('', ...scenarios(bank))
  process.stdout.write(`${[...lines, '', ...modules(library)].join('\n')}\n`)
}
