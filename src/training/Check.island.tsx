/** A module's check: all questions first, what they mean when they are handed in. */

import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { drawable } from '../quiz/draw.ts'
import { redrawn } from '../quiz/redraw.ts'
import type { ShownQuestion } from '../quiz/shown.ts'
import { draw } from '../quiz/spread.ts'
import type { Attempt } from './attempt.ts'
import { $attempts, begin, redraw } from './attempts.store.ts'
import { CheckResult } from './CheckResult.tsx'
import { CheckRun } from './CheckRun.tsx'
import type { CheckWords } from './checkWords.ts'
import { NotLoaded } from './NotLoaded.tsx'
import { useBank } from './useBank.ts'
import { useTask } from './useTask.ts'

interface Props {
  readonly words: CheckWords
  readonly module: string
  /** Address of the module's questions in this page's language. */
  readonly bank: string
  /** Questions in one check. */
  readonly count: number
  /** Per cent needed to pass. */
  readonly pass: number
  /** What the learner should know before starting. */
  readonly lines: readonly string[]
  /** The two words of the module's seal. */
  readonly seal: readonly string[]
  /** Where the learner goes on afterwards. */
  readonly home: string
}

function kindsIn(questions: readonly ShownQuestion[]) {
  return questions.map(question => question.kind)
}

/** The newest check of a module, handed in or not. */
function newestCheck(attempts: ReadonlyMap<string, Attempt>, module: string): Attempt | undefined {
  return [...attempts.values()].findLast(attempt => attempt.module === module && attempt.behaviour === 'check')
}

export function Check({ words, module, bank: address, count, pass, lines, seal, home }: Props) {
  const attempts = useStore($attempts)
  const { bank, load } = useBank<readonly ShownQuestion[]>(address, kindsIn)
  const [running, setRunning] = useState(false)
  /** The start was pressed before the questions were there. */
  const [waiting, setWaiting] = useState(false)

  const { task, known } = useTask(module, home)
  const under = typeof task === 'object' ? task.view(attempts, pass) : undefined
  // Until it is known what it counts for, no result is shown that may be another's.
  const newest = under ? under.newest : task === 'none' ? newestCheck(attempts, module) : undefined
  const finished = newest?.finished !== undefined

  // Who comes here wants to begin: the questions are fetched meanwhile.
  useEffect(() => void load(), [])

  async function start() {
    setWaiting(true)
    const [fetched, here] = await Promise.all([load(), known()])
    setWaiting(false)
    if (!fetched || here === 'failed') return
    const now = typeof here === 'object' ? here.view($attempts.get(), pass) : undefined
    const last = now ? now.newest : newestCheck($attempts.get(), module)
    const drawables = fetched.set.map(drawable)
    if (!last || last.finished)
      begin({ behaviour: 'check', module, page: 'check', draw: seed => draw(drawables, count, now?.seed ?? seed) })
    else {
      const mended = redrawn(last, drawables)
      if (mended) redraw(last.id, mended)
    }
    setRunning(true)
  }

  if (bank === 'failed' || task === 'failed') return <NotLoaded words={words.bank} onRetry={start} />
  if (newest?.finished && typeof bank === 'object') {
    return (
      <>
        {under?.note}
        <CheckResult
          key={newest.id}
          attempt={newest}
          questions={bank.set}
          views={bank.views}
          words={words}
          seal={seal}
          home={home}
          focus={running}
          barred={under?.barred?.(newest, bank.set)}
          onward={under?.onward}
          study="../"
          onAgain={start}
        />
      </>
    )
  }
  if (running && newest && typeof bank === 'object') {
    return (
      <CheckRun key={newest.id} attempt={newest} questions={bank.set} views={bank.views} terms={under?.terms ?? { pass }} words={words} />
    )
  }
  const answered = newest && !finished ? newest.drafts.size : 0
  const label =
    newest && !finished
      ? fill(words.check.resume, { k: Math.min(answered + 1, newest.draw.items.length), n: newest.draw.items.length })
      : fill(words.check.start, { n: count })
  return (
    <>
      {/* What the assignment says stands in the room of the general terms, so that nothing moves. */}
      {under?.note}
      {lines.slice(under ? 1 : 0).map(line => (
        <p key={line}>{line}</p>
      ))}
      <button type="button" class="primary" onClick={start} aria-busy={waiting}>
        {waiting ? words.bank.loading : label}
      </button>
    </>
  )
}
