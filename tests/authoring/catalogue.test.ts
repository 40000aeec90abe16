/** The catalogue is public: it says what belongs together and gives no answer away. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bank } from '../../src/authoring/bank.ts'
import { catalogue, revisionOf } from '../../src/authoring/catalogue.ts'
import { codeOf } from '../../src/authoring/codes.ts'
import { type Library, readLibrary } from '../../src/authoring/library.ts'
import { hasChoices, type Question } from '../../src/quiz/question.ts'
import { VALID } from './valid.ts'

const small = readLibrary(VALID)
const real = readLibrary(join(import.meta.dirname, '../..'))

test('it lists rules, pages, modules, paths and questions by id', () => {
  const { rules, pages, modules, exams, paths, questions, ...head } = catalogue(small)
  expect(head).toEqual({ format: 1, languages: ['zh', 'en'], revision: expect.stringMatching(/^[0-9a-f]{12}$/) })
  expect(rules).toEqual([
    {
      id: 'followup.three-days',
      code: codeOf('followup.three-days'),
      origin: 'reading',
      name: { zh: '三日内回访', en: 'Within three days' },
      pages: ['calls/deadlines'],
      questions: ['call-friday', 'call-two']
    },
    {
      id: 'phrase.dont-know',
      code: codeOf('phrase.dont-know'),
      origin: 'standard',
      name: { zh: '禁用语', en: 'A banned phrase' },
      pages: ['calls/words'],
      questions: ['call-friday', 'say-pool']
    }
  ])
  expect(pages.map(page => [page.id, page.title.zh, page.title.en])).toEqual([
    ['calls/deadlines', '回访期限', 'Deadlines'],
    ['calls/words', '用语', 'Words']
  ])
  expect(modules.map(module => [module.id, module.questions])).toEqual([
    ['principles', 2],
    ['speech', 1]
  ])
  expect(exams.map(exam => [exam.id, exam.path, exam.questions])).toEqual([['agent-exam', 'agent', 2]])
  expect(paths.map(path => path.modules)).toEqual([['principles', 'speech']])
  expect(questions[2]).toEqual({ id: 'say-pool', kind: 'replace', module: 'speech', rules: ['phrase.dont-know'], revision: 1 })
})

/** The library with every word that must stay secret turned into one that can be looked for. */
function marked(library: Library): Library {
  const secret = { zh: 'SECRET', en: 'SECRET' }
  const questions = library.questions.map(question => ({
    ...question,
    situation: secret,
    said: secret,
    ...(question.kind === 'replace' ? { banned: secret } : { ask: secret }),
    choices: ('choices' in question ? question.choices : []).map(choice => ({
      ...choice,
      id: `SECRET-${choice.id}`,
      text: secret,
      feedback: secret
    }))
  }))
  return { ...library, questions: questions as Question[] }
}

test.each([
  ['the valid library', small],
  ['the handbook', real]
])('no key, choice id or text of a question leaks from %s', (_, library) => {
  const published = catalogue(marked(library))
  expect(JSON.stringify(published)).not.toMatch(/SECRET|"(key|choices|text|feedback|situation|said|banned|ask)"/)
  expect(published.questions).toHaveLength(library.questions.length)
  for (const question of published.questions) expect(Object.keys(question)).toEqual(['id', 'kind', 'module', 'rules', 'revision'])
})

test('its revision changes with any word a reader can see, and with nothing else', () => {
  const [question] = small.questions
  const changed = {
    ...small,
    questions: small.questions.map(entry =>
      entry === question ? { ...entry, situation: { ...entry.situation, en: 'Another morning.' } } : entry
    )
  }
  expect(revisionOf(changed)).not.toBe(revisionOf(small))
  expect(revisionOf({ ...small, problems: [] })).toBe(revisionOf(small))
  expect(revisionOf(readLibrary(VALID))).toBe(revisionOf(small))
})

test('the bank holds every question with its keys, and where each rule is taught', () => {
  const whole = bank(small)
  expect(whole.revision).toBe(revisionOf(small))
  expect(
    whole.questions.filter(hasChoices).map(question => question.choices.filter(choice => choice.key).map(choice => choice.id))
  ).toEqual([['today'], ['card', 'noise'], ['ask-first']])
  expect(whole.rules[0]?.home).toEqual({ page: 'calls/deadlines', anchor: 'followup.three-days' })
})
