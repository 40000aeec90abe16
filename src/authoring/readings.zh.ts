/** How the figures of the standard stand in Chinese sentences. */
import { DIGITS } from './numbers.ts'
import type { Reading } from './reading.ts'

const N = `(${DIGITS.zh})`
const PERCENT = '(?<![0-9０-９.])([0-9０-９]+)\\s*[%％]'
const g = (source: string) => new RegExp(source, 'g')
const lang = 'zh'

const threeDays: readonly Reading[] = [
  {
    rule: 'followup.three-days',
    figure: 'dueDays',
    lang,
    about: /(会员|持卡|投诉过).*回访|回访.*(会员|持卡|投诉过)/,
    numbers: [g(`${N}\\s*个?(?:自然|工作)?[天日](?:之?内|以内)`)]
  },
  {
    rule: 'followup.three-days',
    figure: 'dueDays',
    lang,
    nearby: true,
    unless: /回复|答复|回话|修/,
    numbers: [g(`${N}\\s*[天日](?:之?内|以内|的?期限)`), g(`会员有${N}[天日]`)]
  },
  {
    rule: 'followup.three-days',
    figure: 'rate',
    lang,
    about: /回访率/,
    unless: /第二日|次日|第二天|收缴率/,
    numbers: [g(`回访率[^，。；、]{0,8}?${PERCENT}`), g(`回访率[^，。；、]{0,8}?百分之${N}`)]
  },
  {
    rule: 'followup.three-days',
    figure: 'rate',
    lang,
    nearby: true,
    unless: /收缴|优惠/,
    numbers: [g(`[天日]之?内[^。；0-9０-９]{0,8}?${PERCENT}`), g(`${PERCENT}(?:就是|即)一个不漏`)]
  }
]

const nextDay: readonly Reading[] = [
  {
    rule: 'followup.next-day',
    figure: 'rate',
    lang,
    about: /(第二日|次日|第二天).*回访率/,
    unless: /会员|持卡|投诉过|三[日天]/,
    numbers: [g(`回访率[^，。；、]{0,8}?${PERCENT}`)],
    expected: () => undefined
  },
  {
    rule: 'followup.next-day',
    figure: 'dueDays',
    lang,
    about: /散客|团队|旅行团|这个团/,
    unless: /会员|持卡|投诉/,
    numbers: [g(`离店(?:之?后)?(?:的)?第${N}[天日]`)],
    expected: days => days + 1
  }
]

const others: readonly Reading[] = [
  {
    rule: 'role.apartment.patrol',
    figure: 'timesPerDay',
    lang,
    nearby: true,
    numbers: [g(`每[天日](?:都|要|得|坚持|巡[视查]?|走|看|转|公寓)*${N}\\s*[遍趟]`), g(`巡[视查](?:公寓)?${N}\\s*[遍次趟]`)]
  },
  { rule: 'principle.why-they-leave', figure: 'year', lang, about: /论坛公司/, numbers: [/([12]\d{3})\s*年/g] },
  { rule: 'principle.why-they-leave', figure: 'year', lang, nearby: true, about: /调查|调研/, numbers: [/([12]\d{3})\s*年/g] },
  {
    rule: 'principle.why-they-leave',
    figure: 'betterProduct',
    lang,
    numbers: [
      g(`${PERCENT}[^，。；%％0-9]{0,16}更好的?[商产]品`),
      g(`${PERCENT}[^，。；%％0-9]{0,14}[商产]品[^，。；%％]{0,3}更好`),
      g(`[商产]品[^，。；%％]{0,3}更好[^。；%％0-9]{0,12}?只[有占]${PERCENT}`)
    ]
  },
  {
    rule: 'principle.why-they-leave',
    figure: 'notProduct',
    lang,
    numbers: [
      g(`${PERCENT}[^。；%％0-9]{0,14}(?:与|和|跟)[商产]品(?:因素|本身)?无关`),
      g(`${PERCENT}[^。；%％0-9]{0,14}不(?:是因为|在)[商产]品`)
    ]
  },
  {
    rule: 'principle.why-they-leave',
    figure: 'notProduct',
    also: ['betterProduct'],
    lang,
    nearby: true,
    unless: /回访|[天日]之?内|一个不漏|率|优惠|折/,
    numbers: [g(PERCENT)]
  },
  {
    rule: 'visit.explain-fix',
    figure: 'things',
    lang,
    nearby: true,
    numbers: [g(`(?:说明|解释|交代|讲)[^，。；：]{0,4}?${N}件事`), g(`^\\s*(?:这|那)?${N}件事(?:都|说|讲)`)]
  },
  {
    rule: 'complaint.record',
    figure: 'fields',
    lang,
    nearby: true,
    numbers: [g(`处理单[^，。；：0-9]{0,6}?${N}\\s*个?[栏项]`), g(`(?:^|[，：、\\s]|标准的|原文)${N}[栏项](?:都|写|怎么|之后|里|填)`)]
  },
  {
    rule: 'file.stay-number',
    figure: 'serialDigits',
    lang,
    about: /序列号/,
    numbers: [g(`${N}\\s*位(?:数字)?(?:的)?序列号`), g(`序列号(?:是|为|用|有|写成?)?${N}\\s*位`)]
  }
]

export const CHINESE_READINGS: readonly Reading[] = [...threeDays, ...nextDay, ...others]
