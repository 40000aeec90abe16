/** A certificate as one sheet of A4, with the seal and a code that leads back to its check. */
import { useEffect, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { type Certificate, certificateDigits } from './certificate.ts'
import type { CertificateWords } from './certificateWords.ts'
import type { CourseModule } from './course.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { QrCode } from './qr.store.ts'

interface Props {
  readonly certificate: Certificate
  readonly bytes: Uint8Array
  readonly words: CertificateWords
  readonly modules: readonly CourseModule[]
  /** BCP 47 tag, for dates. */
  readonly locale: string
  readonly isOver: boolean
}

const MINUTE = 60_000
/** Characters of a name that are one line on paper. */
const LONG_NAME = 20

/** The day where it was issued: the same wherever it is read. */
function dayOf(at: number, zone: number, locale: string): string {
  return new Date(at + zone * MINUTE).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
}

function useQr(bytes: Uint8Array): QrCode | undefined {
  const [qr, setQr] = useState<QrCode>()
  useEffect(() => {
    const address = location.href.split('#')[0] ?? ''
    import('./qr.store.ts').then(
      ({ certificateQr }) => setQr(certificateQr(address, certificateDigits(bytes))),
      () => setQr(undefined)
    )
  }, [bytes])
  return qr
}

export function CertificateSheet({ certificate, bytes, words, modules, locale, isOver }: Props) {
  const { issued, until, zone, revision, staff, name, title, by, key } = certificate
  const qr = useQr(bytes)
  const known = new Map(modules.map(module => [module.code, module]))
  const day = (at: number) => dayOf(at, zone, locale)
  const end = until === undefined ? words.always : isOver ? fill(words.untilOver, { day: day(until) }) : day(until)
  const size = certificate.modules.length > 16 ? 'small' : certificate.modules.length > 5 ? 'medium' : 'large'
  const facts = [
    [words.course, title || words.untitled],
    ...(by === '' ? [] : [[words.by, by]]),
    [words.issued, day(issued)],
    [words.until, end],
    [words.revision, revision],
    [words.fingerprint, fingerprintOf(key)]
  ]
  return (
    <>
      {certificate.modules.some(({ code }) => !known.has(code)) && <p class="note screen">{words.unknownLine}</p>}
      <article class="certificate" data-size={size} aria-labelledby="certificate-title">
        <h2 id="certificate-title">{words.title}</h2>
        <p class="holder" data-long={[...name].length > LONG_NAME || undefined}>
          <strong>{name}</strong>
          <span>
            {words.staff} {staff}
          </span>
        </p>
        <p class="says">{words.says}</p>
        <ul class="passed" aria-label={words.modules}>
          {certificate.modules.map(({ code, percent }) => (
            <li key={code}>
              <span>{known.get(code)?.title ?? fill(words.unknownModule, { code: code.toString(16).padStart(6, '0') })}</span>
              <b>{fill(words.percent, { n: percent })}</b>
            </li>
          ))}
        </ul>
        <div class="signed">
          <dl>
            {facts.map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <span class="seal" aria-hidden="true">
            {words.seal.map(word => (
              <span key={word}>{word}</span>
            ))}
          </span>
        </div>
        <div class="proof">
          {qr && (
            <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={words.qrLabel} shape-rendering="crispEdges">
              <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#fff" />
              <path d={qr.path} fill="#000" />
            </svg>
          )}
          <p>{qr ? words.onPaper : words.onPaperNoCode}</p>
        </div>
      </article>
    </>
  )
}
