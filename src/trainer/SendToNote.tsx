/** Above a draft that was made from weak rules: whom it is for, until the trainer puts that away. */
import { fill } from '../lang/text.ts'
import { CopyNames } from './CopyNames.tsx'
import { $sendTo, type SendTo } from './sendTo.store.ts'

export function SendToNote({ people, words, onDone }: SendTo & { onDone(): void }) {
  const done = () => {
    $sendTo.set(undefined)
    onDone()
  }
  return (
    <div class="note">
      <CopyNames label={fill(words.sendTo, { n: people.length })} people={people} words={words} />
      <p class="ways">
        <button type="button" onClick={done}>
          {words.sendDone}
        </button>
      </p>
    </div>
  )
}
