/** A module's check on a phone: failed, studied, passed, and shown on every page that shows progress. */
import { fill, LANGS } from '../../src/lang/text.ts'
import { TRAINING_WORDS } from '../../src/training/words.ts'
import { expect, test } from './promise.ts'
import { asked, finishCheck, formOf, goNext, isSaved, nextButton, openCheck, placeOf, questionOn, start, take } from './quiz.ts'
import { bankOf } from './site.ts'

const MODULE = 'principles'
const PATH = 'technician'
test.use({ viewport: { width: 360, height: 740 } })

for (const lang of LANGS) {
  const bank = bankOf(lang, MODULE)
  const { check, state } = TRAINING_WORDS[lang]

  test(`a passed check puts its seal on the module, the path and the record, and home knows how to go on (${lang})`, async ({ page }) => {
    await page.goto(`/${lang}/paths/${PATH}/`)
    const card = page.locator(`[data-module="${MODULE}"]`)
    await expect(card.locator('[data-seal]')).toBeHidden()
    await openCheck(page, lang, MODULE)
    await expect(page.locator('main > .hush a')).toBeHidden()
    await finishCheck(page, bank)
    await expect(placeOf(page).locator('.result h2')).toContainText(check.passed)
    await isSaved(page)
    for (const address of [`modules/${MODULE}/`, `paths/${PATH}/`, 'me/']) {
      await page.goto(`/${lang}/${address}`)
      await expect(card.locator('[data-seal]')).toBeVisible()
      await expect(card.locator('[data-state]')).toHaveText(fill(state.passed, { percent: 100 }))
    }
    await page.goto(`/${lang}/`)
    const goOn = page.locator('[data-continue]')
    await expect(goOn.getByRole('link').first()).toHaveText(TRAINING_WORDS[lang].home.goOnNext)
    await expect(goOn.getByRole('link').first()).toHaveAttribute('href', `/${lang}/modules/speech/`)
  })

  test(`a failed check says what to study, and each link leads to the rule (${lang})`, async ({ page }) => {
    await openCheck(page, lang, MODULE)
    const count = await formOf(page).locator('.places button').count()
    await finishCheck(page, bank, count)
    const result = placeOf(page).locator('.result')
    await expect(result.locator('h2')).toContainText(check.notPassed)
    await expect(result.locator('.score')).toContainText(fill(check.whole, { k: 0, n: count }))
    const links = result.locator('tbody a')
    expect(await links.count()).toBeGreaterThan(0)
    const study = result.getByRole('link', { name: check.study, exact: true })
    await expect(study).toHaveClass('primary')
    const module = await study.evaluate(link => (link as HTMLAnchorElement).pathname)
    expect(module).toBe(`/${lang}/modules/${MODULE}/`)
    // While it was under way nothing led to the answers; afterwards something may.
    await expect(page.locator('main > .hush a')).toBeVisible()
    for (const href of await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))) {
      await page.goto(href)
      await expect(page.locator(`[id="${href.split('#')[1]}"]`)).toBeInViewport()
    }
    await page.goto(`/${lang}/modules/${MODULE}/`)
    await expect(page.locator(`[data-module="${MODULE}"] [data-seal]`)).toBeHidden()
  })

  test(`a question left out is pointed at before the check is handed in (${lang})`, async ({ page }) => {
    await openCheck(page, lang, MODULE)
    const count = await formOf(page).locator('.places button').count()
    for (let place = 1; place < count; place++) {
      if (place !== 2) await take(page, await asked(page, bank))
      await goNext(page)
    }
    await take(page, await asked(page, bank))
    await nextButton(page).click()
    await expect(formOf(page).getByRole('alert')).toContainText(fill(check.unanswered, { n: 1 }))
    await page.getByRole('button', { name: check.goBack }).click()
    await expect(formOf(page).locator('[aria-current="step"]')).toContainText('2')
    await take(page, await asked(page, bank))
    await page.locator('.places button').last().click()
    await nextButton(page).click()
    await expect(placeOf(page).locator('.result h2')).toContainText(check.passed)
  })

  test(`a question that is changed meanwhile is replaced by another, and this is told (${lang})`, async ({ page }) => {
    await openCheck(page, lang, MODULE)
    const first = await asked(page, bank)
    await take(page, first)
    await isSaved(page)
    await page.route(`**/modules/${MODULE}/questions.json`, route =>
      route.fulfill({ json: bank.map(one => (one.id === first.id ? { ...one, revision: one.revision + 1 } : one)) })
    )
    await page.reload()
    await start(page)
    const told = fill(check.replaced, { n: 1 })
    await expect(formOf(page)).toContainText(told)
    expect(await questionOn(page)).not.toBe(first.id)
    await expect(formOf(page).locator('input:checked')).toHaveCount(0)
    await isSaved(page)
    const substitute = await questionOn(page)
    await page.reload()
    await start(page)
    await expect(formOf(page)).toContainText(told)
    expect(await questionOn(page)).toBe(substitute)
    await finishCheck(page, bank)
    await expect(placeOf(page).locator('.result h2')).toContainText(check.passed)
  })
}

test('in forced colours a chosen answer looks otherwise than one that is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openCheck(page, 'en', MODULE)
  const choice = formOf(page).locator('.choice').first()
  const look = async () => {
    await page.mouse.move(0, 0)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    return (await choice.screenshot()).toString('base64')
  }
  // Some questions are answered in another way.
  while ((await choice.count()) === 0) await nextButton(page).click()
  const before = await look()
  await choice.click()
  await expect(choice.locator('input')).toBeChecked()
  expect(await look()).not.toBe(before)
})
