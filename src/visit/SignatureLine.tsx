/** A signature as it stands on a form: its lines, the typed name, or why there is none. */
import { fill } from '../lang/text.ts'
import type { FormWords } from './formWords.ts'
import type { Signature } from './paper.ts'
import { RATIO, toPath } from './signature.ts'

interface Props {
  readonly signature: Signature
  readonly label: string
  readonly words: Pick<FormWords['paper'], 'typed' | 'declined'>
}

export function SignatureLine({ signature, label, words }: Props) {
  if (signature.how === 'typed') return <span class="typed">{fill(words.typed, { name: signature.name })}</span>
  if (signature.how === 'declined') return <span>{fill(words.declined, { name: signature.reason })}</span>
  return (
    <svg class="drawn" viewBox={`0 0 1000 ${1000 / RATIO}`} role="img" aria-label={label}>
      <path
        d={toPath(signature.strokes)}
        fill="none"
        stroke="currentColor"
        stroke-width="9"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
