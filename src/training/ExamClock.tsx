/** The time left of an exam. Said aloud at the last five minutes and the last one; when it is over the exam is handed in. */
import { useEffect, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Attempt } from './attempt.ts'
import { timeLeft } from './exam.ts'
import type { TrainingWords } from './words.ts'

interface Props {
  readonly attempt: Attempt
  readonly words: TrainingWords['exam']
  onOver(): void
}

const MINUTE = 60_000

function clockOf(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function ExamClock({ attempt, words, onOver }: Props) {
  const [left, setLeft] = useState(timeLeft(attempt, Date.now()))
  useEffect(() => {
    // From the clock each time, never counted: timers stand still while a page is hidden or a phone asleep.
    const look = () => setLeft(timeLeft(attempt, Date.now()))
    const timer = setInterval(look, 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [attempt])
  useEffect(() => {
    if (left === 0) onOver()
  }, [left === 0])

  const warning = left <= MINUTE ? words.lastMinute : left <= 5 * MINUTE ? words.lastFive : ''
  return (
    <p class="clock" data-late={left <= 5 * MINUTE}>
      <span role="timer">{fill(words.left, { time: clockOf(left) })}</span>
      <span role="status" class="hidden">
        {warning}
      </span>
    </p>
  )
}
