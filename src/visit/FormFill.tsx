/** A form on the screen, filled in field by field. What it prints stands beside it, out of sight. */
import { useEffect } from 'preact/hooks'
import { useHold } from '../device/useHold.ts'
import { useStore } from '../device/useStore.ts'
import { fill, type Lang } from '../lang/text.ts'
import { FormActions } from './FormActions.tsx'
import { FormField } from './FormField.tsx'
import { FormKind } from './FormKind.tsx'
import { FormPaper } from './FormPaper.tsx'
import { FormSigned } from './FormSigned.tsx'
import { handedOut, type Keeping, type Saved } from './form.store.ts'
import { asksSignature, type Field, type Form, missing, onPaperOnly, withField, withKind, withSignature } from './form.ts'
import { nameOf } from './formList.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'
import { useKeptForm } from './useKeptForm.ts'

export interface FillProps {
  readonly lang: Lang
  readonly form: Form
  /** Titles of the checklist's stages, in their order. */
  readonly stages: readonly { readonly id: string; readonly title: string }[]
  readonly words: Pick<FormWords, 'saved' | 'fill' | 'paper' | 'sheet'>
  /** Addresses of the list, and of this page. */
  readonly list: string
  readonly here: string
}

export function FormFill(props: FillProps) {
  const opened = useKeptForm(props.form)
  const { words, list, here } = props
  if (opened.type === 'opening') return <p role="status">{words.fill.opening}</p>
  if (opened.type === 'gone')
    return (
      <>
        <p role="alert">{words.fill.gone}</p>
        <p class="ways-on">
          <a href={here}>{words.fill.another}</a>
          <a href={list}>{words.fill.all}</a>
        </p>
      </>
    )
  return <Sheet key={opened.keeping.$form.get().id} {...props} keeping={opened.keeping} from={opened.from} />
}

interface SheetProps extends FillProps {
  readonly keeping: Keeping
  readonly from: 'run' | 'no-run' | undefined
}

function Sheet({ lang, form, stages, words, list, here, keeping, from }: SheetProps) {
  const filled = useStore(keeping.$form)
  const saved = useStore(keeping.$saved)
  const locked = filled.signature !== undefined
  const isKept = saved === 'yes'
  // A new version of the handbook is not put in while a form is on the screen.
  useHold(true)
  useEffect(() => {
    // From now on a reload, or coming back, finds this form.
    if (isKept && location.hash.slice(1) !== filled.id) history.replaceState(history.state, '', `${here}#${filled.id}`)
  }, [isKept])
  useEffect(() => {
    const printed = () => void handedOut(keeping)
    addEventListener('beforeprint', printed)
    return () => removeEventListener('beforeprint', printed)
  }, [])
  const field = (one: Field) => (
    <FormField
      key={one.id}
      field={one}
      value={filled.fields[one.id] ?? ''}
      lang={lang}
      words={words.fill}
      locked={locked}
      onSave={text => void keeping.edit(now => withField(now, one.id, text, Date.now()))}
    />
  )
  const typed = form.fields.filter(one => !onPaperOnly(one))
  const known = new Set(stages.map(({ id }) => id))
  const parts = [
    ...stages.map(({ id, title }) => ({ title, fields: typed.filter(({ stage }) => stage === id) })),
    { title: stages.length > 0 ? words.fill.others : '', fields: typed.filter(({ stage }) => stage === undefined || !known.has(stage)) }
  ]
  const signed = form.fields.find(({ type }) => type === 'signature')
  const stamp = form.fields.find(({ type }) => type === 'stamp')
  return (
    <>
      <div class="screen">
        <SavedBar saved={saved} words={words.saved} />
        {from && <p class="note">{from === 'run' ? words.fill.fromRun : words.fill.noRun}</p>}
        <form onSubmit={event => event.preventDefault()}>
          {parts.map(
            ({ title, fields }) =>
              fields.length > 0 && (
                <section key={title} class="part" aria-label={title || undefined}>
                  {title && <h2>{title}</h2>}
                  <div class="fields">{fields.map(field)}</div>
                </section>
              )
          )}
          <section class="part" aria-label={asksSignature(form) ? words.fill.handOver : words.fill.kind}>
            {asksSignature(form) && <h2>{words.fill.handOver}</h2>}
            <div class="fields">
              {signed && (
                <FormSigned
                  signature={filled.signature}
                  label={signed.label[lang]}
                  about={[form.title[lang], nameOf(form, filled)].filter(text => text !== '').join(' · ')}
                  lang={lang}
                  words={words}
                  onSign={made => void keeping.edit(now => withSignature(now, made, Date.now()))}
                />
              )}
              {stamp && <p class="whole">{fill(words.fill.stamp, { label: stamp.label[lang] })}</p>}
              {form.kinds && (
                <FormKind
                  kinds={form.kinds}
                  kind={filled.kind ?? ''}
                  lang={lang}
                  words={words.fill}
                  onSave={kind => void keeping.edit(now => withKind(now, kind, Date.now()))}
                />
              )}
            </div>
          </section>
        </form>
        <Lacking form={form} filled={filled} lang={lang} words={words.fill} />
        <FormActions form={form} filled={filled} lang={lang} words={words.fill} keeping={keeping} list={list} here={here} />
      </div>
      <FormPaper form={form} filled={filled} lang={lang} words={words.paper} />
    </>
  )
}

function SavedBar({ saved, words }: { readonly saved: Saved; readonly words: FormWords['saved'] }) {
  const isFault = saved !== 'new' && saved !== 'saving' && saved !== 'yes'
  return (
    <div class="kept">
      <p class="saved" role="status" data-saved={isFault ? 'no' : saved}>
        {isFault ? words.no : words[saved]}
      </p>
      {isFault && <p role="alert">{words[saved]}</p>}
    </div>
  )
}

interface LackingProps {
  readonly form: Form
  readonly filled: Filled
  readonly lang: Lang
  readonly words: FormWords['fill']
}

function Lacking({ form, filled, lang, words }: LackingProps) {
  const { standard, advice } = missing(form, filled)
  const names = standard.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ')
  return (
    <div class="lacking">
      <p>
        <b>
          {standard.length === 0
            ? form.fields.some(({ type }) => type === 'stamp')
              ? words.completeButStamp
              : words.complete
            : fill(words.missing, { fields: names })}
        </b>
      </p>
      {advice.length > 0 && <p class="hush">{fill(words.adviceMissing, { n: advice.length })}</p>}
    </div>
  )
}
