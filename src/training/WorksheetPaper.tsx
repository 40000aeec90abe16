/** The sheets as they come out of the printer: the questions, and on a sheet of its own the key. */
import { fill, type Lang, localeOf } from '../lang/text.ts'
import type { Draw } from '../quiz/draw.ts'
import type { Paper, Room } from '../quiz/paper.ts'
import type { ClassSet } from './classSet.ts'
import { type Laid, laidOut } from './laidOut.ts'
import { PaperReasons } from './PaperReasons.tsx'
import { PaperScene } from './PaperScene.tsx'
import { PaperTask } from './PaperTask.tsx'
import type { Selection } from './selection.ts'

/** Whether the key is printed, and whether alone. */
export type WithKey = 'none' | 'after' | 'only'

interface Props {
  readonly set: ClassSet
  readonly lang: Lang
  readonly draw: Draw
  readonly selection: Selection
  readonly withKey: WithKey
}

interface Laying {
  readonly paper: Paper
  readonly laid: Laid
}

export function WorksheetPaper({ set, lang, draw, selection: { seed, kinds }, withKey }: Props) {
  const { worksheet: words, kinds: names } = set.words
  const asked = draw.items.flatMap(({ question, choices }): Laying[] => {
    const paper = set.questions.find(({ id }) => id === question)
    return paper ? [{ paper, laid: laidOut(paper, choices) }] : []
  })
  const printed = fill(words.printed, {
    seed,
    n: asked.length,
    kinds: kinds.length === 0 ? words.allKinds : kinds.map(kind => names[kind]).join(words.comma),
    revision: set.revision
  })
  return (
    <div class="sheets" lang={localeOf(lang)}>
      {withKey !== 'only' && (
        <article class="worksheet">
          <header>
            <h2>
              {set.title} <small>{words.sheet}</small>
            </h2>
            <p class="lines">
              {[words.name, words.date].map(label => (
                <span key={label}>
                  {label} <i />
                </span>
              ))}
              <span>
                {words.score} <i /> / {asked.length}
              </span>
            </p>
            <p class="aside">{printed}</p>
          </header>
          <ol>
            {asked.map(({ paper, laid }) => (
              <li key={paper.id}>
                <PaperScene paper={paper} words={set.words.quiz}>
                  {paper.room?.type === 'box' && <i class="box" />}
                </PaperScene>
                <PaperTask paper={paper} lists={laid.lists} lang={lang} />
                {paper.room?.type === 'lines' && <Lines room={paper.room} />}
              </li>
            ))}
          </ol>
        </article>
      )}
      {withKey !== 'none' && (
        <article class="worksheet key">
          <header>
            <h2>
              {set.title} <small>{words.keySheet}</small>
            </h2>
            <p class="aside">{printed}</p>
          </header>
          <h3>{words.answers}</h3>
          <ol class="glance">
            {asked.map(({ paper, laid }, index) => (
              <li key={paper.id}>
                <b>{index + 1}</b> {laid.answer || words.see}
              </li>
            ))}
          </ol>
          <ol>
            {asked.map(({ paper, laid }) => (
              <li key={paper.id}>
                {laid.answer && <b>{laid.answer}</b>}
                <PaperReasons reasons={laid.reasons} judged={paper.judged ?? false} repeat={paper.room?.type !== 'box' && !paper.turns} />
                <p class="aside">
                  {set.words.quiz.rules}
                  {lang === 'zh' ? '：' : ': '}
                  {paper.rules.map(id => set.rules[id]?.name ?? id).join(words.comma)}
                </p>
              </li>
            ))}
          </ol>
        </article>
      )}
    </div>
  )
}

function Lines({ room: { lines, label, unit } }: { readonly room: Extract<Room, { type: 'lines' }> }) {
  return (
    <p class="write" data-room={unit !== undefined ? 'short' : lines === 1 ? 'line' : 'lines'}>
      {label}{' '}
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} />
      ))}{' '}
      {unit}
    </p>
  )
}
