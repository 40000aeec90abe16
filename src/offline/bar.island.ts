/** The bar at the lower edge in which the offline copy speaks. It lies over the page, so nothing moves. */
const STYLE = `#offline-bar{position:fixed;inset:auto 0 calc(4rem + env(safe-area-inset-bottom));z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;padding:.5rem 1.125rem;background:var(--card);border-block:1px solid var(--line)}
#offline-bar span{flex:1 1 12rem}
#offline-bar button{min-height:3rem;padding:.25rem 1rem;border:1px solid var(--edge);border-radius:12px;background:var(--card);color:inherit;font:inherit;font-weight:700;cursor:pointer}
#offline-bar .go{border-color:var(--green);background:var(--green);color:var(--on-green)}
#record-notice:not(:empty)~#offline-bar{inset:var(--bar) 0 auto}
@media(width>=60rem){#offline-bar{bottom:0}}
@media print{#offline-bar{display:none}}`

export interface Choice {
  readonly label: string
  readonly isMain?: boolean
  /** The bar goes away when it was pressed. */
  press(): unknown
}

/** Shows the bar, or what it shows instead of what it showed. Returns what takes it away. */
export function showBar(label: string, line: string, choices: readonly Choice[]): () => void {
  const before = document.getElementById('offline-bar')
  const bar = before ?? document.createElement('section')
  if (!before) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    document.adoptedStyleSheets.push(sheet)
    bar.id = 'offline-bar'
    document.body.append(bar)
  }
  bar.ariaLabel = label
  const text = document.createElement('span')
  text.role = 'status'
  const close = () => {
    const hadFocus = bar.contains(document.activeElement)
    bar.remove()
    const main = document.querySelector('main')
    if (!hadFocus || !main) return
    main.tabIndex = -1
    main.focus()
  }
  const buttons = choices.map(({ label, isMain, press }) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    if (isMain) button.className = 'go'
    button.onclick = () => {
      close()
      press()
    }
    return button
  })
  bar.replaceChildren(text, ...buttons)
  // Said when it is in the page already: what is inserted with its text is not announced.
  text.textContent = line
  return close
}
