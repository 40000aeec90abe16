/** A transcript as a chat whose pieces are marked, each with the rule it breaks; and what is right of it after the answer. */

import { Fragment } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { fill } from '../../lang/text.ts'
import { type BodyProps, kindView, type Told, type ViewsHere } from '../kindView.tsx'
import { withPair } from '../marker.ts'
import style from './mark.css?inline'
import { mark as marker, marksOf } from './mark.ts'
import { useSelected } from './useSelected.ts'
import { MARK_WORDS } from './words.ts'

type Props = BodyProps<'mark'>
type Turn = Props['question']['turns'][number]
type Piece = Turn['says'][number]

function MarkBody(props: Props) {
  const texts = MARK_WORDS[props.words.lang]
  const told = props.told !== 'none'
  return (
    <>
      {!told && <p class="hush">{texts.how}</p>}
      {told ? <Transcript {...props} /> : <Marking key={props.name} {...props} />}
    </>
  )
}

/** The transcript while it is marked. What was done is said aloud, because the fields for the rules come and go. */
function Marking(props: Props) {
  const { question, response, words, onTake } = props
  const texts = MARK_WORDS[words.lang]
  const [said, setSaid] = useState('')
  const place = useRef<HTMLDivElement>(null)
  const marks = marksOf(question, response)

  const toggle = ({ id, text }: Piece) => {
    const marked = marks.has(id)
    onTake(withPair(response, id, marked ? undefined : ''))
    setSaid(fill(marked ? texts.unmarked : texts.marked, { words: text }))
  }
  useSelected(place, pieces => {
    const fresh = pieces.map(piece => (piece as HTMLElement).dataset.words ?? '').filter(id => !marks.has(id))
    if (fresh.length === 0) return
    onTake(fresh.reduce((all: readonly string[], id) => withPair(all, id, ''), response))
    setSaid(fill(texts.markedAll, { n: fresh.length }))
  })
  return (
    <div ref={place}>
      <Transcript {...props} onToggle={toggle} />
      <p class="hidden" role="status">
        {said}
      </p>
    </div>
  )
}

interface TranscriptProps extends Props {
  onToggle?(piece: Piece): void
}

function Transcript(props: TranscriptProps) {
  const { question, words } = props
  const texts = MARK_WORDS[words.lang]
  return (
    <ol class="transcript">
      {question.turns.map(turn => (
        <li key={turn.id} class="turn" data-by={turn.by}>
          {turn.by !== 'note' && <span class="aside">{texts[turn.by]}</span>}
          <p class="says">
            {turn.says.map((piece, index) => (
              <Fragment key={piece.id}>
                {index > 0 && words.lang === 'en' && ' '}
                {/* What a customer says breaks no rule of ours. */}
                {turn.by === 'customer' ? piece.text : <PieceOf {...props} piece={piece} />}
              </Fragment>
            ))}
          </p>
          {props.told === 'none' ? <Rules {...props} turn={turn} /> : <Findings {...props} turn={turn} />}
        </li>
      ))}
    </ol>
  )
}

type Verdict = 'right' | 'otherRule' | 'fine' | 'missed' | 'unsuspected'

/** What became of a piece: of a marked one at once, of the others with the key. */
function verdictOf({ breaks, feedback }: Piece, named: string | undefined, told: Told): Verdict | undefined {
  if (told === 'none') return
  if (named !== undefined) return breaks === undefined ? 'fine' : named === breaks ? 'right' : 'otherRule'
  if (told === 'taken') return
  return breaks !== undefined ? 'missed' : feedback !== undefined ? 'unsuspected' : undefined
}

function signOf(verdict: Verdict): string {
  return verdict === 'right' || verdict === 'unsuspected' ? '✓' : '✕'
}

/** Words to toggle in running text. A box with a label, because a button neither goes on in the next line nor can be selected. */
function PieceOf({ question, response, told, name, piece, onToggle }: TranscriptProps & { readonly piece: Piece }) {
  const named = marksOf(question, response).get(piece.id)
  const verdict = verdictOf(piece, named, told)
  return (
    <label class="piece" data-words={piece.id} data-verdict={verdict}>
      <input
        type="checkbox"
        checked={named !== undefined}
        disabled={told !== 'none'}
        aria-describedby={verdict && `${name}-${piece.id}`}
        onChange={() => onToggle?.(piece)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault() // it would hand in the form, and the rest is not marked yet
          onToggle?.(piece)
        }}
      />
      {verdict && <span aria-hidden="true">{signOf(verdict)} </span>}
      {piece.text}
    </label>
  )
}

type TurnProps = Props & { readonly turn: Turn }

/** A field for each marked piece of a turn: which rule does it break? */
function Rules({ question, turn, response, words, onTake }: TurnProps) {
  const texts = MARK_WORDS[words.lang]
  const marks = marksOf(question, response)
  return turn.says
    .filter(({ id }) => marks.has(id))
    .map(({ id, text }) => (
      <label key={id} class="reason">
        <span>{fill(texts.breaks, { words: text })}</span>
        <select data-reason={id} value={marks.get(id)} onChange={event => onTake(withPair(response, id, event.currentTarget.value))}>
          <option value="">{texts.choose}</option>
          {question.reasons?.map(rule => (
            <option key={rule.id} value={rule.id}>
              {rule.name}
            </option>
          ))}
        </select>
      </label>
    ))
}

function Findings(props: TurnProps) {
  return props.turn.says.map(piece => <Finding key={piece.id} {...props} piece={piece} />)
}

/** What became of one piece, and why. */
function Finding({ question, response, told, name, words, piece }: Props & { readonly piece: Piece }) {
  const texts = MARK_WORDS[words.lang]
  const named = marksOf(question, response).get(piece.id)
  const verdict = verdictOf(piece, named, told)
  if (!verdict) return null
  const nameOf = (id: string | undefined) => question.reasons?.find(rule => rule.id === id)?.name ?? ''
  const gap = words.lang === 'en' ? ' ' : ''
  // Why it breaks a rule tells which one: that waits for the key, unless it was found.
  const hushed = verdict === 'otherRule' && told === 'taken'
  return (
    <p class="feedback" data-key={signOf(verdict) === '✓'} id={`${name}-${piece.id}`}>
      <span class="quoted">“{piece.text}”</span>{' '}
      <strong>
        {signOf(verdict)} {verdict === 'right' ? words.right : texts[verdict]}
        {verdict === 'otherRule' && `${gap}${nameOf(named)}`}
      </strong>{' '}
      {piece.breaks !== undefined && !hushed && (
        <span class="broken">
          {texts.broken}
          {gap}
          {nameOf(piece.breaks)}
        </span>
      )}{' '}
      {!hushed && piece.feedback}
    </p>
  )
}

const markView = kindView<'mark'>(marker, MarkBody, { style })

export const views: ViewsHere = { mark: markView }
