/**
 * A file that can be read without this handbook and that tells whether it is whole: JSON Lines after a first line that
 * says what it is, how many lines follow and what their hash is. It can hold anything when it comes back.
 */

/** SHA-256 of a text, as lower-case hex. */
export type Digest = (text: string) => Promise<string>

export type Refusal = 'too-large' | 'not-a-backup' | 'newer' | 'incomplete' | 'altered'

/** What a file says it is, and the largest one that is read, in characters. */
export interface Seal {
  readonly format: string
  readonly v: number
  readonly largest: number
}

export type Unsealed = { readonly type: 'whole'; readonly lines: readonly unknown[] } | { readonly type: 'refused'; readonly why: Refusal }

export async function sealed({ format, v }: Seal, things: readonly unknown[], digest: Digest): Promise<string> {
  const body = things.map(thing => JSON.stringify(thing)).join('\n')
  const head = { format, v, count: things.length, sha256: await digest(body) }
  return `${JSON.stringify(head)}\n${body}\n`
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The lines of a file, each parsed and none looked at: a line that is no JSON is undefined. */
export async function unsealed(text: string, { format, v, largest }: Seal, digest: Digest): Promise<Unsealed> {
  const refused = (why: Refusal): Unsealed => ({ type: 'refused', why })
  if (text.length > largest) return refused('too-large')
  const [first = '', ...rest] = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .trimEnd()
    .split('\n')
  const head = parse(first) as { format?: unknown; v?: unknown; count?: unknown; sha256?: unknown } | null | undefined
  if (typeof head !== 'object' || head === null || head.format !== format) return refused('not-a-backup')
  if (typeof head.v === 'number' && head.v > v) return refused('newer')
  if (rest.length !== head.count) return refused('incomplete')
  if ((await digest(rest.join('\n'))) !== head.sha256) return refused('altered')
  return { type: 'whole', lines: rest.map(parse) }
}
