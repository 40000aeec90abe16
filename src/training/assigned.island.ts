/** The page of assignments: what shows them is loaded here, and where it can't be the page says so. */
const place = document.querySelector<HTMLElement>('[data-assigned]')

async function load(place: HTMLElement): Promise<void> {
  const { course = '', trainer = '', home = '', loading = '', failed = '' } = place.dataset
  try {
    const { showAssigned } = await import('./Assigned.island.tsx')
    showAssigned(place, { course, trainer, home, loading, failed })
  } catch {
    place.role = 'alert'
    place.textContent = failed
  }
}

if (place) {
  place.dataset.awake = ''
  void load(place)
}
