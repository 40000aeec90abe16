/**
 * How people put a banned phrase in Chinese without its words: other pronouns, particles, departments. And what is no
 * violation though the words stand there: a condition, a question, somebody else's words, somebody else who doesn't know.
 *
 * The patterns read folded text: narrow punctuation, no spaces. They go to every page that asks for a reply in Chinese:
 * each earns its bytes by the labelled replies it reads. Repetition is bounded, so that the time grows with the text.
 */
import { needs, prepare } from './needsInChinese.ts'
import { pattern, type Rules } from './rules.ts'

const PIECES = {
  // We, with the department or the place that is meant.
  US: '(?:[我咱俺]们?|本(?:人|店|部门|公司)|这边|酒店|前台|客服|公司|物业){SOME}',
  // A few characters of the same clause, about us.
  SOME: '[^,。.!?;您你说讲不]{0,4}?',
  END: '(?=[,。.!?;吧啊呀呢了哦]|$)'
}

const VARIANTS = {
  'phrase.not-our-business': pattern(PIECES, [
    '不[归由]{US}(?:管|负责|处理|修|弄|办)?',
    '不(?:属于?|关|干|是|在){US}[的之]?(?:事|活|管|职责|责任|业务|工作|问题|范围|服务|负责|[该能可][以]?[管做])(?:的?范围)?|(?:事|活|东西)[^,。.!?;]{0,3}不是{US}的{END}',
    '[跟和与同关]{US}(?:没|毫?无|不|有[什啥])[^,。.!?;]{0,5}(?:关系|相干|界)|关我{SOME}事',
    '{US}(?:不管(?!多|什么|谁|哪|怎|几|是|有没|在不|白天)|管不[了着到]|[没无]有?权力?[管过]|没有?责任|不插手|不受理)|不负责(?!任|到底)',
    '别找[我咱]|轮不到{US}|没{US}事{END}|[您你]{SOME}[找问]问?(?:别[人家的处]|其他)'
  ]),
  'phrase.dont-know': pattern(PIECES, [
    '(?:[我咱]|这边)[^,。.!?;您你他她看听印照拍写说讲]{0,7}?不[^,。.!?;您你]{0,3}?(?:清楚|知道|晓得|了解|确定|懂(?:这|{END}))(?!您|你|能否|方不方便|合不合)',
    '不(?:太|大|怎么|是很)(?:清楚|知道|晓得|了解|确定|懂(?:这|{END}))(?!您|你|是否)|(?:还|现在|暂时|这个|也|真)(?:没法|不)(?:确定|好说|敢说)|一[无概][所不]知',
    '说不(?:好(?!听)|准|上来)|[讲拿看]不准|难说|不好[说讲](?=[。.!?;的呀啊呢]|$)|没法(?:回答|答复)|我问谁|没听说|[搞弄]不(?:清|懂)',
    '没[人谁]?(?:[跟和给对]|告诉|通知)过?[我咱]|[我咱][^,。.!?;您你]{0,3}(?:哪|怎么)[里儿会能]{0,2}(?:知道|晓得)|谁(?:知道|晓得)(?=[,。.!?;呢啊他什几怎]|$)',
    '不知道[您你]的[^,。.!?;]{1,8}(?:在哪|怎么|为什么|什么时候)'
  ]),
  'phrase.no-way': pattern(PIECES, [
    '没有?[^,。.!?;您你人]{0,3}?(?:办法|法子|招|辙|救)(?![马立当今现一给用院记到人聘呼])(?:解决|[帮给][您你]|了)?|没法(?:修|解|处理|弄|办|恢复|救|帮|{END})',
    '(?:解决|处理|修|弄|搞|恢复|满足|救|办|找(?=不回))不(?:了|好|掉|回来?|成|来)了?',
    '没得[修救]|无[法从](?:解|处|修|恢|满|帮)|无解|无能为力|爱莫能助|帮不[了上]|没什么[能可]以?帮[您你]?|死心|没人[能会]{SOME}[修解处弄]|谁来?[^,。.!?;]{0,3}没用',
    '[您你]也?[就只][能好]?(?:将就|凑合|忍|认|习惯)|只能(?:等|这样|认){END}'
  ])
}

const OTHERS = '(?:[您你他她]|用户|客[户人]|业主|住户|老人|孩子|邻居|大爷|阿姨|经理|主管|领导)们?'

const EXCUSES: Rules['excuses'] = [
  { before: /(?:如果|要是|万一|假如|就算|即使|哪怕)[^,。.!?;]{0,12}$/ },
  { after: /^[^,。.!?;]{0,4}(?:的话|的时候)/ },
  // What the customer said, or was told.
  {
    before: new RegExp(
      `${OTHERS}[^,。.!?;我]{0,8}(?:说|讲|写|提到)(?!的(?!是))(?:的?是|过|了)?(?:[:,]?["“][^"”]{0,30}|[^"“”,。.!?;我]{0,8})$`
    )
  },
  { before: /[^我][跟和对告][诉]?[您你](?:说|讲)?(?:过|了)?[:,]?["“]?[^"“”,。.!?;我]{0,8}$/ },
  { before: /["“][^"”]{0,30}$/, after: /^[^"“]{0,12}["”],?[这那]?[种样句]?的?话/ },
  // Not to be said, and not left at that.
  { before: /(?:不[会能敢该想]|[绝决]不|别|谁)[^,。.!?;]{0,5}(?:说|讲|用|回|拿|推|答)[^,。.!?;]{0,6}$|谁说[^,。.!?;]{0,6}$/ },
  { before: /(?:不是|怎么会|不会|不可能|不能|[绝决从]不)$/ },
  // Somebody else who doesn't know, and what can't be seen or heard.
  { only: 'phrase.dont-know', before: new RegExp(`${OTHERS}(?:可能|也许|还|也|都|本来|是不是|如果|自己){0,3}$`) },
  {
    only: 'phrase.dont-know',
    before: /(?:[看听印照拍写示录读说讲字迹面像片音信号屏幕签名标])(?:上|里|的字?|得|都|也|有点|还是|又|很|可能){0,3}$/
  },
  { only: 'phrase.dont-know', before: /(?:有|哪[里儿些]|任何)(?:什么|地方|还)?$/ },
  { only: 'phrase.dont-know', after: /^的[^,。.!?;呀啊吧呢]|^该?怎么感?谢/ },
  { only: 'phrase.dont-know', before: /(?:^|[,:])我?$/, after: /^[^,。.!?;]{0,12}[您你][^,。.!;]{0,8}(?:吗|方便|满意|介意|合适|贵姓)/ },
  // A limit of the place or of one person, not of everybody; or of today, where another day is named.
  { only: 'phrase.no-way', before: /(?:现场|当场|电话[里上]|远程|一个人|我自己|这[里儿])[^,。.!?;]{0,4}$/ },
  {
    only: 'phrase.no-way',
    before: /(?:今[天晚]|现在)[^,。.!?;我]{0,4}$/,
    after: /^[^。.!?;]{0,8}[,;][^。!?]{0,30}(?:明|后天|周|星期|[点号])/
  },
  { only: 'phrase.no-way', after: /^(?:我给|[您你]来?找我|再|才|,?不收)|^的(?=[^,。.!?;您你吧呀啊])/ }
]

/** What finds phrases, for whoever has no use for the rest. */
export const BANNED_CHINESE = { variants: VARIANTS, excuses: EXCUSES }

export const CHINESE: Rules = { ...BANNED_CHINESE, prepare, needs }
