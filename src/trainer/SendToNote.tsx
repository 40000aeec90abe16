/** Above the form of assignments: whom the draft from weak rules is for, until the trainer puts that away. */
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { CopyNames } from './CopyNames.tsx'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import type { SendTo } from './sendTo.ts'
import { SEND_TO_WORDS } from './sendToWords.ts'

interface Props extends SendTo {
  readonly course: ConsoleCourse
  onDone(): void
}

export function SendToNote({ title, people, course, onDone }: Props) {
  const words = SEND_TO_WORDS[course.locale.startsWith('zh') ? 'zh' : 'en']
  const [said, setSaid] = useState('')
  const done = async () => {
    try {
      await desk.keepSendTo(undefined)
      onDone()
    } catch {
      setSaid(course.words.failed)
    }
  }
  return (
    <div class="note">
      <CopyNames label={fill(words.sendTo, { title, n: people.length })} people={people} words={words} />
      <p>{words.sendLine}</p>
      <p class="ways">
        <button type="button" onClick={() => void done()}>
          {words.sendDone}
        </button>
      </p>
      <p role="alert">{said}</p>
    </div>
  )
}
