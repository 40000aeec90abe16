/**
 * The whole of it, each person in a browser of their own: a trainer hands out; one learner is late, one works on two devices,
 * one cheats; the console says who is done.
 */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { fill, LANGS } from '../../src/lang/text.ts'
import { CONSOLE_WORDS } from '../../src/trainer/consoleWords.ts'
import { readTable } from '../../src/trainer/readTable.store.ts'
import { type Assignment, encodeAssignment, readAssignment, toFragment } from '../../src/training/assignment.ts'
import { handIn, handOut, press, type, view } from './journey.ts'
import { expect, test } from './promise.ts'
import { bankOf } from './site.ts'

const ZONE = 'Asia/Shanghai'
const HOUR = 3_600_000
const MODULE = 'records'
const PEOPLE = [
  { staff: 'A1', name: '欧阳慧', team: '前台' },
  { staff: 'B2', name: '王磊', team: '维修' },
  { staff: 'C3', name: '赵敏', team: '维修' },
  { staff: 'D4', name: '钱七', team: '前台' }
] as const
const [HUI, WANG, ZHAO] = PEOPLE

/** A browser of somebody's, whose clock says `now`. */
async function profile(browser: Browser, baseURL: string, now: number): Promise<Page> {
  const context = await browser.newContext({ baseURL, timezoneId: ZONE, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.clock.setFixedTime(now)
  return page
}

function assignmentIn(link: string): Assignment {
  const read = readAssignment(link)
  if (read.type !== 'assignment') throw new Error(read.why)
  return read.assignment
}

/** The same link, but that one letter of its code is another. */
function altered(link: string): string {
  const at = link.indexOf('#r=') + 150
  return link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1)
}

for (const lang of LANGS) {
  const words = CONSOLE_WORDS[lang]

  test(`three learners in their own browsers, one late, one on two devices, one who cheats (${lang})`, async ({ browser, site }) => {
    test.setTimeout(600_000)
    const now = Date.now()
    const trainer = await profile(browser, site, now)
    const soon = new Date(now + 3 * 24 * HOUR).toISOString().slice(0, 10)
    const link = await handOut(trainer, lang, PEOPLE, { title: '新员工第一周', by: '李梅', module: MODULE, due: `${soon}T18:00` })
    const assignment = assignmentIn(link)
    const due = assignment.due ?? 0
    expect(new Date(due).toISOString()).toBe(`${soon}T10:00:00.000Z`)
    const all = bankOf(lang, MODULE).length

    // On the first device everything is wrong; on the second everything is right.
    const [desk, phone] = [await profile(browser, site, now + HOUR), await profile(browser, site, now + 2 * HOUR)]
    const wangs = [await handIn(desk, lang, link, WANG, MODULE, all), await handIn(phone, lang, link, WANG, MODULE, 0)]
    // A pass mark of 10 instead of the module’s own, in a link that is whole and well formed.
    const cheat = await profile(browser, site, now + HOUR)
    const easier = `${link.split('#')[0]}#${toFragment(encodeAssignment({ ...assignment, pass: 10 }))}`
    const zhaos = await handIn(cheat, lang, easier, ZHAO, MODULE, 4)
    const late = await profile(browser, site, due + HOUR)
    const huis = await handIn(late, lang, link, HUI, MODULE, 0)

    await trainer.clock.setFixedTime(due + 2 * HOUR)
    await view(trainer, words.views.import)
    await type(trainer, words.paste, [huis, ...wangs, zhaos, altered(huis)].join('\n'))
    await press(trainer, words.importNow)
    const main = trainer.locator('main')
    await expect(main).toContainText(fill(words.importDone, { all: 5, counted: 3, duplicate: 0, refused: 2 }))
    for (const told of [words.reasons.altered, words.reasons['edited-link'], words.told.late, words.told['new-device']])
      await expect(main).toContainText(told)

    await view(trainer, words.views.results)
    const rows = trainer.locator('.grid tbody tr')
    await expect(rows).toHaveCount(PEOPLE.length)
    const table = await Promise.all((await rows.all()).map(one => one.locator('th, td').allInnerTexts()))
    expect(table.map(([staff, , , state, first]) => [staff, state, first])).toEqual([
      ['C3', words.states.absent, '—'],
      ['D4', words.states.absent, '—'],
      ['A1', words.states['done-late'], `✓ 100% · ${words.late}`],
      ['B2', words.states.done, `✓ 100% · ${words.differs}`]
    ])
    await expect(main).toContainText(fill(words.totals, { people: 4, done: 2, late: 1, working: 0, absent: 2, overdue: 2 }))
    const download = trainer.waitForEvent('download')
    await press(trainer, words.csv)
    const head = await trainer.locator('.grid thead th').allInnerTexts()
    expect(readTable(readFileSync(await (await download).path(), 'utf8'))).toEqual([head, ...table])
    for (const page of [trainer, desk, phone, cheat, late]) await page.context().close()
  })
}
