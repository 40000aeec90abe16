/** A reply in one's own words; after it, what its form shows, and a model to lay beside it. */
import { useState } from 'preact/hooks'
import { fill, type Lang } from '../../lang/text.ts'
import type { Found } from '../../phrases/find.ts'
import { langsIn } from '../../phrases/judging.ts'
import { type BodyProps, kindView, type ViewsHere } from '../kindView.tsx'
import { replyMarker } from './marking.ts'
import style from './reply.css?inline'
import { isReady, judge, knows, loadRules, useRules } from './useRules.ts'
import { useTyped } from './useTyped.ts'
import { REPLY_WORDS } from './words.ts'

type Props = BodyProps<'reply'>

/** As long as an answer in the record may be, in UTF-16 units. */
const LONGEST = 2000

function ReplyBody(props: Props) {
  return props.told === 'none' ? <Writing key={props.name} {...props} /> : <Judged {...props} />
}

function Writing({ response, name, words, onTake }: Props) {
  const texts = REPLY_WORDS[words.lang]
  const [failed, setFailed] = useState(false)
  const prepare = async (text: string) => {
    const ready = await loadRules(langsIn(text))
    setFailed(!ready)
    return ready
  }
  const { field, typed, type, flush } = useTyped<HTMLTextAreaElement>({
    kept: response[0] ?? '',
    onKeep(text) {
      onTake(text === '' ? [] : [text])
      void loadRules(langsIn(text)) // to have them before it is handed in
    },
    isReady,
    prepare
  })
  return (
    <p class="writing">
      <label for={`${name}-reply`}>{texts.field}</label>
      <textarea
        ref={field}
        id={`${name}-reply`}
        rows={4}
        maxLength={LONGEST}
        value={typed}
        onInput={event => type(event.currentTarget.value.replaceAll('\u0000', ''))}
        onFocus={() => void loadRules([words.lang])}
        onBlur={flush}
      />
      {failed && <span role="alert">{texts.failed}</span>}
    </p>
  )
}

/** What is found before the key is asked for; the model and its reasons with it. */
function Judged({ question, response, told, words, onTake }: Props) {
  const texts = REPLY_WORDS[words.lang]
  const text = response[0] ?? ''
  // Taking the same words again changes nothing, but for the verdict around this: it is worked out anew.
  if (!useRules(text, words.lang, () => onTake(response))) return <p class="bubble own">{text}</p>
  const { banned, met } = judge(text, question.phrases ?? [])
  const shown = question.needs.filter(need => met.includes(need))
  const polite = banned.length === 0 && question.needs.length > 1 && shown.join() === 'heard'
  return (
    <div class="judged">
      <p class="aside">{texts.yours}</p>
      <p class="bubble own">{text.trim() === '' ? texts.none : <Marked text={text} banned={banned} note={texts.notSaid} />}</p>
      <ul class="findings">
        {[...new Set(banned.map(({ phrase }) => phrase))].map(phrase => (
          <li key={phrase} class="feedback">
            <strong>✕ {bannedIn(question, phrase, words.lang)}</strong>
          </li>
        ))}
        {question.needs.map(need => (
          <li key={need} class="feedback" data-key={met.includes(need)}>
            {met.includes(need) ? `✓ ${texts.met[need]}` : `✕ ${texts.missing[need]}`}
          </li>
        ))}
      </ul>
      {polite && <p>{texts.polite}</p>}
      {told === 'all' && (
        <>
          <p class="aside">{texts.model}</p>
          <p class="bubble own">{question.model}</p>
          <p class="feedback" data-key>
            <strong>{texts.why}</strong>
            {words.lang === 'zh' ? '：' : ': '}
            {question.why}
          </p>
        </>
      )}
      <p class="hush">{texts.form}</p>
    </div>
  )
}

/** Names the rule, and what the standard says of it: its own wording stands first in the register. */
function bannedIn({ rules, phrases = [] }: Props['question'], phrase: string, lang: Lang): string {
  const { banned, ...texts } = REPLY_WORDS[lang]
  const rule = rules.find(({ id }) => id === phrase)?.name ?? texts.rule
  return fill(banned, { rule, words: phrases.find(({ id }) => id === phrase)?.banned[lang][0] ?? '' })
}

interface MarkedProps {
  readonly text: string
  readonly banned: readonly Found[]
  /** Said after each of them to who does not see the line under it. */
  readonly note: string
}

function Marked({ text, banned, note }: MarkedProps) {
  return (
    <>
      {banned.map(({ from, to }, index) => (
        <>
          {text.slice(banned[index - 1]?.to ?? 0, from)}
          <mark key={from}>
            {text.slice(from, to)}
            <span class="hidden">{note}</span>
          </mark>
        </>
      ))}
      {text.slice(banned.at(-1)?.to ?? 0)}
    </>
  )
}

const replyView = kindView<'reply'>(replyMarker(judge, isReady), ReplyBody, {
  style,
  // Without the rules nothing is said of an answer.
  verdict: (state, lang) => (knows(lang) ? REPLY_WORDS[lang].verdicts[state] : ''),
  sure: false
})

export const views: ViewsHere = { reply: replyView }
