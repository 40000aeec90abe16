/** A scenario as it is played: the meters, what came of the last step, the scene, and the choices as buttons. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../../lang/text.ts'
import { type BodyProps, kindView, type ViewsHere } from '../kindView.tsx'
import { Debrief } from './Debrief.tsx'
import { changesInWords, Meters } from './Meters.tsx'
import style from './scenario.css?inline'
import { scenario, walk } from './scenario.ts'
import { pathsOf } from './search.ts'
import { SCENARIO_WORDS, type ScenarioWords } from './words.ts'

function ScenarioBody({ question, order, response, told, name, words: quizWords, onTake }: BodyProps<'scenario'>) {
  const words = SCENARIO_WORDS[quizWords.lang]
  const { steps, next, levels } = walk(question, response)
  const heading = useRef<HTMLHeadingElement>(null)

  /** Where the learner stands; undefined when the run has been handed in. */
  const place = told === 'none' ? steps.length : undefined
  const stood = useRef(place)
  useEffect(() => {
    if (place !== undefined && place !== stood.current) {
      heading.current?.focus({ preventScroll: true })
      heading.current?.scrollIntoView()
    }
    stood.current = place
  }, [place])

  // The debrief looks at every way there was. On a slow phone that takes a moment: it is done while the end is being read.
  useEffect(() => {
    if (!next) pathsOf(question)
  }, [!next])

  if (told !== 'none') return <Debrief question={question} response={response} all={told === 'all'} words={words} />

  const taken = steps.map(step => step.move.id)
  const last = steps.at(-1)
  const choices = order.flatMap(id => next?.choices.filter(choice => choice.id === id) ?? [])
  return (
    <div class="scenario">
      <Meters question={question} levels={levels} words={words} />
      {steps.length > 1 && (
        <details class="earlier">
          <summary>{fill(words.earlier, { n: steps.length - 1 })}</summary>
          <ol>
            {steps.slice(0, -1).map(({ move }) => (
              <li key={move.id}>
                <p class="took">{move.text}</p>
                <p>{move.feedback}</p>
                <p class="changes">{changesInWords(question, move, words)}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
      <h2 ref={heading} tabIndex={-1} aria-describedby={`${name}-came ${name}-now`}>
        {next ? fill(words.step, { n: steps.length + 1 }) : words.end}
      </h2>
      <div class="came">
        {last && (
          <div id={`${name}-came`}>
            <p class="took">
              <span class="aside">{words.chose}</span>
              {last.move.text}
            </p>
            <p>{last.move.feedback}</p>
          </div>
        )}
        <p class="changes" role="status">
          {last && <span key={steps.length}>{changesInWords(question, last.move, words)}</span>}
        </p>
      </div>
      <div id={`${name}-now`} class="now">
        <p>{next ? next.scene : words.over}</p>
        {next?.said && (
          <q class="bubble">
            <span class="aside">{quizWords.customer}</span>
            {next.said}
          </q>
        )}
      </div>
      {next && (
        <>
          <p class="ask" id={`${name}-ask`}>
            {words.ask}
          </p>
          <ul class="ways" aria-labelledby={`${name}-ask`}>
            {choices.map(choice => (
              <li key={choice.id}>
                {/* The second click of a double click would take a step in a scene that nobody has read. */}
                <button type="button" data-move={choice.id} onClick={event => event.detail < 2 && onTake([...taken, choice.id])}>
                  {choice.text}
                </button>
              </li>
            ))}
          </ul>
          {steps.length > 0 && <Restart key={steps.length} count={steps.length} words={words} onRestart={() => onTake([])} />}
        </>
      )}
    </div>
  )
}

interface RestartProps {
  readonly count: number
  readonly words: ScenarioWords
  onRestart(): void
}

/** Starts over after asking: what has been taken can't be had back. */
function Restart({ count, words, onRestart }: RestartProps) {
  const [asking, setAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const asked = useRef(asking)
  useLayoutEffect(() => {
    if (asking !== asked.current) first.current?.focus()
    asked.current = asking
  }, [asking])

  if (!asking) {
    return (
      <p class="restart">
        <button type="button" ref={first} onClick={() => setAsking(true)}>
          {words.restart}
        </button>
      </p>
    )
  }
  return (
    <fieldset class="restart note" onKeyDown={event => event.key === 'Escape' && setAsking(false)}>
      <legend>{fill(words.restartAsk, { n: count })}</legend>
      <button type="button" ref={first} onClick={() => setAsking(false)}>
        {words.goOn}
      </button>
      <button type="button" onClick={onRestart}>
        {words.restart}
      </button>
    </fieldset>
  )
}

const scenarioView = kindView<'scenario'>(scenario, ScenarioBody, {
  style,
  verdict: (state, lang) => SCENARIO_WORDS[lang].verdicts[state],
  sure: false
})

export const views: ViewsHere = { scenario: scenarioView }
