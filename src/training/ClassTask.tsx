/** What a class works out together, and in its place, when it is asked for, the answer with its reasons. */
import type { Lang } from '../lang/text.ts'
import type { Paper } from '../quiz/paper.ts'
import type { ClassWords } from './classWords.ts'
import type { Laid } from './laidOut.ts'
import { PaperReasons } from './PaperReasons.tsx'
import { PaperTask } from './PaperTask.tsx'

interface Props {
  readonly paper: Paper
  readonly laid: Laid
  readonly lang: Lang
  readonly answer: boolean
  readonly words: ClassWords['class']
}

export function ClassTask({ paper, laid, lang, answer, words }: Props) {
  // The rules to choose from stand beside a transcript.
  if (!answer) return <PaperTask paper={paper} lists={paper.turns ? [] : laid.lists} lang={lang} />
  return (
    <>
      {laid.answer && laid.lists.length > 0 && (
        <p class="answer">
          <b>{words.answer}</b> {laid.answer}
        </p>
      )}
      <PaperTask paper={paper} lists={[]} lang={lang} marked={new Set(laid.reasons.flatMap(({ of, right }) => (of && right ? of : [])))} />
      <PaperReasons reasons={laid.reasons} judged={paper.judged ?? false} repeat={!paper.turns} />
    </>
  )
}
