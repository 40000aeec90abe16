/** Opens the form that the page's address names, or begins one. */
import { useEffect, useState } from 'preact/hooks'
import { desk } from './desk.store.ts'
import { type Keeping, keepForm } from './form.store.ts'
import { blank, type Form, withFields } from './form.ts'
import { decodeFilled } from './formDecode.ts'
import { newestFirst } from './formList.ts'
import { zoneAt } from './useZone.ts'

export type Opened =
  | { readonly type: 'opening' }
  | { readonly type: 'gone' }
  /** `from`: whether it was begun from a run, or that run was not found. */
  | { readonly type: 'open'; readonly keeping: Keeping; readonly from?: 'run' | 'no-run' }

/** 64 random bits as letters and digits. */
const newId = () => [...crypto.getRandomValues(new Uint32Array(2))].map(part => part.toString(36)).join('')

/** Kept as nothing was there: what can't be read now may be readable later. */
const orNothing = <T>(reading: Promise<T>): Promise<T | undefined> => reading.catch(() => undefined)

async function fromRun(form: Form, run: string): Promise<Opened> {
  const kept = newestFirst(((await orNothing(desk.all('form'))) ?? []).flatMap(row => decodeFilled(row) ?? []))
  const before = kept.find(one => one.run === run && one.form === form.id)
  // Only who comes from a visit needs to know what its entries mean.
  const { toldBy } = await import('./formFromRun.ts')
  // The form is begun before the visit and opened again during it: what has been done since is filled in then.
  const told = toldBy(form, await orNothing(desk.get('run', run)), zoneAt)
  if (before) {
    const keeping = keepForm(desk, before, 'yes')
    void keeping.edit(one => withFields(one, told ?? {}, Date.now()))
    return { type: 'open', keeping, from: 'run' }
  }
  if (!told) return { type: 'open', keeping: keepForm(desk, blank(form.id, newId(), Date.now()), 'new'), from: 'no-run' }
  const keeping = keepForm(desk, blank(form.id, newId(), Date.now(), {}, run), 'new')
  void keeping.edit(empty => ({ ...empty, fields: { ...told, ...empty.fields } }))
  return { type: 'open', keeping, from: 'run' }
}

async function open(form: Form): Promise<Opened> {
  const id = decodeURIComponent(location.hash.slice(1))
  const run = new URLSearchParams(location.search).get('run')
  if (id !== '') {
    const kept = decodeFilled(await orNothing(desk.get('form', id)))
    return kept?.form === form.id ? { type: 'open', keeping: keepForm(desk, kept, 'yes') } : { type: 'gone' }
  }
  if (run) return fromRun(form, run)
  return { type: 'open', keeping: keepForm(desk, blank(form.id, newId(), Date.now()), 'new') }
}

export function useKeptForm(form: Form): Opened {
  const [opened, setOpened] = useState<Opened>({ type: 'opening' })
  useEffect(() => {
    let live = true
    let keeping: Keeping | undefined
    const begin = () =>
      void open(form)
        .catch((): Opened => ({ type: 'gone' })) // an address that is no address
        .then(made => {
          keeping?.stop()
          keeping = made.type === 'open' ? made.keeping : undefined
          if (live) setOpened(made)
          else keeping?.stop()
        })
    const follow = () => {
      if (location.hash.slice(1) !== keeping?.$form.get().id) begin()
    }
    addEventListener('hashchange', follow)
    begin()
    return () => {
      live = false
      keeping?.stop()
      removeEventListener('hashchange', follow)
    }
  }, [])
  return opened
}
