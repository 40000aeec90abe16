/** The authors' page of item statistics: the view and the bank are loaded when files have been chosen. */
const place = document.querySelector<HTMLElement>('[data-items]')
const said = document.querySelector<HTMLElement>('[data-items-said]')
const field = document.querySelector<HTMLInputElement>('[data-item-files]')

async function show(place: HTMLElement, said: HTMLElement, files: readonly File[]): Promise<void> {
  const { book = '', reading = '', failed = '' } = place.dataset
  said.textContent = reading
  try {
    const { showItems } = await import('./Items.island.tsx')
    await showItems(place, said, book, files)
  } catch {
    said.textContent = failed
  }
}

if (place && said && field) {
  place.dataset.awake = ''
  field.addEventListener('change', () => {
    if (field.files?.length) void show(place, said, [...field.files])
  })
}

export {} // a module of its own
