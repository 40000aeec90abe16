/** Anything may stand in local storage: no page breaks, and the record is whole. */

import { decodeEvent } from '../../src/training/event.ts'
import { progressOf } from '../../src/training/progress.ts'
import { encodeWitness } from '../../src/training/witness.ts'
import { SEASONED } from './learner.ts'
import { expect, test } from './promise.ts'
import { asked, isSaved, openPractice, take } from './quiz.ts'
import { logOnDisk, NAME, plant } from './record.ts'
import { practiceOf } from './site.ts'

const KEYS = ['witness', 'device', 'lang', 'theme', 'size', 'path', 'visits']
const WHOLE = encodeWitness({ count: 3, progress: progressOf(SEASONED) })
const SHAPES: Readonly<Record<string, string>> = {
  empty: '',
  null: 'null',
  number: '-1e99',
  string: '"text"',
  array: '[[],{}]',
  'half a value': WHOLE.slice(0, WHOLE.length / 2),
  'NaN text': 'NaN',
  'older format': '{"v":0,"count":3,"modules":[]}',
  'newer format': '{"v":2,"count":3,"modules":{}}',
  'wrong types': '{"v":1,"count":"3","modules":[null,7,{"module":5}],"last":[]}',
  duplicates: JSON.stringify({ ...JSON.parse(WHOLE), modules: Array(50).fill({ module: 'speech', best: 1e9, open: {} }) }),
  huge: 'x'.repeat(500_000),
  'binary noise': '\u0000\uD800\uFFFF\u202E'.repeat(50),
  prototype: '{"__proto__":{"polluted":true},"v":1,"count":1,"modules":[{"module":"__proto__","passed":true}]}'
}

for (const [shape, value] of Object.entries(SHAPES)) {
  test(`with ${shape} in every key of local storage all pages work and the record is read`, async ({ page }) => {
    await page.goto('/en/tools/')
    await plant(page, SEASONED)
    await page.evaluate(
      ([name, keys, garbage]) => {
        for (const key of keys) localStorage.setItem(name + key, garbage)
      },
      [NAME, KEYS, value] as const
    )
    await page.goto('/')
    await page.waitForURL(/\/(zh|en)\/$/)
    const card = page.locator('[data-module="principles"]')
    for (const address of ['/en/', '/en/paths/technician/', '/en/modules/principles/', '/en/me/']) {
      await page.goto(address)
      await expect(page.locator('h1')).toBeVisible()
    }
    await expect(card.locator('[data-seal]')).toBeVisible()
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false)

    await openPractice(page, 'en', 'visit/after')
    await take(page, await asked(page, practiceOf('en', 'visit/after')))
    await isSaved(page)
    const log = await logOnDisk(page)
    expect(log.length).toBeGreaterThan(SEASONED.length)
    expect(log.filter(event => decodeEvent(event) === undefined)).toEqual([])
  })
}
