/**
 * How well search answers, and what it costs as the handbook grows: `npm run bench:search`, which prints Markdown.
 *
 * First the judged queries by type, and the two sets that were set apart. Then handbooks of 100, 800 and 8,000 sections,
 * made from the real one by mixing the sentences of its sections anew; above 500 they are searched in files. For each:
 * bytes (brotli) that are loaded when the box opens, beside its code; milliseconds of CPU to make the index, the longest
 * step of that, and for one answer once warm (50th and 95th percentile); the files and bytes that the first question
 * loads. Times are those of this machine; a slow phone takes four times as long. They are reported, not tested.
 */
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { readLibrary } from '../../src/authoring/library.ts'
import { Lookup } from '../../src/search/lookup.ts'
import { pack, packWords } from '../../src/search/pack.ts'
import { head, isFar, shardsOf } from '../../src/site/searchShards.ts'
import { searched } from '../../src/site/searchText.ts'
import { shelfOf } from '../../src/site/shelf.ts'
import { figuresByType, judgedIn, lookups } from '../search/judged.ts'

const SIZES = [100, 800, 8000]
const SETS = [
  ['set apart first, now', 'unseen.yaml'],
  ['set apart second, now', 'second-unseen.yaml'],
  ['set apart third, now', 'third-unseen.yaml']
]
const root = fileURLToPath(new URL('../..', import.meta.url))
const print = line => process.stdout.write(`${line}\n`)
const bytes = data => brotliCompressSync(JSON.stringify(data)).length
const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
async function timed(work) {
  const before = cpu()
  await work()
  return cpu() - before
}

/** Numbers from 0 to 1, the same every time. */
function chance(seed) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

function grown(real, size) {
  const next = chance(size)
  const pick = list => list[Math.floor(next() * list.length)]
  const lines = real.sections.flatMap(section => section.lines)
  const sections = Array.from({ length: size }, (_, index) => {
    const section = real.sections[index % real.sections.length]
    if (index < real.sections.length) return section
    const page = `handbook/grown/page-${Math.floor(index / 5)}/`
    const title = `${pick(real.sections).title} ${index}`
    return { ...section, title, path: index % 5 === 0 ? page : `${page}#part-${index}`, lines: section.lines.map(() => pick(lines)) }
  })
  return { ...real, sections }
}

const row = cells => print(`| ${cells.join(' | ')} |`)
const heading = cells => {
  row(cells)
  row(cells.map((_, index) => (index === 0 ? '---' : '---:')))
}

function quality() {
  const search = lookups()
  const percent = share => `${Math.round(share * 100)} %`
  heading(['query', 'number', 'first', 'first three', 'mean reciprocal rank', 'nothing found'])
  const write = (type, { queries, hit1, hit3, rank, nothing }) =>
    row([type, queries, percent(hit1), percent(hit3), rank.toFixed(2), percent(nothing)])
  for (const figures of figuresByType(judgedIn('judged.yaml'), search)) write(figures.type, figures)
  for (const [name, file] of SETS) write(name, figuresByType(judgedIn(file), search).at(-1))
  print('')
}

async function measure(lang, queries, all) {
  const far = isFar(all.sections)
  const [text, words] = [JSON.stringify(far ? head(all) : pack(all)), JSON.stringify(packWords(all))]
  const files = far ? shardsOf(all) : new Map()
  let loaded = []
  const open = () =>
    new Lookup(JSON.parse(text), JSON.parse(words), async (_, name) => {
      loaded.push(name)
      return structuredClone(files.get(name))
    })
  let lookup
  let longest = 0
  const made = await timed(async () => {
    for (let goesOn = true; goesOn; ) {
      const step = await timed(() => {
        if (lookup) goesOn = lookup.grow()
        else lookup = open()
      })
      longest = Math.max(longest, step)
    }
  })
  const answer = async (asked, query) => {
    if (asked.isFar) await asked.prepare(query)
    for (const path of asked.ask(query).paths.slice(0, 3)) asked.show(path)
  }
  for (const query of queries) await answer(lookup, query)
  const times = []
  for (const query of queries) times.push(await timed(() => answer(lookup, query)))
  const counts = []
  const sizes = []
  for (const query of far ? queries.filter((_, index) => index % 3 === 0) : []) {
    loaded = []
    await answer(open(), query)
    counts.push(loaded.length)
    sizes.push(loaded.reduce((sum, name) => sum + bytes(files.get(name)), 0))
  }
  const whole = [text, words].reduce((sum, file) => sum + brotliCompressSync(file).length, 0)
  const spread = values => (values.length === 0 ? '–' : `${percentile(values, 0.5)} / ${percentile(values, 0.95)}`)
  const rounded = times.map(time => time.toFixed(1)).sort((a, b) => a - b)
  row([
    lang,
    all.sections.length,
    far ? 'files' : 'whole',
    whole,
    made.toFixed(0),
    longest.toFixed(1),
    spread(rounded),
    spread(counts),
    spread(sizes)
  ])
}

quality()
const shelf = shelfOf(readLibrary(root))
heading([
  'language',
  'sections',
  'kind',
  'bytes at first',
  'index, ms',
  'longest step, ms',
  'answer p50 / p95, ms',
  'files p50 / p95',
  'bytes p50 / p95'
])
for (const lang of ['zh', 'en']) {
  const real = searched(shelf, lang)
  const queries = judgedIn('judged.yaml').flatMap(({ lang: of, query }) => (of === lang ? query : []))
  for (const size of SIZES) await measure(lang, queries, grown(real, size))
}
