/** What is done with a run as a whole: handed out, put into a form, renamed, deleted. Loaded when it is asked for. */
import { useEffect, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { Dialog } from './Dialog.tsx'
import type { Run } from './paper.ts'
import { readKeeping } from './photo.store.ts'
import { goesAt } from './photo.ts'
import { headingOf } from './RunBegin.tsx'
import { nowOf, progressOf } from './run.ts'
import { MOST } from './runDecode.ts'
import { canShare, handOutText, photoFiles, share } from './runOut.island.ts'
import { runs } from './runs.store.ts'
import { clockFor, type VisitPage } from './visit.ts'

interface Props {
  readonly run: Run
  readonly page: VisitPage
}

/** Ways to hand a run out, and the form that is filled from it. */
export function RunOut({ run, page }: Props) {
  const { words, form, lang } = page
  const [photos, setPhotos] = useState<readonly File[]>([])
  useEffect(() => void photoFiles(run).then(setPhotos), [run.entries.length])
  const text = new File([''], 'visit.txt', { type: 'text/plain' })
  const goes = photos.length === 0 ? undefined : goesAt({ changed: 0 }, run, [], readKeeping())
  return (
    <>
      <div class="acts-row">
        {form && (
          <a class="plain" href={`${form}?run=${run.id}`}>
            {words.form}
          </a>
        )}
        {canShare([text]) && (
          <button type="button" class="plain" onClick={() => void share(run, page, [])}>
            {words.share}
          </button>
        )}
        {photos.length > 0 && canShare([text, ...photos]) && (
          <button type="button" class="plain" onClick={() => void share(run, page, photos)}>
            {fill(words.shareAll, { n: photos.length })}
          </button>
        )}
        <button type="button" class="plain" onClick={() => void handOutText(run, page)}>
          {words.exportText}
        </button>
      </div>
      {goes !== undefined && <p class="hush">{fill(words.photoGoes, { when: clockFor(lang, Date.now())(goes) })}</p>}
    </>
  )
}

/** What is seldom needed: everything above, another heading, deleting it. */
export function RunMore({ run, page }: Props) {
  const [isRemoving, setRemoving] = useState(false)
  return (
    <div class="run-more">
      {nowOf(run).finished === undefined && <RunOut run={run} page={page} />}
      <Heading key={run.order + run.customer} run={run} page={page} />
      <button type="button" class="danger" onClick={() => setRemoving(true)}>
        {page.words.remove}
      </button>
      {isRemoving && <Remove run={run} page={page} onLeave={() => setRemoving(false)} />}
    </div>
  )
}

function Heading({ run, page: { words } }: Props) {
  const [order, setOrder] = useState(run.order)
  const [customer, setCustomer] = useState(run.customer)
  const isChanged = headingOf(order) !== run.order || headingOf(customer) !== run.customer
  function save(event: Event) {
    event.preventDefault()
    if (headingOf(order) !== '') void runs.edit(run.id, { order: headingOf(order), customer: headingOf(customer) })
  }
  return (
    <form onSubmit={save} aria-label={words.heading}>
      <label class="field">
        {words.order}
        <input value={order} maxLength={MOST.heading} autocomplete="off" required onInput={event => setOrder(event.currentTarget.value)} />
      </label>
      <label class="field">
        {words.customer}
        <input value={customer} maxLength={MOST.heading} autocomplete="off" onInput={event => setCustomer(event.currentTarget.value)} />
      </label>
      {isChanged && (
        <button type="submit" class="plain">
          {words.save}
        </button>
      )}
    </form>
  )
}

/** Asks first, and names what goes. */
function Remove({ run, page: { words, checklist }, onLeave }: Props & { readonly onLeave: () => void }) {
  const [hasFailed, setFailed] = useState(false)
  const now = nowOf(run)
  const steps = [...now.steps.values()]
  const counts = {
    k: progressOf(checklist, now).handled,
    notes: steps.filter(({ note }) => note !== '').length,
    photos: steps.reduce((sum, { photos }) => sum + photos.length, 0)
  }
  async function remove() {
    // The list is where one is then; it reads the desk anew.
    if (await runs.remove(run.id)) location.hash = ''
    else setFailed(true)
  }
  return (
    <Dialog label={words.remove} onClose={onLeave}>
      {close => (
        <>
          <h2>
            <bdi>{fill(words.removeAsk, { order: run.order })}</bdi>
          </h2>
          <p>{fill(words.removeLine, counts)}</p>
          <div role="alert">{hasFailed && <p class="wrong">{words.removeFailed}</p>}</div>
          <div class="acts-row">
            <button type="button" class="plain" onClick={() => close()}>
              {words.cancel}
            </button>
            <button type="button" class="danger" onClick={() => void remove()}>
              {words.removeConfirm}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
