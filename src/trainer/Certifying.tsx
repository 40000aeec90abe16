/** The place where certificates are issued: closed, and loaded when it is opened. */
import { useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { candidatesOf } from './certify.ts'
import type { KnowProps } from './KnowView.tsx'
import type { Row } from './matrix.ts'
import type { HandedOut } from './rows.ts'

interface Props extends KnowProps {
  readonly handed: HandedOut
  /** With the validity of what was passed. */
  readonly rows: readonly Row[]
  /** All rows are one person's. */
  readonly single?: boolean
}

type View = typeof import('./CertificateView.tsx').CertificateView

export function Certifying({ handed, rows, single = false, ...props }: Props) {
  const { words } = props.know.certifying
  const [View, setView] = useState<View | 'failed'>()
  const candidates = candidatesOf(handed, rows)
  const load = (event: Event) => {
    if (!(event.currentTarget as HTMLDetailsElement).open || typeof View === 'function') return
    import('./CertificateView.tsx').then(
      ({ CertificateView }) => setView(() => CertificateView),
      () => setView('failed')
    )
  }
  if (candidates.ready.length + candidates.doubted.length + candidates.expired + candidates.tooLong === 0) return null
  return (
    <details class="aside certifying" onToggle={load}>
      <summary>{single ? fill(words.ofOne, { title: handed.assignment.title }) : fill(words.of, { n: candidates.ready.length })}</summary>
      {View === undefined && <p role="status">{words.loading}</p>}
      {View === 'failed' && <p role="alert">{words.notLoaded}</p>}
      {typeof View === 'function' && <View {...props} handed={handed} candidates={candidates} rows={rows} />}
    </details>
  )
}
