/** An assignment as one sheet of A4 for the wall, in both languages: what, until when, how long, and how to get there. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fill, LANGS, type Lang } from '../lang/text.ts'
import type { QrCode } from '../training/qr.store.ts'
import { momentIn, zoneName } from '../training/remarks.ts'
import type { GivingProps } from './Giving.tsx'
import { GIVING_WORDS, POSTER_WORDS } from './givingWords.ts'
import './poster.css'

interface Props extends GivingProps {
  onClose(): void
}

export function Poster(props: Props) {
  const { assignment, qr, code, locale, onClose } = props
  const lang = locale.startsWith('zh') ? 'zh' : 'en'
  const words = GIVING_WORDS[lang]
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} class="poster" aria-labelledby="poster-title" onClose={onClose}>
      <div class="poster-bar">
        <h2 id="poster-title">{words.sheetTitle}</h2>
        <p>{words.sheetLine}</p>
        <p>
          <button type="button" class="primary" onClick={() => print()}>
            {words.print}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </p>
      </div>
      <section class="poster-sheet" aria-label={words.sheetTitle}>
        <p class="poster-name" data-long={widthOf(assignment.title) > 24 ? 'true' : undefined}>
          {assignment.title}
        </p>
        {LANGS.map(one => (
          <Facts key={one} lang={one} {...props} />
        ))}
        {typeof qr === 'object' && <Code qr={qr} label={LANGS.map(one => POSTER_WORDS[one].call)} />}
        {LANGS.map(one => (
          <Elsewise key={one} lang={one} {...props} />
        ))}
        <p class="poster-code">
          <b>
            <span lang="zh">{POSTER_WORDS.zh.code}</span> · <span lang="en">{POSTER_WORDS.en.code}</span>
          </b>{' '}
          <code>a={code}</code>
        </p>
      </section>
    </dialog>
  )
}

/** In Latin letters: a Chinese character is as wide as two. */
const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)

function Facts({ assignment, minutes, lang }: Props & { readonly lang: Lang }) {
  const words = POSTER_WORDS[lang]
  const { due, zone, by, modules } = assignment
  return (
    <div class="poster-facts" lang={lang}>
      <p>
        {words.due}
        <b>{due === undefined ? words.noDue : fill(words.dueAt, { time: momentIn(due, zone, words.locale), zone: zoneName(zone) })}</b>
      </p>
      <p>{fill(words.takes, { n: modules.length, minutes })}</p>
      {by !== '' && <p>{fill(words.by, { by })}</p>}
    </div>
  )
}

function Code({ qr, label }: { readonly qr: QrCode; readonly label: readonly string[] }) {
  return (
    <figure>
      <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={label.join(' · ')} shape-rendering="crispEdges">
        <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <figcaption>
        <span lang="zh">{label[0]}</span>
        <span lang="en">{label[1]}</span>
      </figcaption>
    </figure>
  )
}

/** Each language names its own page. */
function Elsewise({ qr, address, lang }: Props & { readonly lang: Lang }) {
  const words = POSTER_WORDS[lang]
  return (
    <p class="poster-else" lang={lang}>
      {qr === 'too-long' ? words.noQr : words.elsewise} <b>{address.replace(/\/(zh|en)(?=\/assigned\/$)/, `/${lang}`)}</b>
    </p>
  )
}
