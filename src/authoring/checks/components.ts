/** The components of a page: known ones, with the right properties, in the right places. */
import { type Property as Allowed, COMPONENTS, type Component, componentOf } from '../components.ts'
import type { Library, Page } from '../library.ts'
import { type Element, elementsOf, outlineOf, type Property } from '../outline.ts'
import { mistake, type Problem } from '../problem.ts'

export function* checkComponents(library: Library): Iterable<Problem> {
  for (const page of library.pages) {
    for (const element of elementsOf(outlineOf(page))) {
      const component = componentOf(element.name)
      if (!component) yield unknown(page, element)
      else {
        yield* checkProperties(page, element, component)
        yield* checkNesting(page, element, component)
      }
    }
  }
}

function unknown(page: Page, element: Element): Problem {
  const spot = { file: page.file, line: element.line }
  if (/^[A-Z]/.test(element.name)) {
    return mistake(
      'unknown-component',
      spot,
      `There is no component <${element.name}>.`,
      `There are ${Object.keys(COMPONENTS).join(', ')}.`
    )
  }
  return mistake(
    'raw-html',
    spot,
    `There is raw HTML: <${element.name}>.`,
    'Use Markdown or a component; pages hold no HTML and no scripts.'
  )
}

function* checkProperties(page: Page, element: Element, component: Component): Iterable<Problem> {
  const names = Object.keys(component.properties)
  const given = new Set<string>()
  for (const property of element.properties) {
    const spot = { file: page.file, line: property.line }
    const allowed = Object.hasOwn(component.properties, property.name) ? component.properties[property.name] : undefined
    const list = names.length > 0 ? `It takes ${names.join(', ')}.` : 'It takes none.'
    if (!allowed) yield mistake('unknown-property', spot, `<${element.name}> has no property \`${property.name}\`.`, list)
    else if (given.has(property.name)) yield mistake('bad-property', spot, `<${element.name}> has \`${property.name}\` twice.`, 'Keep one.')
    else yield* checkValue(page, element, property, allowed)
    given.add(property.name)
  }
  for (const name of names) {
    if (component.properties[name]?.required && !given.has(name)) {
      yield mistake(
        'missing-property',
        { file: page.file, line: element.line },
        `<${element.name}> lacks \`${name}\`.`,
        `Write ${name}="…" in the tag.`
      )
    }
  }
}

function* checkValue(page: Page, element: Element, property: Property, allowed: Allowed): Iterable<Problem> {
  const spot = { file: page.file, line: property.line }
  const where = `\`${property.name}\` of <${element.name}>`
  if (property.value === undefined)
    yield mistake('bad-property', spot, `${where} is not a text.`, `Write ${property.name}="…" with double quotes and without braces.`)
  else if (property.value.trim() === '')
    yield mistake('bad-property', spot, `${where} is empty.`, 'Write its text, or remove the property if it is optional.')
  else if (allowed.oneOf && !allowed.oneOf.includes(property.value)) {
    yield mistake('bad-property', spot, `${where} is "${property.value}".`, `It is one of ${allowed.oneOf.join(', ')}.`)
  } else if (allowed.refersTo === 'anchor' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(property.value)) {
    yield mistake(
      'bad-id',
      spot,
      `${where} is "${property.value}", which is malformed.`,
      'An id is lower-case words joined by hyphens, such as retest.'
    )
  }
}

function* checkNesting(page: Page, element: Element, component: Component): Iterable<Problem> {
  const spot = { file: page.file, line: element.line }
  const { name } = element
  const parent = element.inside.at(-1)
  if (component.parent && parent !== component.parent) {
    yield mistake(
      'wrong-parent',
      spot,
      `<${name}> stands outside <${component.parent}>.`,
      `Put <${component.parent}> and </${component.parent}> around it.`
    )
  } else if (!component.inline && element.inSentence) {
    yield mistake(
      'wrong-parent',
      spot,
      `<${name}> stands in the middle of a paragraph.`,
      'Give it lines of its own, with an empty line before and after.'
    )
  }
  const holder = componentOf(parent ?? '')
  if (holder && (holder.holds === 'Step' || holder.holds === 'Line') && holder.holds !== name) {
    yield mistake('wrong-child', spot, `<${name}> stands directly in <${parent}>.`, `<${parent}> holds only <${holder.holds}>.`)
  }
  if (component.holds === 'none' && !element.empty) {
    yield mistake('wrong-child', spot, `<${name}> has something in it.`, `It closes itself: <${name} … />.`)
  } else if (component.holds !== 'none' && element.empty) {
    yield mistake('empty-component', spot, `<${name}> is empty.`, 'Write its text, or remove it.')
  } else if ((component.holds === 'Step' || component.holds === 'Line') && element.wordy) {
    yield mistake(
      'wrong-child',
      spot,
      `There is text directly in <${name}>.`,
      `<${name}> holds only <${component.holds}>; put the text in one of them or outside.`
    )
  }
}
