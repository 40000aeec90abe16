/** A run that was handed in: how it ended, and step by step what was chosen, what came of it, and what was better. */
import { fill } from '../../lang/text.ts'
import type { Response } from '../question.ts'
import type { ShownOf } from '../shown.ts'
import { betterMoves } from './hindsight.ts'
import { changesInWords, Meters } from './Meters.tsx'
import { bearing, endOf, walk } from './scenario.ts'
import { pathsOf } from './search.ts'
import type { ScenarioWords } from './words.ts'

type Shown = ShownOf<'scenario'>
type Move = Shown['nodes'][number]['choices'][number]

interface Props {
  readonly question: Shown
  readonly response: Response
  /** Whether the better ways are told. */
  readonly all: boolean
  readonly words: ScenarioWords
}

export function Debrief({ question, response, all, words }: Props) {
  const walked = walk(question, response)
  const { steps, levels, failed } = walked
  const better = all ? betterMoves(question, steps) : []
  const end = endOf(question, walked)
  return (
    <div class="scenario debrief">
      <section class="came" data-end={end}>
        <h2>{words.ends[end]}</h2>
        <p>{question.ends[end]}</p>
        {failed && <p>{words.failed}</p>}
      </section>
      <Meters question={question} levels={levels} words={words} banded />
      <h2>{words.replay}</h2>
      <ol class="replay">
        {steps.map(({ node, move }, index) => {
          const instead = better[index]
          const verdict = !all ? undefined : instead ? 'wrong' : bearing(move) === 'broken' ? undefined : 'right'
          return (
            <li key={move.id} data-verdict={verdict}>
              <details open={!all && costs(move)}>
                <summary>
                  <span>
                    {verdict && <span class="verdict-of">{verdict === 'wrong' ? `✕ ${words.worse}` : `✓ ${words.wise}`}</span>}
                    <span class="took">{move.text}</span>
                    <span class="changes">{changesInWords(question, move, words)}</span>
                  </span>
                </summary>
                <div class="told">
                  <p class="was">
                    {node.scene} {node.said && <q>{node.said}</q>}
                  </p>
                  <p>{move.feedback}</p>
                  <Rules question={question} move={move} words={words} />
                </div>
              </details>
              {instead && (
                <div class="better">
                  <p>
                    <strong>{words.better}</strong> {instead.text}
                  </p>
                  <p>{instead.feedback}</p>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {all && (better.some(Boolean) ? <BestPath question={question} words={words} /> : <p>{words.noBetter}</p>)}
    </div>
  )
}

/** A step worth looking at again: it failed, or a meter fell. */
function costs({ fails, effects = {} }: Move): boolean {
  return fails === true || Object.values(effects).some(by => by < 0)
}

/** The rules that a choice names, and whether it kept them. */
function Rules({ question, move, words }: { readonly question: Shown; readonly move: Move; readonly words: ScenarioWords }) {
  const rules = question.rules.filter(rule => move.rules?.includes(rule.id))
  if (rules.length === 0) return null
  const kind = bearing(move)
  return (
    <p class="rule-links" data-bearing={kind}>
      <span class="aside">{words[kind]}</span>
      {rules.map(rule => (
        <a key={rule.id} href={rule.href}>
          {rule.name}
        </a>
      ))}
    </p>
  )
}

function BestPath({ question, words }: { readonly question: Shown; readonly words: ScenarioWords }) {
  const { steps } = walk(question, pathsOf(question)?.best.moves ?? [])
  return (
    <details>
      <summary>{fill(words.bestPath, { n: steps.length })}</summary>
      <ol class="way-through">
        {steps.map(({ node, move }) => (
          <li key={move.id}>
            <p class="was">{node.scene}</p>
            <p class="took">{move.text}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
