/** Every page of the built site is opened once in each language, as a new learner opens it. */
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LANGS, type Lang } from '../../src/lang/text.ts'
import type { LogEvent } from '../../src/training/event.ts'
import { fieldOf, GOOD_REPLY } from './kinds/words.ts'
import { checked, logOf, SEASONED } from './learner.ts'
import { expect, test } from './promise.ts'
import { start } from './quiz.ts'
import { plant } from './record.ts'
import { type BuiltPage, bankOf, brotli, filesOf, folder, hasQuiz, pagesOf, practiceOf, root } from './site.ts'
import type { Watched } from './watch.ts'

interface Visit {
  readonly built: BuiltPage
  readonly status: number | undefined
  readonly troubles: readonly string[]
  readonly shifts: readonly string[]
  /** Bytes of the scripts and, on a page with a quiz, of its styles; and how many files they are. */
  readonly bytes: number
  readonly files: number
  readonly blocking: readonly string[]
}

/** Pages without a quiz that are nothing without a script: each has a bound of its own. */
const OWN: ReadonlySet<string> = new Set(['assigned', 'certificate', 'statistics', 'tool', 'trainer'])

/** Module scripts that stand in the page itself. */
function inlineScripts(html: string): string {
  return [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}

const blockingScripts = () =>
  (performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[])
    .filter(entry => entry.initiatorType === 'script' && entry.renderBlockingStatus === 'blocking')
    .map(entry => entry.name)

async function visit(page: Page, watched: Watched, built: BuiltPage): Promise<Visit> {
  watched.forget()
  const answer = await page.goto(built.address)
  await watched.settle()
  if (hasQuiz(built)) {
    await page.locator('[data-island]').scrollIntoViewIfNeeded()
    await watched.settle()
  }
  const shifts = await watched.shifts()
  // A new learner has nothing to review yet, and what a trainer begins has no form.
  const [, island = ''] = /\sdata-island="(\w+)"/.exec(built.html) ?? []
  if (['practice', 'check', 'exam'].includes(island)) await start(page)
  else if (['class', 'worksheet'].includes(island)) await page.locator('[data-island] button').first().click()
  await watched.settle()
  // What a reply is judged by is loaded when it is written.
  if (built.lang && (await fieldOf(page).isVisible())) {
    await fieldOf(page).pressSequentially(GOOD_REPLY[built.lang])
    await watched.settle()
  }
  return {
    built,
    status: answer?.status(),
    troubles: [...watched.troubles],
    shifts,
    ...loadedBy(watched, built),
    blocking: await page.evaluate(blockingScripts)
  }
}

/**
 * What keeps the offline copy: loaded when the browser is idle, from the second page on, the same on each; on a trainer's pages
 * also the line that takes those pages along. It has a bound of its own.
 */
const KEEP = /\/(keep|more\.island)\.[\w-]+\.js$/
/** Reads what the page before left behind: loaded where that one went away in the middle of saving, and only then. */
const LEFT = /\/left\.[\w-]+\.js$/

/**
 * Scripts and styles that a page has asked for so far. With a quiz it is files: what stands in the page is counted with the
 * page, which must fit its 10,000 bytes (budgets.spec.ts). Without one it is those and the scripts that stand in it.
 */
function loadedBy({ requests }: Watched, built: BuiltPage): Pick<Visit, 'bytes' | 'files'> {
  const loaded = requests.filter(request => ['script', 'stylesheet'].includes(request.resourceType()))
  const files = [...new Set(loaded.map(request => new URL(request.url()).pathname))].filter(file => !KEEP.test(file) && !LEFT.test(file))
  const inline = hasQuiz(built) ? '' : inlineScripts(built.html)
  const bytes = files.reduce((sum, file) => sum + brotli(readFileSync(join(folder, file))), inline === '' ? 0 : brotli(inline))
  return { bytes, files: files.length }
}

test('what keeps the offline copy is small', () => {
  const sizes = filesOf(folder)
    .filter(file => KEEP.test(file))
    .map(file => brotli(readFileSync(join(folder, file))))
  expect(sizes).toHaveLength(2)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1100)
  expect(Math.min(...sizes)).toBeLessThanOrEqual(150)
})

/** A practice set that asks nothing but choices. */
function onlyChoices(built: BuiltPage): boolean {
  const { kind, address, lang } = built
  if (kind !== 'handbook' || !lang || !hasQuiz(built)) return false
  const [, , , group, page] = address.split('/')
  return practiceOf(lang, `${group}/${page}`).every(question => 'choices' in question)
}

/** The largest page of each kind, for people to read. */
function report(title: string, visits: readonly Visit[]): void {
  const kinds = new Map<string, Visit>()
  for (const one of visits) {
    const kind = `${one.built.kind}${hasQuiz(one.built) ? ' with a quiz' : ''}`
    const largest = kinds.get(kind)
    if (!largest || one.bytes > largest.bytes) kinds.set(kind, one)
  }
  const lines = [...kinds].map(([kind, { bytes, files, built }]) => `${bytes}\t${files}\t${kind}\t${built.address}`)
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const file = join(root, 'test-results', `budgets.scripts.${title}.txt`)
  rmSync(file, { force: true })
  appendFileSync(file, `scripts\tfiles\tkind\taddress\n${lines.join('\n')}\n`)
}

async function visitAll(page: Page, watched: Watched, lang: Lang): Promise<Visit[]> {
  const visits: Visit[] = []
  for (const built of pagesOf()) {
    if (built.lang === lang) visits.push(await visit(page, watched, built))
  }
  return visits
}

// One visit to each page serves all of its promises, so they are one test.
for (const lang of LANGS) {
  test(`every page answers without a complaint, stands still, and loads no more than it may (${lang})`, async ({ page, watched }) => {
    test.setTimeout(900_000)
    const visits = await visitAll(page, watched, lang)
    report(lang, visits)
    expect(visits.length).toBeGreaterThan(60)
    const none = (what: string, told: (visit: Visit) => unknown) =>
      expect
        .soft(
          visits.flatMap(one => (told(one) ? `${one.built.address}: ${told(one)}` : [])),
          what
        )
        .toEqual([])

    none('answers', one => one.status !== 200 && one.status)
    none('no error, policy violation, failed request or one to another server', one => one.troubles.join('; '))
    none('nothing moves by itself', one => one.shifts.join('; '))
    none('no script holds up the first paint', one => one.blocking.join('; '))
    none(
      'without a quiz: at most 5,120 bytes of scripts',
      one => !hasQuiz(one.built) && !OWN.has(one.built.kind) && one.bytes > 5120 && one.bytes
    )
    none('a tool: at most 16,384 bytes of scripts and styles', one => one.built.kind === 'tool' && one.bytes > 16_384 && one.bytes)
    none(
      'with a quiz of choices: at most 16,384 bytes of scripts and styles',
      one => onlyChoices(one.built) && one.bytes > 16_384 && one.bytes
    )
    none('with any quiz: at most 25,600 bytes of scripts and styles', one => one.bytes > 25_600 && one.bytes)
    // A reply that is being judged takes one more: its rules come beside the bundler's own few lines. The budget is 6.
    const most = ({ address }: BuiltPage) => (/^\/\w+\/exercises\//.test(address) ? 7 : 6)
    none('with a quiz: at most 6 files', one => hasQuiz(one.built) && one.files > most(one.built) && one.files)
  })
}

/** Bytes of the page that works out mastery from the whole record, with what tells a loss; a learner without one loads no more than any page. */
const STATISTICS = 15_520

const MODULES = ['principles', 'speech', 'visit-arrange', 'records']
const PLACED = new Set(['order', 'match', 'sort', 'gap', 'number'])

/** A page as it is opened by who has a record, and what it weighs after `work`. */
async function opened(page: Page, watched: Watched, address: string, log: readonly LogEvent[], work: () => Promise<void>) {
  const [built] = pagesOf().filter(one => one.address === address)
  if (!built) throw new Error(`There is no page ${address}`)
  await page.goto('/zh/tools/')
  await plant(page, log)
  watched.forget()
  await page.goto(address)
  await watched.settle()
  await work()
  await watched.settle()
  expect(watched.troubles).toEqual([])
  return loadedBy(watched, built)
}

for (const lang of LANGS) {
  test(`a review that asks what is placed and typed, looked through to its end and begun, is no heavier than any other quiz (${lang})`, async ({
    page,
    watched
  }) => {
    const drawn = MODULES.flatMap(module => bankOf(lang, module)).filter(({ kind }) => PLACED.has(kind))
    expect(drawn.length).toBeGreaterThan(0)
    const weight = await opened(page, watched, `/${lang}/review/`, logOf(...MODULES.flatMap(module => checked(module, 10))), async () => {
      await page.locator('footer.foot').scrollIntoViewIfNeeded()
      await start(page)
      const asks = () => page.locator('fieldset.question').getAttribute('data-kind')
      expect(await asks()).toBeTruthy()
    })
    expect(watched.requests.some(request => /placing[^/]*\.js$/.test(request.url()))).toBe(true)
    expect(weight.bytes).toBeLessThanOrEqual(25_600)
    expect(weight.files).toBeLessThanOrEqual(6)
  })

  test(`what a learner knows is shown without a quiz’s code (${lang})`, async ({ page, watched }) => {
    const weight = await opened(page, watched, `/${lang}/statistics/`, SEASONED, () => expect(page.locator('#first')).toBeVisible())
    expect(weight.bytes).toBeLessThanOrEqual(STATISTICS)
    expect(weight.files).toBeLessThanOrEqual(6)
  })
}
