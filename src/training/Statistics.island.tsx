/** What a learner knows: the weakest rules first, certainty against results, then every path, module and rule. */

import { h, render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useStore } from '../device/useStore.ts'
import { fill } from '../lang/text.ts'
import { type Calibration, calibrationOf, meanCertainty } from './calibration.ts'
import { record } from './learner.store.ts'
import { LEVELS, type Mastery, masteryOf, type Standing, standingOf, weakest } from './mastery.ts'
import type { MasteryWords } from './masteryWords.ts'
import { showNotice } from './notice.island.ts'
import type { RuleBook, RuleEntry } from './ruleBook.ts'
import { triesOf } from './tries.ts'

interface Props {
  /** Address of the rule book. */
  readonly book: string
  readonly loading: string
  readonly failed: string
}

/** Puts it into its place, and keeps the learner told whether the record is safe. */
export function showStatistics(place: HTMLElement, props: Props): void {
  showNotice()
  render(h(Statistics, props), place)
}

/** Rules to study first. */
const WEAKEST = 5
/** From the best to what is not known. */
const DOWN = [...LEVELS].reverse()

function Statistics({ book: address, loading, failed }: Props) {
  const { attempts } = useStore(record.$known)
  const opening = useStore(record.$health).type === 'opening'
  const [book, setBook] = useState<RuleBook | 'failed'>()
  useEffect(() => {
    fetch(address)
      .then(answer => (answer.ok ? answer.json() : Promise.reject()))
      .then(setBook, () => setBook('failed'))
  }, [])
  if (book === 'failed') return <p role="alert">{failed}</p>
  if (!book || opening) return <p role="status">{loading}</p>

  const rules = book.topics.flatMap(topic => topic.rules)
  const mastery = masteryOf(attempts, book.questions, rules, Date.now())
  const calibration = calibrationOf(triesOf(attempts, '', new Map(book.questions.map(({ id, revision }) => [id, revision]))))
  if (mastery.every(({ at }) => at === undefined)) return <p>{book.words.empty}</p>
  return <Known book={book} mastery={mastery} calibration={calibration} />
}

interface KnownProps {
  readonly book: RuleBook
  readonly mastery: readonly Mastery[]
  readonly calibration: readonly Calibration[]
}

function Known({ book, mastery, calibration }: KnownProps) {
  const { words, topics, modules, paths, locale } = book
  const rules = topics.flatMap(topic => topic.rules)
  const ruleOf = (id: string) => rules.find(rule => rule.id === id)
  const masteryFor = (id: string) => mastery.find(({ rule }) => rule === id)
  const weak = weakest(mastery, WEAKEST)
  const whole = standingOf(
    mastery,
    rules.map(({ id }) => id)
  )
  const rulesOf = (ids: readonly string[]) => [...new Set(modules.filter(({ id }) => ids.includes(id)).flatMap(module => module.rules))]
  return (
    <>
      <p class="whole">{fill(words.whole, { n: whole.rules, k: whole.levels.firm })}</p>
      <Tiles standing={whole} />
      <ul class="legend">
        {DOWN.filter(level => whole.levels[level] > 0).map(level => (
          <li key={level}>
            <span class="tiles" aria-hidden="true">
              <i data-level={level} />
            </span>
            {fill(words.countOf, { level: words.levels[level], n: whole.levels[level] })}
          </li>
        ))}
      </ul>
      <h2 id="first">{words.first}</h2>
      {weak.length === 0 && <p>{words.nothingWeak}</p>}
      <ol class="first">
        {weak.map(one => {
          const rule = ruleOf(one.rule)
          const module = modules.find(entry => entry.rules.includes(one.rule))
          return (
            rule && (
              <li key={one.rule} class="card">
                <Rule rule={rule} mastery={one} words={words} locale={locale} name={fill(words.study, { name: rule.name })} />
                {module && (
                  <a class="module" href={module.href}>
                    {fill(words.practise, { title: module.title })}
                  </a>
                )}
              </li>
            )
          )
        })}
      </ol>
      <h2 id="certainty">{words.certainty}</h2>
      <Certain calibration={calibration} words={words} />
      <h2 id="paths">{words.paths}</h2>
      <Standings entries={paths.map(path => ({ ...path, standing: standingOf(mastery, rulesOf(path.modules)) }))} words={words} />
      <h2 id="modules">{words.modules}</h2>
      <Standings entries={modules.map(module => ({ ...module, standing: standingOf(mastery, module.rules) }))} words={words} />
      <h2 id="rules">{words.rules}</h2>
      {topics.map(topic => {
        const standing = standingOf(
          mastery,
          topic.rules.map(({ id }) => id)
        )
        return (
          <details key={topic.id}>
            <summary>
              <h3>{topic.title}</h3>
              <span class="hush">{countsOf(standing, words)}</span>
            </summary>
            <ul>
              {topic.rules.map(rule => {
                const own = masteryFor(rule.id)
                return (
                  own && (
                    <li key={rule.id}>
                      <Rule rule={rule} mastery={own} words={words} locale={locale} name={rule.name} />
                    </li>
                  )
                )
              })}
            </ul>
          </details>
        )
      })}
      <details>
        <summary>{words.how}</summary>
        {words.howLines.map(line => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </>
  )
}

interface RuleProps {
  readonly rule: RuleEntry
  readonly mastery: Mastery
  readonly words: MasteryWords
  readonly locale: string
  /** What the link says. */
  readonly name: string
}

function Rule({ rule, mastery: { level, right, of, outdated, at }, words, locale, name }: RuleProps) {
  const date = at === undefined ? '' : new Date(at).toLocaleDateString(locale, { dateStyle: 'medium' })
  return (
    <div class="rule" data-rule={rule.id} data-level={level}>
      <a href={rule.href}>{name}</a>
      <p>
        <Bar /> <b>{words.levels[level]}</b>
        <span class="hush">
          {[
            of > 0 ? fill(words.evidence, { k: right, n: of, date }) : level === 'none' ? words.unasked : '',
            outdated > 0 ? fill(words.outdated, { n: outdated }) : ''
          ]
            .filter(text => text !== '' && text !== words.levels[level])
            .join(words.between)}
        </span>
      </p>
    </div>
  )
}

/** Three steps, as many of them filled as the level is high. */
function Bar() {
  return (
    <span class="steps" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  )
}

/** A tile for each rule, the best first. What they say stands beside them in words. */
function Tiles({ standing }: { readonly standing: Standing }) {
  return (
    <span class="tiles" aria-hidden="true">
      {DOWN.flatMap(level =>
        Array.from({ length: standing.levels[level] }, (_, index) => <i key={`${level}${index}`} data-level={level} />)
      )}
    </span>
  )
}

function countsOf({ rules, levels }: Standing, words: MasteryWords): string {
  const list = DOWN.filter(level => levels[level] > 0).map(level => fill(words.countOf, { level: words.levels[level], n: levels[level] }))
  return fill(words.counts, { n: rules, list: list.join(words.between) })
}

interface StandingsProps {
  readonly entries: readonly { readonly id: string; readonly title: string; readonly href: string; readonly standing: Standing }[]
  readonly words: MasteryWords
}

function Standings({ entries, words }: StandingsProps) {
  return (
    <ul class="standings">
      {entries.map(({ id, title, href, standing }) => (
        <li key={id}>
          <a href={href}>{title}</a>
          <Tiles standing={standing} />
          <span class="hush">{countsOf(standing, words)}</span>
        </li>
      ))}
    </ul>
  )
}

function Certain({ calibration, words }: { readonly calibration: readonly Calibration[]; readonly words: MasteryWords }) {
  const points = meanCertainty(calibration)
  if (points === undefined) return <p>{words.certaintyNone}</p>
  const percentOf = ({ right, said }: Calibration) => Math.round((100 * right) / said)
  return (
    <>
      <p>{words.certaintyLine}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.sure}</th>
            <th scope="col">{words.rightShare}</th>
            <th scope="col">{words.judged}</th>
          </tr>
        </thead>
        <tbody>
          {calibration
            .filter(({ said }) => said > 0)
            .map(one => (
              <tr key={one.sure} data-sure={one.sure}>
                <th scope="row">{words.bySure[one.sure]}</th>
                <td>
                  {fill(words.share, { k: one.right, n: one.said, percent: percentOf(one) })}
                  <meter min={0} max={one.said} value={one.right} aria-hidden="true" />
                </td>
                <td>{one.verdict ? words[one.verdict] : words.few}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p>{fill(words.points, { points: `${points < 0 ? '−' : ''}${Math.abs(points).toFixed(1)}` })}</p>
    </>
  )
}
