/** What is shown as a file for a spreadsheet and on paper: the same texts as on the screen. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { download } from '../device/handOut.island.ts'
import { csvOf } from '../lang/csv.ts'
import { fill } from '../lang/text.ts'
import type { KnowProps } from './KnowView.tsx'
import type { Sheet } from './reports.ts'

interface Props extends KnowProps {
  readonly sheet: Sheet
  /** Name of the file, without its ending. */
  readonly name: string
  onPrint(): void
}

export function HandOn({ know: { words }, sheet, name, onPrint }: Props) {
  const save = () => download(new Blob([csvOf([sheet.head, ...sheet.rows])], { type: 'text/csv' }), `${name}.csv`)
  return (
    <>
      <button type="button" onClick={save}>
        {words.csv}
      </button>
      <button type="button" onClick={onPrint}>
        {words.print}
      </button>
    </>
  )
}

/** The head of a report on paper: what it is of, what was left out, and which day it shows. */
export function PaperHead({
  course: { locale },
  know: { words },
  title,
  filter
}: KnowProps & { readonly title: string; readonly filter: string }) {
  const day = new Date().toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <p class="paper">
      {title !== '' && <b>{title}</b>} {fill(words.printed, { day })}
      <br />
      {filter}
    </p>
  )
}

/** Prints all that is to be shown, also what the screen has on its next pages. */
export function usePrint(): readonly [printing: boolean, print: () => void] {
  const [times, setTimes] = useState(0)
  useLayoutEffect(() => {
    if (times === 0) return
    const over = () => setTimes(0)
    addEventListener('afterprint', over)
    print()
    return () => removeEventListener('afterprint', over)
  }, [times])
  return [times > 0, () => setTimes(now => now + 1)]
}
