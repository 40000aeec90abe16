/** Learners' fingers on a scenario. A response is the ids of the choices, as the record keeps it. */
import { expect, type Locator } from '@playwright/test'

export const moveOn = (form: Locator, id: string) => form.locator(`[data-move="${id}"]`)

/** Takes these choices one after the other, each when its scene is there. */
export async function playByPointer(form: Locator, response: readonly string[]): Promise<void> {
  for (const id of response) {
    await moveOn(form, id).click()
    await expect(moveOn(form, id)).toHaveCount(0)
  }
}
