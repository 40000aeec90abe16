/**
 * The project's commands: node .commands/run.mjs NAME [arguments]
 * Each first makes the checkout ready (see toolchain.mjs), then runs its steps one after the other.
 */
import { join } from 'node:path'
import { browserEnvironment, ensureBrowser, ensureChineseFont } from './browser.mjs'
import { fingerprint, isBuilt, remember } from './built.mjs'
import { interruption, run } from './child.mjs'
import { ensureNode, ensurePackages, environment, root, Stop, say } from './toolchain.mjs'

const astro = ['node_modules/astro/bin/astro.mjs']
const check = ['src/authoring/check.command.ts']
const build = [...astro, 'build']
const biome = ['node_modules/@biomejs/biome/bin/biome', 'check']

/** Each step is a Node program with its arguments; `rest` are those of the command line. */
const COMMANDS = {
  start: () => [...unlessBuilt(check, build), ['.commands/serve.mjs']],
  dev: rest => [check, [...astro, 'dev', '--port', process.env.PORT || '4321', ...rest]],
  build: () => [check, build],
  check: rest => [[...check, ...rest]],
  bank: rest => [['src/authoring/bank.command.ts', ...rest]],
  'bank:report': rest => [['src/authoring/report.command.ts', ...rest]],
  'bench:phrases': rest => [['tests/bench/phrases.mjs', ...rest]],
  'bench:retention': rest => [['tests/bench/retention.mjs', ...rest]],
  'bench:quiz': rest => [...unlessBuilt(check, build), ['tests/bench/quiz.mjs', ...rest]],
  'bench:phone': rest => [...unlessBuilt(check, build), ['tests/bench/phone.mjs', ...rest]],
  'bench:search': rest => [['tests/bench/search.mjs', ...rest]],
  'bench:desk': rest => [...unlessBuilt(check, build), ['tests/bench/desk.mjs', ...rest]],
  'bench:offline': rest => [...unlessBuilt(check, build), ['tests/bench/offline.mjs', ...rest]],
  'bench:receipts': rest => [...unlessBuilt(check, build), ['tests/bench/receipts.mjs', ...rest]],
  'bench:growth': rest => [['tests/bench/growth.mjs', ...rest]],
  engines: rest => [...unlessBuilt(check, build), ['tests/engines/engines.mjs', ...rest]],
  screenshots: rest => [...unlessBuilt(check, build), ['.commands/screenshots.mjs', ...rest]],
  verify: rest => [['.commands/verify.mjs', ...rest]],
  icons: () => [['.commands/icons.mjs']],
  format: () => [[...biome, '--write', '.']],
  test: rest => [
    ['node_modules/@astrojs/check/bin/astro-check.js', '--minimumFailingSeverity', 'hint'],
    ['node_modules/typescript/bin/tsc', '-p', '.config/tsconfig.pure.json'],
    [...biome, '.'],
    check,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', '.config/vitest.config.ts', ...only(rest, '--passWithNoTests')],
    build,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', '.config/playwright.config.ts', ...only(rest, '--pass-with-no-tests')]
  ]
}
const NEEDS_BROWSER = new Set([
  'test',
  'screenshots',
  'icons',
  'bench:quiz',
  'bench:phone',
  'bench:offline',
  'bench:desk',
  'bench:receipts'
])

/** `npm test -- NAME` runs the tests whose file has this name: it may be in one of the two runs only. */
function only(rest, passing) {
  return rest.length > 0 ? [...rest, passing] : []
}

function unlessBuilt(...steps) {
  return isBuilt(fingerprint()) ? [] : steps
}

async function main([name, ...rest]) {
  if (!Object.hasOwn(COMMANDS, name ?? '')) throw new Stop(`Unknown command ${name ?? ''}. There are: ${Object.keys(COMMANDS).join(', ')}.`)
  const node = await ensureNode()
  await ensurePackages()
  const env = environment(node)
  if (NEEDS_BROWSER.has(name)) {
    await ensureChineseFont()
    Object.assign(env, browserEnvironment(await ensureBrowser(node)))
  }
  // The tests expect the site where it is by default.
  if (name === 'test') for (const setting of ['BASE_PATH', 'SITE_URL', 'DIST', 'PORT']) delete env[setting]

  for (const step of COMMANDS[name](rest)) {
    if (interruption()) return interruption()
    const before = step === build && fingerprint(root, env)
    const code = await run(node, ['--disable-warning=ExperimentalWarning', join(root, step[0]), ...step.slice(1)], { cwd: root, env })
    if (code !== 0) return code
    if (before) remember(before)
  }
  return 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof Stop)) throw error
  say(error.message)
  process.exitCode = error.code
}
