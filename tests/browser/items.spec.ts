/** What learners' answers say about the questions: an author chooses backups, and nothing leaves the device. */
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../src/lang/text.ts'
import { FEW } from '../../src/quiz/statistics.ts'
import type { Happened } from '../../src/training/event.ts'
import { ITEM_WORDS } from '../../src/training/itemWords.ts'
import { backupOf } from './backup.ts'
import { logOf, rightResponse, wrongResponse } from './learner.ts'
import { expect, test } from './promise.ts'
import { bankOf } from './site.ts'

const LEARNERS = 12
const BANK = bankOf('zh', 'speech').filter(question => 'choices' in question)
const [BACKWARDS, ...REST] = BANK.slice(0, 6)

/** Half of them know the rules, and miss the one question whose key stands on the wrong choice. */
function logOfLearner(learner: number) {
  if (!BACKWARDS) throw new Error('The module has no such question')
  const knows = learner % 2 === 0
  const asked = [BACKWARDS, ...REST]
  const attempt = `a${learner}`
  const answers = asked.map((question): Happened => {
    const right = (question === BACKWARDS) !== knows
    const response = right ? rightResponse(question) : wrongResponse(question)
    return {
      type: 'answered',
      attempt,
      question: question.id,
      revision: question.revision,
      try: 1,
      response,
      earned: right ? 1 : 0,
      possible: 1,
      took: 20,
      sure: 3
    }
  })
  const items = asked.map(({ id, revision }) => ({ question: id, revision, choices: [] }))
  const draw = { generator: 'sfc32@1', seed: 's', items } as const
  return logOf({ type: 'started', attempt, behaviour: 'practice', module: 'speech', page: 'speech/tenets', draw }, ...answers).map(
    event => ({
      ...event,
      id: `${attempt}${event.id}`,
      device: attempt
    })
  )
}

async function choose(page: Page, count: number, ...others: readonly (readonly [string, string])[]): Promise<void> {
  const own = await Promise.all(
    Array.from({ length: count }, async (_, index) => [`${index}.jsonl`, await backupOf(logOfLearner(index))] as const)
  )
  await page
    .locator('[data-item-files]')
    .setInputFiles([...own, ...others].map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
}

async function expectFine(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'])
      .analyze()
    expect
      .soft(
        violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`)),
        `${what}, ${colorScheme}`
      )
      .toEqual([])
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${what}: sideways`).toBe(0)
}

const itemsOn = (page: Page) => page.locator('[data-item]')

async function open(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/bank/items/`)
  await expect(page.locator('[data-items][data-awake]')).toBeAttached()
}

for (const lang of LANGS) {
  const words = ITEM_WORDS[lang]
  test.describe(`Item statistics (${lang})`, () => {
    test.use({ viewport: { width: 320, height: 740 } })

    test('a question that works backwards is told first, with what the better learners take, and all goes into a table', async ({
      page
    }) => {
      await open(page, lang)
      await expectFine(page, 'before any file')
      // One of them handed in two backups.
      await choose(page, LEARNERS, ['again.jsonl', await backupOf(logOfLearner(0).slice(0, 3))])
      const tries = LEARNERS * (REST.length + 1)
      await expect(page.locator('[data-items-said]')).toContainText(fill(words.read, { learners: LEARNERS, tries, items: REST.length + 1 }))
      await expect(itemsOn(page)).toHaveCount(REST.length + 1)
      const first = itemsOn(page).first()
      await expect(first).toHaveAttribute('data-item', BACKWARDS?.id ?? '')
      await expect(first.locator('[data-finding]')).toHaveText(words.findings.backwards)
      await first.locator('summary').focus()
      await page.keyboard.press('Enter')
      await expect(first).toContainText(words.findings['sure-wrong'])
      await expect(first).toContainText(words.uncertain)
      await expect(first.locator('dl')).toContainText('−1.00')
      const wrong = wrongResponse(BACKWARDS as never)[0]
      const taken = bankOf(lang, 'speech').find(({ id }) => id === BACKWARDS?.id)
      const text = taken && 'choices' in taken ? taken.choices.find(({ id }) => id === wrong)?.text : undefined
      await expect(first.getByRole('row', { name: text ?? 'none' })).toContainText('6')
      await expectFine(page, 'with statistics')

      const file = page.waitForEvent('download')
      await page.getByRole('button', { name: words.save }).click()
      const table = readFileSync(await (await file).path(), 'utf8')
      expect(table.split('\r\n')).toHaveLength(REST.length + 3)
      expect(table).toContain(`${BACKWARDS?.id},`)
      expect(table).toContain(words.findings.backwards)

      await first.getByRole('link', { name: words.toQuestion }).click()
      await expect(page.locator(`[id="${BACKWARDS?.id}"]`)).toBeVisible()
    })

    test('a few answers say nothing, a file that is none is named with the reason, and nothing is sent', async ({ page }) => {
      await open(page, lang)
      const sent: string[] = []
      page.on('request', request => sent.push(`${request.method()} ${new URL(request.url()).search}${request.postData() ?? ''}`))
      const backup = await backupOf(logOfLearner(5))
      await choose(
        page,
        FEW - 1,
        ['<img src=x>.jsonl', 'not a backup'],
        ['cut.jsonl', backup.slice(0, backup.lastIndexOf('{'))],
        ['changed.jsonl', backup.replace('"took":20', '"took":2')]
      )
      await expect(itemsOn(page).first()).toContainText(fill(words.few, { n: FEW - 1, least: FEW }))
      const list = page.locator('[data-items] .note li')
      await expect(list).toHaveText([
        fill(words.refused, { name: '<img src=x>.jsonl', why: words.reasons['not-a-backup'] }),
        fill(words.refused, { name: 'cut.jsonl', why: words.reasons.incomplete }),
        fill(words.refused, { name: 'changed.jsonl', why: words.reasons.altered })
      ])
      expect(sent.every(line => line === 'GET ')).toBe(true)
      await choose(page, 0, ['none.txt', ''])
      await expect(page.locator('[data-items-said]')).toContainText(words.nothing)
      await expect(itemsOn(page)).toHaveCount(0)
    })
  })
}

test('where the bank can’t be fetched it is said, and choosing again tries again', async ({ page }) => {
  await page.route('**/bank/items/questions.json', route => route.abort())
  await open(page, 'en')
  await choose(page, 1)
  await expect(page.locator('[data-items-said]')).toHaveText(ITEM_WORDS.en.failed)
  await page.unroute('**/bank/items/questions.json')
  await choose(page, 2)
  await expect(itemsOn(page)).not.toHaveCount(0)
})
