/** Below the form: the drafts that wait, and what was handed out. Loaded after it. */
import type { ConsoleCourse } from './consoleCourse.ts'
import { Drafts } from './Drafts.tsx'
import type { Draft } from './draft.ts'
import type { KeptDraft } from './drafts.ts'
import { HandedList } from './HandedList.tsx'

export interface ListsProps {
  readonly course: ConsoleCourse
  /** Address of the learner's page. */
  readonly assigned: string
  /** What is in the form. */
  readonly draft: Draft
  /** Id of the draft that is in the form. */
  current(): string | undefined
  /** `isStill`: the focus stays where it is. */
  onOpen(draft: Draft, kept?: KeptDraft, isStill?: boolean): void
}

export function AssignLists(props: ListsProps) {
  return (
    <>
      <Drafts {...props} />
      <HandedList course={props.course} assigned={props.assigned} onCopy={props.onOpen} />
    </>
  )
}
