/**
 * What a lockfile can get wrong without anyone noticing on the machine where it was written: npm leaves an optional
 * package that it could not find out of it, and then `npm ci` fails elsewhere, or the tool has no program there.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runsTools } from '../../.commands/toolchain.mjs'

interface Package {
  version: string
  integrity?: string
  resolved?: string
  license?: string
  optional?: boolean
  dev?: boolean
  link?: boolean
  engines?: { node?: string }
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  os?: string[]
  cpu?: string[]
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const lock: { lockfileVersion: number; packages: Record<string, Package> } = JSON.parse(readFileSync(path('package-lock.json'), 'utf8'))
const project: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(readFileSync(path('package.json'), 'utf8'))
const entries = Object.entries(lock.packages).filter(([where]) => where !== '')

/** Where Node would find `name` when the package at `where` asks for it. */
function find(where: string, name: string): Package | undefined {
  const parts = where.split('/node_modules/')
  for (let depth = parts.length; depth > 0; depth--) {
    const found = lock.packages[`${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`]
    if (found) return found
  }
  return lock.packages[`node_modules/${name}`]
}

test('every package has the hash that its download must have, and no address of one registry', () => {
  expect(lock.lockfileVersion).toBe(3)
  expect(entries.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([where]) => where)).toEqual([])
  expect(entries.filter(([, { resolved, link }]) => resolved || link).map(([where]) => where)).toEqual([])
})

test('every optional package that another asks for is there, in the version it asks for', () => {
  const missing = entries.flatMap(([where, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, range]) => {
        const found = find(where, name)
        return !found || (/^\d/.test(range) && found.version !== range)
      })
      .map(([name, range]) => `${where} asks for ${name}@${range}`)
  )
  expect(missing).toEqual([])
})

test.each(['linux x64', 'linux arm64', 'darwin x64', 'darwin arm64', 'win32 x64'])('every tool has its program for %s', machine => {
  const [os = '', cpu = ''] = machine.split(' ')
  const native = entries.filter(
    ([, entry]) => !entry.os && Object.keys(entry.optionalDependencies ?? {}).some(name => name.includes('linux-x64'))
  )
  const without = native
    .filter(([where, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).every(name => {
        const found = find(where, name)
        return !(found?.os?.includes(os) && found.cpu?.includes(cpu))
      })
    )
    .map(([where]) => where)
  expect(native.length).toBeGreaterThan(4)
  expect(without).toEqual([])
})

test('package.json names exact versions, and the lockfile has these', () => {
  for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})

test('each Node that is let through is one that the tools ask for', () => {
  const asked = [...new Set(entries.filter(([, { optional }]) => !optional).map(([, { engines }]) => engines?.node ?? '*'))]
  for (const version of ['20.20.2', '22.12.0', '22.19.0', '22.30.0', '23.11.0', '24.0.0', '24.20.0', '25.9.0', '26.0.0', '27.0.0'])
    if (runsTools(version))
      expect(
        asked.filter(range => !satisfies(version, range)),
        version
      ).toEqual([])
})

test('a range is read as npm reads it', () => {
  expect(['22.19.0', '23.1.0', '26.0.0', '22.11.0'].map(version => satisfies(version, '^22.12.0 || ^24.0.0 || >=26.0.0'))).toEqual([
    true,
    false,
    true,
    false
  ])
  expect(['>=4', '>= 0.4', '>=0.4.x', '6.* || 8.* || >= 10.*', '20 || >=22', '*'].every(range => satisfies('22.19.0', range))).toBe(true)
  expect(satisfies('22.19.0', '^20.9.0')).toBe(false)
  expect(satisfies('22.19.0', '20')).toBe(false)
})

test('no package that the site is made with is under the GPL or AGPL', () => {
  const seen = new Set<string>()
  const licences: [string, string][] = entries
    .filter(([, { dev }]) => !dev)
    .flatMap(([where]) => {
      const file = path(`${where}/package.json`)
      if (!existsSync(file) || seen.has(where)) return []
      seen.add(where)
      const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
      return [[where, JSON.stringify(license ?? licenses ?? null)]]
    })
  expect(licences.length).toBeGreaterThan(50)
  // Libraries under the LGPL (pictures: libvips) run while building and are not part of the site.
  const refused = licences.filter(
    ([, licence]) => licence === 'null' || (/GPL|SSPL|BUSL|UNLICENSED/.test(licence) && !/LGPL| OR /.test(licence))
  )
  expect(refused).toEqual([])
})

/** The few forms of ranges that the lockfile's `engines` use. */
function satisfies(version: string, ranges: string) {
  const numbers = (text: string) => [0, 1, 2].map(index => Number(text.split('.')[index]?.replace(/[x*]/, '0') ?? 0))
  const compare = (a: number[], b: number[]) => a.map((part, index) => part - (b[index] ?? 0)).find(difference => difference !== 0) ?? 0
  const own = numbers(version)
  return ranges.split('||').some(range => {
    const [, mark = '', wanted = ''] = /^\s*(>=|\^|)\s*([\d.x*]+)\s*$/.exec(range) ?? []
    if (wanted === '*') return true
    if (wanted === '') throw new Error(`An unknown form of range: ${ranges}`)
    const least = numbers(wanted)
    if (mark === '>=') return compare(own, least) >= 0
    const sameMajor = own[0] === least[0]
    return mark === '^' || /^\d+(\.[x*])?$/.test(wanted) ? sameMajor && compare(own, least) >= 0 : compare(own, least) === 0
  })
}
