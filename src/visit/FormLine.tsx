/** One form in the list. */
import { fill, type Lang } from '../lang/text.ts'
import { asksSignature, type Form, missing } from './form.ts'
import { kindText, wallText, wallTime } from './formText.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'
import { zoneAt } from './useZone.ts'

interface Props {
  readonly form: Form | undefined
  readonly filled: Filled
  readonly name: string
  readonly lang: Lang
  readonly words: FormWords['list']
  readonly fillIn: string
  readonly onRemove: () => void
}

export function FormLine({ form, filled, name, lang, words, fillIn, onRemove }: Props) {
  if (!form) return null
  const lacking = missing(form, filled).standard.filter(({ type }) => type !== 'signature').length
  const facts = [
    form.title[lang],
    wallText(wallTime(filled.created, zoneAt(filled.created)), lang),
    ...(filled.kind === undefined ? [] : [kindText(form, filled.kind, lang)])
  ]
  return (
    <li>
      <a href={`${fillIn}${form.id}/#${filled.id}`}>
        <b>{name}</b>
        <span>{facts.join(' · ')}</span>
        <span>
          {asksSignature(form) && <i class="chip">{signedAs(filled, words)}</i>}
          {lacking > 0 && <i class="chip">{fill(words.lacks, { n: lacking })}</i>}
        </span>
      </a>
      <button type="button" aria-label={fill(words.removeOf, { name })} onClick={onRemove}>
        {words.remove}
      </button>
    </li>
  )
}

function signedAs({ signature }: Filled, words: FormWords['list']): string {
  if (!signature) return words.unsigned
  return signature.how === 'drawn' ? words.signed : words[signature.how]
}
