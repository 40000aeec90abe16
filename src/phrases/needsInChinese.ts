/** What a reply in Chinese shows. Chinese drops the subject, so a clause without one goes on with that of the last. */
import type { Rules, Said } from './rules.ts'

/** A trade, a department, or a name as it is said at work: 王师傅, 李工, 小陈. */
const ROLE =
  '师傅|技术员|[电水][工]|主管|经理|主任|班长|同事|前台|总台|(?:客房|工程|维修|行李|康乐|技术|保安|客服)[部中房]|保[安洁]|管家|财务|物业|专[员人]|厂家|公司|银行|值班|工程师|[^员手完人施加开罢]工(?=[,在会来去马已正带查上打跟]|$)|[小老](?![时区姐心孩板师])[一-龥](?=[在会来去马已正现带]|$)|[一-龥](?:姐|哥|老师)'
const YOU = '[您你]'
/** The speaker as the one to be told, nouns that hold a verb, and what asks the customer for understanding. */
const NOISE =
  /(?:给|找|跟|和|告诉|联系|问|向|通知|叫)[我咱]们?|[修查办弄]是(?=[修查办弄□])|问题|维修[单费不工]|装修|宽带|直接|接下来|退房|大约|单位|回头|报修|快递|外卖|给[您你](?:带来|造成|添)|的(?:安排|处理|帮助|负责)|办公|[等待](?:我们?)?的?(?:通知|消息|电话)/g
const ASKED_OF_THEM =
  /[请望谢要][您你]?[的能多]?(?:理解|谅解|体谅|配合|支持)|[您你](?:要|得|应该|能)?(?:理解|明白|知道)(?:一下)?(?:我们?|了?吗|吧|的)?$/g

/** What can be seen to be done. 处理, 解决, 想办法 and 跟进 can't. */
const DEED = new RegExp(
  [
    '查|核[实对]|确认|问|打听|请[教示]|联[系络]|打(?:给|过|到|电话|完)|回[您你话电复信覆访大]|[答回][复覆]|告[诉知]|通知|转(?:给|告|到|交)|报[给告上备到]|汇报|登记|记[下录在到好全]|写[进在下给清成]|填|派',
    '上[门楼来去]|下[来去楼]|过[来去]|[来去](?=[修看查装换取接拿送找跟问把]|一趟|现场)|[来去走到]了?$|到(?:[您你门家]|现场)|修|换|装|检测|测|试|送|拿|取|搬|接(?=[您你到着])|陪|退[到还款给您]|补[上给发]|重[做新置启]|改[成好签]|订|留[一好给到着]|[关打][上掉开]|开[门锁单机]|贴|发[给到群您]',
    '[给帮替为][您你大][^,]{0,10}(?:结果|答|电话|回|说法|信|消息|[打讲说写定算找装看])|[跟和向][^,我]{1,6}[说讲](?!法)|讲[一清给明]|解释|说明|盯|弄[明清]|调[货配试]|约|出发|路上|在办|办[好理]|带(?=[您你人着来去过上回配一])|找(?=[^您你])|安排[^,]{0,8}(?:上|[过看修查人师])',
    `清洗|打扫|收拾|整理|交[给到]|提交|短信|微信|到账|恢复|[开备弄做]好|放[在到]|教|[请让叫派](?:[^,]{0,6})(?:${ROLE}|人)|电话我来`
  ].join('|'),
  'g'
)
/** Whatever somebody says that they are just about to do. */
const DOING =
  /我们?[^,]{0,6}(?:这就|马上|先|去|来|[帮给替陪为][您你])(?!处理|解决|想|尽|努力|理解|安排|跟进|负责|说|看看|[不没有是的了过自到])[一-龥]{2}/g
const PROMISE = /处理|解决|想[^,]{0,2}办法|跟进|安排|负责|尽力(?!了)|帮|协调|搞定|看看|看一?下|反映|办/g

/** A verb is denied by what stands close before it, but not by 不管, 不光 and the like. */
const DENIED = /(?:[没不别未莫无]|哪|怎么?|只管?|只负责|时候|几点)[^,]{0,3}$|(?:不[知晓清确]|没人|谁也)[^,我]{0,12}$/
const STILL = /(?:不[论管仅但光行急错一]|没[问事关多]|[没不][^,]{1,3}[就先再也都我])[^,]{0,3}$/

function does(clause: string, ...verbs: readonly RegExp[]): boolean {
  return verbs.some(verb =>
    [...clause.matchAll(verb)].some(({ index }) => {
      const before = clause.slice(Math.max(0, index - 16), index)
      return !DENIED.test(before) || STILL.test(before)
    })
  )
}

const SOFT = '(?:那|所以|要不然?|建议|还是|就|只能|得|先|但|也|我?不知道|等|然后|再|好的?){0,2}'
const THEIRS = new RegExp(
  `^${SOFT}(?:请|麻烦|烦请)?${YOU}|得[找问去打自]|(?:^|[^给帮替为跟和向对请让陪])${YOU}[得要去再先直接可以还是自己]{0,2}[问找打联看去上拨跟等]`
)
const ASKED = new RegExp(`^${SOFT}(?:请|麻烦|烦请)(?!.{0,8}(?:${ROLE}))`)
const COMING = /[您你].{0,10}[接收听看拿等]到/
const OWN = /我|咱/
const OURS = new RegExp(`${OWN.source}|[给帮替为]${YOU}|${ROLE}`)
const NOBODY = /有人|部门|相关人员/
const SUPPOSED = /^(?:但|不过)?(?:如果|要是|万一|假如|就算|即使|哪怕)/
/** Stands where somebody’s words are quoted. */
const QUOTED = '§'

type Owner = 'ours' | 'theirs' | 'nobody'

/** Whose deed a clause is: said in it, or carried on from the one before. */
function whose(clause: string, before: Owner): Owner {
  if (clause.endsWith(QUOTED)) return 'theirs'
  if (NOBODY.test(clause) && !OWN.test(clause)) return 'nobody'
  if ((THEIRS.test(clause) && !OWN.test(clause) && !COMING.test(clause)) || ASKED.test(clause)) return 'theirs'
  return OURS.test(clause) ? 'ours' : before
}

const NUMBER = '[\\d零一二两三四五六七八九十半]{1,4}'
const TIME = new RegExp(
  `${NUMBER}个?[半多]?(?:分钟?|小时|钟头|刻钟|秒|天|日|周|星期|工作日)|${NUMBER}[点时](?!候|间|不)|\\d{1,2}:\\d{2}|[今当明][天早晚日]|后天|[上下中]午|傍晚|晚[上饭]|天黑前|下班前|月底|(?:周|星期)[一二三四五六日天末]|\\d{1,2}号(?![楼房线车])|[^,]{2,8}[之以]前(?=我|$)`
)
const ALL_TIMES = new RegExp(TIME, 'g')
const NOW = /马上|立刻|立即|现在|这就|当场|正在|在路上|已经出发/
/** Past, out of hours, put off, or too vague to rely on. */
const NO_TIME =
  /昨|前天|刚才|等了|[住用]了|到现在|(?:分钟|小时|天|周|月|年)[前了]|营业|上班|下班了|开放|24小时|二十四小时|再说|手上|可能|也许/
/** What may stand beside a time that is the whole clause: 两分钟就好, 中午之前. */
const BARE = /^(?:就好?|给我|大[概约]|约|以?内|之?[前后]|最多|后|钟|吧|等我|还要){0,3}$/
/** A deadline for what the next clause does. */
const DUE = new RegExp(`(?:${TIME.source})(?:之?[前内]|以内)`)

function isBare(clause: string): boolean {
  return TIME.test(clause) && BARE.test(clause.replace(ALL_TIMES, ''))
}

const HEARD = new RegExp(
  [
    '抱歉|对不[起住]|不好意思|道歉|过意不去|添了?麻烦|[让叫害][您你][^,]{0,4}(?:等|累|急|跑|心|惊|委屈)|耽误[您你]|心疼|心里[^,]{0,3}(?:不好受|难受)',
    '(?:^|[^您你])(?:很|完全|都|我们?|可以|非常)理解(?!我)|(?:^|我)理解[您你]|(?:^|我)明白(?!吗)|我们?都?懂|听明白了|听[您你](?:说|讲|这)|(?:^|[^跟和对给向])[您你](?:刚才|刚刚|之前)?[说讲写提]到?§|[您你]的?[^,我]{0,8}我们?(?:都|已经?)?(?:记下|听|看了|看到|收到)',
    '别(?:着?急|担心|生气|慌)|知道[您你][^,]{0,6}[急气累难烦]|换(?:谁|哪位|我)|谁[碰遇都也][^,]{0,6}[急气恼火烦]|难怪|[您你][^,]{0,6}[定该当很][^,]{0,3}[急气累烦怕]|急[^,]{0,2}应该|气[^,]{0,2}应该|气该生|白[等跑来]',
    '辛苦[您你了]|委屈[您你]|[您你](?:说|讲|提|批评)得?[很太都]?(?:对|有道理|没错|是)|谢[您你]?的?提醒|谢[您你](?!的?(?:理解|配合|合作|支持|来电))[^,]{2,}|(?:^|[^不])是我们?[^,]{0,4}(?:不对|错|疏忽|失|没|慢|欠|不周|责任|不好|忘|漏)|我们的(?:错|疏忽|责任)'
  ].join('|')
)

export function prepare(text: string): string {
  return text.replace(/[ \t]+/g, '').replace(/([说讲写问提]到?)(?:的?是|过|道)?[:,]?(?=["“「])/g, `$1${QUOTED}`)
}

export function* needs(sentences: Parameters<Rules['needs']>[0]): Iterable<Said> {
  let owner: Owner = 'nobody'
  for (const sentence of sentences) {
    let due = false
    for (const said of sentence) {
      const heard = said.replace(ASKED_OF_THEM, '_')
      if (HEARD.test(heard)) yield 'heard'
      const clause = heard.replace(NOISE, '_')
      if (SUPPOSED.test(clause)) continue
      owner = whose(clause, owner)
      const timed = !NO_TIME.test(clause)
      const deed = owner !== 'theirs' && does(clause, DEED, DOING)
      const acts = owner !== 'theirs' && (deed || does(clause, PROMISE))
      if (deed) yield 'what'
      if (acts && owner === 'ours') yield 'who'
      if ((acts && (due || (timed && (NOW.test(clause) || TIME.test(clause))))) || (timed && isBare(clause))) yield 'when'
      due = timed && DUE.test(clause)
    }
  }
}
