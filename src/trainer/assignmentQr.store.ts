/** An assignment as a QR code at level M: one of twelve modules has version 11 or less, the largest that fits has 15. */
import { correction, generate, mode } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

export interface AssignmentQr {
  readonly version: number
  /** Dots on one side, without the quiet zone. */
  readonly size: number
  /** `d` of an SVG path, one unit a dot. */
  readonly path: string
}

const LARGEST_VERSION = 15

/** `address`: of the learner's page. Undefined where it does not fit. */
export function assignmentQr(address: string, digits: string): AssignmentQr | undefined {
  try {
    const code = generate(mode.multi(mode.iso8859_1(`${address}#d=`), mode.numeric(digits)), {
      minCorrectionLevel: correction.M,
      maxCorrectionLevel: correction.M,
      maxVersion: LARGEST_VERSION
    })
    return { version: (code.size - 17) / 4, size: code.size, path: toSvgPath(code) }
  } catch {
    return undefined
  }
}
