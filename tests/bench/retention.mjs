/**
 * What reviews cost and what they keep: `npm run bench:retention`.
 *
 * Plays a year with learners whose memory is known (src/training/simulate.ts) and compares the site's scheduler with
 * fixed intervals. Nothing is measured: the same seed prints the same table on every machine.
 */
import { fsrs6 } from '../../src/training/fsrs6.ts'
import { fsrs, LONGEST, RETENTION } from '../../src/training/reviewMemory.ts'
import { asFsrs, COURSE, EXPONENTIAL, fixed, POWER, simulate } from '../../src/training/simulate.ts'

const algorithm = fsrs6(RETENTION, LONGEST)
const at = retention => fsrs(fsrs6(retention, LONGEST))
const GROWING = [1, 3, 7, 14, 30, 60, 120]
const times = factor => fixed(GROWING.map(days => days * factor))
const easy = (isRight, isSure) => (isRight ? (isSure ? 4 : 3) : 1)

const SCHEDULERS = [
  ['FSRS, desired retention 0.9 (the site)', at(0.9)],
  ['FSRS, desired retention 0.8', at(0.8)],
  ['FSRS, desired retention 0.95', at(0.95)],
  ['1-3-7-14-30-60-120 days', times(1)],
  ['2-6-14-28-60-120-240 days', times(2)],
  ['every 7 days', fixed([7])],
  ['every 14 days', fixed([14])],
  ['every 30 days', fixed([30])],
  ['no reviews', fixed([10_000])],
  ['FSRS 0.9, “sure” is Easy, said when it is so', at(0.9), (right, likely) => easy(right, likely > 0.9)],
  ['FSRS 0.9, “sure” is Easy, always said', at(0.9), right => easy(right, true)]
]

const say = line => process.stdout.write(`${line}\n`)
const percent = share => `${(100 * share).toFixed(1)} %`
const { learners, days, questions, perDay, cap, newKnown, luck, seed } = COURSE
say(
  `${learners} learners, ${days} days, ${questions} questions, ${perDay} new ones a day, at most ${cap} reviews a day; ` +
    `${percent(newKnown)} of new ones known, ${percent(luck)} guessed right; seed "${seed}"`
)
for (const model of [asFsrs(algorithm), EXPONENTIAL, POWER]) {
  say(`\nforgetting: ${model.name}\n`)
  say('| scheduler | reviews a learner | known on an average day | known at the end | right in reviews |')
  say('| --- | ---: | ---: | ---: | ---: |')
  for (const [name, scheduler, judge] of SCHEDULERS) {
    const { reviews, known, atEnd, right } = simulate(COURSE, model, scheduler, judge)
    say(`| ${name} | ${Math.round(reviews)} | ${percent(known)} | ${percent(atEnd)} | ${reviews > 0 ? percent(right) : '–'} |`)
  }
}
