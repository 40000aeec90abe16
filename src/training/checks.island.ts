/** A check and an exam, which is a check on other terms: one file, so that either is one request. */
import { adopt } from '../quiz/styles.island.ts'
import style from './check.css?inline'

export { Check } from './Check.island.tsx'
export { Exam } from './Exam.island.tsx'

adopt(style)
