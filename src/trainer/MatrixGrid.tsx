/** Who × module. A hundred rows at a time: ten thousand would keep the page busy. */
import { fill } from '../lang/text.ts'
import type { KnowProps } from './KnowView.tsx'
import type { Row } from './matrix.ts'
import { Scroller } from './Scroller.tsx'
import type { Table } from './table.ts'

interface Props extends KnowProps {
  readonly table: Table
  /** Whose rows they are. */
  readonly rows: readonly Row[]
  readonly from: number
  readonly size: number
  onPerson(staff: string): void
}

/** Columns of the staff number and of the name. */
const [STAFF, NAME] = [0, 1]

export function MatrixGrid({ table: { head, rows: lines }, rows, from, size, course: { words, know: titles }, know, onPerson }: Props) {
  const part = lines.slice(from, from + size)
  return (
    <>
      <p class="hush" role="status">
        {fill(words.rows, { from: from + 1, to: from + part.length, all: lines.length })}
      </p>
      <p class="hush">{words.legend}</p>
      <Scroller label={titles.titles.results} hint={know.words.swipe}>
        <table class="matrix">
          <thead>
            <tr>
              {head.map(text => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {part.map(({ texts, looks }, index) => {
              const { staff = '', name = '' } = rows[from + index] ?? {}
              const named = name === '' ? STAFF : NAME
              return (
                <tr key={staff}>
                  {texts.map((text, at) =>
                    at === named ? (
                      <th key={at} scope="row">
                        <button type="button" class="link" data-person={staff} onClick={() => onPerson(staff)}>
                          <bdi>{text}</bdi>
                        </button>
                      </th>
                    ) : (
                      <td key={at} data-look={looks[at]}>
                        {text}
                      </td>
                    )
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scroller>
    </>
  )
}
