/** Steps to be put in order, and after the answer which of them stood right. */

import { fill } from '../../lang/text.ts'
import { type BodyProps, kindView } from '../kindView.tsx'
import { named } from './named.ts'
import { Ordering } from './Ordering.tsx'
import style from './order.css?inline'
import { broken, inPlace, order as marker, sequenceOf } from './order.ts'

export const orderView = kindView<'order'>(marker, OrderBody, { style })

function OrderBody(props: BodyProps<'order'>) {
  return props.told === 'none' ? <Ordering {...props} /> : <Ordered {...props} />
}

/** While it may be tried again the steps stay as the learner had them; with the key they stand in the right order. */
function Ordered({ question, response, told, words }: BodyProps<'order'>) {
  const texts = words.order
  const sequence = sequenceOf(question, response)
  const run = inPlace(question, response)
  // One step alone is always "in order": it tells nothing, and an order turned round has no more than that.
  const kept = run.size > 1 ? run : new Set()
  const all = told === 'all'
  const stepOf = new Map(question.items.map(item => [item.id, item]))
  const steps = all ? question.items : sequence.flatMap(id => stepOf.get(id) ?? [])
  const misplacedOf = (id: string) =>
    !all ? texts.astray : sequence.includes(id) ? fill(texts.was, { k: sequence.indexOf(id) + 1 }) : texts.leftOut
  const nameOf = (id: string) => named(stepOf.get(id)?.text ?? '')
  return (
    <>
      {all && <p class="aside">{texts.key}</p>}
      <ol class="ordering">
        {steps.map(({ id, text, feedback }, index) => {
          const exact = sequence.indexOf(id) === question.items.findIndex(item => item.id === id)
          const right = exact || kept.has(id)
          return (
            <li key={id} data-step={id} data-verdict={right ? 'right' : 'wrong'}>
              <span class="grip">{index + 1}</span>
              <span class="text">{text}</span>
              <p class="feedback" data-key={right}>
                <strong>{right ? `✓ ${exact ? words.right : texts.stands}` : `✕ ${misplacedOf(id)}`}</strong> {all && feedback}
              </p>
            </li>
          )
        })}
      </ol>
      {broken(question, response).map(([first, then]) => (
        <p key={`${first} ${then}`} class="feedback must-come">
          <strong>✕ {fill(texts.must, { first: nameOf(first), second: nameOf(then) })}</strong>
        </p>
      ))}
    </>
  )
}
