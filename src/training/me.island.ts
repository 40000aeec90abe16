/** The learner's own page. What handles the log itself is loaded when it is first needed. */
import { fill } from '../lang/text.ts'
import { showAcknowledged } from './acknowledging.island.ts'
import { glance, readWitness } from './glance.island.ts'
import type { Preview } from './keeping.island.ts'
import { showModules } from './modules.island.ts'
import type { Progress } from './progress.ts'
import type { TrainingWords } from './words.ts'

type Words = TrainingWords['state'] & TrainingWords['me']

const keeping = () => import('./keeping.island.ts')

function part<T extends HTMLElement>(name: string): T {
  const found = document.querySelector<T>(`[data-me=${name}]`)
  if (!found) throw new Error(`The page has no part ${name}`)
  return found
}

function showCount(words: Words): void {
  const { count } = readWitness()
  part('count').textContent = count === 0 ? words.empty : fill(words.events, { n: count })
}

function onClick(name: string, work: () => unknown): void {
  part(name).addEventListener('click', () => void work())
}

function setUp(words: Words): void {
  const said = part('said')
  const confirm = part<HTMLButtonElement>('restore')
  const file = part<HTMLInputElement>('file')
  const dialog = part<HTMLDialogElement>('erase-dialog')
  let chosen: Extract<Preview, { type: 'backup' }> | undefined

  const download = async () => {
    said.textContent = (await (await keeping()).download()) ? '' : words.backupPart
  }
  onClick('backup', download)
  onClick('backup-first', download)

  file.addEventListener('change', async () => {
    const [first] = file.files ?? []
    confirm.hidden = true
    if (!first) return
    const preview = await (await keeping()).preview(first)
    if (preview.type === 'refused') {
      said.textContent = words[preview.says]
      return
    }
    chosen = preview
    said.textContent = fill(preview.fresh > 0 ? words.backupPreview : words.nothingNew, { n: preview.count, k: preview.fresh })
    confirm.hidden = preview.fresh === 0
  })
  onClick('restore', async () => {
    confirm.hidden = true
    file.value = ''
    const done = chosen && (await (await keeping()).restore(chosen))
    said.textContent = done
      ? fill(words.restored, { k: done.added }) + (done.assigned > 0 ? words.restoredAssigned : '')
      : words.restoreFailed
    part('lost').hidden = true
    update(words)
  })
  onClick('go-on', async () => {
    await (await keeping()).goOn()
    part('lost').hidden = true
    update(words)
  })
  onClick('erase', () => dialog.showModal())
  onClick('erase-cancel', () => dialog.close())
  onClick('erase-confirm', async () => {
    dialog.close()
    await (await keeping()).erase()
    said.textContent = words.erased
    update(words)
  })
}

function show(progress: Progress, words: Words): void {
  showModules(progress, words)
  showAcknowledged(progress.acknowledged)
  showCount(words)
}

function update(words: Words): void {
  show(readWitness().progress, words)
}

const bar = document.getElementById('record-notice')
if (bar) {
  const words: Words = JSON.parse(bar.dataset.words ?? '{}')
  setUp(words)
  void glance(
    progress => show(progress, words),
    () => {
      part('lost').hidden = false
    }
  )
}
