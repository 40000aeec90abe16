/** Reads one QR code after another before the camera. Nothing of the picture is kept. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ImportWords } from './importWords.ts'
import { receiptsIn } from './inbox.ts'
import { codeBefore } from './picture.store.ts'

export interface CameraProps {
  readonly words: ImportWords
  onCode(text: string): Promise<void>
  /** There is no camera, or it may not be used. */
  onNone(): void
  /** It was taken away, or the device gave it to something else. */
  onLost(): void
  onStop(): void
}

/** Milliseconds between two looks: the page stays quick on a slow phone. */
const PAUSE = 250

export function Camera({ words, onCode, onNone, onLost, onStop }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLElement>(null)
  const [said, setSaid] = useState<'' | 'cameraFound' | 'cameraOther'>('')
  // A code that stays before the camera is read once.
  const last = useRef('')
  const take = useRef(onCode)
  take.current = onCode

  useLayoutEffect(() => box.current?.focus(), [])
  useEffect(() => {
    let over = false
    let stream: MediaStream | undefined
    const look = async () => {
      const text = video.current && (await codeBefore(video.current).catch(() => undefined))
      if (text && text !== last.current && !over) {
        last.current = text
        const isReceipt = receiptsIn(text).sealed.length > 0
        setSaid(isReceipt ? 'cameraFound' : 'cameraOther')
        if (isReceipt) await take.current(text)
      }
      if (!over) setTimeout(() => void look(), PAUSE)
    }
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (over || !video.current) return stop()
        for (const track of stream.getTracks()) track.addEventListener('ended', lose)
        video.current.srcObject = stream
        await video.current.play()
        void look()
      } catch {
        if (!over) onNone()
      }
    }
    const stop = () => {
      over = true
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const lose = () => {
      if (over) return
      stop()
      onLost()
    }
    void start()
    return stop
  }, [])
  return (
    <section class="box" ref={box} tabIndex={-1} aria-label={words.cameraTitle}>
      <b>{words.cameraTitle}</b>
      <p>{words.cameraLine}</p>
      <video ref={video} muted playsInline />
      <p role="status">{said && words[said]}</p>
      <p class="ways">
        <button type="button" onClick={onStop}>
          {words.cameraStop}
        </button>
      </p>
    </section>
  )
}
