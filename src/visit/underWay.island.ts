/** Says on the Tools page how many visits are under way, without opening the desk. */
import { readSetting } from '../device/settings.store.ts'

for (const place of document.querySelectorAll<HTMLElement>('[data-underway]')) {
  const count = readSetting('underway') ?? ''
  if (!/^[1-9]\d{0,4}$/.test(count)) continue
  place.textContent = (place.dataset.underway ?? '').replace('{n}', count)
  place.hidden = false
}
