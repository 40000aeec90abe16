/** A photo as the camera gives it, made small enough to keep, and shown. */
import { shrunkSize } from './photo.ts'

export interface Shrunk {
  readonly blob: Blob
  readonly width: number
  readonly height: number
}

/** JPEG quality at which writing on a label can still be read. */
const QUALITY = 0.82

/**
 * Drawn anew, turned as the camera was held. Nothing but the picture is left: what the camera wrote into the file, such
 * as the place, is gone. Undefined for something that this browser can't read as a picture.
 */
export async function shrink(file: Blob): Promise<Shrunk | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return undefined
  const size = shrunkSize(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), size)
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  // What is transparent would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, size.width, size.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return blob ? { blob, ...size } : undefined
}

/** An address that the security policy lets a picture have. */
export function addressOfPicture(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
}
