/** A scenario on paper: its nodes are numbered paragraphs, for two people, one of whom reads and keeps the key. */
import { fill, type Lang } from '../../lang/text.ts'
import type { Move, ScenarioQuestion } from '../../quiz/question.ts'
import type { Path } from '../../quiz/scenario/search.ts'
import { inOrder, letterOf } from './letters.ts'

const ZH = {
  how: '两个人做：一个人照着念，拿着答案；另一个人只听，说自己怎么做。每选一次，念的人先说结果、记下各项的变化，再翻到下一段。',
  start: '{name}：从 {start} 开始',
  to: '到第 {n} 段',
  end: '到此结束',
  bands: '{name}：{fair} 起尚可，{good} 起算好',
  which: '各项都好，就是好的结局；都到了尚可，过得去；有一项不够，就不理想。',
  fails: '大错，到此为止',
  comma: '，',
  best: '最好的一条路',
  worst: '最差的一条路'
}

const EN: typeof ZH = {
  how: 'For two: one reads aloud and keeps the answers; the other only listens, and says what they would do. After each choice the reader tells what comes of it, notes how the meters move, and turns to the next paragraph.',
  start: '{name}: begins at {start}',
  to: 'to {n}',
  end: 'the end',
  bands: '{name}: fair from {fair}, good from {good}',
  which: 'The end is good when every meter is good, fair when none is below fair, and poor otherwise.',
  fails: 'A serious mistake: it ends here',
  comma: ', ',
  best: 'The best way through',
  worst: 'The worst way through'
}

export const PAPER_WORDS: Readonly<Record<Lang, typeof ZH>> = { zh: ZH, en: EN }

/** Number of the paragraph that a choice leads to; undefined where it ends. */
export function numberAfter({ nodes }: ScenarioQuestion, { to, fails }: Move): number | undefined {
  const index = fails ? -1 : nodes.findIndex(node => node.id === to)
  return index < 0 ? undefined : index + 1
}

/** Where a paragraph stands on the page. */
export function anchorOf({ id }: ScenarioQuestion, number: number): string {
  return `${id}.${number}`
}

/** A path as who keeps the key reads it, with the levels that it ends with: `1A → 2C`, and `Trust 8, Time 6`. */
export function pathInWords(lang: Lang, { meters, nodes }: ScenarioQuestion, order: readonly string[], { moves, levels }: Path): string {
  const steps = moves.map(id => {
    const node = nodes.findIndex(({ choices }) => choices.some(move => move.id === id))
    const choices = inOrder(nodes[node]?.choices ?? [], order)
    return `${node + 1}${letterOf(choices.findIndex(move => move.id === id))}`
  })
  const ends = meters.map(({ id, name }) => `${name[lang]} ${levels[id]}`).join(PAPER_WORDS[lang].comma)
  return fill(lang === 'zh' ? '{steps}（{ends}）' : '{steps} ({ends})', { steps: steps.join(' → '), ends })
}
