/** The trainer's page: what shows the console is loaded here, and where it can't be the page says so. */
const place = document.querySelector<HTMLElement>('[data-console]')

async function load(place: HTMLElement): Promise<void> {
  const { course = '', assigned = '', loading = '', failed = '' } = place.dataset
  try {
    const { showConsole } = await import('./Console.island.tsx')
    showConsole(place, { course, assigned, loading, failed })
  } catch {
    place.role = 'alert'
    place.textContent = failed
  }
}

if (place) {
  place.dataset.awake = ''
  void load(place)
}

export {}
