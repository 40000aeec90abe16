/** What was answered under some assignments, and how far the reading of it is. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { type AnswersRead, readAnswers } from './answersRead.store.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import { desk } from './desk.store.ts'
import { bankOf, type KnowCourse } from './knowCourse.ts'
import type { HandedOut } from './rows.ts'

export function useAnswers(assignments: readonly HandedOut[], { revision }: ConsoleCourse, know: KnowCourse) {
  const { counted } = useStore(desk.$state)
  const banks = useMemo(() => know.banks.map(bankOf), [know])
  const [read, setRead] = useState<AnswersRead>()
  const [progress, setProgress] = useState<readonly [done: number, all: number]>([0, 0])
  const ids = assignments.map(({ assignment }) => assignment.id).join(' ')
  useEffect(() => {
    let over = false
    const told = (done: number, all: number) => setProgress([done, all])
    void readAnswers(assignments, counted, banks, revision, () => over, told).then(now => {
      if (!over && now) setRead(now)
    })
    return () => {
      over = true
    }
  }, [ids, counted, banks])
  return { read, progress }
}
