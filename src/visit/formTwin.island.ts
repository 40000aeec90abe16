/** The language switch leads to the same form, not only to the same page. */
export function keepAddress(): void {
  const twin = document.querySelector<HTMLAnchorElement>('[data-twin]')
  twin?.addEventListener('click', () => {
    twin.hash = location.hash
    twin.search = location.search
  })
}
