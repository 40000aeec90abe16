/** A field for what a chat app left of a link. */
import { useState } from 'preact/hooks'
import type { AssignedWords } from './assignedWords.ts'
import { type AssignmentRefusal, type ReadAssignment, readAssignment } from './assignment.ts'

export function refusalIn(words: AssignedWords, why: AssignmentRefusal): string {
  return why === 'not-one' ? words.notOne : words[why]
}

interface Props {
  readonly words: AssignedWords
  /** There is nothing else to do. */
  readonly open: boolean
  onRead(read: Extract<ReadAssignment, { type: 'assignment' }>): void
}

export function AssignedPaste({ words, open, onRead }: Props) {
  const [pasted, setPasted] = useState('')
  const [why, setWhy] = useState<AssignmentRefusal>()
  const submit = (event: Event) => {
    event.preventDefault()
    const read = readAssignment(pasted)
    if (read.type === 'refused') return setWhy(read.why)
    setWhy(undefined)
    setPasted('')
    onRead(read)
  }
  return (
    <details class="paste" open={open}>
      <summary>{words.pasteTitle}</summary>
      <form onSubmit={submit}>
        <p>{words.pasteLine}</p>
        <label>
          {words.pasteLabel}
          <textarea
            rows={3}
            value={pasted}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-invalid={why !== undefined}
            onInput={event => setPasted(event.currentTarget.value)}
          />
        </label>
        <p class="fault" role="alert">
          {why && refusalIn(words, why)}
        </p>
        <button type="submit">{words.paste}</button>
      </form>
    </details>
  )
}
