/**
 * How the build and a page grow with the handbook: `npm run bench`, or `npm run bench -- 500` for other sizes.
 *
 * Copies the project into `.bench/` (git-ignored), repeats its groups of pages until there are as many as wanted, builds
 * in a process of its own and prints CPU seconds, the largest memory, and the bytes of the same pages in each build.
 * CPU seconds are of this machine; compare them with each other. Bytes must not grow.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { parse, stringify } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bench = join(root, '.bench')
const SAME_PAGES = ['zh/handbook/visit/after', 'en/handbook/visit/after', 'zh/handbook/speech/banned-phrases', 'zh/index']

function prepare(wanted) {
  rmSync(bench, { recursive: true, force: true })
  mkdirSync(bench)
  for (const name of ['src', 'content', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, name), join(bench, name), { recursive: true })
  }
  const handbook = join(bench, 'content/handbook')
  const groupsFile = join(bench, 'content/groups.yaml')
  const groups = parse(readFileSync(groupsFile, 'utf8'))
  const own = readdirSync(handbook, { recursive: true }).filter(name => name.endsWith('.mdx')).length
  const all = [...groups]
  for (let round = 2; own * (all.length / groups.length) < wanted; round++) {
    for (const group of groups) {
      const id = `${group.id}-${round}`
      for (const lang of ['zh', 'en']) cpSync(join(handbook, lang, group.id), join(handbook, lang, id), { recursive: true })
      all.push({ ...group, id })
    }
  }
  writeFileSync(groupsFile, stringify(all))
  return readdirSync(handbook, { recursive: true }).filter(name => name.endsWith('.mdx')).length
}

/** Builds in a child process, which tells what it cost as its last line. */
function build() {
  const program = `
    const { build } = await import('astro')
    await build({ root: ${JSON.stringify(bench)}, logLevel: 'error' })
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    console.log(JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 }))`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: bench,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (run.status !== 0) throw new Error('The build failed.')
  return JSON.parse(run.stdout.trim().split('\n').at(-1))
}

function bytesOf(page) {
  const file = page.endsWith('/index') ? `${page}.html` : `${page}/index.html`
  const html = readFileSync(join(bench, 'dist', file))
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

const sizes = process.argv.slice(2).map(Number)
const print = line => process.stdout.write(`${line}\n`)
print('handbook pages  files built  CPU s  pages per CPU s  memory MB  bytes (brotli) of the same pages')
for (const wanted of sizes.length > 0 ? sizes : [0, 2000]) {
  const pages = prepare(wanted)
  const { cpu, memory } = build()
  const files = readdirSync(join(bench, 'dist'), { recursive: true }).filter(name => name.endsWith('.html')).length
  const bytes = SAME_PAGES.map(page => `${page} ${bytesOf(page)}`).join(', ')
  print(
    `${String(pages).padStart(14)}  ${String(files).padStart(11)}  ${cpu.toFixed(1).padStart(5)}  ${(files / cpu).toFixed(1).padStart(15)}  ${memory.toFixed(0).padStart(9)}  ${bytes}`
  )
}
rmSync(bench, { recursive: true, force: true })
