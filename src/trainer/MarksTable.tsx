/** The marks of each module: how many people are in which band, as numbers with a bar beneath each. */
import { Bar } from './Bar.tsx'
import { BANDS, type Marks, type Sheet } from './reports.ts'
import { Scroller } from './Scroller.tsx'

interface Props {
  readonly label: string
  readonly hint: string
  readonly sheet: Sheet
  readonly modules: readonly { readonly title: string; readonly marks: Marks }[]
}

/** Columns before the first band: module, people, passed, median. */
const BEFORE = 4

export function MarksTable({ label, hint, sheet: { head, rows }, modules }: Props) {
  const shareAt = (index: number, at: number) => {
    const marks = modules[index]?.marks
    const count = at >= BEFORE && at < BEFORE + BANDS.length ? marks?.bands[at - BEFORE] : undefined
    return marks && count !== undefined ? count / marks.people : undefined
  }
  return (
    <Scroller label={label} hint={hint}>
      <table class="marks">
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
          {rows.map((texts, index) => (
            <tr key={texts[0]}>
              {texts.map((text, at) => {
                const share = shareAt(index, at)
                return at === 0 ? (
                  <th key={at} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={at}>
                    {text} {share !== undefined && <Bar share={share} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
