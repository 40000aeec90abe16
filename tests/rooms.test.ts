/**
 * Keeps the import rules of the design. A room imports only from rooms to its left; a pure file knows no store and no
 * browser; a store knows no view; what runs in a browser never reaches what runs at build time; there are no cycles.
 * Change the table when the design changes; don't work around it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** From left to right. Rooms that stand side by side don't know each other. */
const TABLE = [
  ['lang', 'device'],
  ['standards', 'phrases'],
  ['quiz', 'visit', 'search'],
  ['training'],
  ['trainer', 'exchange', 'offline'],
  ['site'],
  ['pages']
]
/** Build time only. It may use the pure files of the rooms left of the site; only the site and its pages may use it. */
const AUTHORING = 'authoring'

interface Import {
  readonly from: string
  /** Path of a file in the checkout, or the name of a package. */
  readonly to: string
  /** Gone when it runs. */
  readonly isType: boolean
  /** Stands in the `<script>` of a component: it starts something in a browser. */
  readonly inBrowser: boolean
}

type Sources = ReadonlyMap<string, string>

const inOwnTree = (path: string) => /^(src|content)\//.test(path)
const roomOf = (path: string) => (path.split('/').length > 2 ? path.split('/')[1] : 'pages') ?? 'pages'
const placeOf = (room: string) => TABLE.findIndex(rooms => rooms.includes(room))

type Layer = 'pure' | 'store' | 'view' | 'page' | 'style'
function layerOf(path: string): Layer {
  if (/\.(css|json)$/.test(path)) return 'style'
  if (/\.(astro|mdx)$/.test(path)) return 'page'
  if (/\.(island\.ts|tsx)$/.test(path) || /^use[A-Z]/.test(basename(path))) return 'view'
  return path.endsWith('.store.ts') ? 'store' : 'pure'
}

function importsIn(from: string, code: string, inBrowser: boolean): Import[] {
  const imports: Import[] = []
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const [path = ''] = specifier.text.split('?')
    imports.push({ from, to: path.startsWith('.') ? posix.join(posix.dirname(from), path) : path, isType, inBrowser })
  }
  const isTypeOnly = (clause: ts.ImportClause | undefined) => {
    if (!clause) return false
    if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
    const { name, namedBindings } = clause
    return !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every(element => element.isTypeOnly)
  }
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    ts.forEachChild(node, look)
  }
  look(ts.createSourceFile('file.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return imports
}

function importsOf(path: string, source: string): Import[] {
  if (path.endsWith('.mdx')) {
    const lines = source.split('\n').filter(line => /^(import|export)\b/.test(line))
    return importsIn(path, lines.filter(line => /['"][^'"]+['"]/.test(line)).join('\n'), false)
  }
  if (!path.endsWith('.astro')) return importsIn(path, source, false)
  const [, frontmatter = '', template = ''] = /^---\n([\s\S]*?)\n---([\s\S]*)$/.exec(source) ?? ['', '', source]
  const scripts = [...template.matchAll(/<script(?![^>]*is:inline)[^>]*>([\s\S]*?)<\/script>/g)]
  return [...importsIn(path, frontmatter, false), ...scripts.flatMap(([, script = '']) => importsIn(path, script, true))]
}

function faultsOfRooms({ from, to }: Import): string | undefined {
  if (from.startsWith('content/')) return 'content imports nothing'
  const [own, other] = [roomOf(from), roomOf(to)]
  if (!inOwnTree(to) || own === other) return
  if (to.startsWith('content/')) return 'content is read, never imported'
  const site = placeOf('site')
  if (own === AUTHORING) return placeOf(other) < site && layerOf(to) === 'pure' ? undefined : 'authoring uses pure files only'
  if (other === AUTHORING) return placeOf(own) >= site ? undefined : 'only the site and its pages use authoring'
  return placeOf(other) < placeOf(own) ? undefined : `${other} is not left of ${own}`
}

function faultsOfLayers({ from, to }: Import): string | undefined {
  const [own, room] = [layerOf(from), roomOf(from)]
  if (room === AUTHORING || room === 'pages') return
  if (own === 'pure' && ['store', 'view'].includes(layerOf(to))) return 'a pure file knows no store and no view'
  if (own === 'pure' && !inOwnTree(to) && placeOf(room) < placeOf('site')) return 'a pure file uses no package'
  return own === 'store' && layerOf(to) === 'view' ? 'a store knows no view' : undefined
}

/** Everything that a browser may come to run, and which of it belongs to the build. */
function faultsInBrowser(imports: readonly Import[]): string[] {
  const running = imports.filter(({ from, inBrowser }) => inBrowser || layerOf(from) === 'view' || layerOf(from) === 'store')
  const seen = new Set(running)
  for (const one of seen) {
    if (one.isType) continue
    for (const next of imports) if (next.from === one.to && !next.inBrowser) seen.add(next)
  }
  const isBuild = (to: string) => roomOf(to) === AUTHORING || to.endsWith('.astro') || /^(node:|astro\b|yaml$)/.test(to)
  return [...seen].filter(({ to, isType }) => !isType && isBuild(to)).map(({ from, to }) => `${from} → ${to}: a browser would load this`)
}

function cyclesIn(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, isType, inBrowser } of imports) if (!isType && !inBrowser) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const to of next.get(path) ?? []) walk(to, [...way, path])
      done.add(path)
    }
  }
  for (const path of next.keys()) walk(path, [])
  return cycles
}

function faultsOf(sources: Sources): string[] {
  const imports = [...sources].flatMap(([path, source]) => importsOf(path, source))
  const single = imports.flatMap(one => {
    const why = faultsOfRooms(one) ?? faultsOfLayers(one)
    return why === undefined ? [] : `${one.from} → ${one.to}: ${why}`
  })
  const strange = [...new Set([...sources.keys()].filter(path => path.startsWith('src/')).map(roomOf))].filter(
    room => room !== AUTHORING && placeOf(room) === -1
  )
  return [...single, ...faultsInBrowser(imports), ...cyclesIn(imports), ...strange.map(room => `src/${room} is not in the table`)]
}

const root = fileURLToPath(new URL('..', import.meta.url))

function readSources(): Map<string, string> {
  const files = ['src', 'content'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ts|tsx|astro|mdx)$/.test(entry.name))
      .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  )
  return new Map(files.map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

test('every import of the checkout keeps the rules', () => {
  const sources = readSources()
  expect(sources.size).toBeGreaterThan(150)
  expect([...sources].flatMap(([path, source]) => importsOf(path, source)).length).toBeGreaterThan(400)
  expect(faultsOf(sources)).toEqual([])
})

const PLANTED: Readonly<Record<string, readonly [string, string, string]>> = {
  'a room to the right': ['src/quiz/score.ts', "import { x } from '../training/event.ts'", 'training is not left of quiz'],
  'a room beside it': ['src/quiz/score.ts', "import { x } from '../visit/run.ts'", 'visit is not left of quiz'],
  'a type from the right': ['src/lang/text.ts', "import type { X } from '../quiz/question.ts'", 'quiz is not left of lang'],
  'a re-export from the right': ['src/lang/text.ts', "export { x } from '../site/words.ts'", 'site is not left of lang'],
  'an import while running': ['src/quiz/draw.ts', "const x = () => import('../site/words.ts')", 'site is not left of quiz'],
  'a store in a pure file': ['src/training/event.ts', "import { x } from './record.store.ts'", 'a pure file knows no store and no view'],
  'a hook in a pure file': ['src/training/event.ts', "import { x } from './useBank.ts'", 'a pure file knows no store and no view'],
  'a package in a pure file': ['src/quiz/score.ts', "import { atom } from 'nanostores'", 'a pure file uses no package'],
  'a view in a store': ['src/training/record.store.ts', "import { x } from './SavedMark.tsx'", 'a store knows no view'],
  'a store in the authoring check': ['src/authoring/check.ts', "import { x } from '../training/record.store.ts'", 'pure files only'],
  'the site in the authoring check': ['src/authoring/check.ts', "import { x } from '../site/words.ts'", 'pure files only'],
  'the authoring check in training': ['src/training/event.ts', "import { x } from '../authoring/read.ts'", 'only the site and its pages'],
  'an import in a page of the handbook': ['content/handbook/en/a/b.mdx', "import X from '../x.astro'", 'content imports nothing'],
  'a room without a place': ['src/misc/x.ts', '', 'src/misc is not in the table'],
  'the build in a browser script': [
    'src/site/X.astro',
    "---\nconst a = 1\n---\n<p>{a}</p>\n<script>\n  import { x } from '../authoring/read.ts'\n</script>",
    'a browser would load this'
  ]
}
test.each(Object.entries(PLANTED))('a forbidden import is found: %s', (_, [path, source, why]) => {
  expect(faultsOf(new Map([[path, source]])).join('\n')).toContain(why)
})

test('the build is found behind a file that a browser loads', () => {
  const sources = new Map([
    ['src/site/X.astro', "---\n---\n<script>import './start.ts'</script>"],
    ['src/site/start.ts', "import { shelf } from './library.ts'"],
    ['src/site/library.ts', "import { read } from '../authoring/read.ts'"]
  ])
  expect(faultsOf(sources)).toEqual(['src/site/library.ts → src/authoring/read.ts: a browser would load this'])
})

test('a cycle is found, and types alone make none', () => {
  const cycle = (first: string) =>
    new Map([
      ['src/quiz/a.ts', `import ${first}{ b } from './b.ts'`],
      ['src/quiz/b.ts', "import { a } from './a.ts'"]
    ])
  expect(faultsOf(cycle(''))).toEqual(['src/quiz/a.ts → src/quiz/b.ts → src/quiz/a.ts'])
  expect(faultsOf(cycle('type '))).toEqual([])
})

test('what the rules allow is not complained about', () => {
  const sources = new Map([
    ['src/quiz/score.ts', "// import { x } from '../site/words.ts'\nimport type { Lang } from '../lang/text.ts'"],
    ['src/training/record.store.ts', "import { atom } from 'nanostores'\nimport { x } from './event.ts'"],
    ['src/training/Check.island.tsx', "import { x } from './record.store.ts'\nimport type { Page } from '../authoring/page.ts'"],
    ['src/authoring/check.ts', "import { parse } from 'yaml'\nimport { x } from '../training/event.ts'"],
    ['src/site/Home.astro', "---\nimport { read } from '../authoring/read.ts'\n---\n<script>import '../training/home.island.ts'</script>"],
    ['content/handbook/en/a/b.mdx', '## Say it\n\nimport nothing here, export no excuses']
  ])
  // The view's type comes from a room to its right: that one is wrong, and the only one.
  expect(faultsOf(sources)).toEqual(['src/training/Check.island.tsx → src/authoring/page.ts: only the site and its pages use authoring'])
})
