/**
 * The kinds that a page can ask. Choices are in every quiz; the others are loaded where a question of that kind is
 * asked: those that place things share a file, and each of the larger ones has its own.
 */
import { ChoiceBody } from './choice/ChoiceBody.tsx'
import { multiple, single } from './choice/choices.ts'
import { type KindView, kindView, type ViewsHere } from './kindView.tsx'
import type { Kind } from './question.ts'
import { adopt } from './styles.island.ts'

export type Views = ReadonlyMap<Kind, KindView>

const onOne = kindView<'single'>(single, ChoiceBody)
const HERE: ViewsHere = { single: onOne, replace: onOne, multiple: kindView<'multiple'>(multiple, ChoiceBody) }

const placing = () => import('./placing.tsx')
const LARGE: Readonly<Partial<Record<Kind, () => Promise<{ readonly views: ViewsHere }>>>> = {
  mark: () => import('./mark/MarkBody.tsx'),
  reply: () => import('./reply/ReplyBody.tsx'),
  scenario: () => import('./scenario/ScenarioBody.tsx')
}

async function viewOf(kind: Kind): Promise<KindView> {
  const view = HERE[kind] ?? (await (LARGE[kind] ?? placing)()).views[kind]
  if (!view) throw new Error(`There is no view of ${kind}`)
  return view
}

/** The views of these kinds. Rejects when the code of one can't be loaded. */
export async function viewsOf(kinds: Iterable<Kind>): Promise<Views> {
  const views = await Promise.all([...new Set(kinds)].map(async kind => [kind, await viewOf(kind)] as const))
  for (const [, view] of views) adopt(view.style)
  return new Map(views)
}
