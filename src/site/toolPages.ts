/**
 * The tools of the site in their order. A new tool is one entry here: the page of tools lists it, and search finds it by its
 * title, its summary and its words.
 */
import type { Lang, Text } from '../lang/text.ts'
import { SAY_WORDS } from '../phrases/sayWords.ts'
import { CONSOLE_PAGE } from '../trainer/consoleWords.ts'
import { FILE_NUMBER_WORDS } from '../visit/fileNumberWords.ts'
import { FOLLOW_UP_WORDS } from '../visit/followUpWords.ts'
import { FORM_WORDS } from '../visit/formWords.ts'
import { RUN_WORDS } from '../visit/runWords.ts'
import type { Shelf } from './shelf.ts'
import { wordsIn } from './words.ts'

export interface ToolPage {
  /** Address below the language, such as `tools/phrases/`. */
  readonly path: string
  readonly title: string
  readonly summary: string
  /** What kind of thing it is, in a word. */
  readonly kind: string
  /** What people call it or come to it for, beside its title; in both languages, since either may be typed. */
  readonly words: readonly string[]
  /** What else stands on it and may be looked for. */
  readonly lines?: readonly string[]
  /** For one that things are begun in: how many are under way, with `{n}`. */
  readonly underWay?: string
}

const KINDS: Readonly<Record<'form' | 'checklist', Text>> = {
  form: { zh: '表单', en: 'Form' },
  checklist: { zh: '检查单', en: 'Checklist' }
}

export function toolPages({ library }: Shelf, lang: Lang): ToolPage[] {
  const words = wordsIn(lang)
  const { phrases, checklists, forms } = library
  const card = {
    path: 'tools/phrases/',
    title: words.phraseCard,
    summary: words.phraseCardSummary,
    kind: words.tools,
    words: ['话术', '随身卡', 'pocket card']
  }
  const tool = (slug: string, { title, lead }: { title: string; lead: string }, others: readonly string[]): ToolPage => {
    return { path: `tools/${slug}/`, title, summary: lead, kind: words.tools, words: others }
  }
  const visit = tool('visit', RUN_WORDS[lang], ['上门打卡', '上门步骤', '现场检查单', 'start a visit', 'job checklist'])
  return [
    ...(checklists.some(({ id }) => id === 'visit') ? [{ ...visit, underWay: RUN_WORDS[lang].underWayCount }] : []),
    tool('say', SAY_WORDS[lang], ['查禁用语', '能不能这样说', '话术检查', 'banned phrase checker', 'can I say']),
    tool('follow-ups', FOLLOW_UP_WORDS[lang], ['回访提醒', '该回访谁', '回访日历', 'call back list', 'calls due']),
    tool('file-numbers', FILE_NUMBER_WORDS[lang], ['编号器', '算档案编号', '客史档案', 'file number calculator']),
    ...(phrases.length > 0 ? [card] : []),
    ...checklists.map(({ id, title, stages }) => ({
      path: `tools/checklists/${id}/`,
      title: title[lang],
      summary: words.checklistSummary,
      kind: KINDS.checklist[lang],
      words: ['清单', 'to do'],
      lines: stages.flatMap(({ steps }) => steps.map(({ text }) => text[lang]))
    })),
    ...(forms.length > 0
      ? [
          tool('papers', { ...FORM_WORDS[lang].list, lead: FORM_WORDS[lang].list.summary }, [
            '填表',
            '技服表',
            '签字',
            'fill in a form',
            'signature'
          ])
        ]
      : []),
    ...forms.map(({ id, title, note, fields }) => ({
      path: `tools/forms/${id}/`,
      title: title[lang],
      summary: words.formSummary,
      kind: KINDS.form[lang],
      words: ['空白表', 'blank form'],
      lines: [note[lang], fields.map(({ label }) => label[lang]).join(' · ')]
    })),
    { path: 'rules/', title: words.rules, summary: words.rulesSummary, kind: words.lookUp, words: ['标准原文', 'the standard'] },
    {
      path: 'trainer/',
      title: CONSOLE_PAGE[lang].title,
      summary: CONSOLE_PAGE[lang].lead,
      kind: words.tools,
      words: ['布置学习', '指派', '谁没学', '回执', 'assign modules', 'who has learnt what']
    }
  ]
}
