/** QR codes in pictures and before the camera: by the browser where it can read them, else by a library. */
import { decodeQR } from 'qr/decode.js'

/** Pictures are read at this size at most, in dots: a code of a whole screen is large enough, and the page stays quick. */
const LARGEST = 1600
/** Milliseconds that a try may take beyond what it must. */
const PATIENCE = 40

interface Detector {
  detect(source: ImageBitmap | HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

/** Few browsers have it, and some of those can't read QR codes. */
async function detector(): Promise<Detector | undefined> {
  const { BarcodeDetector } = globalThis as {
    BarcodeDetector?: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }
  }
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): string[] => [])
  return BarcodeDetector && formats?.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined
}

function readDots(source: ImageBitmap | HTMLVideoElement, width: number, height: number, most: number): string | undefined {
  const scale = Math.min(1, most / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  // What is transparent in a picture is paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height), { timeLimit: PATIENCE })
  } catch {
    return undefined
  }
}

/** What a QR code in a picture says; undefined where there is none. Rejects for what is no picture. */
export async function codeIn(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture)
  try {
    const [own] = (await (await detector())?.detect(bitmap).catch(() => [])) ?? []
    if (own) return own.rawValue
    // Dots of a screenshot are sharp when it is halved by no crooked step; a photo is read at a smaller size too.
    for (const most of [LARGEST, LARGEST / 2, 4096]) {
      const text = readDots(bitmap, bitmap.width, bitmap.height, most)
      if (text !== undefined) return text
    }
    return undefined
  } finally {
    bitmap.close()
  }
}

/** What the camera sees now. */
export async function codeBefore(video: HTMLVideoElement): Promise<string | undefined> {
  if (video.videoWidth === 0) return undefined
  const [own] = (await (await detector())?.detect(video).catch(() => [])) ?? []
  return own ? own.rawValue : readDots(video, video.videoWidth, video.videoHeight, LARGEST)
}
