/** Shapes of the files in `content/`. Every object is strict, so that a misspelt key is an error. */
import { z } from 'astro/zod'
import { MOODS, PLACES } from '../phrases/phrase.ts'
import { NEEDS, NUMBER_FORMS } from '../quiz/question.ts'
import { STAGES } from '../standards/rule.ts'
import { FIELD_TYPES, RUN_PARTS, STEP_PARTS } from '../visit/form.ts'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
const ruleId = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a rule id is words joined by points, such as visit.form-first')
const pageId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a page id is group/slug, such as visit/after')
const words = z.string().trim().min(1, 'is empty')
const text = z.strictObject({ zh: words, en: words })
const texts = z.strictObject({ zh: z.array(words).min(1), en: z.array(words).min(1) })
const day = z.iso.date('a date is YYYY-MM-DD')
const count = z.int().positive()

export const ruleEntry = z.strictObject({
  id: ruleId,
  origin: z.enum(['standard', 'reading', 'advice']),
  name: text,
  text,
  quote: z.strictObject({ zh: z.array(words).min(1), en: z.array(words).min(1).optional() }).optional(),
  gloss: z.strictObject({ en: z.array(words).min(1) }).optional(),
  figures: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  gap: text.optional(),
  stage: z.enum(STAGES).optional(),
  letter: z.string().length(1).optional(),
  number: count.optional(),
  situation: text.optional()
})

export const topicFile = z.strictObject({ topic: id, title: text, rules: z.array(ruleEntry) })

export const phraseEntry = z.strictObject({
  id: ruleId,
  banned: texts,
  fine: z.strictObject({ zh: z.array(words).optional(), en: z.array(words).optional() }).optional(),
  why: text,
  instead: z.array(z.strictObject({ place: z.enum(PLACES), mood: z.enum(MOODS), text })).min(4)
})

export const phrasesFile = z.array(phraseEntry)

const choice = z.strictObject({ id, key: z.literal(true).optional(), text, feedback: text })
const choices = z.array(choice).min(3, 'a question has at least three choices').max(6, 'a question has at most six choices')
const asked = {
  id,
  revision: count,
  rules: z.array(ruleId).min(1),
  severity: z.literal([1, 2, 3]),
  situation: text,
  hints: z.array(text).min(1).max(3).optional()
}
const step = z.strictObject({ id, text, feedback: text })
const placing = {
  ...asked,
  said: text.optional(),
  ask: text,
  groups: z.array(z.strictObject({ id, text })).min(2).max(7),
  items: z
    .array(z.strictObject({ id, text, group: id, feedback: text }))
    .min(3)
    .max(8)
}
const saidWords = z.strictObject({ id, text, breaks: ruleId.optional(), feedback: text.optional() })
const turn = z.strictObject({ id, by: z.enum(['customer', 'staff', 'note']), says: z.array(saidWords).min(1) })
const gap = z.strictObject({ id, choices: choices.optional(), accept: texts.optional(), feedback: text.optional() })
const figure = z.coerce.string().regex(/^\d+(\.\d+)?$|^\d{4}-\d\d-\d\d$/, 'an answer is digits, or a day as YYYY-MM-DD')
const point = z.int().min(0).max(10)
const meter = z.strictObject({ id, name: text, start: point, fair: point, good: point })
const move = z.strictObject({
  id,
  text,
  feedback: text,
  effects: z.record(id, z.int().min(-5).max(5)).optional(),
  to: id,
  fails: z.literal(true).optional(),
  rules: z.array(ruleId).min(1).optional()
})
const node = z.strictObject({ id, scene: text, said: text.optional(), choices: z.array(move).min(2).max(4) })

export const questionEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...asked, said: text.optional(), ask: text, choices }),
  z.strictObject({ kind: z.literal('multiple'), ...asked, said: text.optional(), ask: text, choices }),
  z.strictObject({ kind: z.literal('replace'), ...asked, said: text, banned: text, choices }),
  z.strictObject({
    kind: z.literal('order'),
    ...asked,
    said: text.optional(),
    ask: text,
    items: z.array(step).min(4).max(8),
    musts: z
      .array(z.tuple([id, id]))
      .min(1)
      .optional()
  }),
  z.strictObject({ kind: z.literal('match'), ...placing }),
  z.strictObject({ kind: z.literal('sort'), ...placing }),
  z.strictObject({
    kind: z.literal('mark'),
    ...asked,
    title: text,
    ask: text,
    turns: z.array(turn).min(4).max(16),
    reasons: z.array(ruleId).min(3).max(8)
  }),
  z.strictObject({ kind: z.literal('gap'), ...asked, said: text.optional(), ask: text, text, gaps: z.array(gap).min(1).max(5) }),
  z.strictObject({
    kind: z.literal('number'),
    ...asked,
    said: text.optional(),
    ask: text,
    form: z.enum(NUMBER_FORMS),
    answer: figure,
    tolerance: z.number().positive().optional(),
    unit: text.optional(),
    feedback: text,
    slips: z
      .array(z.strictObject({ answer: figure, feedback: text }))
      .min(1)
      .optional()
  }),
  z.strictObject({
    kind: z.literal('reply'),
    ...asked,
    title: text,
    said: text,
    ask: text,
    needs: z.array(z.enum(NEEDS)).min(2),
    model: text,
    why: text
  }),
  z.strictObject({
    kind: z.literal('scenario'),
    ...asked,
    title: text,
    meters: z.array(meter).min(2).max(3),
    nodes: z.array(node).min(8),
    ends: z.strictObject({ good: text, fair: text, poor: text, failed: text })
  })
])

export const questionsFile = z.strictObject({ module: id, questions: z.array(questionEntry).min(1) })

export const moduleEntry = z.strictObject({
  id,
  title: text,
  summary: text,
  /** Two short words for the seal of a passed module. */
  seal: texts,
  pages: z.array(pageId).min(1),
  /** Questions in one check. */
  draw: count,
  /** Per cent of the points needed to pass. */
  pass: z.int().min(50).max(100),
  minutes: count
})

export const modulesFile = z.array(moduleEntry)

export const pathEntry = z.strictObject({ id, title: text, summary: text, modules: z.array(id).min(2) })

export const pathsFile = z.array(pathEntry)

export const examEntry = z.strictObject({
  id,
  title: text,
  summary: text,
  /** Id of the path that it closes. */
  path: id,
  /** How many questions are drawn from a module, or of those that test a rule first. */
  picks: z.array(z.union([z.strictObject({ module: id, count }), z.strictObject({ rule: ruleId, count })])).min(1),
  /** Per cent of the points needed to pass. */
  pass: z.int().min(50).max(100),
  /** Rules on which no mistake is allowed, whatever the per cent. */
  mustPass: z.array(ruleId).min(1).optional(),
  minutes: count,
  /** How often it may be taken before a trainer has to be asked. */
  attempts: count,
  /** Hours to wait after an attempt that was not passed. */
  coolDown: count
})

export const examsFile = z.array(examEntry)

export const groupEntry = z.strictObject({ id, title: text, summary: text, pages: z.array(id).min(1) })

export const groupsFile = z.array(groupEntry)

export const checklistFile = z.strictObject({
  id,
  title: text,
  page: pageId,
  stages: z.array(
    z.strictObject({
      id,
      title: text,
      steps: z.array(z.strictObject({ id, rule: ruleId.optional(), critical: z.literal(true).optional(), text })).min(1)
    })
  )
})

const source = z.union([z.strictObject({ run: z.enum(RUN_PARTS) }), z.strictObject({ step: id, take: z.enum(STEP_PARTS) })])

export const formEntry = z.strictObject({
  id,
  title: text,
  rule: ruleId,
  /** The checklist whose runs fill the form in. */
  checklist: id.optional(),
  note: text,
  /** By what the filled forms are counted. */
  kinds: z.strictObject({ note: text, choices: z.array(z.strictObject({ id, text })).min(2) }).optional(),
  fields: z
    .array(
      z.strictObject({
        id,
        label: text,
        origin: z.enum(['standard', 'advice']),
        type: z.enum(FIELD_TYPES).optional(),
        lines: count.max(4).optional(),
        choices: z.array(z.strictObject({ id, text })).min(2).optional(),
        stage: id.optional(),
        /** Where it is taken from in a run; the first that has something. */
        from: z.array(source).min(1).optional()
      })
    )
    .min(1)
})

export const formsFile = z.array(formEntry)

export const synonymEntry = z.strictObject({
  id,
  zh: z.array(words).min(1),
  en: z.array(words).min(1),
  /** Rules, pages or parts of pages that answer. */
  see: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9-]+((\.[a-z0-9-]+)+|\/[a-z0-9-]+(#[a-z0-9-]+)?)$/, 'what answers is a rule id, a page id or a page id with #part')
    )
    .min(1)
    .optional(),
  /** A number with so many digits means this. */
  digits: z.int().min(4).max(20).optional()
})

export const synonymsFile = z.array(synonymEntry)

export const frontmatter = z.strictObject({
  title: words,
  /** One sentence under the title, and the page's description for search engines and feeds. */
  summary: words,
  owner: words,
  revision: count,
  updated: day,
  reviewed: day,
  /** Months until the next review is due. */
  reviewEvery: count,
  changes: z.array(z.strictObject({ date: day, kind: z.enum(['material', 'editorial']), what: words })).min(1),
  related: z.array(pageId).optional(),
  /** Readers are asked to say that they have read the page and will follow it. */
  acknowledge: z.literal(true).optional()
})
export type Frontmatter = z.infer<typeof frontmatter>
export type Module = z.infer<typeof moduleEntry>
export type Path = z.infer<typeof pathEntry>
export type Exam = z.infer<typeof examEntry>
export type Group = z.infer<typeof groupEntry>
export type Checklist = z.infer<typeof checklistFile>
export type Form = z.infer<typeof formEntry>
export type SynonymEntry = z.infer<typeof synonymEntry>
