/** A filled form as it comes out of the printer. Hidden on the screen. */
import { fill, type Lang } from '../lang/text.ts'
import { type Field, type Form, isLong, rowsOf } from './form.ts'
import { fitOf, forPaper } from './formFit.ts'
import { kindText, signatureText, valueText, wallText, wallTime } from './formText.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'
import { SignatureLine } from './SignatureLine.tsx'
import { zoneAt } from './useZone.ts'

interface Props {
  readonly form: Form
  readonly filled: Filled
  readonly lang: Lang
  readonly words: FormWords['paper']
}

export function FormPaper({ form, filled, lang, words }: Props) {
  const time = (at: number) => wallText(wallTime(at, zoneAt(at)), lang)
  const { signature, kind } = filled
  const textOf = (field: Field) => {
    if (field.type === 'signature') return signature?.how === 'drawn' ? '' : signatureText(filled, { drawn: '', ...words })
    return valueText(field, filled.fields[field.id] ?? '', lang)
  }
  const { size, hasBreaks } = fitOf(form, lang, textOf)
  return (
    <figure class="paper slip" data-size={size}>
      <figcaption>{form.title[lang]}</figcaption>
      <dl>
        {rowsOf(form.fields).flatMap(row =>
          row.map(field => (
            <div key={field.id} class={classOf(field, row.length === 1)}>
              <dt>{field.label[lang]}</dt>
              <dd>
                {field.type === 'signature' && signature ? (
                  <>
                    <SignatureLine signature={signature} label={field.label[lang]} words={words} />
                    <small>{fill(words.at, { time: time(signature.at) })}</small>
                  </>
                ) : (
                  forPaper(textOf(field), hasBreaks && isLong(field))
                )}
              </dd>
            </div>
          ))
        )}
      </dl>
      <p class="hush">
        {kind !== undefined && <>{fill(words.classified, { kind: kindText(form, kind, lang) })} · </>}
        {fill(words.begun, { time: time(filled.created), id: filled.id })}
      </p>
      <p class="hush">{form.note[lang]}</p>
    </figure>
  )
}

function classOf(field: Field, isAlone: boolean): string {
  const height = field.type === 'signature' || field.type === 'stamp' ? 'sign' : isLong(field) ? 'tall' : ''
  return isAlone ? `${height} whole` : height
}
