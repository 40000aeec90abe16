/** Handing results back: what a receipt would say, sealing it, and the ways to the trainer. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import type { Assignment } from './assignment.ts'
import type { Course } from './course.ts'
import { enrolments } from './enrolled.store.ts'
import type { Enrolment, KeptReceipt } from './enrolment.ts'
import { HandOver } from './HandOver.tsx'
import { type Done, isReported, nextReceipt, tally } from './handBack.ts'
import { publicHex } from './keys.store.ts'
import { type ModuleResult, NO_RECEIPT, type PageSaid, type Receipt } from './receipt.ts'
import { momentIn } from './remarks.ts'

export interface HandBackProps {
  readonly enrolment: Enrolment
  readonly assignment: Assignment
  readonly course: Course
  readonly done: Done
  /** Address of the trainer's page. */
  readonly trainer: string
}

const now = () => Date.now()
const zone = () => -new Date().getTimezoneOffset()

export function HandBack(props: HandBackProps) {
  const { enrolment, assignment, course, done } = props
  const { words } = course
  const [device, setDevice] = useState<string>()
  const [state, setState] = useState<'waiting' | 'sealing' | 'bad-key' | 'failed'>('waiting')
  /** Number of the receipt that is shown; none: the newest, if it says all. */
  const [shown, setShown] = useState<number>()
  const over = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void enrolments
      .device()
      .then(({ publicKey }) => publicHex(publicKey))
      .then(setDevice, () => setState('failed'))
  }, [])

  const seal = async () => {
    setState('sealing')
    try {
      const { handBack } = await import('./handBack.store.ts')
      const handed = await handBack(enrolments, enrolment.id, assignment, done, { revision: course.revision, now, zone })
      setState(handed.type === 'sealed' ? 'waiting' : handed.why)
      if (handed.type === 'sealed') setShown(handed.receipt.counter)
      over.current?.focus()
    } catch {
      setState('failed')
    }
  }

  const { receipts } = enrolment
  const reported = isReported(enrolment, done)
  const wanted = receipts.find(({ counter }) => counter === shown) ?? (reported ? receipts.at(-1) : undefined)
  const others = receipts.filter(receipt => receipt !== wanted)
  return (
    <div class="handing">
      <p>{words.backLine}</p>
      {!reported && device && (
        <Inside
          {...props}
          receipt={nextReceipt(enrolment, assignment, done, { device, revision: course.revision, now: now(), zone: zone() })}
        />
      )}
      {!reported && (
        <button type="button" class="primary" aria-busy={state === 'sealing'} onClick={() => state !== 'sealing' && void seal()}>
          {state === 'sealing' ? words.sealing : words.seal}
        </button>
      )}
      <p class="fault" role="alert">
        {state === 'bad-key' ? words.sealKey : state === 'failed' ? words.sealFailed : ''}
      </p>
      <div ref={over} tabIndex={-1}>
        {wanted && <Sealed {...props} receipt={wanted} upToDate={reported && wanted === receipts.at(-1)} device={device} />}
      </div>
      {others.length > 0 && (
        <details>
          <summary>{words.earlier}</summary>
          <p class="ways">
            {others.map(({ counter }) => (
              <button key={counter} type="button" onClick={() => setShown(counter)}>
                {fill(words.showAgain, { n: counter })}
              </button>
            ))}
          </p>
        </details>
      )}
      <details>
        <summary>{words.provesTitle}</summary>
        <p>{words.proves}</p>
        <p>{words.provesNot}</p>
      </details>
    </div>
  )
}

interface InsideProps extends HandBackProps {
  readonly receipt: Receipt
}

/** Every field of a receipt in words. Nothing that is sealed is missing here. */
function Inside({ receipt, assignment, course }: InsideProps) {
  const { words, locale } = course
  const at = (time: number) => momentIn(time, receipt.zone, locale)
  return (
    <div class="inside">
      <h4>{words.inside}</h4>
      <dl class="asked">
        <dt>{words.assignment}</dt>
        <dd>
          {assignment.title || words.untitled} ({receipt.assignment}, {receipt.hash})
        </dd>
        <dt>{words.staff}</dt>
        <dd>{receipt.staff}</dd>
        <dt>{words.name}</dt>
        <dd>{receipt.name}</dd>
        <dt>{words.receiptNo}</dt>
        <dd>{fill(words.receiptNoN, { n: receipt.counter })}</dd>
        <dt>{words.previous}</dt>
        <dd>{receipt.previous === NO_RECEIPT ? words.previousNone : receipt.previous}</dd>
        <dt>{words.made}</dt>
        <dd>{at(receipt.made)}</dd>
        <dt>{words.version}</dt>
        <dd>{receipt.revision}</dd>
        <dt>{words.device}</dt>
        <dd class="key">{receipt.device}</dd>
      </dl>
      <Results modules={receipt.modules} assignment={assignment} course={course} at={at} />
      {receipt.pages && <Pages pages={receipt.pages} assignment={assignment} course={course} at={at} />}
      <p class="hush">{words.notInside}</p>
    </div>
  )
}

interface ResultsProps {
  readonly modules: readonly ModuleResult[]
  readonly assignment: Assignment
  readonly course: Course
  at(time: number): string
}

function Results({ modules, assignment, course, at }: ResultsProps) {
  const { words } = course
  const titleOf = (place: number) => course.modules.find(({ code }) => code === assignment.modules[place])?.title ?? String(place + 1)
  return (
    <ul class="results">
      {modules.map(({ place, percent, passed, attempts, best, ended, minutes, results }) => (
        <li key={place}>
          <b>{titleOf(place)}</b>
          <dl class="asked">
            <dt>{words.best}</dt>
            <dd>{fill(passed ? words.bestPassed : words.bestFailed, { percent })}</dd>
            <dt>{words.tries}</dt>
            <dd>{fill(words.triesN, { n: attempts, k: best })}</dd>
            <dt>{words.ended}</dt>
            <dd>{at(ended)}</dd>
            <dt>{words.took}</dt>
            <dd>{fill(words.tookN, { n: minutes })}</dd>
            <dt>{words.each}</dt>
            <dd>{fill(words.eachN, tally(results))}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface PagesProps extends Omit<ResultsProps, 'modules'> {
  readonly pages: readonly PageSaid[]
}

function Pages({ pages, assignment, course, at }: PagesProps) {
  const { words } = course
  const titleOf = (place: number) => course.pages.find(({ code }) => code === assignment.pages?.[place])?.title ?? String(place + 1)
  return (
    <ul class="results">
      {pages.map(page => (
        <li key={page.place} data-said={page.place}>
          <b>{titleOf(page.place)}</b>
          <dl class="asked">
            <dt>{words.saidVersion}</dt>
            <dd>{fill(words.saidVersionN[page.lang], { n: page.revision })}</dd>
            <dt>{words.saidAt}</dt>
            <dd>{at(page.at)}</dd>
            <dt>{words.saidText}</dt>
            <dd>{page.hash}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface SealedProps extends HandBackProps {
  readonly receipt: KeptReceipt
  readonly upToDate: boolean
  readonly device: string | undefined
}

function Sealed({ receipt, upToDate, device, ...props }: SealedProps) {
  const { enrolment, assignment, course, trainer } = props
  const { words, locale } = course
  const time = momentIn(receipt.made, zone(), locale)
  const { after, ...bare } = enrolment
  const before = [...enrolment.receipts, after].find(link => link?.counter === receipt.counter - 1)
  const { code, counter, made } = receipt
  const around = { device: device ?? '', revision: course.revision, now: made, zone: zone() }
  const inside = nextReceipt({ ...bare, receipts: [], ...(before && { after: before }) }, assignment, receipt, around)
  return (
    <div class="sealed" data-receipt={counter}>
      <h4>{fill(words.sealed, { n: counter, time })}</h4>
      {upToDate && <p>{words.upToDate}</p>}
      <p>{words.sealedLine}</p>
      <HandOver
        key={code}
        receipt={receipt}
        words={words}
        trainer={trainer}
        enrolment={enrolment}
        to={assignment.key}
        title={assignment.title || words.untitled}
      />
      {device && (
        <details>
          <summary>{words.inside}</summary>
          <Inside {...props} receipt={inside} />
        </details>
      )}
    </div>
  )
}
