/** Forms and runs as they lie in the browser, and how a person fills a form in. */
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import { FORM_WORDS } from '../../src/visit/formWords.ts'
import type { Filled, Run } from '../../src/visit/paper.ts'
import { NAME } from './record.ts'

export const SERVICE = 'technical-service'
export const addressOf = (lang: Lang, form: string) => `/${lang}/tools/papers/${form}/`
export const listOf = (lang: Lang) => `/${lang}/tools/papers/`

const STORES = ['run', 'form', 'followUp', 'photo']

/** Puts rows into a drawer, as the handbook would have made it. The page must be on the site. */
export function plantPapers(page: Page, drawer: 'form' | 'run', rows: readonly unknown[]): Promise<void> {
  return page.evaluate(
    ([name, stores, into, values]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 1)
        opening.onupgradeneeded = () => {
          for (const store of stores) {
            const made = opening.result.createObjectStore(store, { keyPath: 'id' })
            if (store === 'photo') made.createIndex('run', 'run')
          }
        }
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const adding = opening.result.transaction(into, 'readwrite')
          for (const value of values) adding.objectStore(into).put(value)
          adding.oncomplete = () => resolve()
          adding.onerror = () => reject(adding.error)
          opening.result.close()
        }
      }),
    [`${NAME}desk`, STORES, drawer, rows] as const
  )
}

/** Every form on disk. */
export function papersOnDisk(page: Page): Promise<Filled[]> {
  return page.evaluate(
    name =>
      new Promise<Filled[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve([])
        opening.onsuccess = () => {
          const reading = opening.result.transaction('form').objectStore('form').getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(reading.error)
          opening.result.close()
        }
      }),
    `${NAME}desk`
  )
}

export const fieldOf = (page: Page, id: string): Locator => page.locator(`[data-field="${id}"]`).locator('input, textarea, select')
export const savedMark = (page: Page) => page.locator('.kept .saved')

export async function isSaved(page: Page): Promise<void> {
  await expect(savedMark(page)).toHaveAttribute('data-saved', 'yes')
}

export async function openForm(page: Page, lang: Lang, form: string, rest = ''): Promise<void> {
  await page.goto(`${addressOf(lang, form)}${rest}`)
  await expect(page.locator('[data-field]').first()).toBeVisible()
}

/** Fills fields in and waits until all of it is saved. */
export async function fillIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, text] of Object.entries(texts)) await fieldOf(page, id).fill(text)
  await page.locator(':focus').blur()
  await isSaved(page)
}

export async function openSheet(page: Page, lang: Lang): Promise<Locator> {
  await page.getByRole('button', { name: FORM_WORDS[lang].fill.sign }).click()
  const sheet = page.locator('dialog.sheet-of-signing')
  await expect(sheet.locator('canvas')).toBeVisible()
  return sheet
}

/** A line over the pad, its points as fractions of it. */
export async function draw(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator('.pad canvas').boundingBox()
  if (!box) throw new Error('There is no pad')
  const [first = [0, 0], ...others] = points
  await page.mouse.move(box.x + first[0] * box.width, box.y + first[1] * box.height)
  await page.mouse.down()
  for (const [x, y] of others) await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 5 })
  await page.mouse.up()
}

export const SCRAWL = [
  [0.1, 0.3],
  [0.3, 0.7],
  [0.5, 0.3],
  [0.8, 0.6]
] as const

const AT = Date.UTC(2026, 10, 27, 2, 30)

export function visitOf(over: Partial<Run> = {}): Run {
  return {
    v: 1,
    id: 'run7',
    changed: AT,
    checklist: 'visit',
    order: 'GD-018',
    customer: '市图书馆',
    started: AT,
    entries: [
      { id: 'e1', at: AT, type: 'done', step: 'check-agreement' },
      { id: 'e2', at: AT + 60_000, type: 'note', step: 'ask-symptoms', text: '一打双面就卡在后盖' },
      { id: 'e3', at: AT + 120_000, type: 'done', step: 'retest' },
      { id: 'e4', at: AT + 180_000, type: 'finished' }
    ],
    ...over
  }
}

export function paperOf(id: string, over: Partial<Filled> = {}): Filled {
  return { v: 1, id, form: SERVICE, created: AT, changed: AT, fields: { order: `GD-${id}`, customer: '市图书馆' }, ...over }
}
