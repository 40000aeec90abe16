/** What is right and why, told by the same signs. */
import type { LaidReason } from './laidOut.ts'

interface Props {
  readonly reasons: readonly LaidReason[]
  /** Whether each of them is right or wrong by itself, as choices are. */
  readonly judged: boolean
  /** Whether to say again what stands at the sign. */
  readonly repeat: boolean
}

export function PaperReasons({ reasons, judged, repeat }: Props) {
  return (
    <ul class="reasons">
      {reasons.map(({ sign, otherSign, entry, other, right, label, text }, index) => (
        <li key={index} data-key={right}>
          {sign && (
            <b>
              {sign}
              {otherSign && ` → ${otherSign}`} {judged && (right ? '✓' : '✕')} {repeat && entry} {repeat && other && '→'} {other}
            </b>
          )}{' '}
          {label && <b>{label}</b>} {text}
        </li>
      ))}
    </ul>
  )
}
