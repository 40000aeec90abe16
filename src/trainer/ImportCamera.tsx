/** The camera, where somebody asks for it: what reads QR codes is loaded then. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CameraProps } from './Camera.tsx'
import type { ImportWords } from './importWords.ts'

/** `none`: there is none, or the browser does not allow it. `lost`: it stopped by itself. */
export type CameraState = 'off' | 'on' | 'none' | 'lost'

interface Props {
  readonly state: CameraState
  readonly words: ImportWords
  readonly onCode: CameraProps['onCode']
  onState(state: CameraState): void
}

export function ImportCamera({ state, words, onCode, onState }: Props) {
  const [Camera, setCamera] = useState<ComponentType<CameraProps>>()
  useEffect(() => {
    if (state !== 'on' || Camera) return
    import('./Camera.tsx').then(
      ({ Camera }) => setCamera(() => Camera),
      () => onState('none')
    )
  }, [state])
  return (
    <div role={state === 'none' || state === 'lost' ? 'alert' : undefined}>
      {state === 'none' && <p class="note">{words.cameraNone}</p>}
      {state === 'lost' && <p class="note">{words.cameraLost}</p>}
      {state === 'on' && Camera && (
        <Camera words={words} onCode={onCode} onNone={() => onState('none')} onLost={() => onState('lost')} onStop={() => onState('off')} />
      )}
    </div>
  )
}
