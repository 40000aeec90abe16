/** A form as a file of its own, and handing files out. */

/**
 * The sheet that would be printed, with the page's styles, as one page of HTML: it opens anywhere, looks like the paper and
 * prints like it. Serialised from the document, so what somebody wrote stays text; no script may run in it.
 */
export function sheetFile(paper: Element, title: string): File {
  const page = document.implementation.createHTMLDocument(title)
  page.documentElement.lang = document.documentElement.lang
  page.body.className = 'filed'
  const meta = (attributes: Readonly<Record<string, string>>) => {
    const made = page.createElement('meta')
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
    return made
  }
  page.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'content-security-policy', content: "default-src 'none'; style-src 'unsafe-inline'" }),
    meta({ name: 'viewport', content: 'width=device-width,initial-scale=1' })
  )
  for (const { textContent } of document.querySelectorAll('head style')) {
    const style = page.createElement('style')
    style.textContent = textContent
    page.head.append(style)
  }
  const main = page.createElement('main')
  main.className = 'sheet'
  main.append(page.importNode(paper, true))
  page.body.append(main)
  return new File([`<!doctype html>\n${page.documentElement.outerHTML}`], fileName(title, 'html'), { type: 'text/html' })
}

/** Signs that no file system minds. */
export function fileName(title: string, ending: string): string {
  return `${title
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 80)}.${ending}`
}

/** True when it was shared, undefined when the person went back, false when it has to be downloaded. */
export async function share(file: File): Promise<boolean | undefined> {
  try {
    await navigator.share({ files: [file], title: file.name })
    return true
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? undefined : false
  }
}
