/** What became of all that was handed over: every receipt and every file, with its reason. */
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import type { ImportWords } from './importWords.ts'
import type { Intake, Unread } from './intake.store.ts'
import type { RefusedRow } from './rows.ts'

/** So many lines are shown at once. */
const SHOWN = 200
type ReportLine = Intake['lines'][number]

export function ImportSummary({ report, course: { words, importing } }: { readonly report: Intake; readonly course: ConsoleCourse }) {
  const { lines, damaged, unread, unmarked } = report
  const counted = lines.filter(({ type }) => type === 'counted').length
  const duplicate = lines.filter(({ told }) => told.includes('duplicate')).length
  const refused = lines.length - counted - duplicate
  const marked = lines.flatMap(({ marked }) => (marked ? [marked] : []))
  const same = marked.filter(one => one.includes('rescored')).length
  const differs = marked.filter(one => one.includes('score-differs')).length
  return (
    <>
      {lines.length + damaged + unread.length === 0 && <p>{words.importNone}</p>}
      {lines.length > 0 && <p>{fill(words.importDone, { all: lines.length, counted, duplicate, refused })}</p>}
      {marked.length > 0 && <p>{fill(importing.rescored, { all: marked.length, same, differs, open: marked.length - same - differs })}</p>}
      {unmarked > 0 && <p>{fill(importing.unmarked, { n: unmarked })}</p>}
      {damaged > 0 && <p>{fill(words.importDamaged, { n: damaged })}</p>}
      {unread.length > 0 && <p>{fill(importing.unreadTitle, { n: unread.length })}</p>}
    </>
  )
}

/** The first lines, and a button for more. */
function useSome<T>(all: readonly T[], words: ImportWords) {
  const [shown, setShown] = useState(SHOWN)
  const left = all.length - shown
  const more = left > 0 && (
    <button type="button" onClick={() => setShown(shown + SHOWN)}>
      {fill(words.more, { n: Math.min(SHOWN, left) })}
    </button>
  )
  return { some: all.slice(0, shown), more }
}

export function ImportUnread({ unread, words }: { readonly unread: readonly Unread[]; readonly words: ImportWords }) {
  const { some, more } = useSome(unread, words)
  if (unread.length === 0) return null
  return (
    <>
      <h3>{fill(words.unreadTitle, { n: unread.length })}</h3>
      <ul class="entries">
        {some.map(({ name, why }, index) => (
          <li key={`${name} ${index}`} data-line="unread">
            <b>{name}</b> ✗ <p>{words.unread[why]}</p>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

/** What is refused or remarked on comes first. */
const weight = ({ type, told, marked = [] }: ReportLine) =>
  type === 'refused' && !told.includes('duplicate') ? 0 : marked.includes('score-differs') ? 1 : told.length + marked.length > 0 ? 2 : 3

export function ImportLines({ lines, course }: { readonly lines: readonly ReportLine[]; readonly course: ConsoleCourse }) {
  const { words, importing } = course
  const [sorted] = useState(() => lines.toSorted((a, b) => weight(a) - weight(b)))
  const { some, more } = useSome(sorted, importing)
  const sentences: Readonly<Record<string, string>> = { ...words.told, ...words.reasons }
  if (lines.length === 0) return null
  return (
    <>
      <h3>{fill(importing.receiptsTitle, { n: lines.length })}</h3>
      <ul class="entries">
        {some.map(({ seal, type, told, marked = [], staff, name }, index) => (
          <li key={`${seal} ${index}`} data-line={type} data-flag={marked.includes('score-differs')}>
            {marked.includes('score-differs') && '⚠ '}
            <b>
              <bdi>{staff === undefined ? words.unknownPerson : name}</bdi> <bdi>{staff}</bdi>
            </b>{' '}
            {type === 'counted' ? '✓' : '✗'} {type === 'counted' ? words.lineCounted : words.lineRefused}
            <p>{told.length + marked.length === 0 ? words.fine : [...told, ...marked].map(one => sentences[one] ?? one).join(' ')}</p>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}

export function RefusedBefore({ refused, course }: { readonly refused: readonly RefusedRow[]; readonly course: ConsoleCourse }) {
  const { words, importing } = course
  const { some, more } = useSome(refused, importing)
  if (refused.length === 0) return null
  return (
    <details>
      <summary>{fill(words.refusedTitle, { n: refused.length })}</summary>
      <ul class="entries">
        {some.map(({ seal, why }) => (
          <li key={seal}>
            <code>{seal.slice(0, 8)}</code> {words.reasons[why]}
          </li>
        ))}
      </ul>
      {more}
    </details>
  )
}
