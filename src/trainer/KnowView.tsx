/** The views of what was handed in: who is done, which rules are not understood, how the questions did. */
import { adopt } from '../quiz/styles.island.ts'
import type { ConsoleCourse } from './consoleCourse.ts'
import style from './know.css?inline'
import type { KnowCourse } from './knowCourse.ts'
import { QuestionsView } from './QuestionsView.tsx'
import { ResultsView } from './ResultsView.tsx'
import { RulesView } from './RulesView.tsx'

export interface KnowProps {
  readonly course: ConsoleCourse
  readonly know: KnowCourse
  /** Address of the learner's page. */
  readonly assigned: string
}

interface Props extends KnowProps {
  readonly view: 'results' | 'rules' | 'questions'
}

export function KnowView({ view, ...props }: Props) {
  adopt(style)
  if (view === 'rules') return <RulesView {...props} />
  return view === 'questions' ? <QuestionsView {...props} /> : <ResultsView {...props} />
}
