/** A receipt as a QR code of version 15 or less at level M: what a phone reads off another phone's screen. */
import { correction, generate, mode } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

export interface QrCode {
  /** Dots on one side, without the quiet zone. */
  readonly size: number
  /** `d` of an SVG path, one unit a dot. */
  readonly path: string
}

export const LARGEST_VERSION = 15

/**
 * The address goes before the digits where both fit, so that any camera opens the page; else the digits alone, which the
 * trainer's page reads. Undefined where neither fits.
 */
export function qrOf(address: string, digits: string): QrCode | undefined {
  for (const before of [`${address}#s=`, 's=']) {
    try {
      const code = generate(mode.multi(mode.iso8859_1(before), mode.numeric(digits)), {
        minCorrectionLevel: correction.M,
        maxCorrectionLevel: correction.M,
        maxVersion: LARGEST_VERSION
      })
      return { size: code.size, path: toSvgPath(code) }
    } catch {
      // too much for this version
    }
  }
  return undefined
}
