/** What is done with a form that is filled in: print it, hand it on as a file, delete it. */
import { useState } from 'preact/hooks'
import type { Lang } from '../lang/text.ts'
import { Ask } from './Ask.tsx'
import { desk } from './desk.store.ts'
import { handedOut, type Keeping } from './form.store.ts'
import type { Form } from './form.ts'
import type { FormWords } from './formWords.ts'
import type { Filled } from './paper.ts'

interface Props {
  readonly form: Form
  readonly filled: Filled
  readonly lang: Lang
  readonly words: FormWords['fill']
  readonly keeping: Keeping
  readonly list: string
  readonly here: string
}

const sheets = () => import('./formFile.island.ts')
const canShare = () => 'canShare' in navigator && navigator.canShare({ files: [new File([''], 'form.html', { type: 'text/html' })] })

export function FormActions({ form, filled, lang, words, keeping, list, here }: Props) {
  const [said, setSaid] = useState('')
  const [asking, setAsking] = useState(false)
  const handOut = (how: 'share' | 'download') => async () => {
    try {
      const [{ sheetFile, share }, { download }] = await Promise.all([sheets(), import('../device/handOut.island.ts')])
      const paper = document.querySelector('.slip')
      if (!paper) return
      const file = sheetFile(paper, `${form.title[lang]} ${filled.id}`)
      const wasShared = how === 'share' && (await share(file))
      if (how === 'share' && wasShared === undefined) return // thought better of it
      if (!wasShared) download(file, file.name)
      setSaid(wasShared ? words.shared : words.filed)
      await handedOut(keeping)
    } catch {
      setSaid(words.failed)
    }
  }
  const remove = async () => {
    try {
      keeping.stop()
      await desk.remove('form', [filled.id])
      location.replace(list)
    } catch {
      setSaid(words.removeFailed)
    }
  }
  return (
    <>
      <div class="acts-row">
        <button type="button" class="primary" onClick={() => print()}>
          {words.print}
        </button>
        {canShare() && (
          <button type="button" onClick={handOut('share')}>
            {words.share}
          </button>
        )}
        <button type="button" onClick={handOut('download')}>
          {words.file}
        </button>
      </div>
      <p class="hush">{words.printHint}</p>
      <p role="status">{said}</p>
      <div class="acts-row">
        <a href={list}>{words.all}</a>
        <a href={here}>{words.another}</a>
        <button type="button" class="danger" onClick={() => setAsking(true)}>
          {words.remove}
        </button>
      </div>
      {asking && (
        <Ask
          title={words.removeAsk}
          why={words.removeWhy}
          yes={words.removeYes}
          no={words.cancel}
          onAnswer={isYes => {
            setAsking(false)
            if (isYes) void remove()
          }}
        />
      )}
    </>
  )
}
