/** Hands runs out: as a text, with photos where the device can share, or as a table. */
import { download, today } from '../device/handOut.island.ts'
import { desk } from './desk.store.ts'
import type { Photo, Run } from './paper.ts'
import { photosOf } from './photo.store.ts'
import { nowOf } from './run.ts'
import { runs } from './runs.store.ts'
import { tableOf, textOf } from './runText.ts'
import { fileClock, type VisitPage } from './visit.ts'

/** What a file may be called: an order number can hold anything. */
function fileName(order: string): string {
  const plain = order.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '')
  return `visit-${[...plain].slice(0, 40).join('') || today()}.txt`
}

function fileOf(run: Run, { checklist, paper }: VisitPage): File {
  // Windows takes a text without a byte order mark for something else than UTF-8.
  return new File([`\uFEFF${textOf(run, checklist, paper, fileClock)}`], fileName(run.order), { type: 'text/plain' })
}

/** The photos that are on this device, as files, in the order of the run. */
export async function photoFiles(run: Run): Promise<File[]> {
  const ids = [...nowOf(run).steps.values()].flatMap(({ photos }) => photos)
  if (ids.length === 0) return []
  const photos = await photosOf(desk, run.id)
  const there = ids.flatMap<Photo>(id => photos.get(id) ?? [])
  return there.map((photo, index) => new File([photo.blob], `${index + 1}-${photo.step}.jpg`, { type: 'image/jpeg' }))
}

const told = (run: Run) => runs.edit(run.id, { exported: Date.now() })

export async function handOutText(run: Run, page: VisitPage): Promise<void> {
  const file = fileOf(run, page)
  download(file, file.name)
  await told(run)
}

/** Whether this device has a sheet for sharing files. */
export function canShare(files: readonly File[]): boolean {
  return typeof navigator.canShare === 'function' && navigator.canShare({ files: [...files] })
}

/** A sheet that was closed again handed nothing out. */
export async function share(run: Run, page: VisitPage, photos: readonly File[]): Promise<void> {
  try {
    await navigator.share({ files: [fileOf(run, page), ...photos], title: run.order })
    await told(run)
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) await handOutText(run, page)
  }
}

export async function handOutTable(done: readonly Run[], { checklist, paper }: VisitPage): Promise<void> {
  download(new Blob([tableOf(done, checklist, paper, fileClock)], { type: 'text/csv' }), `visits-${today()}.csv`)
}
