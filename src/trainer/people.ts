/** People by their staff number: of the list where they stand on it, else as they typed their names themselves. */
import { sameStaff } from '../training/receipt.ts'
import type { Person } from './roster.ts'
import type { Counted } from './verdict.ts'

export type People = ReadonlyMap<string, Person>

export function peopleOf(roster: readonly Person[], counted: readonly Counted[]): People {
  const people = new Map<string, Person>()
  for (const { receipt } of counted) people.set(sameStaff(receipt.staff), { staff: receipt.staff, name: receipt.name, team: '' })
  for (const person of roster) people.set(sameStaff(person.staff), person)
  return people
}

/** A name and a staff number, as a message is addressed. */
export function calledOf({ staff, name }: Person): string {
  return name === '' ? staff : `${name} ${staff}`
}

/** In the order of teams, then of staff numbers. */
export function calledIn(people: People, keys: readonly string[]): string[] {
  const found = keys.map(key => people.get(key) ?? { staff: key, name: '', team: '' })
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return found.sort((a, b) => before(a.team, b.team) || before(a.staff, b.staff)).map(calledOf)
}

/** Teams of a list, each once, in its order. */
export function teamsOf(people: Iterable<Person>): string[] {
  return [...new Set([...people].map(({ team }) => team))].filter(team => team !== '')
}
