/** Items to be matched with partners or sorted into groups, one row each. */

import { fill } from '../../lang/text.ts'
import { inDraw } from '../inDraw.ts'
import { type BodyProps, kindView } from '../kindView.tsx'
import { withPair } from '../marker.ts'
import { Picker } from '../Picker.tsx'
import pickerStyle from '../picker.css?inline'
import style from './place.css?inline'
import { place as marker, placesOf } from './place.ts'

export const placeView = kindView<'match' | 'sort'>(marker, PlaceBody, { style: pickerStyle + style })

type Props = BodyProps<'match' | 'sort'>
type Group = Props['question']['groups'][number]

function PlaceBody(props: Props) {
  const { question, order } = props
  const items = inDraw(question.items, order)
  if (props.told !== 'none') return <Placed {...props} items={items} />
  // The groups of a sorting stand as the author put them: "say" before "don’t say".
  const groups = question.kind === 'match' ? inDraw(question.groups, order) : question.groups
  const few = question.kind === 'sort' && groups.length <= 4 && groups.every(({ text }) => widthOf(text) <= 24)
  return few ? <Buttons {...props} items={items} groups={groups} /> : <Selects {...props} items={items} groups={groups} />
}

/** Width of a text in halves of a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)
}

interface RowsProps extends Props {
  readonly items: Props['question']['items']
  readonly groups: readonly Group[]
}

/** A row of radio buttons for each item. */
function Buttons({ question, items, groups, response, name, onTake }: RowsProps) {
  const places = placesOf(question, response)
  return (
    <div class="placing">
      {items.map(({ id, text }) => (
        <fieldset key={id} data-item={id}>
          <legend>{text}</legend>
          {groups.map(group => (
            <label key={group.id} class="pill">
              <input
                type="radio"
                name={`${name}-${id}`}
                value={group.id}
                checked={places.get(id) === group.id}
                onChange={() => onTake(withPair(response, id, group.id))}
              />
              {group.text}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

/** A select for each item. Partners too long for it stand above in full, and are told by letters. */
function Selects({ question, items, groups, response, name, words, onTake }: RowsProps) {
  const texts = words.place
  const places = placesOf(question, response)
  const long = groups.some(({ text }) => widthOf(text) > 30)
  const letterOf = (index: number) => (long ? `${String.fromCharCode(65 + index)}. ` : '')
  const isUsed = (group: string, by: string) =>
    question.kind === 'match' && places.get(by) !== group && [...places.values()].includes(group)
  return (
    <div class="placing">
      {long && (
        <ul class="partners" aria-label={texts.partners}>
          {groups.map(({ id, text }, index) => (
            <li key={id}>
              {letterOf(index)}
              {text}
            </li>
          ))}
        </ul>
      )}
      {items.map(({ id, text }) => (
        <div key={id} class="row" data-item={id}>
          <label for={`${name}-${id}`}>{text}</label>
          <Picker
            id={`${name}-${id}`}
            value={places.get(id)}
            none={texts.choose}
            options={groups.map((group, index) => {
              const lettered = letterOf(index) + group.text
              return { id: group.id, text: lettered, ...(isUsed(group.id, id) && { label: fill(texts.used, { group: lettered }) }) }
            })}
            onPick={group => onTake(withPair(response, id, group))}
          />
        </div>
      ))}
    </div>
  )
}

/** Where each item was placed. Where it belongs, and why, is told with the key, or when it was placed there. */
function Placed({ question, items, response, told, words }: Omit<RowsProps, 'groups'>) {
  const texts = words.place
  const places = placesOf(question, response)
  const textOf = (group: string) => question.groups.find(({ id }) => id === group)?.text ?? ''
  return (
    <ul class="placing">
      {items.map(({ id, text, group, feedback }) => {
        const given = places.get(id)
        const right = given === group
        return (
          <li key={id} class="row" data-item={id} data-verdict={right ? 'right' : 'wrong'}>
            {text}
            <p class="feedback" data-key={right}>
              <strong>{right ? `✓ ${words.right}` : `✕ ${words.wrong}`}</strong>{' '}
              {given === undefined ? texts.none : fill(texts.given, { group: textOf(given) })}
            </p>
            {!right && told === 'all' && (
              <p class="feedback belongs" data-key>
                {fill(texts.key, { group: textOf(group) })}
              </p>
            )}
            {(right || told === 'all') && <p class="why">{feedback}</p>}
          </li>
        )
      })}
    </ul>
  )
}
