// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import type { Draw } from '../../src/quiz/draw.ts'
import { GENERATOR } from '../../src/quiz/generator.ts'
import type { AssignedProps } from '../../src/training/Assigned.island.tsx'
import { decodeAnswers, fromAnswersFile } from '../../src/training/answers.ts'
import { ASSIGNED_WORDS } from '../../src/training/assignedWords.ts'
import { type Assignment, encodeAssignment, toFragment } from '../../src/training/assignment.ts'
import { fromBase64url } from '../../src/training/bytes.ts'
import type { Course } from '../../src/training/course.ts'
import { seedOf } from '../../src/training/receipt.ts'
import { newTrainerKey, openAnswers, openReceipt, publicHex, shortHash } from '../../src/training/sealing.store.ts'
import { decodeTasks } from '../../src/training/tasks.ts'
import { TWELVE } from './assignments.ts'

const NEWEST = Date.UTC(2026, 0, 1)
const [FIRST = 0, SECOND = 0] = TWELVE.modules
const text = { revision: 2, since: 2, hash: '0a1b2c3d' }
const PAGE = {
  id: 'visit/after',
  code: 0x20f001,
  title: 'After the visit',
  href: '/visit/after/#acknowledge',
  texts: { zh: text, en: text }
}
const OTHER = { ...PAGE, id: 'visit/before', code: 0x20f002, title: 'Before the visit' }
const courseIn = (lang: Lang): Course => ({
  locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
  words: ASSIGNED_WORDS[lang],
  revision: TWELVE.revision,
  newest: NEWEST,
  modules: [
    { id: 'speech', code: FIRST, title: 'Speech', minutes: 14, pass: 80, draw: 4, href: '/modules/speech/', seal: ['A', 'B'] },
    { id: 'records', code: SECOND, title: 'Records', minutes: 8, pass: 80, draw: 4, href: '/modules/records/', seal: ['C', 'D'] }
  ],
  rules: [],
  pages: [PAGE, OTHER]
})
const PROPS: AssignedProps = {
  course: '/course.json',
  trainer: 'https://x.example/zh/trainer/',
  home: '/zh/',
  loading: 'Reading',
  failed: 'Failed'
}

let trainer: CryptoKeyPair
let assignment: Assignment
beforeAll(async () => {
  trainer = await newTrainerKey()
  assignment = { ...TWELVE, modules: [FIRST, SECOND], due: Date.UTC(2090, 0, 1), key: await publicHex(trainer.publicKey) }
})
beforeEach(() => {
  document.body.innerHTML = '<main></main>'
  localStorage.clear()
  location.hash = ''
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(lang: Lang, course: Course | 'none' = courseIn(lang)): Promise<HTMLElement> {
  vi.resetModules()
  vi.stubGlobal('fetch', async () => (course === 'none' ? new Response(null, { status: 404 }) : Response.json(course)))
  const { showAssigned } = await import('../../src/training/Assigned.island.tsx')
  const place = document.querySelector('main')
  if (!place) throw new Error('no place')
  showAssigned(place, PROPS)
  return place
}

test.each(LANGS)('a link is shown, taken on, worked on and handed back (%s)', async lang => {
  const words = ASSIGNED_WORDS[lang]
  const mine = { ...assignment, title: `${assignment.title} ${lang}` }
  location.hash = toFragment(encodeAssignment(mine))
  const place = await show(lang)
  await screen.findByText(mine.title)
  // Whoever took one on before on this device is offered.
  fireEvent.input(screen.getByLabelText(words.staff, { exact: false }), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: words.takeOn }))
  await screen.findByText(words.staffMissing)
  fireEvent.input(screen.getByLabelText(words.staff, { exact: false }), { target: { value: ` ${lang}1 ` } })
  fireEvent.input(screen.getByLabelText(words.name, { exact: false }), { target: { value: '欧阳慧' } })
  fireEvent.click(screen.getByRole('button', { name: words.takeOn }))
  await screen.findByText(words.backWait)
  expect(place.textContent).toContain(`${lang}1`)
  await waitFor(() => {
    const [key = ''] = Object.keys(localStorage).filter(name => name.endsWith('assigned'))
    const [task] = decodeTasks(localStorage.getItem(key) ?? undefined)
    expect(task?.seeds).toBeTruthy()
    expect(task).toMatchObject({
      staff: `${lang}1`,
      title: mine.title,
      modules: [
        { id: 'speech', pass: 80 },
        { id: 'records', pass: 80 }
      ]
    })
  })

  // A module is passed; what is sealed then is what stood on the screen.
  const { record } = await import('../../src/training/learner.store.ts')
  const { enrolments } = await import('../../src/training/enrolled.store.ts')
  const [enrolment] = enrolments.$enrolments.get().filter(({ staff }) => staff === `${lang}1`)
  const items = ['a', 'b'].map(question => ({ question, revision: 1, choices: [] }))
  const attempt = `t${lang}`
  const draw: Draw = { generator: GENERATOR, seed: seedOf(enrolment?.seeds ?? '', 'speech', 1), items }
  const answered = { type: 'answered', attempt, revision: 1, try: 1, response: ['x'], possible: 1 } as const
  await record.append(
    { type: 'started', attempt, behaviour: 'check', module: 'speech', page: 'check', draw },
    { ...answered, question: 'a', earned: 1 },
    { ...answered, question: 'b', earned: 1 },
    { type: 'finished', attempt, percent: 100, pass: 80 }
  )
  await screen.findByText(words.notInside)
  expect(place.textContent).toContain(fill(words.bestPassed, { percent: 100 }))
  expect(place.textContent).toContain(fill(words.eachN, { right: 2, partly: 0, wrong: 0, unanswered: 0 }))
  fireEvent.click(screen.getByRole('button', { name: words.seal }))
  const field: HTMLTextAreaElement = await screen.findByLabelText(words.link)
  const opened = await openReceipt(fromBase64url(field.value.split('#r=')[1] ?? '') ?? new Uint8Array(), trainer, assignment.key)
  expect(opened.type === 'opened' && opened.opened.receipt).toMatchObject({
    staff: `${lang}1`,
    name: '欧阳慧',
    counter: 1,
    modules: [{ place: 0, percent: 100, passed: true, results: ['right', 'right'] }]
  })
  fireEvent.click(screen.getByRole('button', { name: words.qr }))
  await screen.findByRole('img', { name: words.qrLabel })

  const saved = vi.fn<(blob: Blob) => string>(() => 'blob:x')
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: () => undefined }))
  fireEvent.click(screen.getByRole('button', { name: words.answersFile }))
  await waitFor(() => expect(saved).toHaveBeenCalled())
  const file = fromAnswersFile(await (saved.mock.calls[0]?.[0].text() ?? ''))
  if (file.type !== 'file' || opened.type !== 'opened') throw new Error('No file of answers')
  const answers = await openAnswers(file.sealed, trainer, assignment.key, opened.opened.receipt.device)
  const read = decodeAnswers(answers.type === 'opened' ? answers.answers : '')
  expect(read).toMatchObject({ type: 'answers', receipt: await shortHash(file.receipt) })
  expect(read.type === 'answers' && read.events.map(({ type }) => type)).toEqual(['started', 'answered', 'answered', 'finished'])
})

test.each(LANGS)('pages that are asked are listed and counted, and a receipt tells of those that were acknowledged (%s)', async lang => {
  const words = ASSIGNED_WORDS[lang]
  const mine = { ...assignment, modules: [FIRST], pages: [PAGE.code, 0xbeef, OTHER.code], title: `pages ${lang}` }
  location.hash = toFragment(encodeAssignment(mine))
  const place = await show(lang)
  await screen.findByText(mine.title)
  expect(place.textContent).toContain(PAGE.title)
  fireEvent.input(screen.getByLabelText(words.staff, { exact: false }), { target: { value: `P${lang}` } })
  fireEvent.input(screen.getByLabelText(words.name, { exact: false }), { target: { value: '欧阳慧' } })
  fireEvent.click(screen.getByRole('button', { name: words.takeOn }))
  await screen.findByText(fill(words.unknownPage, { code: '00beef' }))
  const { record } = await import('../../src/training/learner.store.ts')
  const standing = (id: string) => place.querySelector<HTMLElement>(`[data-page="${id}"]`)?.dataset.standing

  await record.append({ type: 'acknowledged', page: OTHER.id, revision: 1, lang: 'zh', hash: 'ffff2c3d4e5f6071' })
  await record.append({ type: 'acknowledged', page: PAGE.id, revision: 2, lang: 'zh', hash: '0a1b2c3d4e5f6071' })
  await screen.findByText(words.notInside)
  expect([standing(PAGE.id), standing(OTHER.id)]).toEqual(['said', 'outdated'])
  expect(place.textContent).toContain(fill(words.progressPages, { n: 3, k: 1 }))
  expect([...place.querySelectorAll('[data-said]')].map(one => one.textContent)).toEqual([
    expect.stringContaining(fill(words.saidVersionN.zh, { n: 2 })),
    expect.stringContaining(fill(words.saidVersionN.zh, { n: 1 }))
  ])
  fireEvent.click(screen.getByRole('button', { name: words.seal }))
  const field: HTMLTextAreaElement = await screen.findByLabelText(words.link)
  const opened = await openReceipt(fromBase64url(field.value.split('#r=')[1] ?? '') ?? new Uint8Array(), trainer, assignment.key)
  expect(opened.type === 'opened' && opened.opened.receipt).toMatchObject({
    modules: [],
    pages: [
      { place: 0, lang: 'zh', revision: 2, hash: '0a1b2c3d' },
      { place: 2, lang: 'zh', revision: 1, hash: 'ffff2c3d' }
    ]
  })
})

test('what can’t be loaded is said', async () => {
  await show('en', 'none')
  expect((await screen.findByRole('alert')).textContent).toBe(PROPS.failed)
})
