/** The ledger as a file, for whoever wants to check it without this site. */
import { download, today } from '../device/handOut.island.ts'
import { fill } from '../lang/text.ts'
import type { ImportWords } from './importWords.ts'
import type { Entry } from './ledger.ts'
import { toLedgerFile } from './ledgerFile.ts'

export function LedgerBox({ ledger, words }: { readonly ledger: readonly Entry[]; readonly words: ImportWords }) {
  const last = ledger.at(-1)
  if (!last) return null
  const save = () => download(new Blob([toLedgerFile(ledger)], { type: 'text/plain' }), `trainer-${today()}.ledger.jsonl`)
  return (
    <>
      <h3>{words.ledgerTitle}</h3>
      <p>{words.ledgerLine}</p>
      <p>
        {fill(words.ledgerCount, { n: ledger.length })} · {words.ledgerLast} <code>{last.hash.slice(0, 16)}</code>
      </p>
      <p>{words.ledgerNote}</p>
      <p class="ways">
        <button type="button" onClick={save}>
          {words.ledgerSave}
        </button>
      </p>
    </>
  )
}
