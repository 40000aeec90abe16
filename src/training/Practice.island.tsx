/** A practice set inside a page: each answer is explained at once, and a wrong one may be tried again. */

import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { PRACTICE } from '../quiz/behaviour.ts'
import { arrange, drawable } from '../quiz/draw.ts'
import { openAttempt } from './attempt.ts'
import { $attempts, begin } from './attempts.store.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { OneByOne } from './OneByOne.tsx'
import type { PracticeSet } from './practiceSet.ts'
import { useBank } from './useBank.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  /** The start button's text for a learner who has not begun. */
  readonly label: string
  readonly words: TrainingWords['bank']
  readonly module: string
  /** `group/slug` of the page it stands on. */
  readonly page: string
  /** Address of the set in this page's language. */
  readonly bank: string
}

export function Practice({ label, words, module, page, bank: address }: Props) {
  const attempts = useStore($attempts)
  const [running, setRunning] = useState<string>()

  const { bank, load } = useBank<PracticeSet>(address, set => set.questions.map(question => question.kind))
  useEffect(() => void load(), [])

  const open = openAttempt(attempts, module, page)
  const attempt = running === undefined ? undefined : attempts.get(running)
  async function start() {
    const fetched = await load()
    if (!fetched) return
    const last = openAttempt($attempts.get(), module, page) // a second tap, or another tab, may have begun meanwhile
    setRunning(last?.id ?? begin({ behaviour: 'practice', module, page, draw: seed => arrange(fetched.set.questions.map(drawable), seed) }))
  }

  if (attempt && typeof bank === 'object') {
    return <OneByOne key={attempt.id} attempt={attempt} set={bank.set} views={bank.views} behaviour={PRACTICE} onAgain={start} />
  }
  if (bank === 'failed') return <NotLoaded words={words} onRetry={start} />
  return (
    <button type="button" class="primary" onClick={start}>
      {open && typeof bank === 'object'
        ? fill(bank.set.words.practice.resume, {
            k: Math.min(open.answers.size + 1, bank.set.questions.length),
            n: bank.set.questions.length
          })
        : label}
    </button>
  )
}
