// @ts-check
import { fileURLToPath } from 'node:url'
import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { minify } from 'terser'
import { baseFrom } from './src/site/address.ts'
import { EMITTED } from './src/site/emitted.ts'
import { finishPages } from './src/site/finish.integration.ts'
import { hashOf, headScript, speculationRules, tasksScript } from './src/site/head.ts'
import { packForOffline } from './src/site/offline.integration.ts'

const base = baseFrom(process.env.BASE_PATH)

/** @type {import('terser').MinifyOptions & { ecma: 2020 }} */
const MINIFIED = { module: true, ecma: 2020, compress: { passes: 3, unsafe_arrows: true } }

/**
 * Vite wraps every `import()` in a helper that preloads its styles and scripts: bytes on every page, for files that are
 * loaded already and styles that there are none of.
 */
const PRELOAD = 'vite/preload-helper.js'
/** What is left around an `import()` of which one thing is used. */
const WRAPPED = /[\w$]+\(async\(\)=>\{const\{(\w+):([\w$]+)\}=await\(?(import\("[^"]+"\))\)?;return\{\1:\2\}\}(?:,\[\])?\)/g
const plainImports = {
  name: 'plain-imports',
  enforce: /** @type {const} */ ('pre'),
  apply: /** @type {const} */ ('build'),
  /** Each file has its own, where the minifier dissolves it. */
  resolveId: (/** @type {string} */ source, /** @type {string | undefined} */ importer) =>
    source.includes(PRELOAD) ? `\0${PRELOAD}?of=${importer}` : undefined,
  load: (/** @type {string} */ id) => (id.startsWith(`\0${PRELOAD}`) ? 'export const __vitePreload = load => load()' : undefined),
  generateBundle: {
    order: /** @type {const} */ ('post'),
    async handler(/** @type {unknown} */ _, /** @type {Record<string, { type: string, code?: string }>} */ bundle) {
      for (const chunk of Object.values(bundle)) {
        if (!chunk.code) continue
        const code = chunk.code
          .replace(/^const __vite__mapDeps=.*;\n/, '')
          .replace(/,__vite__mapDeps\(\[[\d,]*\]\)|__vite__mapDeps\(\[[\d,]*\]\),/g, '')
          .replace(WRAPPED, '$3')
        // What a library would load in Node alone is left out by a name that begins in the same way.
        if (/__vite(?!-browser-external)/.test(code)) throw new Error('plain-imports: Vite has come to write its imports in another way')
        chunk.code = (await minify(code, MINIFIED)).code ?? code
      }
    }
  }
}

/**
 * What is small and keeps no state of its own is copied into each of two worlds: pages with a quiz, which load it with the
 * record, and all others, which load neither. Shared, it would be one request more on every page.
 */
const ownCopies = {
  name: 'own-copies',
  apply: /** @type {const} */ ('build'),
  enforce: /** @type {const} */ ('pre'),
  /** @this {{ resolve: Function }} */
  async resolveId(/** @type {string} */ source, /** @type {string | undefined} */ importer) {
    const rules = COPIED.filter(({ by }) => importer !== undefined && by.test(importer))
    if (rules.length === 0) return
    const found = await this.resolve(source, importer, { skipSelf: true })
    const copied = found && rules.find(({ what }) => what.test(found.id))
    return copied ? { ...found, id: `${found.id}?${copied.as ?? 'own'}` } : found
  }
}
const COPIED = [
  // A page that asks to be acknowledged has a quiz as well, and no room for more than one file.
  {
    by: /\/training\/acknowledge\.island\.ts$|\?asked$/,
    what: /\/src\/(lang\/text|device\/place|training\/(acknowledged|acknowledging\.island|glance\.island|witness|witnessRead))\.ts$/,
    as: 'asked'
  },
  // What keeps the offline copy is on every page, of both worlds: it brings its own.
  {
    by: /\/offline\/(keep\.island|registration\.store)\.ts$|\?keep$/,
    what: /\/src\/(lang\/text|device\/(busy\.store|place|settings\.store))\.ts$/,
    as: 'keep'
  },
  {
    by: /\.ts\?own$|\/src\/phrases\/(say\w*\.island|check|chineseMore|englishMore)\.ts$|\/src\/(visit|search|offline|trainer|exchange|site)\/|\/src\/training\/((glance|home|modules|me|statistics|acknowledging)\.island|continue)\.ts$/,
    what: /\/src\/(lang\/text|device\/(busy\.store|database\.store|derived|place|settings\.store|store)|phrases\/(chinese|clauses|english|find|judging|needsIn\w+|rules)|training\/(witness|witnessRead|day|rating|reviewDue(\.store)?|acknowledged))\.ts$/
  },
  { by: /\/quiz\/mark\//, what: /\/quiz\/marker\.ts$/ },
  { by: /\/selection\.ts$/, what: /\/quiz\/spread\.ts$/ },
  // A trainer's console marks and draws again; what learners load is not cut up for it.
  { by: /\/src\/trainer\/|\?marks$/, what: /\/quiz\/(spread|markers?|[a-z]+\/[a-zA-Z]+)\.ts$|\/src\/phrases\/\w+\.ts$/, as: 'marks' },
  { by: /\/src\/training\/items\.ts$|\/src\/trainer\//, what: /\/training\/(tries|calibration)\.ts$/, as: 'items' },
  { by: /\/visit\/Ask\.tsx$/, what: /\/visit\/Dialog\.tsx$/, as: 'ask' },
  // A review asks as a practice set does, and is a large page already.
  { by: /\/Review\.island\.tsx$/, what: /\/OneByOne\.tsx$/ }
]

/** Files that no page names: their addresses are put in when the pages are finished. */
const emitted = {
  name: 'emitted',
  apply: /** @type {const} */ ('build'),
  applyToEnvironment: (/** @type {{ name: string }} */ { name }) => name === 'client',
  /** @this {{ emitFile(file: { type: 'chunk', id: string, name: string }): string }} */
  buildStart() {
    for (const [name, source] of Object.entries(EMITTED)) {
      this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(source, import.meta.url)), name })
    }
  }
}

export default defineConfig({
  site: process.env.SITE_URL || 'http://localhost:4321',
  base,
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false, smartypants: false },
  devToolbar: { enabled: false },
  integrations: [mdx(), finishPages(base), packForOffline()],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        // For the address of the worker, and nothing else.
        'trusted-types worker'
      ],
      scriptDirective: { hashes: [hashOf(headScript(base)), hashOf(speculationRules(base)), hashOf(tasksScript(base))] }
    }
  },
  vite: {
    plugins: [plainImports, ownCopies, emitted],
    build: { modulePreload: false, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    environments: {
      client: {
        build: {
          minify: 'terser',
          terserOptions: MINIFIED,
          rolldownOptions: {
            output: {
              // Astro names the script of a component at length, and its name stands in the page.
              entryFileNames: ({ name }) => `_astro/${name.replace(/\.astro_astro_type_script.*/, '')}.[hash].js`,
              // Fewer requests, and none for what a page doesn't need: what keeps the record, what every view stands on, what every quiz asks with.
              codeSplitting: {
                groups: [
                  {
                    name: 'keep',
                    priority: 5,
                    test: /\?keep$|src\/offline\/(keep\.island|registration\.store|pack)\.ts$/
                  },
                  { name: 'base', priority: 4, test: /(\/(lang|device)\/[\w.]+|\/witness(Read)?\.ts)\?own$/ },
                  { name: 'view', priority: 4, test: /node_modules\/preact\/|src\/device\/use(Store|Hold)\.ts$/ },
                  { name: 'glance', priority: 4, test: /src\/training\/(glance|modules)\.island\.ts$/ },
                  {
                    name: 'record',
                    priority: 4,
                    test: /rolldown|src\/lang\/text\.ts$|src\/device\/(database\.store|derived|place|settings\.store|store)\.ts$|src\/quiz\/(behaviour|generator|score)\.ts$|src\/training\/((learner|record|disk)\.store|attempt|event|known|notice\.island|progress|witness)\.ts$/
                  },
                  {
                    name: 'quiz',
                    priority: 3,
                    test: /src\/quiz\/((choice|replace)\/|(QuestionView|checked|draw|kinds|kindView|random|styles\.island)\.tsx?$|quiz\.css)|src\/training\/(attempts\.store|start\.island|NotLoaded|SavedMark|RuleLinks|Sure|use(Bank|Seconds))\.tsx?$/
                  }
                ]
              }
            }
          }
        }
      }
    }
  }
})
