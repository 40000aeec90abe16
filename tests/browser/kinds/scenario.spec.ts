/** A scenario: a visit or a call that is played step by step, on a phone. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { fill, LANGS, type Lang } from '../../../src/lang/text.ts'
import { bearing, walk } from '../../../src/quiz/scenario/scenario.ts'
import { pathsOf } from '../../../src/quiz/scenario/search.ts'
import { SCENARIO_WORDS } from '../../../src/quiz/scenario/words.ts'
import type { ShownOf } from '../../../src/quiz/shown.ts'
import { TRAINING_WORDS } from '../../../src/training/words.ts'
import { expect, test } from '../promise.ts'
import { formOf, isSaved, start } from '../quiz.ts'
import { logOnDisk } from '../record.ts'
import { exercisesIn, openExercise, tabTo } from './placing.ts'
import { moveOn, playByPointer } from './playing.ts'

type Scenario = ShownOf<'scenario'>

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

function scenarioIn(lang: Lang): Scenario {
  const found = exercisesIn(lang).find(question => question.kind === 'scenario')
  if (!found) throw new Error('The handbook has no scenario')
  return found as Scenario
}

const best = (question: Scenario) => pathsOf(question)?.best.moves ?? []
const worst = (question: Scenario) => pathsOf(question)?.worst.moves ?? []

const headingOf = (page: Page) => formOf(page).locator('.scenario > h2')
const verdictOf = (page: Page) => formOf(page).locator('.verdict')
const press = (page: Page, name: string) => formOf(page).getByRole('button', { name, exact: true }).click()

const play = (page: Page, moves: readonly string[]) => playByPointer(formOf(page), moves)

/** What a learner sees of where they stand. */
async function expectToStand(page: Page, question: Scenario, response: readonly string[]): Promise<void> {
  const { next, levels } = walk(question, response)
  await expect(formOf(page).locator('.now')).toContainText(next?.scene ?? '')
  for (const { id, name } of question.meters) {
    await expect(formOf(page).locator('.meters li', { hasText: name })).toContainText(`${levels[id]} / 10`)
  }
}

async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    const found = violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))
    expect.soft(found, `${state}, ${colorScheme}`).toEqual([])
  }
}

/** How the page is wider than its window, and what is tapped and too low. */
function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const told = (one: Element) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 30)}`
    const all = [...document.querySelectorAll('fieldset.question *')].filter(one => one.checkVisibility())
    return [
      ...(document.documentElement.scrollWidth > room ? [`scrolls sideways: ${document.documentElement.scrollWidth} px`] : []),
      ...all.filter(one => one.getBoundingClientRect().right > room + 1).map(one => `too wide: ${told(one)}`),
      ...all
        .filter(one => one.matches('button, summary, a') && one.getBoundingClientRect().height < 47.5)
        .map(one => `too low: ${told(one)}`)
    ]
  })
}

/** Each state that a learner passes through on the worst way. */
async function states(page: Page, lang: Lang, question: Scenario, then: (state: string) => Promise<void>): Promise<void> {
  const { practice } = TRAINING_WORDS[lang]
  const words = SCENARIO_WORDS[lang]
  const [first = '', second = '', ...others] = worst(question)
  await openExercise(page, lang, question.id)
  await then('first scene')
  await play(page, [first, second])
  await formOf(page).locator('.earlier summary').click()
  await press(page, words.restart)
  await then('asked whether to start over')
  await press(page, words.goOn)
  await play(page, others)
  await then('over')
  await press(page, practice.submit)
  await expect(formOf(page).locator('.replay')).toBeVisible()
  await then('told')
  await press(page, practice.showKey)
  await expect(formOf(page).locator('.better').first()).toBeVisible()
  await formOf(page).locator('.debrief > details summary').click()
  await then('told all')
}

for (const lang of LANGS) {
  test.describe(`A scenario (${lang})`, () => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })
    const question = scenarioIn(lang)
    const words = SCENARIO_WORDS[lang]
    const { practice } = TRAINING_WORDS[lang]

    test('is played well by keyboard alone: each step is told, then the next scene', async ({ page }) => {
      await openExercise(page, lang, question.id)
      const moves = best(question)
      for (const [index, move] of moves.entries()) {
        await tabTo(page, `[data-move="${move}"]`)
        await page.keyboard.press('Enter')
        const { steps, next } = walk(question, moves.slice(0, index + 1))
        await expect(headingOf(page)).toBeFocused()
        await expect(headingOf(page)).toBeInViewport()
        await expect(headingOf(page)).toHaveText(next ? fill(words.step, { n: index + 2 }) : words.end)
        const told = [words.chose, steps.at(-1)?.move.text, steps.at(-1)?.move.feedback, next?.scene ?? words.over, next?.said]
        const heard = (await headingOf(page).evaluate(heading =>
          heading
            .getAttribute('aria-describedby')
            ?.split(' ')
            .map(id => document.getElementById(id)?.textContent)
            .join(' ')
        )) as string
        const places = told.filter(text => text !== undefined).map(text => heard.indexOf(text))
        expect(places.every(place => place >= 0)).toBe(true)
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }
      await tabTo(page, '[type="submit"]')
      await page.keyboard.press('Enter')
      await expect(verdictOf(page)).toBeFocused()
      await expect(verdictOf(page)).toHaveText(words.verdicts.right)
      await expect(formOf(page).getByRole('heading', { name: words.ends.good })).toBeVisible()
      await expect(formOf(page).getByText(question.ends.good)).toBeVisible()
    })

    test('what a step did to the meters is said politely', async ({ page }) => {
      await openExercise(page, lang, question.id)
      const said = formOf(page).locator('.scenario').getByRole('status')
      await expect(said).toHaveText('')
      const [first = ''] = best(question)
      const effects = walk(question, [first]).steps[0]?.move.effects ?? {}
      await play(page, [first])
      for (const { id, name } of question.meters) {
        const by = effects[id] ?? 0
        if (by !== 0) await expect(said).toContainText(`${name} ${by > 0 ? '+' : '−'}${Math.abs(by)}`)
      }
    })

    test('goes on where the learner stood after a reload', async ({ page }) => {
      await openExercise(page, lang, question.id)
      const moves = best(question).slice(0, 3)
      await play(page, moves)
      await isSaved(page)
      await page.reload()
      await start(page)
      await expect(headingOf(page)).toHaveText(fill(words.step, { n: 4 }))
      await expectToStand(page, question, moves)
      await expect(formOf(page).locator('.came')).toContainText(walk(question, moves).steps.at(-1)?.move.feedback ?? '')
    })

    test('a step can’t be taken back, and the run can be begun again after asking', async ({ page }) => {
      await openExercise(page, lang, question.id)
      await expect(formOf(page).getByRole('button', { name: words.restart })).toHaveCount(0)
      const moves = best(question).slice(0, 2)
      await play(page, moves)
      const again = formOf(page).getByRole('button', { name: words.restart, exact: true })
      await again.focus()
      await page.keyboard.press('Enter')
      await expect(formOf(page).getByText(fill(words.restartAsk, { n: 2 }))).toBeVisible()
      await expect(formOf(page).getByRole('button', { name: words.goOn })).toBeFocused()
      await page.keyboard.press('Escape')
      await expect(again).toBeFocused()
      await expectToStand(page, question, moves)
      await again.click()
      await press(page, words.restart)
      await expect(headingOf(page)).toHaveText(fill(words.step, { n: 1 }))
      await expect(headingOf(page)).toBeFocused()
      await expectToStand(page, question, [])
      await isSaved(page)
      expect((await logOnDisk(page)).at(-1)).toMatchObject({ type: 'chose', response: [] })
    })

    test('a double tap takes one step', async ({ page }) => {
      await openExercise(page, lang, question.id)
      const [first = ''] = best(question)
      await moveOn(formOf(page), first).dblclick()
      await expect(headingOf(page)).toHaveText(fill(words.step, { n: 2 }))
      await isSaved(page)
      expect((await logOnDisk(page)).filter(({ type }) => type === 'chose').at(-1)).toMatchObject({ response: [first] })
    })

    test('can’t be handed in before its end', async ({ page }) => {
      await openExercise(page, lang, question.id)
      await expect(formOf(page).getByRole('button', { name: practice.submit })).toHaveCount(0)
      await play(page, best(question))
      await expect(formOf(page).getByText(words.over)).toBeVisible()
      await expect(formOf(page).getByRole('button', { name: practice.submit })).toBeVisible()
    })

    test('a critical failure ends it; the better ways are told when the key is asked for', async ({ page }) => {
      const moves = worst(question)
      const { steps } = walk(question, moves)
      await openExercise(page, lang, question.id)
      await play(page, moves)
      await expect(headingOf(page)).toHaveText(words.end)
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.verdicts.wrong)
      await expect(formOf(page).getByText(words.failed)).toBeVisible()
      await expect(formOf(page).locator('.replay > li')).toHaveCount(steps.length)
      await expect(formOf(page).locator('.better')).toHaveCount(0)
      for (const [index, { move }] of steps.entries()) {
        const step = formOf(page).locator('.replay > li').nth(index)
        await expect(step).toContainText(move.text)
        await expect(step).toContainText(move.feedback)
        for (const id of move.rules ?? []) {
          const rule = question.rules.find(one => one.id === id)
          await expect(step.getByText(words[bearing(move)])).toHaveCount(1)
          await expect(step.locator('a', { hasText: rule?.name ?? '' })).toHaveAttribute('href', rule?.href ?? '')
        }
      }
      await press(page, practice.showKey)
      const last = formOf(page).locator('.replay > li').last()
      await expect(last.locator('.better')).toContainText(words.better)
      await expect(last).toContainText(words.worse)
      await expect(formOf(page).locator('.better', { hasText: steps.at(-1)?.move.text ?? '' })).toHaveCount(0)
      await formOf(page).locator('.debrief > details summary').click()
      await expect(formOf(page).locator('.way-through > li')).toHaveCount(best(question).length)
    })

    test('is tried again from its start', async ({ page }) => {
      await openExercise(page, lang, question.id)
      await play(page, worst(question))
      await press(page, practice.submit)
      await press(page, practice.tryAgain)
      await expect(headingOf(page)).toHaveText(fill(words.step, { n: 1 }))
      await expect(headingOf(page)).toBeFocused()
      await play(page, best(question))
      await press(page, practice.submit)
      await expect(verdictOf(page)).toHaveText(words.verdicts.right)
    })

    test('the meters stay in sight while the scene is read', async ({ page }) => {
      await openExercise(page, lang, question.id)
      await play(page, best(question).slice(0, 2))
      await formOf(page).locator('.ways button').last().scrollIntoViewIfNeeded()
      await page.mouse.wheel(0, 200)
      await expect(formOf(page).locator('.meters')).toBeInViewport({ ratio: 1 })
      const covered = await formOf(page)
        .locator('.meters')
        .evaluate(meters => {
          const { left, top, width, height } = meters.getBoundingClientRect()
          const above = document.elementFromPoint(left + width / 2, top + height / 2)
          return !(above && meters.contains(above))
        })
      expect(covered).toBe(false)
    })

    test('can be used by everybody in each of its states', async ({ page }) => {
      test.setTimeout(300_000)
      await states(page, lang, question, state => expectAccessible(page, state))
    })

    for (const size of ['', '3']) {
      test(`nothing scrolls sideways at 320 pixels, and what is tapped is large enough${size && ', in the largest text'}`, async ({
        page
      }) => {
        await page.setViewportSize({ width: 320, height: 640 })
        await page.addInitScript(chosen => chosen && localStorage.setItem('service-handbook/size', chosen), size)
        await states(page, lang, question, async state => expect.soft(await cramped(page), state).toEqual([]))
      })
    }

    test.describe('without a script', () => {
      test.use({ javaScriptEnabled: false })
      test('it is read as numbered paragraphs that lead to one another', async ({ page }) => {
        await page.goto(`/${lang}/exercises/${question.id}/text/`)
        for (const [index, node] of question.nodes.entries()) {
          const paragraph = page.locator(`[id="${question.id}.${index + 1}"]`)
          await expect(paragraph).toContainText(node.scene)
          for (const { text, to, fails } of node.choices) {
            const number = fails ? 0 : question.nodes.findIndex(({ id }) => id === to) + 1
            const choice = paragraph.locator('li', { hasText: text })
            if (number > 0) await expect(choice.locator('a')).toHaveAttribute('href', `#${question.id}.${number}`)
            else await expect(choice.locator('a')).toHaveCount(0)
          }
        }
      })
    })
  })
}
