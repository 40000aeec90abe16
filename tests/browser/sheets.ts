/** Sheets of paper that a page takes. */
import { expect, type Page } from '@playwright/test'

/** Width and height of each sheet of a PDF, in millimetres. */
export async function pdfSheets(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const count = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)]
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4)
  expect(boxes.length).toBe(count)
  return boxes.map(([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`)
}
