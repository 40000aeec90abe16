/** Photos on the disk of this device. They are in no backup; where there is no storage they stay until the page is closed. */
import { faultOf } from '../device/database.store.ts'
import { readSetting, writeSetting } from '../device/settings.store.ts'
import { DECODERS } from './decode.ts'
import type { Desk } from './desk.store.ts'
import type { Photo } from './paper.ts'
import { expired, type Keeping, keepingFrom } from './photo.ts'

const SETTING = 'photo-days'
/** Photos that could not be stored because there is no storage. */
const inMemory = new Map<string, Photo>()

export function readKeeping(): Keeping {
  return keepingFrom(readSetting(SETTING))
}

export function writeKeeping(keeping: Keeping): void {
  writeSetting(SETTING, String(keeping))
}

/** `full`: there is no room, and the photo is not kept. */
export async function keepPhoto(desk: Desk, photo: Photo): Promise<'kept' | 'in-memory' | 'full'> {
  try {
    await desk.put('photo', [photo])
    return 'kept'
  } catch (error) {
    if (faultOf(error) === 'full') return 'full'
    inMemory.set(photo.id, photo)
    return 'in-memory'
  }
}

export async function photosOf(desk: Desk, run: string): Promise<ReadonlyMap<string, Photo>> {
  const here = [...inMemory.values()].filter(photo => photo.run === run)
  const stored = await desk.photosOf(run).catch(() => [])
  return new Map([...here, ...stored].map(photo => [photo.id, photo]))
}

/** Removes what has expired. Returns how many photos went. */
export async function sweep(desk: Desk, now: number): Promise<number> {
  const photos = await desk.all('photo')
  if (photos.length === 0) return 0
  const [found, forms] = await Promise.all([desk.all('run'), desk.all('form')])
  const runs = new Map(found.flatMap(one => DECODERS.run(one) ?? []).map(run => [run.id, run]))
  const unreadable = new Set(found.map(({ id }) => id).filter(id => !runs.has(id)))
  const gone = expired({ photos, runs, unreadable, forms: forms.flatMap(form => DECODERS.form(form) ?? []) }, readKeeping(), now)
  if (gone.length > 0) await desk.remove('photo', gone)
  return gone.length
}

/** How many photos are stored, and how large they are together (bytes). */
export async function photoRoom(desk: Desk): Promise<{ readonly count: number; readonly bytes: number }> {
  const photos = await desk.all('photo').catch(() => [])
  return { count: photos.length, bytes: photos.reduce((sum, { blob }) => sum + blob.size, 0) }
}
