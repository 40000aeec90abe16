/**
 * Style sheets that come with the code that needs them: no request more, and none on pages that don't ask that kind. A
 * sheet made by a script is no inline style, so the security policy stays as strict as it is.
 */
const adopted = new Set<string>()

/** Puts a style sheet on the page, once. */
export function adopt(style: string | undefined): void {
  if (style === undefined || adopted.has(style)) return
  adopted.add(style)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
}
