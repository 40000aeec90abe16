/** What a reply in English shows. A promise has its subject before it: "I’ll", "our engineer will", "let me". */
import type { Rules, Said } from './rules.ts'

/** Names, told by their capital letter, become a colleague before the case is folded. */
const NAME =
  /\b(?!(?:I|You|It|That|Th(?:is|ere|ese|ose|ey|e)|S?[Hh]e|We|Some\w+|Any\w+|Every\w+|No\w*|Wh\w+|Your|Our|My|One|Here|How|If|Both|Yes|Ok|Power|Water|Help)\b)[A-Z][a-z]+(?: [A-Z][a-z]+)?(?= will\b|'ll\b| is \w+ing\b| is on\b|'s \w+ing\b| can\b| has\b| and I\b)/g

const ROLE =
  '(?:technician|engineer|manager|supervisor|colleague|plumber|electrician|housekeep(?:er|ing)|engineering|maintenance|reception|desk|accounts|security|director|driver|porter|cleaner|store|maker|supplier|team|office|company|(?:mrs?|ms|dr) [\\w-]+)'
const SUBJECT = `\\b(?:i|we|he|she|they|${ROLE}(?: [\\w-]+){0,4})`
const VERY = '(?: (?:just|also|then|now|already|personally|first|be able to|going to))?'
/** What is no deed, or none that can be checked: handle, deal with, sort out, try. */
const IDLE =
  '(?!(?:(?:be|hav|do|see|hear|try|tri|handl|deal|sort|help|need|want|lik|hop|think|know|understand|imagin|wait|work|stand|feel|mean|agree|follow|fix|open|clos|noth|anyth|someth)(?:e|ing|ed)?|not|never|no|been|done|only|sure|sorry|afraid|glad|had|heard|that|the|your?|our|such|very|too|still|going to|tak(?:e|ing) (?:care|the)|look(?:ing)? after|make it|get (?:used|this))\\b)'
const DONE = '(?:[a-z]{2,}ed|sent|told|put|taken|written|found|made|left|spoken|brought|rung|paid)'
/** Verbs of deeds, where any verb would be too many. */
const DEED =
  'check|call|phone|ring|ask(?! you to)|find|arrange|send|bring|come|write|tell|let you know|speak|look (?:at|into|up)|get (?:back|an?|our|the|them|him|her|it|someone)|have (?:an?|our|the|them|him|her|it|you|someone)|make sure|try (?:again|once)|text|email|move|carry|take(?! care| the nec| steps| action| all)|see to it|reach|fetch|give|show|explain|pass|report|replace|swap|change|repair|fix|test|answer|book|order|meet|stay|go (?:up|down|over|with|and)'
const BE = '(?:be (?:there|here|up|over|round|back)|(?:be )?(?:with you\\b|at your|on (?:my|his|her|their|the|its) way))'

/** What somebody will do, is doing or has done. */
const ACTS = [
  `${SUBJECT}(?:'ll| will| shall|(?:'m|'re| am| are) going to)${VERY} (?:${DEED}|${BE}|${IDLE}[a-z]{3,})`,
  `${SUBJECT}(?:'m|'re|'s| am| are| is)${VERY} (?:${IDLE}[a-z]{2,}ing\\b|having (?:the|your|an?|our)|${BE})`,
  `${SUBJECT}(?:'ve|'s| have| has)${VERY} ${IDLE}${DONE}\\b`,
  `${SUBJECT}(?:'d| can| could| would| want to| need to)(?: (?!not|you)\\w+){0,3} (?:${DEED}|${BE})\\b`,
  `\\blet(?: me|'s)${VERY} (?:${DEED})`,
  `(?:${SUBJECT}[^,]{0,40} and|\\bwho)(?:'ll| will) (?:${DEED})`,
  `\\b${ROLE} (?:brings|comes|calls|rings|fits|takes|checks|starts|goes|repairs|visits)\\b`
].join('|')
const WHAT = new RegExp(
  `${ACTS}|\\b(?:someone|somebody)(?:'ll| will) (?:${DEED})|(?:\\bwill|'ll) be (?:\\w+ly )?${DONE}|\\b(?:has|have|is being) been? ?${DONE}|\\byou(?:'ll| will) (?:have(?! to)|get(?! used)|hear|receive)\\b|^back (?:to|with) you|^(?:and |then |so )*(?:will|going to) (?:be |\\w+ )`
)
const WHO = new RegExp(
  `${ACTS}|${SUBJECT}(?:'ll| will|'m| am|'re| are|'d| can)${VERY} (?:handl|deal|tak(?:e|ing) care|sort|do (?:our|my|what|every)|doing every|see what|help|look(?:ing)? after|try|follow|work|on it|fix|take (?:the|steps|action))|\\blet me (?:see|help|try|sort)`
)

const FIRST = '^(?:(?:so|and|but|then|or|well|now|just|maybe) )*'
/** What the customer does, may do or is asked to do. */
const THEIRS = new RegExp(
  `\\bplease\\b|${FIRST}(?:(?:could|can|would|will|did|do|have|are|were) you|you(?:'d)? (?!will\\b)|if|when|unless|whether|is there)\\b`
)
const ORDER = new RegExp(`${FIRST}(?:call|ring|come|try|ask|check|wait|go|see|restart|contact|visit|send|tell)\\b`)
const ASKED_OF_THEM = /\b(?:please|you (?:need|have) to)(?: try to)? understand\b|\bsorry\?/g
/** What is only supposed or asked. */
const SUPPOSED =
  /\b(?:when|if|whether|what(?! (?:i|we) can)|where|how|until|before|once) (?:i|we|he|she|they|it|the \w+|your \w+)(?:'ll|'s|'d|'ve| will| is| are| can| could| has)\b/g

const NUMBER =
  '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|an?|half an|the next)'
const UNIT = '(?:min(?:ute)?s?|hours?|days?|weeks?)'
const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow)'
const TIME = new RegExp(
  `\\bwithin the hour|\\b(?:in|within|next|after)(?: about)? ${NUMBER}(?: more| working)? ${UNIT}\\b|\\bin (?:five|ten|fifteen|twenty)$|\\b(?:by|before|at|till|until|around|about)(?: about)? (?:${NUMBER}(?! (?:year|month|minute|hour|day|week|time|people|more|of))\\b|\\d{1,2}[:.]\\d{2}|noon|midday|midnight|lunch|half past|quarter|the end|you |we )|\\b${DAY}\\b|\\bth(?:is|at) (?:morning|afternoon|evening|week|minute)|\\bnow\\b|\\b(?:right|straight) ?away\\b|\\bat once\\b|\\bimmediately\\b`
)
/** Past, opening hours, or too vague to rely on. */
const NO_TIME = /\b(?:ago|yesterday|last (?:week|night)|opens|open (?:at|from)|closes|until now|maybe|perhaps)\b/
/** A time alone: "ten minutes", "it’s five minutes", "give me an hour". */
const BARE = new RegExp(`^(?:(?:he|she|they) says? |it's |it takes |give me |just |only |in |and ){0,2}${NUMBER} ${UNIT}`)

const HEARD = new RegExp(
  [
    "\\bsorry\\b|\\bapolog|\\b(?:i|we)(?: can| do|'d| fully| quite| really)? (?:understand|hear (?:you|that|how)|see (?:why|how)|imagine|realise|realize|appreciate|get (?:that|it|why)|know (?:how|it's|you))\\b",
    "\\bthank(?:s| you)(?: so much| very much)? for (?!calling|your (?:understanding|coop|call|support)|holding)|\\bfrustrating|\\b(?:miserable|exhausting|awful|dreadful|horrible)\\b|\\b(?:that|it|this) was wrong\\b|\\binconvenien|\\bannoying|\\bno wonder|\\bright to be\\b|\\byou(?:'re| are| were) (?:right|left|kept|let down)\\b|\\b(?:too many|too long|and still)\\b",
    "\\bthat sounds|\\bmust (?:be|have been|feel) \\w+|\\bwhat a (?:nuisance|pain|shame|night|day|mess)|\\b(?:anyone|anybody|nobody|no one) (?:would|wouldn't|likes|wants|should)\\b|\\bi'd (?:be|feel|have \\w+)\\b[^,]{0,20} too\\b|\\bof course you",
    "\\b(?:our|my) (?:fault|mistake|error)\\b|\\blet you down|\\bowe you|\\b(?:we|i|it) should(?:n't)? have\\b|\\bdeserve|\\byou (?:have )?(?:said|told (?:me|us)|mentioned|wrote)\\b|\\byou've (?:been waiting|waited|had to)|\\bi've read|\\bdon't (?:you )?worry"
  ].join('|')
)

export function prepare(text: string): string {
  return text
    .replace(/\b(Mrs?|Ms|Dr)\. /g, '$1 ')
    .replace(NAME, 'colleague')
    .toLowerCase()
    .replace(/[ \t]+/g, ' ')
}

export function* needs(sentences: Parameters<Rules['needs']>[0]): Iterable<Said> {
  let going = false
  for (const sentence of sentences) {
    for (const [place, said] of sentence.entries()) {
      const clause = said.replace(ASKED_OF_THEM, '_').replace(SUPPOSED, '_')
      if (HEARD.test(clause)) yield 'heard'
      const isTheirs = THEIRS.test(clause) || (ORDER.test(clause) && (place === 0 || !going))
      if (isTheirs && !/\b(?:i|we)(?:'ll| will)\b/.test(clause)) {
        going = false
        continue
      }
      const who = WHO.test(clause)
      const what = WHAT.test(clause)
      if (who) yield 'who'
      if (what) yield 'what'
      going = who || what || (going && !/^(?:i|we|you|it|that|this|he|she|they|there)\b/.test(clause))
      if ((going && TIME.test(clause) && !NO_TIME.test(clause)) || BARE.test(clause)) yield 'when'
    }
  }
}
