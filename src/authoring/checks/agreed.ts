/** Pages that ask to be acknowledged, against the ledger: nobody has agreed to a text that was changed silently. */

import { otherLang } from '../../lang/text.ts'
import { agreedName, agreedOf, changesSince } from '../agreed.ts'
import { LEDGER_UPDATE } from '../ledger.ts'
import type { Library, Page } from '../library.ts'
import { pageIn } from '../page.ts'
import { mistake, type Problem, warning } from '../problem.ts'
import type { Trail } from '../read.ts'

export function* checkAgreed(library: Library): Iterable<Problem> {
  for (const page of library.pages.filter(({ front }) => front.acknowledge)) {
    yield* checkTwin(library, page)
    yield* checkText(library, page)
  }
}

function spotOf(library: Library, page: Page, trail: Trail) {
  return library.spot(`page:${page.lang}/${page.id}`, trail)
}

function* checkTwin(library: Library, page: Page): Iterable<Problem> {
  const twin = pageIn(library.pages, page.id, otherLang(page.lang))
  if (!twin || twin.front.acknowledge) return
  yield mistake(
    'structure-differs',
    spotOf(library, page, ['acknowledge']),
    `The page asks to be acknowledged, and ${twin.file} does not.`,
    'Write `acknowledge: true` in both languages, or in neither.'
  )
}

function* checkText(library: Library, page: Page): Iterable<Problem> {
  if (!library.ledger) return
  const known = library.ledger.pages?.[agreedName(page)]
  if (!known) {
    yield warning(
      'not-in-ledger',
      spotOf(library, page, ['acknowledge']),
      'The ledger does not know the text that this page asks readers to acknowledge.',
      `When it is ready, run ${LEDGER_UPDATE}.`
    )
    return
  }
  const now = agreedOf(page, library, known)
  const fresh = changesSince(page, known)
  if (now.revision < known.revision) {
    yield mistake(
      'revision-lowered',
      spotOf(library, page, ['revision']),
      `The revision of this page is ${now.revision}, and it was ${known.revision}.`,
      'Readers have agreed to it by this number. A revision only rises.'
    )
  } else if (now.hash !== known.hash && fresh.length === 0) {
    yield mistake(
      'text-changed',
      spotOf(library, page, ['changes']),
      'Readers are asked to acknowledge this page; its text changed, and its history does not say so.',
      'Add the change to `changes`: a `material` one with a raised `revision` asks every reader again, an `editorial` one asks nobody.'
    )
  } else if (now.revision === known.revision && fresh.some(({ kind }) => kind === 'material')) {
    yield mistake(
      'text-changed',
      spotOf(library, page, ['revision']),
      `A material change is listed, and the revision is still ${known.revision}.`,
      `Set \`revision: ${known.revision + 1}\`: readers are asked to acknowledge it by its number. Or call the change \`editorial\`.`
    )
  } else if (now.hash !== known.hash || now.revision !== known.revision || now.changes !== known.changes) {
    yield mistake(
      'ledger-outdated',
      spotOf(library, page, ['revision']),
      `The ledger has revision ${known.revision} of this page, with another text or history.`,
      `Run ${LEDGER_UPDATE}.`
    )
  }
}
