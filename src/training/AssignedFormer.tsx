/** What another device had made before its backup was restored here: it can still be handed in. */
import { fill } from '../lang/text.ts'
import type { Course } from './course.ts'
import type { KeptReceipt } from './enrolment.ts'
import { momentIn } from './remarks.ts'

interface Props {
  readonly former: readonly KeptReceipt[]
  readonly course: Course
  /** Address of the trainer's page. */
  readonly trainer: string
}

export function Former({ former, course: { words, locale }, trainer }: Props) {
  const zone = -new Date().getTimezoneOffset()
  return (
    <details>
      <summary>{words.formerTitle}</summary>
      <p>{words.formerLine}</p>
      {former.map(({ seal, code, counter, made }) => (
        <label key={seal}>
          {fill(words.formerOf, { n: counter, time: momentIn(made, zone, locale) })}
          <textarea
            rows={3}
            readOnly
            value={`${new URL(trainer, location.href).href}#r=${code}`}
            onFocus={event => event.currentTarget.select()}
          />
        </label>
      ))}
    </details>
  )
}
