/** What stands under a question, told by letters and numbers: a text with gaps, a transcript, lists to choose from. */
import type { Lang } from '../lang/text.ts'
import type { Paper, PaperTurn } from '../quiz/paper.ts'
import type { LaidList } from './laidOut.ts'

interface Props {
  readonly paper: Pick<Paper, 'text' | 'turns' | 'room'>
  readonly lists: readonly LaidList[]
  readonly lang: Lang
  /** Ids of words that are right to mark; they are shown marked. */
  readonly marked?: ReadonlySet<string> | undefined
}

export function PaperTask({ paper: { text, turns, room }, lists, lang, marked }: Props) {
  return (
    <>
      {text !== undefined && <p class="cloze">{text}</p>}
      {turns && (
        <div class="turns">
          {turns.map((turn, index) => (
            <Turn key={index} turn={turn} lang={lang} marked={marked} />
          ))}
        </div>
      )}
      {lists.map(({ title, entries }, index) => (
        <div key={index} class="listed">
          {title !== undefined && <p class="aside">{title}</p>}
          <ul>
            {entries.map(entry => (
              <li key={entry.id}>
                {index === 0 && room?.type === 'each' && <i class="blank" />}
                <b>{entry.sign}.</b> {entry.text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

interface TurnProps extends Pick<Props, 'lang' | 'marked'> {
  readonly turn: PaperTurn
}

function Turn({ turn: { by, name, says }, lang, marked }: TurnProps) {
  return (
    <p data-by={by}>
      {name !== undefined && (
        <b>
          {name}
          {lang === 'zh' ? '：' : ': '}
        </b>
      )}
      {says.map(({ id, text, number }, index) => {
        const Words = marked?.has(id) ? 'mark' : 'span'
        return (
          <Words key={id}>
            {number !== undefined && <sup>{number}</sup>}
            {text}
            {lang === 'en' && index < says.length - 1 && ' '}
          </Words>
        )
      })}
    </p>
  )
}
