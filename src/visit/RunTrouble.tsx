/** Says when something is not saved, and why. */
import type { Book } from './run.store.ts'
import type { VisitPage } from './visit.ts'

export function RunTrouble({ book, page: { words } }: { readonly book: Book; readonly page: VisitPage }) {
  return <div role="alert">{book.fault && <p class="note">{words[book.fault]}</p>}</div>
}

export function RunSaved({ book, page: { words } }: { readonly book: Book; readonly page: VisitPage }) {
  const { saved } = book
  return (
    <span class="saved" role="status" data-saved={saved}>
      {saved === 'yes' ? words.saved : saved === 'saving' ? words.saving : words.notSaved}
    </span>
  )
}
