/** A tick for each person who can have a certificate, a hundred at a time; and who can't, folded, with the reason. */
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Certifiable } from './certify.ts'
import { isTicked, type Without } from './certifyPick.ts'
import type { CertifyWords } from './certifyWords.ts'
import type { ConsoleWords } from './consoleWords.ts'
import type { Row } from './matrix.ts'

const PAGE = 100

interface PickProps {
  readonly people: readonly Certifiable[]
  readonly hasRoster: boolean
  readonly turned: ReadonlySet<string>
  readonly words: CertifyWords
  readonly console: ConsoleWords
  onTurn(staff: string): void
}

export function CertifyPick({ people, hasRoster, turned, words, console: own, onTurn }: PickProps) {
  const [page, setPage] = useState(0)
  const strangers = hasRoster ? people.filter(({ row }) => row.stranger).length : 0
  const doubted = people.filter(({ row }) => row.doubted).length
  const from = Math.min(page * PAGE, Math.floor((people.length - 1) / PAGE) * PAGE)
  const isLast = from + PAGE >= people.length
  return (
    <fieldset>
      <legend>{words.who}</legend>
      {!hasRoster && <p class="note">{words.noRoster}</p>}
      {strangers > 0 && <p class="note">{fill(words.strangers, { n: strangers })}</p>}
      {doubted > 0 && <p class="note">{fill(words.doubtedLine, { n: doubted })}</p>}
      {people.slice(from, from + PAGE).map(one => {
        const { staff, name, team, stranger, doubted } = one.row
        return (
          <label class="pick" key={staff}>
            <input type="checkbox" data-staff={staff} checked={isTicked(one, hasRoster, turned)} onChange={() => onTurn(staff)} />
            <span>
              <bdi>{[name, staff, team].filter(text => text !== '').join(' · ')}</bdi> {hasRoster && stranger && <b>{words.stranger}</b>}{' '}
              {doubted && <b>{words.doubted}</b>}
            </span>
          </label>
        )
      })}
      {people.length > PAGE && (
        <p class="ways">
          <button type="button" aria-disabled={from === 0} onClick={() => from > 0 && setPage(from / PAGE - 1)}>
            {own.previous}
          </button>
          <button type="button" aria-disabled={isLast} onClick={() => !isLast && setPage(from / PAGE + 1)}>
            {own.next}
          </button>
          <span role="status">{fill(own.rows, { from: from + 1, to: Math.min(from + PAGE, people.length), all: people.length })}</span>
        </p>
      )}
    </fieldset>
  )
}

interface WithoutProps {
  readonly people: readonly { readonly row: Row; readonly why: Without }[]
  readonly words: CertifyWords
}

export function CertifyWithout({ people, words }: WithoutProps) {
  if (people.length === 0) return null
  return (
    <details>
      <summary>{fill(words.without, { n: people.length })}</summary>
      {people.length > PAGE && <p class="hush">{fill(words.withoutSome, { n: PAGE })}</p>}
      <ul>
        {people.slice(0, PAGE).map(({ row: { staff, name }, why }) => (
          <li key={staff}>{fill(words.withoutOne, { name: name === '' ? staff : `${name} ${staff}`, why: words.why[why] })}</li>
        ))}
      </ul>
    </details>
  )
}
