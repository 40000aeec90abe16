/** Fills a form from a visit's run. */
import { type Field, type Form, limitOf, type Source, shortened } from './form.ts'
import { wallTime } from './formText.ts'
import type { Run } from './paper.ts'
import { nowOf, type RunNow, stepOf } from './run.ts'
import { decodeRun } from './runDecode.ts'

/** A time (epoch milliseconds) or a text. */
type Found = { readonly at: number | undefined } | { readonly text: string }

function found(source: Source, run: Run, now: RunNow): Found {
  if ('step' in source) {
    const step = stepOf(now, source.step)
    // What was skipped was not done.
    return source.take === 'note' ? { text: step.note } : { at: step.state === 'done' ? step.at : undefined }
  }
  if (source.run === 'started') return { at: run.started }
  return source.run === 'finished' ? { at: now.finished } : { text: run[source.run] }
}

function written(what: Found, field: Field, zoneAt: (at: number) => number): string {
  if ('text' in what) return shortened(what.text.trim(), limitOf(field))
  if (what.at === undefined) return ''
  const wall = wallTime(what.at, zoneAt(what.at))
  return field.type === 'date' ? wall.slice(0, 10) : wall
}

/** Texts by the ids of the fields that the run says something of. `zoneAt`: minutes east of UTC at a moment. */
export function fieldsFrom(form: Form, run: Run, zoneAt: (at: number) => number): Record<string, string> {
  const now = nowOf(run)
  const texts = form.fields.flatMap(field => {
    const first = (field.from ?? []).map(source => written(found(source, run, now), field, zoneAt)).find(text => text !== '')
    return first === undefined ? [] : [[field.id, first] as const]
  })
  return Object.fromEntries(texts)
}

/** The same of a run as it was found on the desk; undefined where there is none that can be read. */
export function toldBy(form: Form, found: unknown, zoneAt: (at: number) => number): Record<string, string> | undefined {
  const run = decodeRun(found)
  return run && fieldsFrom(form, run, zoneAt)
}
