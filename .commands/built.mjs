/**
 * Knows whether dist/ is what the sources of now would give, so that `npm start` need not build again.
 * By content, not by time. The day counts too: a page that lists overdue reviews changes with it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './toolchain.mjs'

const SOURCES = ['content', 'public', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A hash of all that the build reads. */
export function fingerprint(folder = root, { BASE_PATH, SITE_URL } = process.env, day = new Date().toDateString()) {
  const hash = createHash('sha256').update(JSON.stringify([BASE_PATH, SITE_URL, day]))
  const add = path => {
    const full = join(folder, path)
    const entry = statSync(full, { throwIfNoEntry: false })
    if (entry?.isDirectory()) for (const name of readdirSync(full).sort()) add(join(path, name))
    else if (entry) hash.update(`${path} ${entry.size}\n`).update(readFileSync(full))
  }
  for (const source of SOURCES) add(source)
  return hash.digest('hex')
}

const stamp = folder => join(folder, 'node_modules', '.built')

/** Every build writes the start page anew: one that did not go through here is noticed by its time. */
function state(folder, print) {
  const page = statSync(join(folder, 'dist', 'index.html'), { throwIfNoEntry: false })
  return page && `${print} ${page.mtimeMs}`
}

export function remember(print, folder = root) {
  const now = state(folder, print)
  if (now) writeFileSync(stamp(folder), now)
}

export function isBuilt(print, folder = root) {
  return existsSync(stamp(folder)) && readFileSync(stamp(folder), 'utf8') === state(folder, print)
}
