/**
 * What the phrase check knows beyond the rules for replies: blunter, shorter and vaguer ways to put a banned phrase in
 * English, and what is none. Only its page loads this, so that a page that asks for a reply stays small. How well both
 * read together is measured on tests/phrases/utterances.yaml: `npm run bench:phrases`.
 */
import type { Expressions } from './check.ts'
import { BANNED_ENGLISH } from './english.ts'
import { pattern } from './rules.ts'

const PIECES = {
  NOT: "(?:\\bnot|n't)",
  GROUP: '(?:team|department|office|desk|hotel|company|shop|branch|side)',
  // Not where help follows at once: what is said here is no phrase of the standard, only near one.
  ALONE: "(?![^.!?;]{0,25}[,;:]? ?(?:but |so |and )?(?:i|we)(?:'ll|'ve| will| have)\\b)"
}

const VARIANTS = {
  'phrase.not-our-business': pattern(PIECES, [
    '\\bno (?:point|use|good) (?:in )?(?:telling|asking|calling|ringing|complaining to|coming to) (?:us|me)\\b|\\bbetween you and (?:them|him|her|the|your)\\b{ALONE}|\\bdown to (?:the|your|them|him|her)\\b{ALONE}|\\btake (?:it|that|this) up with\\b|\\bbetter off (?:asking|calling|going|trying)\\b',
    '{NOT} the (?:right|best) (?:person|people|department|team|desk|place|number|office)\\b{ALONE}|\\bthe wrong (?:person|people|department|desk|number|place|company|team|office)\\b(?=[,.;!]|$| (?:for|to|about))|\\b(?:a|the) different (?:department|team|company|office)\\b{ALONE}',
    "\\bno (?:concern|business|problem|fault|affair) of (?:ours|mine)|\\bnone of (?:our|my) (?:concern|business|affair)|{NOT} (?:on|down to) (?:me|us)\\b|\\bno responsib\\w+\\b|\\bno longer (?:our|my) (?:\\w+ )?(?:problem|concern|responsib\\w+)|\\ba you problem|\\bwash (?:our|my) hands|\\bdon't (?:look at|ask|blame) (?:me|us)\\b(?! to)",
    "{NOT} (?:\\w+ )?(?:covered|done|handled|dealt with|provided|run|serviced|managed|arranged) by (?:us|me|our|the hotel)\\b{ALONE}|{NOT} (?:the|this|that|a) [\\w ]{2,20}'s (?:job|business|problem|responsib\\w+)|\\bthat's (?:\\w+ ){0,2}\\w+'s (?:job|business|problem|fault|responsib\\w+)\\b{ALONE}",
    "\\b(?:our|my|this) {GROUP} (?:doesn't|does not|don't|isn't here to|only) (?:do|does|deal|deals|handle|handles|cover|covers|get involved|touch|take)\\b|\\b(?:we|i) (?:only|just) (?:do|handle|deal with|look after|cover|sell|fix|repair|answer|take|work here)\\b(?! (?:need|want))|\\b(?:we|i) (?:don't|do not) do \\w+(?=[,.;!]|$)",
    "\\b(?:we|i) (?:don't|do not|can't|cannot|won't) (?:support (?:it|that|this|them)|get involved|make the rules|take part)\\b|{NOT} (?:\\w+ )?(?:part of (?:the|our|my) (?:\\w+ )?(?:service|job|contract|agreement)|obliged|expected to (?:deal|handle|do|know)|paid to)\\b{ALONE}|\\b(?:we're|we are|i'm|i am) (?:just|only) (?:the|a|an)\\b(?! (?:minute|few|moment|little|bit|second))|\\bone for (?:the|your) (?!engineer|moment|day|next)\\w+(?=[,.;!]|$){ALONE}"
  ]),
  'phrase.dont-know': pattern(PIECES, [
    "(?:\\b(?:have|got|has)|'ve)(?: had)? (?:no|zero) (?:information|details|answer|news|knowledge|record|word)\\b{ALONE}|{NOT} (?:have|got) (?:that|any|the|an?|much) (?:\\w+ )?(?:information|details|answer|info)\\b{ALONE}|(?:n't|\\bnot) (?:have |got |have got )?the (?:faintest|foggiest|slightest)\\b",
    "\\bno (?:telling|knowing|saying)\\b|\\bnever (?:even )?heard (?:of|about)\\b{ALONE}|\\b(?:can't|cannot|couldn't) (?:really )?(?:tell you (?:anything|much|any more|more|that)|answer (?:that|this|it|you)|be (?:sure|certain))\\b{ALONE}|\\b(?:god|heaven|goodness|lord) (?:only )?knows\\b|\\bbeyond my knowledge\\b",
    "\\b(?:i'm|i am|we're|we are) [\\w ]{0,12}(?:clueless|in the dark|none the wiser)|\\b(?:i'm|i am|we're|we are) (?:\\w+ )?not (?:\\w+ )?(?:familiar with|up on|up to speed|clear (?:on|about|why|how|what|when)|aware of (?:any|that|it)|the expert|an expert)\\b{ALONE}|\\bno (?:earthly )?(?:notion|inkling)\\b|(?:not|n't) clear to (?:us|me)\\b{ALONE}",
    "\\bnot (?:a |one )?(?:hundred|100) ?(?:per ?cent|%) (?:sure|certain)|\\b(?:i|we) (?:don't|do not|can't|cannot) (?:\\w+ )?(?:remember|recall|understand (?:why|what|how|it)|follow why)(?! (?:you|your))\\b{ALONE}|\\b(?:no one|nobody)(?: has|'s)? (?:said|mentioned|explained|informed|told)[^.!?;,]{0,12} (?:me|us)\\b"
  ]),
  'phrase.no-way': pattern(PIECES, [
    "\\bwrite-?off\\b|\\bpast (?:saving|repair|fixing)|{NOT} worth (?:fixing|repairing|mending)|\\b(?:won't ever|will never|never going to|never gonna) (?:\\w+ )?(?:work|be right|be fixed)\\b(?! (?:if|unless|until|without|with))|{NOT} (?:\\w+ )?(?:fixable|repairable|salvageable|recoverable)\\b|\\birreparabl|\\birrecoverabl|\\bgone for good\\b",
    "\\bbeyond (?:me|us)\\b|\\bi give up\\b(?! (?:my|our|the))|\\b(?:is|'s) what it is\\b|\\b(?:i|we) (?:can't|cannot|won't) (?:change (?:it|that|this)|make it work|make that happen|accommodate (?:that|this|it|you))\\b{ALONE}|\\bmake do with\\b(?! (?:\\w+ )?until)|\\b(?:can't|cannot|couldn't) be (?:\\w+ )?(?:undone|changed|moved|refunded|cancelled|reversed)\\b{ALONE}",
    "\\b(?:that's|it's|this is|that is|it is)(?: simply| just| really)? (?:not possible|impossible|out of the question|hopeless|a dead end|not going to happen|one of those things)(?=[.,!;]|$){ALONE}|{NOT} (?:simply |really )?possible(?=[.,!;]|$){ALONE}|\\b(?:you(?:'re|'ll be) )?stuck with (?:it|that|this)\\b|\\bship has sailed\\b|\\btoo late(?=[.!;]|$)",
    "\\b(?:can't|cannot|don't|do not) see (?:any|a|how (?:we|i) can) ?(?:way|solution|fix|help)?\\b|\\bsee no way\\b|\\b(?:could not|can not|failed to|wasn't able to|weren't able to|won't be able to) (?:fix|repair|solve|resolve|recover|help)\\b|{NOT} (?:really )?(?:a|any) (?:fix|solution|cure|remedy)\\b|{NOT} have (?:a|any) (?:fix|solution|cure|remedy|answer)\\b{ALONE}",
    "\\bno (?:remedy|cure|answer to)\\b|\\bnothing (?:else |more )?(?:left )?to (?:try|be done)\\b|\\b(?:run|ran|we're|i'm|are|am) out of (?:options|ideas)\\b|\\bthat's (?:the end of it|all (?:i|we) can do|as good as it gets)\\b"
  ])
}

const EXCUSES: Expressions['excuses'] = [
  // A wording that is spoken of: between quotation marks, with something said before them.
  { before: /[^\s"“”][^"“”]{0,60}(?:“[^“”]{0,40}”[^“”]{0,20}){0,3}“[^"“”]{0,40}$/, after: /^[^"“”]{0,40}”/ },
  { before: /^[^"]+(?:"[^"]*"[^"]*)*"[^"]{0,40}$/, after: /^[^"]{0,40}"/ },
  { only: 'phrase.dont-know', after: /^ ?[您你]|^ is too\b|^ sorry enough|^ (?:that )?enough\b/ },
  { only: 'phrase.dont-know', before: /\b(?:had|i'd) $/ },
  { only: 'phrase.no-way', before: /(?:n't|\bnot|\bnever|\bwithout)(?: \w+)? $/ },
  { only: 'phrase.no-way', after: /^(?:'d|'ll| would| will)\b/ },
  { only: 'phrase.no-way', before: /\b(?:he|she|they)(?: \w+)? $/, after: /^[^.!?]{0,30}\b(?:so|but|which is why)\b/ }
]

/** The rules for replies, and these. */
export const SAID_IN_ENGLISH: readonly Expressions[] = [BANNED_ENGLISH, { variants: VARIANTS, excuses: EXCUSES }]
