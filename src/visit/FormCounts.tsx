/** How many forms of each kind there were month by month: columns with their numbers, and all months as a table. */
import { fill, type Lang } from '../lang/text.ts'
import type { Form } from './form.ts'
import { type Counts, countsOf } from './formCounts.ts'
import { kindText, monthText } from './formText.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'
import { zoneAt } from './useZone.ts'

interface Props {
  readonly forms: readonly Form[]
  readonly filled: readonly Filled[]
  readonly lang: Lang
  readonly words: FormWords['list']
}

/** Months that have a column each. */
const COLUMNS = 6
/** Units of the drawing: the place of a column, its width, the most it is high, and the lines of text above and below. */
const DRAWN = { place: 44, width: 26, height: 34, above: 14, below: 15 }

export function FormCounts({ forms, filled, lang, words }: Props) {
  const used = forms.filter(form => filled.some(one => one.form === form.id))
  return (
    <>
      <h2>{words.counts}</h2>
      {used.map(form => {
        const counts = countsOf(form, filled, zoneAt)
        const named = (kind: string) => (kind === '' ? words.unclassified : kindText(form, kind, lang))
        const months = counts.months.slice(-COLUMNS)
        return (
          <section key={form.id} class="card counts">
            <h3>{fill(words.countsOf, { form: form.title[lang], n: months.length })}</h3>
            {counts.kinds.map(kind => (
              <figure key={kind}>
                <figcaption>
                  <b>{named(kind)}</b>
                </figcaption>
                <Columns counts={counts} kind={kind} months={months} name={named(kind)} lang={lang} />
              </figure>
            ))}
            {form.kinds && (
              <p class="hush">
                <i class="chip advice">{words.advice}</i> {form.kinds.note[lang]}
              </p>
            )}
            <details>
              <summary>{words.asTable}</summary>
              <Table counts={counts} named={named} lang={lang} words={words} />
            </details>
          </section>
        )
      })}
    </>
  )
}

interface ColumnsProps {
  readonly counts: Counts
  readonly kind: string
  readonly months: readonly string[]
  readonly name: string
  readonly lang: Lang
}

/** Every number stands above its column: the picture is read without its colour. */
function Columns({ counts, kind, months, name, lang }: ColumnsProps) {
  const { place, width, height, above, below } = DRAWN
  const numbers = months.map(month => counts.count(kind, month))
  const most = Math.max(1, ...counts.kinds.flatMap(one => months.map(month => counts.count(one, month))))
  const told = months.map((month, index) => `${monthText(month, lang)} ${numbers[index]}`).join(', ')
  const foot = above + height
  return (
    <svg viewBox={`0 0 ${place * COLUMNS} ${foot + below}`} role="img" aria-label={`${name}: ${told}`}>
      <path d={`M0 ${foot}H${place * months.length}`} />
      {months.map((month, index) => {
        const number = numbers[index] ?? 0
        const high = (height * number) / most
        const middle = place * (index + 0.5)
        return (
          <g key={month}>
            {number > 0 && <rect x={middle - width / 2} y={foot - high} width={width} height={high} />}
            <text x={middle} y={foot - high - 3}>
              {number}
            </text>
            <text x={middle} y={foot + below - 3}>
              {shortMonth(month, lang)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function shortMonth(month: string, lang: Lang): string {
  const [year = '', number = ''] = month.split('-')
  return lang === 'zh' ? `${Number(number)}月` : `${Number(number)}/${year.slice(2)}`
}

interface TableProps {
  readonly counts: Counts
  readonly named: (kind: string) => string
  readonly lang: Lang
  readonly words: FormWords['list']
}

function Table({ counts, named, lang, words }: TableProps) {
  const months = counts.months.filter(month => counts.kinds.some(kind => counts.count(kind, month) > 0)).reverse()
  return (
    <table>
      <thead>
        <tr>
          {[words.month, words.kind, words.number].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {months.map(month => {
        const kinds = counts.kinds.filter(kind => counts.count(kind, month) > 0)
        const total = kinds.reduce((sum, kind) => sum + counts.count(kind, month), 0)
        return (
          <tbody key={month}>
            {kinds.map((kind, index) => (
              <tr key={kind}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={kinds.length + 1}>
                    {monthText(month, lang)}
                  </th>
                )}
                <td>{named(kind)}</td>
                <td>{counts.count(kind, month)}</td>
              </tr>
            ))}
            <tr>
              <td>
                <b>{words.total}</b>
              </td>
              <td>
                <b>{total}</b>
              </td>
            </tr>
          </tbody>
        )
      })}
    </table>
  )
}
