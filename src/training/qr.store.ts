/** QR codes of version 15 or less at level M: what a phone reads off another phone's screen, or off paper. */
import { correction, generate, mode } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

export interface QrCode {
  readonly version: number
  /** Dots on one side, without the quiet zone. */
  readonly size: number
  /** `d` of an SVG path, one unit a dot. */
  readonly path: string
}

export const LARGEST_VERSION = 15
const LARGEST_PRINTED = 20

/** The digits behind the first of these beginnings with which they fit. Undefined where they fit behind none. */
function qrOf(beginnings: readonly string[], digits: string, maxVersion = LARGEST_VERSION): QrCode | undefined {
  for (const before of beginnings) {
    try {
      const code = generate(mode.multi(mode.iso8859_1(before), mode.numeric(digits)), {
        minCorrectionLevel: correction.M,
        maxCorrectionLevel: correction.M,
        maxVersion
      })
      return { version: (code.size - 17) / 4, size: code.size, path: toSvgPath(code) }
    } catch {
      // too much for this version
    }
  }
  return undefined
}

/** `address`: of the learner's page. One of twelve modules has version 11 or less. */
export function assignmentQr(address: string, digits: string): QrCode | undefined {
  return qrOf([`${address}#d=`], digits)
}

/**
 * `address`: of the trainer's page. It goes before the digits where both fit, so that any camera opens the page; else the
 * digits alone, which the trainer's page reads.
 */
export function receiptQr(address: string, digits: string): QrCode | undefined {
  return qrOf([`${address}#s=`, 's='], digits)
}

/** `address`: of the page that checks certificates. Printed in peace and read at leisure, so it may be larger. */
export function certificateQr(address: string, digits: string): QrCode | undefined {
  return qrOf([`${address}#k=`], digits, LARGEST_PRINTED)
}
