/** A text with fields in its gaps, and after the answer what belongs in each. */

import { fill } from '../../lang/text.ts'
import { inDraw } from '../inDraw.ts'
import { type BodyProps, kindView } from '../kindView.tsx'
import { withPair } from '../marker.ts'
import { Picker } from '../Picker.tsx'
import pickerStyle from '../picker.css?inline'
import style from './gap.css?inline'
import { filled, isRight, gap as marker } from './gap.ts'
import { piecesOf, placesIn } from './parts.ts'

export const gapView = kindView<'gap'>(marker, GapBody, { style: pickerStyle + style })

type Props = BodyProps<'gap'>
type Gap = Props['question']['gaps'][number]

function GapBody(props: Props) {
  const { question, told } = props
  const Part = told === 'none' ? Field : Given
  const places = placesIn(question.text, question.gaps)
  const gaps = places.flatMap(id => question.gaps.filter(gap => gap.id === id))
  return (
    <>
      <p class="cloze">
        {piecesOf(question.text, question.gaps).map(piece => {
          const at = piece.type === 'gap' ? places.indexOf(piece.id) : -1
          const gap = gaps[at]
          return gap ? <Part key={gap.id} {...props} gap={gap} place={at + 1} /> : piece.type === 'words' && piece.words
        })}
      </p>
      {told !== 'none' && (
        <ol class="reasons">
          {gaps.map((gap, index) => (
            <Reason key={gap.id} {...props} gap={gap} place={index + 1} />
          ))}
        </ol>
      )}
    </>
  )
}

interface GapProps extends Props {
  readonly gap: Gap
  /** From 1. */
  readonly place: number
}

/** A select where words are chosen, a line where they are typed. What is typed is kept with every letter. */
function Field({ question, gap, place, order, response, words, onTake }: GapProps) {
  const texts = words.gap
  const label = fill(texts.gap, { k: place, n: question.gaps.length })
  const take = (value: string | undefined) => onTake(withPair(response, gap.id, value))
  if (gap.choices)
    return (
      <Picker
        label={label}
        gap={gap.id}
        value={filled(question, response).get(gap.id)}
        none={texts.choose}
        options={inDraw(gap.choices, order)}
        onPick={take}
      />
    )
  return (
    <input
      type="text"
      aria-label={label}
      data-gap={gap.id}
      autocomplete="off"
      autocapitalize="off"
      value={typedIn(response, gap.id)}
      onInput={event => take(event.currentTarget.value || undefined)}
    />
  )
}

/** What was typed, even if it is nothing to mark yet, such as a space. */
function typedIn(response: Props['response'], id: string): string {
  return response.findLast(entry => entry.startsWith(`${id}=`))?.slice(id.length + 1) ?? ''
}

/** The words that stand in a gap, as the learner sees them. */
function wordsIn(gap: Gap, given: string | undefined): string | undefined {
  return gap.choices ? gap.choices.find(choice => choice.id === given)?.text : given
}

function Given({ question, gap, place, response, words }: GapProps) {
  const given = filled(question, response).get(gap.id)
  const right = isRight(gap, given)
  return (
    <span class="given" data-gap={gap.id} data-verdict={right ? 'right' : 'wrong'}>
      <span class="aside">{place}</span>
      {right ? ' ✓ ' : ' ✕ '}
      {wordsIn(gap, given) ?? words.gap.empty}
    </span>
  )
}

/** Why the words of one gap are right or wrong. The right ones are told with the key, or when they were given. */
function Reason({ question, gap, place, response, told, words }: GapProps) {
  const texts = words.gap
  const given = filled(question, response).get(gap.id)
  const right = isRight(gap, given)
  const { choices = [], accept = [], feedback } = gap
  const chosen = choices.find(choice => choice.id === given)
  const keys = choices.filter(choice => choice.key)
  const verdict = `${fill(texts.place, { k: place })}${words.lang === 'en' ? ' ' : ''}${right ? `✓ ${words.right}` : `✕ ${words.wrong}`}`
  return (
    <li data-gap={gap.id}>
      <p class="feedback" data-key={right}>
        <strong>{verdict}</strong> {chosen ? chosen.feedback : right && feedback}
      </p>
      {told === 'all' && !right && (
        <p class="feedback" data-key>
          <strong>
            ✓{' '}
            {fill(texts.key, {
              words: (choices.length > 0 ? keys.map(({ text }) => text) : accept.slice(0, 1)).map(text => `“${text}”`).join(texts.or)
            })}
          </strong>{' '}
          {keys.map(key => key.feedback).join(' ') || feedback}
        </p>
      )}
      {told === 'all' &&
        choices
          .filter(choice => !choice.key && choice !== chosen)
          .map(choice => (
            <p key={choice.id} class="feedback">
              ✕ “{choice.text}” {choice.feedback}
            </p>
          ))}
    </li>
  )
}
