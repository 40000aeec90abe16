/** Everything that can be wrong with `content/`, found in one run, before the build. */
import { checkAgreed } from './checks/agreed.ts'
import { checkComponents } from './checks/components.ts'
import { checkCoverage } from './checks/coverage.ts'
import { checkDates } from './checks/dates.ts'
import { checkFigures } from './checks/figures.ts'
import { checkForms } from './checks/forms.ts'
import { checkLanguages } from './checks/languages.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkLinks } from './checks/links.ts'
import { checkMarkdown } from './checks/markdown.ts'
import { checkCodes, checkExams, checkModules, checkPaths } from './checks/modules.ts'
import { checkParity } from './checks/parity.ts'
import { checkPhrases } from './checks/phrases.ts'
import { checkQuestions } from './checks/questions.ts'
import { checkReferences } from './checks/references.ts'
import { checkShelves } from './checks/shelves.ts'
import { checkSynonyms } from './checks/synonyms.ts'
import type { Library } from './library.ts'
import { inOrder, type Problem } from './problem.ts'

/** All mistakes of a library in the order of their places. `today` is a day as YYYY-MM-DD. */
export function check(library: Library, today: string): Problem[] {
  return inOrder([
    ...library.problems,
    ...checkShelves(library),
    ...checkModules(library),
    ...checkPaths(library),
    ...checkCodes(library),
    ...checkExams(library),
    ...checkCoverage(library),
    ...checkQuestions(library),
    ...checkLedger(library),
    ...checkSynonyms(library),
    ...checkPhrases(library),
    ...checkFigures(library),
    ...checkLanguages(library),
    ...checkReferences(library),
    ...checkForms(library),
    ...checkMarkdown(library),
    ...checkComponents(library),
    ...checkLinks(library),
    ...checkParity(library),
    ...checkAgreed(library),
    ...checkDates(library, today)
  ])
}
