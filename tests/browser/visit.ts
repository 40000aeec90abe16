/** The visit tool as a technician uses it, and its desk as it lies in the browser. */
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import type { Lang } from '../../src/lang/text.ts'
import type { Drawer, Run } from '../../src/visit/paper.ts'
import { expect } from './promise.ts'
import { NAME } from './record.ts'

export const DESK = `${NAME}desk`
/** The steps of the shipped checklist, stage by stage; `!` marks a critical one. */
export const STAGES = [4, 4, 1, 7] as const

export const beginForm = (page: Page) => page.locator('.begin')
export const rail = (page: Page) => page.locator('.rail button')
export const step = (page: Page, place: number) => page.locator('.steps .step').nth(place)
export const dots = (page: Page, place: number) => page.locator('.steps .dots').nth(place)
export const savedMark = (page: Page) => page.locator('.run .saved')
export const undoBar = (page: Page) => page.locator('.undo')
export const onward = (page: Page) => page.locator('.steps + button')
export const heading = (page: Page) => page.locator('h1')
export const rows = (page: Page) => page.locator('.runs li')

export async function openVisits(page: Page, lang: Lang): Promise<void> {
  await page.goto(`/${lang}/tools/visit/`)
  await expect(beginForm(page)).toBeVisible()
}

export async function begin(page: Page, order: string, customer = ''): Promise<void> {
  await beginForm(page).locator('input').nth(0).fill(order)
  await beginForm(page).locator('input').nth(1).fill(customer)
  await beginForm(page).locator('.primary').click()
  await expect(rail(page)).toHaveCount(STAGES.length)
}

export const isSaved = (page: Page) => expect(savedMark(page)).toHaveAttribute('data-saved', 'yes')

/** Ticks every step that is still open, stage by stage. */
export async function tickAll(page: Page): Promise<void> {
  for (const [stage, count] of STAGES.entries()) {
    await rail(page).nth(stage).click()
    for (let place = 0; place < count; place++) {
      if ((await page.locator('.steps > li').nth(place).getAttribute('data-state')) !== 'open') continue
      await step(page, place).click()
      await expect(step(page, place)).toHaveAttribute('aria-checked', 'true')
    }
  }
}

export async function finish(page: Page): Promise<void> {
  await tickAll(page)
  await onward(page).click()
  await expect(page.locator('.ended')).toBeVisible()
  await isSaved(page)
}

export async function backToList(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = ''
  })
  await expect(beginForm(page)).toBeVisible()
}

/** Everything in a drawer; of photos what can be told without their pictures. */
export function drawerOf(page: Page, drawer: Drawer): Promise<unknown[]> {
  return page.evaluate(
    ([name, from]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve([])
        opening.onsuccess = () => {
          const reading = opening.result.transaction(from).objectStore(from).getAll()
          reading.onsuccess = async () => {
            const told = (reading.result as { blob?: Blob }[]).map(async ({ blob, ...thing }) =>
              blob ? { ...thing, type: blob.type, bytes: [...new Uint8Array(await blob.arrayBuffer())] } : thing
            )
            resolve(await Promise.all(told))
          }
          reading.onerror = () => reject(reading.error)
          opening.result.close()
        }
      }),
    [DESK, drawer] as const
  )
}

export const runsOnDisk = (page: Page) => drawerOf(page, 'run') as Promise<Run[]>

/** Puts runs on the desk as if they had been made here. The page must be on the site and show no tool. */
export function plantRuns(page: Page, runs: readonly unknown[]): Promise<void> {
  return page.evaluate(
    ([name, things]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name, 1)
        opening.onupgradeneeded = () => {
          for (const drawer of ['run', 'form', 'followUp']) opening.result.createObjectStore(drawer, { keyPath: 'id' })
          opening.result.createObjectStore('photo', { keyPath: 'id' }).createIndex('run', 'run')
        }
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const adding = opening.result.transaction('run', 'readwrite')
          for (const thing of things) adding.objectStore('run').put(thing)
          adding.oncomplete = () => resolve()
          adding.onerror = () => reject(adding.error)
          opening.result.close()
        }
      }),
    [DESK, runs] as const
  )
}

/** A picture as a camera gives it. */
export async function pictureFrom(page: Page, width: number, height: number, type = 'image/jpeg'): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h, as]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
      const pen = canvas.getContext('2d')
      if (pen) {
        pen.fillStyle = 'teal'
        pen.fillRect(0, 0, w / 2, h)
      }
      return canvas.toDataURL(as)
    },
    [width, height, type] as const
  )
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

/** A picture that hardly shrinks. */
export async function noiseFrom(page: Page, width: number, height: number): Promise<Buffer> {
  const address = await page.evaluate(
    ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
      const pen = canvas.getContext('2d')
      const noise = new ImageData(w, h)
      for (let at = 0; at < noise.data.length; at++) noise.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
      pen?.putImageData(noise, 0, 0)
      return canvas.toDataURL('image/jpeg', 0.95)
    },
    [width, height] as const
  )
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

export async function addPhoto(page: Page, buffer: Buffer, name = 'photo.jpg'): Promise<void> {
  await page.locator('.take input').setInputFiles({ name, mimeType: 'image/jpeg', buffer })
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What is on the screen can be used by everybody, in light and dark, and fits its width. */
export async function expectFine(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        `${what}, ${colorScheme}`
      )
      .toEqual([])
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(over, `${what}: wider than the screen`).toBeLessThanOrEqual(0)
}

export async function textOfDownload(page: Page, button: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const downloading = page.waitForEvent('download')
  await button.click()
  const download = await downloading
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') }
}
