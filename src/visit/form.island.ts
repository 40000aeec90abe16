/** Puts the form to be filled in into its page. */
import { h, render } from 'preact'
import { type FillProps, FormFill } from './FormFill.tsx'
import { keepAddress } from './formTwin.island.ts'

const place = document.querySelector<HTMLElement>('[data-fill]')
if (place) {
  place.dataset.awake = ''
  const props: FillProps = JSON.parse(place.dataset.fill ?? '{}')
  render(h(FormFill, props), place)
  keepAddress()
}
