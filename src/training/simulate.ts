/**
 * A year of reviews, played with learners whose memory is known: what a scheduler costs, and what they remember for it.
 * All chance comes from a seed, and every scheduler meets the same learners.
 */
import { type Random, seeded } from '../quiz/random.ts'
import type { Card, Scheduler } from './cards.ts'
import type { Algorithm, Strength } from './fsrs6.ts'
import { AGAIN, GOOD, type Rating } from './rating.ts'

/** What one learner truly remembers of one question. Schedulers never see it. */
export interface Trace {
  /** How likely it is known on a day. */
  recall(day: number): number
  /** It was asked, and explained; `known` says whether it was still known. */
  asked(day: number, known: boolean): void
}

/** A way of forgetting. `person` gives what is one learner's own; its result begins a question on the day it is first asked. */
export interface Model {
  readonly name: string
  person(random: Random): (day: number, known: boolean) => Trace
}

/** Log-normal with this median: most are near it, a few are far above. */
function around(median: number, spread: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(spread * normal)
}

/**
 * A trace that forgets along `curve` and, each time it is still known, grows the more the nearer it was to being
 * forgotten: about threefold when asked at 90 %, as FSRS's weights say of the average of many people. People and
 * questions differ in how long they last and how fast they grow. It knows nothing of FSRS.
 */
function growing(name: string, median: number, curve: (days: number, length: number) => number): Model {
  return {
    name,
    person(random) {
      const memory = around(1, 0.4, random)
      return (first, known) => {
        const initial = around(median, 1, random) * memory * (known ? 1 : 0.5)
        const gain = around(20, 0.4, random)
        let length = initial
        let last = first
        const recall = (day: number) => curve(day - last, length)
        return {
          recall,
          asked(day, isKnown) {
            length = isKnown ? length * (1 + gain * (1 - recall(day))) : initial
            last = day
          }
        }
      }
    }
  }
}

/** Half is forgotten after `length` days, half of the rest after as many again. */
export const EXPONENTIAL = growing('exponential', 12, (days, length) => 2 ** (-days / length))
/** Fast at first, then slower and slower (Wickelgren). */
export const POWER = growing('power', 10, (days, length) => (1 + days / length) ** -0.6)

/** Learners who forget as FSRS believes; the best case for it. */
export function asFsrs(algorithm: Algorithm): Model {
  return {
    name: 'as FSRS believes',
    person: () => (first, known) => {
      let strength: Strength = algorithm.next_state(null, 0, known ? GOOD : AGAIN)
      let last = first
      return {
        recall: day => algorithm.forgetting_curve(day - last, strength.stability),
        asked(day, isKnown) {
          strength = algorithm.next_state(strength, day - last, isKnown ? GOOD : AGAIN)
          last = day
        }
      }
    }
  }
}

/** The same steps for every question; a mistake goes back to the first. */
export function fixed(steps: readonly number[]): Scheduler<number> {
  const lengthOf = (step: number) => steps[Math.min(step, steps.length - 1)] ?? 1
  return {
    after: (before, _, rating) => (rating === AGAIN || before === undefined ? 0 : before + 1),
    interval: lengthOf,
    // No estimate of its own: what has waited longest for its step comes first.
    recall: (step, days) => lengthOf(step) / Math.max(1, days)
  }
}

export interface Course {
  readonly learners: number
  readonly days: number
  readonly questions: number
  /** New questions on each of the first days. */
  readonly perDay: number
  /** Most reviews a day. */
  readonly cap: number
  /** Chance that a new question is answered right. */
  readonly newKnown: number
  /** Chance of picking the right choice without knowing. */
  readonly luck: number
  readonly seed: string
}

export const COURSE: Course = { learners: 50, days: 365, questions: 200, perDay: 8, cap: 20, newKnown: 0.7, luck: 0.25, seed: 'year' }

export interface Outcome {
  /** Reviews of one learner in the year. */
  readonly reviews: number
  /** Share of reviews answered right, luck included. */
  readonly right: number
  /** Share of the questions met so far that are known, on an average day. */
  readonly known: number
  /** The same on the last day. */
  readonly atEnd: number
}

/** How an answer is rated: `likely` says how likely it was known, 0 for luck. */
export type Judge = (right: boolean, likely: number) => Rating
export const asTheSite: Judge = right => (right ? GOOD : AGAIN)

interface Asked<Memory> extends Pick<Card<Memory>, 'last' | 'due' | 'memory'> {
  readonly trace: Trace
}

function year<Memory>(course: Course, model: Model, scheduler: Scheduler<Memory>, judge: Judge, learner: number) {
  // Apart, so that a question is as hard and a learner as forgetful whatever was asked before.
  const begin = model.person(seeded(`${course.seed} ${model.name} person ${learner}`))
  const random = seeded(`${course.seed} ${model.name} answers ${learner}`)
  const deck: Asked<Memory>[] = []
  let [reviews, right, known] = [0, 0, 0]
  const knownOn = (day: number) => deck.reduce((sum, { trace }) => sum + trace.recall(day), 0) / Math.max(1, deck.length)
  const card = (trace: Trace, day: number, memory: Memory) => ({ trace, last: day, due: day + scheduler.interval(memory), memory })

  for (let day = 0; day < course.days; day++) {
    known += deck.length > 0 ? knownOn(day) : 1
    const urgency = ({ memory, last }: Asked<Memory>) => scheduler.recall(memory, day - last)
    const due = deck.flatMap((one, index) => (one.due <= day ? [{ index, urgency: urgency(one) }] : []))
    for (const { index } of due.sort((a, b) => a.urgency - b.urgency).slice(0, course.cap)) {
      const { trace, last, memory } = deck[index] as Asked<Memory>
      const recall = trace.recall(day)
      const isKnown = random() < recall
      const isRight = isKnown || random() < course.luck
      trace.asked(day, isKnown)
      deck[index] = card(trace, day, scheduler.after(memory, day - last, judge(isRight, isKnown ? recall : 0)))
      reviews += 1
      right += isRight ? 1 : 0
    }
    for (let more = 0; more < course.perDay && deck.length < course.questions; more++) {
      const isKnown = random() < course.newKnown
      const isRight = isKnown || random() < course.luck
      deck.push(card(begin(day, isKnown), day, scheduler.after(undefined, 0, judge(isRight, isKnown ? 1 : 0))))
    }
  }
  return { reviews, right, known: known / course.days, atEnd: knownOn(course.days) }
}

/** What an average learner of the course does and remembers. */
export function simulate<Memory>(course: Course, model: Model, scheduler: Scheduler<Memory>, judge: Judge = asTheSite): Outcome {
  const years = Array.from({ length: course.learners }, (_, learner) => year(course, model, scheduler, judge, learner))
  const sum = (of: (one: (typeof years)[number]) => number) => years.reduce((total, one) => total + of(one), 0)
  const reviews = sum(one => one.reviews)
  return {
    reviews: reviews / course.learners,
    right: sum(one => one.right) / Math.max(1, reviews),
    known: sum(one => one.known) / course.learners,
    atEnd: sum(one => one.atEnd) / course.learners
  }
}
