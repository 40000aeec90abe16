/** A run as a text in both languages, to be sent on, and many runs as a table. */
import { csvOf } from '../lang/csv.ts'
import { LANGS, type Lang, type Text } from '../lang/text.ts'
import type { Checklist, ChecklistStep, Run } from './paper.ts'
import { nowOf, progressOf, type RunNow, type StepNow, stepOf } from './run.ts'
import type { RunPaperWords } from './runWords.ts'

/** An instant as people write it. */
export type Clock = (at: number) => string

export type BothWords = Readonly<Record<Lang, RunPaperWords>>

const both = (text: Text, between: string) => [...new Set(LANGS.map(lang => text[lang]))].join(between)
const label = (words: BothWords, name: keyof RunPaperWords) => both({ zh: words.zh[name], en: words.en[name] }, ' / ')

/** What somebody typed begins on the label's line; its further lines are indented, so that none looks like a step. */
function typed(text: string, indent: string): string {
  return text
    .trim()
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replaceAll('\n', `\n${indent}`)
}

const MARKS = { open: '[ ]', done: '[✓]', skipped: '[–]' } as const

function stepLines(title: Text, { state, at, reason, note, photos }: StepNow, words: BothWords, clock: Clock): string[] {
  const indent = '      '
  const time = at === undefined ? '' : `  ${clock(at)}`
  return [
    `${MARKS[state]} ${title.zh}${time}`,
    `    ${title.en}`,
    ...(state === 'skipped' ? [`    ${label(words, 'skipped')}: ${typed(reason ?? '', indent)}`.trimEnd()] : []),
    ...(note.trim() === '' ? [] : [`    ${label(words, 'note')}: ${typed(note, indent)}`]),
    ...(photos.length === 0 ? [] : [`    ${label(words, 'photos')}: ${photos.length}`])
  ]
}

/** Steps that the run has and the checklist no longer. */
function formerSteps(checklist: Checklist, { steps }: RunNow): ChecklistStep[] {
  const known = new Set(checklist.stages.flatMap(stage => stage.steps.map(({ id }) => id)))
  return [...steps.keys()].filter(id => !known.has(id)).map(id => ({ id, text: { zh: id, en: id } }))
}

/** Both languages line by line. A customer reads one, a colleague the other. */
export function textOf(run: Run, checklist: Checklist, words: BothWords, clock: Clock): string {
  const now = nowOf(run)
  const { handled, of } = progressOf(checklist, now)
  const former = formerSteps(checklist, now)
  const heading = [
    both(checklist.title, ' · '),
    `${label(words, 'order')}: ${typed(run.order, '  ')}`,
    ...(run.customer === '' ? [] : [`${label(words, 'customer')}: ${typed(run.customer, '  ')}`]),
    `${label(words, 'started')}: ${clock(run.started)}`,
    now.finished === undefined ? label(words, 'underWay') : `${label(words, 'finished')}: ${clock(now.finished)}`,
    `${label(words, 'handled')}: ${handled}/${of}`
  ]
  const stages = [
    ...checklist.stages.map(({ title, steps }) => ({ title: both(title, ' · '), steps })),
    ...(former.length > 0 ? [{ title: label(words, 'former'), steps: former }] : [])
  ].flatMap(({ title, steps }) => ['', title, ...steps.flatMap(step => stepLines(step.text, stepOf(now, step.id), words, clock))])
  return `${[...heading, ...stages].join('\n')}\n`
}

/** One row a run. Notes and reasons stand behind the names of their steps. */
export function tableOf(runs: readonly Run[], checklist: Checklist, words: BothWords, clock: Clock): string {
  const names = new Map(checklist.stages.flatMap(stage => stage.steps.map(step => [step.id, both(step.text, ' / ')] as const)))
  const told = (steps: RunNow['steps'], of: (step: StepNow) => string | undefined) =>
    [...steps].flatMap(([id, step]) => (of(step)?.trim() ? `${names.get(id) ?? id}: ${of(step)?.trim()}` : [])).join('\n')
  const head = (['order', 'customer', 'started', 'finished', 'handled', 'steps', 'skipped', 'note', 'photos'] as const).map(name =>
    label(words, name)
  )
  const rows = runs.map(run => {
    const now = nowOf(run)
    const { handled, of } = progressOf(checklist, now)
    return [
      run.order,
      run.customer,
      clock(run.started),
      now.finished === undefined ? '' : clock(now.finished),
      String(handled),
      String(of),
      told(now.steps, step => (step.state === 'skipped' ? step.reason || '–' : undefined)),
      told(now.steps, step => step.note),
      String([...now.steps.values()].reduce((sum, { photos }) => sum + photos.length, 0))
    ]
  })
  return csvOf([head, ...rows])
}
