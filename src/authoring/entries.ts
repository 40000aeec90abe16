/** Reads the entries of the YAML files and the ledger. One broken entry does not take its file with it. Build time only. */
import type { z } from 'astro/zod'
import type { Question } from '../quiz/question.ts'
import type { Rule, Topic } from '../standards/rule.ts'
import { LEDGER_FILE, type Ledger, ledgerFile } from './ledger.ts'
import type { EntryType, Places } from './places.ts'
import { mistake } from './problem.ts'
import { filesBelow, readYaml } from './read.ts'
import { type Checklist, checklistFile, questionEntry, questionsFile, ruleEntry, topicFile } from './schema.ts'

export function readTopics(root: string, places: Places): Topic[] {
  return filesBelow(root, 'content/standards', '.yaml').flatMap(file => {
    const source = readYaml(root, file, topicFile)
    places.take('rule', source)
    const head = topicFile.omit({ rules: true }).strip().safeParse(source.raw)
    if (!head.success) {
      places.lose('rule', undefined)
      return []
    }
    const { topic, title } = head.data
    places.mark(`topic:${topic}`, source, [])
    const rules = places
      .entries('rule', source, ['rules'], ruleEntry)
      .filter(({ data, trail }) => places.mark(`rule:${data.id}`, source, trail))
      .map(({ data }) => ({ ...data, topic }) as Rule)
    return [{ id: topic, title, rules }]
  })
}

/** Most questions stand in one file a module; a transcript or a scenario is long and has a file of its own. */
const QUESTION_FOLDERS = ['content/questions', 'content/transcripts', 'content/scenarios']

export function readQuestions(root: string, places: Places): Question[] {
  return QUESTION_FOLDERS.flatMap(folder => filesBelow(root, folder, '.yaml')).flatMap(file => {
    const source = readYaml(root, file, questionsFile)
    places.take('question', source)
    const head = questionsFile.omit({ questions: true }).strip().safeParse(source.raw)
    if (!head.success) {
      places.lose('question', undefined)
      return []
    }
    const { module } = head.data
    if (file.startsWith('content/questions/')) places.mark(`questions:${module}`, source, ['module'])
    if (file.startsWith('content/questions/') && file !== `content/questions/${module}.yaml`) {
      const spot = { file, line: source.lineOf(['module']) }
      places.problems.push(
        mistake('misplaced-file', spot, `The questions of "${module}" stand in a file of another name.`, `Name it ${module}.yaml.`)
      )
    }
    return places
      .entries('question', source, ['questions'], questionEntry)
      .filter(({ data, trail }) => places.mark(`question:${data.id}`, source, trail))
      .map(({ data }) => ({ ...withKeys(data), module }) as Question)
  })
}

type Written = z.infer<typeof questionEntry>

/** `key: true` stands only at the right choices; the others get their `false` here. */
function withKeys(written: Written): object {
  const whole = (choices: Extract<Written, { kind: 'single' }>['choices']) =>
    choices.map(choice => ({ ...choice, key: choice.key ?? false }))
  if ('choices' in written) return { ...written, choices: whole(written.choices) }
  if (written.kind === 'gap') {
    return { ...written, gaps: written.gaps.map(gap => (gap.choices ? { ...gap, choices: whole(gap.choices) } : gap)) }
  }
  return written
}

export function readList<T extends { id: string }>(
  root: string,
  places: Places,
  type: EntryType,
  file: string,
  whole: z.ZodType<T[]>,
  entry: z.ZodType<T>
): T[] {
  const source = readYaml(root, file, whole)
  places.take(type, source)
  const kept = places.entries(type, source, [], entry).filter(({ data, trail }) => places.mark(`${type}:${data.id}`, source, trail))
  return kept.map(({ data }) => data)
}

export function readChecklists(root: string, places: Places): Checklist[] {
  return filesBelow(root, 'content/checklists', '.yaml').flatMap(file => {
    const source = readYaml(root, file, checklistFile)
    const data = places.take('checklist', source)
    return data && places.mark(`checklist:${data.id}`, source, []) ? [data] : []
  })
}

export function readLedger(root: string, places: Places): Ledger | undefined {
  const source = readYaml(root, LEDGER_FILE, ledgerFile)
  places.problems.push(
    ...source.problems.map(problem => (problem.kind === 'missing-file' ? problem : { ...problem, kind: 'bad-ledger' as const }))
  )
  places.mark('ledger:', source, [])
  return source.data
}
