/** Puts the list of kept forms into its page. */
import { h, render } from 'preact'
import { FormList, type ListProps } from './FormList.tsx'

const place = document.querySelector<HTMLElement>('[data-papers]')
if (place) {
  place.dataset.awake = ''
  const props: ListProps = JSON.parse(place.dataset.papers ?? '{}')
  render(h(FormList, props), place)
}
