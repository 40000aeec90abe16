/** Keeps the class under way in an entry of its own, apart from any learner's record. Losing it costs a count of hands. */

import { readSetting, writeSetting } from '../device/settings.store.ts'
import { type Classroom, readClassroom } from './classroom.ts'

const entryOf = (module: string) => `class-${module}`

export function keepClassroom(module: string, classroom: Classroom): void {
  writeSetting(entryOf(module), JSON.stringify(classroom))
}

export function keptClassroom(module: string): Classroom | undefined {
  return readClassroom(readSetting(entryOf(module)), Date.now())
}
