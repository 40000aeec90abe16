/** The figures of the phrase check as a table, for its report and for docs/PHRASES.md. */
import { type List, listOf, type Reading, readingOf } from './reading.ts'

const NAMES: Readonly<Record<List, string>> = { tuned: 'first, tuned on', second: 'second, tuned on', unseen: 'kept apart, never tuned on' }

/** Three digits, cut and not rounded: 0.9996 is not 1.000. */
const share = (value: number) => (Math.floor(value * 1000) / 1000).toFixed(3)

function row(list: List, lang: string, { said, fine, found, wrong, named, precision, recall }: Reading): string {
  return `| ${NAMES[list]} | ${lang} | ${said} | ${fine} | ${found} | ${wrong.length} | ${share(precision)} | ${share(recall)} | ${named} |`
}

export function table(): string {
  const rows = (Object.keys(NAMES) as List[]).flatMap(list =>
    Object.entries(listOf(list)).map(([lang, labels]) => row(list, lang, readingOf(labels)))
  )
  return [
    '| list | language | break a phrase | fine | marked rightly | marked wrongly | precision | recall | right phrase named |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows
  ].join('\n')
}
