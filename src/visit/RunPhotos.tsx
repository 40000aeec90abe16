/** The photos of a step: taken, looked at, removed. Loaded when a step is opened. */
import { useEffect, useState } from 'preact/hooks'
import { fill } from '../lang/text.ts'
import { Dialog } from './Dialog.tsx'
import { desk } from './desk.store.ts'
import type { Photo } from './paper.ts'
import { addressOfPicture, shrink } from './photo.island.ts'
import { keepPhoto, photosOf } from './photo.store.ts'
import type { StepProps } from './RunStep.tsx'
import { newId } from './runs.store.ts'

type Said = 'photoFull' | 'photoUnreadable' | 'photoInMemory' | 'photoBusy'

export function RunPhotos({ step, now, run, page, clock, onAct }: StepProps) {
  const { words, lang } = page
  const photos = usePhotos(run, now.photos.join())
  const [said, setSaid] = useState<Said>()
  const [shown, setShown] = useState<string>()
  const there = now.photos.flatMap(id => photos?.get(id) ?? [])
  const gone = photos ? now.photos.length - there.length : 0

  async function take(input: HTMLInputElement) {
    const [file] = input.files ?? []
    if (!file) return
    setSaid('photoBusy')
    const shrunk = await shrink(file)
    // The same file can be chosen again.
    input.value = ''
    if (!shrunk) return setSaid('photoUnreadable')
    const photo: Photo = { id: newId(), changed: Date.now(), run, step: step.id, ...shrunk }
    const kept = await keepPhoto(desk, photo)
    setSaid(kept === 'full' ? 'photoFull' : kept === 'in-memory' ? 'photoInMemory' : undefined)
    if (kept !== 'full') onAct({ type: 'photo', step: step.id, photo: photo.id })
  }
  const captionOf = (photo: Photo) =>
    fill(words.photoOf, { n: now.photos.indexOf(photo.id) + 1, step: step.text[lang], when: clock(photo.changed) })
  const large = there.find(({ id }) => id === shown)
  return (
    <>
      <label class="plain take">
        {words.addPhoto}
        <input type="file" accept="image/*" capture="environment" onChange={event => void take(event.currentTarget)} />
      </label>
      <div role="status">{said && <p class={said === 'photoBusy' ? 'hush' : 'wrong'}>{words[said]}</p>}</div>
      {there.length > 0 && (
        <ul class="thumbs">
          {there.map(photo => (
            <li key={photo.id}>
              <button type="button" onClick={() => setShown(photo.id)}>
                <Picture photo={photo} alt={captionOf(photo)} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {gone > 0 && <p class="hush">{words.photoGone}</p>}
      {large && (
        <Dialog label={captionOf(large)} onClose={() => setShown(undefined)}>
          {close => (
            <>
              <Picture photo={large} alt={captionOf(large)} save={words.photoSave} />
              <div class="acts-row">
                <button
                  type="button"
                  class="danger"
                  onClick={() => {
                    close()
                    onAct({ type: 'photo-removed', step: step.id, photo: large.id })
                  }}
                >
                  {words.photoRemove}
                </button>
                <button type="button" class="plain" onClick={() => close()}>
                  {words.close}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}

/** Photos of a run by their ids; undefined until they have been read. `wanted`: read again when it changes. */
function usePhotos(run: string, wanted: string): ReadonlyMap<string, Photo> | undefined {
  const [photos, setPhotos] = useState<ReadonlyMap<string, Photo>>()
  useEffect(() => {
    let left = false
    const look = async () => {
      const found = await photosOf(desk, run)
      if (!left) setPhotos(found)
    }
    void look()
    const stop = desk.listen(drawer => {
      if (drawer === 'photo') void look()
    })
    return () => {
      left = true
      stop()
    }
  }, [run, wanted])
  return photos
}

interface PictureProps {
  readonly photo: Photo
  readonly alt: string
  /** Shown as a link to a file under the picture. */
  readonly save?: string
}

function Picture({ photo, alt, save }: PictureProps) {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    addressOfPicture(photo.blob).then(setAddress, () => undefined)
  }, [photo.id])
  const { width, height } = photo
  return (
    <>
      <img src={address} alt={alt} width={width} height={height} />
      {save && address && (
        <a class="plain" href={address} download={`${photo.step}.jpg`}>
          {save}
        </a>
      )}
    </>
  )
}
