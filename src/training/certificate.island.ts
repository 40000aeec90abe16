/** The page of certificates: what shows one is loaded here, and where it can't be the page says so. */
const sheet = document.querySelector<HTMLElement>('[data-certificate]')

async function fillIn(sheet: HTMLElement): Promise<void> {
  const { words = '', course = '', locale = '', failed = '' } = sheet.dataset
  try {
    const { showCertificate } = await import('./Certificate.island.tsx')
    showCertificate(sheet, { words: JSON.parse(words), course, locale })
  } catch {
    sheet.role = 'alert'
    sheet.textContent = failed
  }
}

if (sheet) {
  sheet.dataset.awake = ''
  void fillIn(sheet)
}
