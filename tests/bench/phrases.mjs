/**
 * How well the phrase check reads: `npm run bench:phrases`. With `--misses` it prints what was missed and what was marked
 * wrongly, except for the list that is kept apart: whoever reads its misses tunes on it.
 */
import { listOf, readingOf } from '../phrases/reading.ts'
import { table } from '../phrases/report.ts'

const say = line => process.stdout.write(`${line}\n`)
say(table())
if (process.argv.includes('--misses')) {
  for (const list of ['tuned', 'second']) {
    for (const [lang, labels] of Object.entries(listOf(list))) {
      const { missed, wrong } = readingOf(labels)
      for (const text of missed) say(`missed (${list}, ${lang}): ${text}`)
      for (const text of wrong) say(`marked wrongly (${list}, ${lang}): ${text}`)
    }
  }
}
