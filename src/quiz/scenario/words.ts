/** What is said around a scenario. */
import type { Lang } from '../../lang/text.ts'

const ZH = {
  step: '第 {n} 步',
  end: '结束',
  meters: '各项指标',
  level: '{level} / {most}',
  earlier: '前面的 {n} 步',
  chose: '你选了：',
  unchanged: '各项没有变化',
  comma: '，',
  ask: '你怎么做？',
  over: '这一遍走完了。提交以后，一步一步复盘。',
  restart: '从头再来',
  restartAsk: '从头再来的话，已经走过的 {n} 步就不算了。',
  goOn: '接着走',
  verdicts: { right: '这一遍走得好。', partly: '走到了底，还有可以更好的地方。', wrong: '这一遍没有走好。', unanswered: '' },
  ends: { good: '好的结局', fair: '过得去的结局', poor: '不理想的结局', failed: '出了大错，走到这里就停了' },
  failed: '这种错，别的地方做得再好也补不回来。现在错，好过在用户面前错。',
  bands: { good: '好', fair: '尚可', poor: '不够' },
  band: '{level} / {most}，{band}（{fair} 起尚可，{good} 起算好）',
  replay: '一步一步看',
  kept: '守住了',
  broken: '违反了',
  touched: '有关规定',
  better: '更好的走法：',
  wise: '走得好',
  worse: '有更好的走法',
  noBetter: '每一步都没有更好的走法。',
  bestPath: '最好的一条路，共 {n} 步'
}

const EN: typeof ZH = {
  step: 'Step {n}',
  end: 'The end',
  meters: 'Meters',
  level: '{level} / {most}',
  earlier: 'Earlier steps: {n}',
  chose: 'You chose:',
  unchanged: 'Nothing changed',
  comma: ', ',
  ask: 'What do you do?',
  over: 'This run is over. Submit it to go through it step by step.',
  restart: 'Start over',
  restartAsk: 'Starting over drops the steps you have taken: {n}.',
  goOn: 'Go on',
  verdicts: {
    right: 'A run well done.',
    partly: 'You got through, and it could have gone better.',
    wrong: 'This run did not go well.',
    unanswered: ''
  },
  ends: { good: 'A good end', fair: 'A fair end', poor: 'A poor end', failed: 'A serious mistake, so the run stopped here' },
  failed: 'Nothing done well elsewhere makes up for this one. Better to make it here than in front of a customer.',
  bands: { good: 'good', fair: 'fair', poor: 'too low' },
  band: '{level} of {most}, {band} (fair from {fair}, good from {good})',
  replay: 'Step by step',
  kept: 'Kept',
  broken: 'Broken',
  touched: 'Rules at stake',
  better: 'A better way:',
  wise: 'Well chosen',
  worse: 'There was a better way',
  noBetter: 'No step had a better way.',
  bestPath: 'The best way through, in {n} steps'
}

export type ScenarioWords = typeof ZH
export const SCENARIO_WORDS: Readonly<Record<Lang, ScenarioWords>> = { zh: ZH, en: EN }
