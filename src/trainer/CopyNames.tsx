/** Names to be copied into a chat or a mail. */
import { useRef, useState } from 'preact/hooks'
import type { KnowWords } from './knowWords.ts'

interface Props {
  readonly label: string
  readonly people: readonly string[]
  readonly words: Pick<KnowWords, 'copied' | 'copyByHand' | 'copyPeople'>
}

export function CopyNames({ label, people, words }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const text = people.join('\n')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(words.copied)
    } catch {
      field.current?.select()
      setSaid(words.copyByHand)
    }
  }
  return (
    <>
      <label>
        {label}
        <textarea ref={field} rows={Math.min(6, people.length + 1)} readOnly value={text} onFocus={event => event.currentTarget.select()} />
      </label>
      <p class="ways">
        <button type="button" onClick={() => void copy()}>
          {words.copyPeople}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  )
}
