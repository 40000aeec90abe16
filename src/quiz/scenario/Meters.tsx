/** The meters of a scenario: each a bar with its name and its level, and a line where good begins. */
import { fill } from '../../lang/text.ts'
import type { ShownOf } from '../shown.ts'
import { bandOf, signed } from './hindsight.ts'
import { type KeyedMove, LEAST, type Levels, MOST } from './scenario.ts'
import type { ScenarioWords } from './words.ts'

interface Props {
  readonly question: ShownOf<'scenario'>
  readonly levels: Levels
  readonly words: ScenarioWords
  /** When the run is over: how each level is to be read. */
  readonly banded?: boolean
}

export function Meters({ question, levels, words, banded }: Props) {
  return (
    <ul class="meters" aria-label={words.meters} data-banded={banded}>
      {question.meters.map(({ id, name, fair, good }) => {
        const level = levels[id] ?? LEAST
        const band = bandOf({ fair, good }, level)
        return (
          <li key={id} data-band={band}>
            <span>{name}</span> <b>{fill(banded ? words.band : words.level, { level, most: MOST, fair, good, band: words.bands[band] })}</b>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" width="100" height="10" />
              <rect class="level" width={level * 10} height="10" />
              <path class="aim" d={`M${good * 10} 0v10`} />
            </svg>
          </li>
        )
      })}
    </ul>
  )
}

/**
 * What a choice does to the meters, in words: as its author wrote it, also where a meter is full or empty and can't show
 * it any more.
 */
export function changesInWords(question: ShownOf<'scenario'>, { effects = {} }: KeyedMove, words: ScenarioWords): string {
  const changes = question.meters.flatMap(({ id, name }) => (effects[id] ? `${name}\u00a0${signed(effects[id])}` : []))
  return changes.join(words.comma) || words.unchanged
}
