/** How the questions and the modules did: marks, how hard a question is and whether it tells who has understood. */
import { useMemo } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import type { Work } from '../device/work.ts'
import { fill } from '../lang/text.ts'
import { sameStaff } from '../training/receipt.ts'
import { $choice, boundsOf, type Choice } from './choice.store.ts'
import { desk } from './desk.store.ts'
import { Filters, filterText, teamOf } from './Filters.tsx'
import { HandOn, PaperHead, usePrint } from './HandOn.tsx'
import type { KnowProps } from './KnowView.tsx'
import { MarksTable } from './MarksTable.tsx'
import { type People, peopleOf, teamsOf } from './people.ts'
import { marksOf, moduleSheet, type QuestionNumbers, questionNumbers, questionSheet } from './reports.ts'
import { countedUnder, rowsOf } from './rowsOf.ts'
import { Scroller } from './Scroller.tsx'
import { TakenPart } from './TakenPart.tsx'
import { within } from './table.ts'
import { answersIn, inOrder, type ReadAttempt } from './understood.ts'
import { useAnswers } from './useAnswers.ts'
import { useWork } from './useWork.ts'

/** What little can be said of comes last; else the hardest first. */
function hardestFirst(numbers: readonly QuestionNumbers[]): QuestionNumbers[] {
  const weight = ({ statistics }: QuestionNumbers) => (statistics.trust === 'none' ? 2 : statistics.facility)
  return numbers.toSorted((a, b) => weight(a) - weight(b) || b.statistics.n - a.statistics.n)
}

function* numbersOf(
  attempts: readonly ReadAttempt[],
  people: People,
  team: string,
  choice: Choice,
  questions: readonly { readonly id: string }[]
): Work<QuestionNumbers[]> {
  const bounds = boundsOf(choice)
  const isAsked = (staff: string) => team === '' || people.get(staff)?.team === team
  const asked = attempts.filter(({ staff, ended }) => isAsked(staff) && within(ended, bounds))
  yield
  const answers = yield* answersIn(asked, 'earliest')
  return hardestFirst(yield* questionNumbers(answers, questions))
}

const NOTHING: readonly ReadAttempt[] = []
const NO_NUMBERS: readonly QuestionNumbers[] = []

export function QuestionsView(props: KnowProps) {
  const { course, know } = props
  const { words } = know
  const { assignments, roster, counted } = useStore(desk.$state)
  const choice = useStore($choice)
  const [, print] = usePrint()
  const handed = assignments.find(({ assignment }) => assignment.id === choice.assignment)
  const asked = handed ? [handed] : assignments
  const { read, progress } = useAnswers(asked, course, know)
  const people = useMemo(() => peopleOf(roster, counted), [roster, counted])
  const teams = useMemo(() => teamsOf(people.values()), [people])
  const team = teamOf(choice, teams)
  const questions = useMemo(() => know.banks.flatMap(bank => bank.questions.map(question => ({ ...question, module: bank.id }))), [know])
  const attempts = read?.attempts ?? NOTHING
  const { found: numbers = NO_NUMBERS, isWorking } = useWork(
    () => numbersOf(attempts, people, team, choice, questions),
    [attempts, people, team, choice, questions]
  )
  const shown = useMemo(() => {
    const bounds = boundsOf(choice)
    const isShown = (staff: string) => team === '' || people.get(sameStaff(staff))?.team === team
    const rows = asked.flatMap(one => countedUnder(one, counted))
    return inOrder(rows.filter(({ receipt }) => isShown(receipt.staff) && within(receipt.made, bounds)))
  }, [choice, team, counted, people, assignments])
  const modules = useMemo(() => {
    const bounds = boundsOf(choice)
    const rows = asked.flatMap(one => rowsOf(one, roster, counted, 0, []).map(row => ({ row, codes: one.assignment.modules })))
    return course.modules.flatMap(({ code, title }) => {
      const cells = rows.flatMap(({ row, codes }) => (team === '' || row.team === team ? (row.cells[codes.indexOf(code)] ?? []) : []))
      const own = cells.filter(({ ended }) => within(ended, bounds))
      return own.length === 0 ? [] : [{ title, marks: marksOf(own) }]
    })
  }, [choice, team, counted, roster, assignments, course])

  const reading = read ? '' : fill(words.reading, { done: progress[0], all: progress[1] })
  const said = reading || (isWorking ? words.working : '')
  const known = new Map(questions.map(question => [question.id, question]))
  const titles = new Map(course.modules.map(({ id, title }) => [id, title]))
  const moduleOf = (question: string) => titles.get(known.get(question)?.module ?? '') ?? ''
  const sheet = questionSheet(numbers, question => known.get(question)?.text ?? question, moduleOf, words)
  const marks = moduleSheet(modules, words)
  return (
    <>
      <Filters
        {...props}
        assignments={assignments}
        assignment={handed?.assignment.id ?? ''}
        all
        teams={teams}
        dates={[words.answeredFrom, words.answeredTo]}
      />
      <PaperHead {...props} title={handed?.assignment.title ?? words.allAssignments} filter={filterText(choice, team, props)} />
      <div role="status">{said && <p>{said}</p>}</div>
      <h3>{words.modulesTitle}</h3>
      {modules.length === 0 ? (
        <p>{words.attemptsNone}</p>
      ) : (
        <>
          <p class="hush">{words.modulesLine}</p>
          <MarksTable label={words.modulesTitle} hint={words.swipe} sheet={marks} modules={modules} />
          <p class="ways">
            <HandOn {...props} sheet={marks} name={words.modulesTitle} onPrint={print} />
          </p>
        </>
      )}
      <h3>{words.questionsTitle}</h3>
      {read && read.others > 0 && <p class="note">{fill(words.otherRevision, { n: read.others })}</p>}
      {read && !isWorking && numbers.length === 0 && <p>{words.rulesNone}</p>}
      {numbers.length > 0 && (
        <>
          <p class="hush">{words.questionsLine}</p>
          <p class="hush">{words.discriminationLine}</p>
          <Scroller label={words.questionsTitle} hint={words.swipe}>
            <table class="report long">
              <thead>
                <tr>
                  {sheet.head.map(text => (
                    <th key={text} scope="col">
                      {text}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {numbers.map(({ statistics: { question } }, index) => {
                  const [text, ...others] = sheet.rows[index] ?? []
                  return (
                    <tr key={question}>
                      <th scope="row">
                        <a href={known.get(question)?.href}>{text}</a>
                      </th>
                      {others.map((other, at) => (
                        <td key={at}>{other}</td>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </Scroller>
          {!isWorking && (
            <p class="ways">
              <HandOn {...props} sheet={sheet} name={words.questionsTitle} onPrint={print} />
            </p>
          )}
        </>
      )}
      <TakenPart {...props} counted={shown} people={people} onPrint={print} />
    </>
  )
}
