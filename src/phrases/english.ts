/**
 * How people put a banned phrase in English without its words: contractions, adverbs, other nouns. And what is no
 * violation though the words stand there: a condition, a question, somebody else's words, somebody else who doesn't know.
 *
 * The patterns read folded text: lower case, straight apostrophes, single spaces. They go to every page that asks for a
 * reply in English: each earns its bytes by the labelled replies it reads. Repetition is bounded, so that the time grows
 * with the text.
 */
import { needs, prepare } from './needsInEnglish.ts'
import { pattern, type Rules } from './rules.ts'

const PIECES = {
  // A word or none.
  WORD: '(?: \\w+)?',
  CANT: "(?:\\b(?:can't|cannot|couldn't|unable to|impossible to)|(?:\\bnot|n't)(?: be)? (?:able|possible) to|n't a way to)"
}

const VARIANTS = {
  'phrase.not-our-business': pattern(PIECES, [
    "(?:\\bnot|n't)(?: (?!just|only)\\w+)? (?:my|our) (?:\\w+ )?(?:job|business|problem|department|area|responsib\\w+|remit|concern|call|duty|thing)\\b(?! (?:hours|address|card|alone|is|only))|\\bnone of (?:my|our) business",
    "(?:\\bnothing|\\bnot|n't){WORD} to do with (?:us|me|my|our|the (?:hotel|company|office))\\b|\\b(?:we|i)(?:'ve| have)(?: got)? nothing to do with",
    "(?:\\bnot|n't)(?: be)?{WORD} (?:responsible|liable|in charge|the ones? who)\\b|(?:\\bnot|n't)(?: really)? (?:up to|down to|for) (?:us|me)\\b",
    "(?:\\b(?:outside|beyond|out)|(?:\\bnot|n't) (?:in|within|part))(?: of)? (?:my|our) (?:\\w+ )?(?:remit|scope|area|responsib\\w+|job|control|duties|department|hands)",
    "\\b(?:we|i) (?:don't|do not){WORD} (?:deal with|handle|look after|cover|take responsib)|(?:n't|\\bnot) (?:something|anything)(?: that)? (?:we|i) (?:do|handle|deal)|n't concern (?:us|me|our)",
    "else's (?:job|problem|business)|'s (?:problem|job|business|responsibility)[,.;]? (?:so )?(?:you|not)\\b|, not (?:us|ours|mine)\\b|(?:matter|question) for your",
    "\\byou(?:'ll|'d)?{WORD} (?:have to|need to|better|should)(?! (?:be|put|live)\\b)[^.,;!?]{0,40}?(?:\\byourself|\\belse\\b|\\bup with|\\braise that|about that)"
  ]),
  'phrase.dont-know': pattern(PIECES, [
    "\\b(?:i|we) (?:(?!you|they|if|that|who)\\w+ ){0,2}?(?:don't|do not|wouldn't){WORD} know\\b|(?:^|[.!?;,] ?)don't know\\b",
    "(?:\\bno|n't (?:have |got )?(?:a|the)|\\bnot a) (?:\\w+est )?(?:idea|clue|foggiest)\\b",
    "\\b(?:i'm|i am|we're|we are) (?:\\w+ )?(?:not (?:[\\w%]+ ){0,2}(?:sure|certain)|unsure|uncertain)|\\bwe aren't {WORD}(?:sure|certain)|(?:^|[.!?;] ?)not (?:\\w+ ){0,2}sure\\b",
    "\\b(?:i|we) (?:\\w+ )?(?:can't|cannot|couldn't){WORD} (?:say(?! (?:how|no|enough))|tell you(?= (?:when|why|what|where|if|whether|how l)))|(?:^|[.!?;] ?|really )couldn't (?:tell you|say)",
    "\\bno way of (?:knowing|telling)|(?:one|body)'s guess|\\byour guess|(?:^|[.!?;,] ?)who knows\\b(?! (?:the|this|that|your|our))|\\b(?:beats|search) me\\b|\\b(?:hard|impossible) to (?:say|tell)|\\bhow (?:should|would|am) i{WORD}{WORD} know",
    "\\b(?:they|he|she|the \\w+) (?:didn't|never|haven't) (?:tell|told) (?:me|us)|\\b(?:nobody|no one)(?:'s| has)? told (?:me|us)|\\b(?:i|we)(?:'ve not been| wasn't| weren't| haven't been) told"
  ]),
  'phrase.no-way': pattern(PIECES, [
    "(?:\\bnothing|\\bnot much|n't (?:much|anything|a lot)){WORD} (?:we|i|anyone|you) (?:can|could) do\\b|\\bnothing{WORD} (?:can|could|to) be done",
    '{CANT}{WORD} (?:(?:fix|repair|solve|resolve|mend|recover)\\b|do (?:anything|much)\\b|help\\b(?! (?:but|feeling))(?: you)?)',
    "\\b(?:can't|cannot|couldn't|never) be (?:\\w+ )?(?:fixed|repaired|solved|resolved|saved|helped|done|recovered)|\\b(?:nobody|no one)(?: else)? (?:can|could|will)(?: ever)? (?:fix|repair|solve)",
    "\\b(?:is|be|there's) no way (?:to|we|i)\\b(?! (?:thank|know))|\\bno (?:\\w+ )?(?:solution|fix|cure|hope|way a?round)\\b|\\bun(?:fix|repair|solv)able|\\bhopeless",
    "\\b(?:that's|it's|this is){WORD} (?:how|the way) (?:it|things) (?:is|are)|\\bit is what it is|\\bhands are tied|\\byou(?:'ll|'ve| will| have)?{WORD} (?:have|got|need) to (?:\\w+ )?(?:live with|put up|get used)"
  ])
}

const EXCUSES: Rules['excuses'] = [
  { before: /\b(?:if|unless|in case|whether|what)\b[^,;:.!?]{0,25}$/ },
  // What the customer said, or was told.
  {
    before:
      /\b(?:you|he|she|they|colleague|guest|customer|owner|resident|reception|someone|somebody)(?:'ve)?(?: \w+){0,2} (?:said|says?|told|wrote|mentioned|heard?)(?: (?:you|that)){0,2}(?:[:,]? ?["“'][^"”]{0,60}|[^"“.!?;,]{0,20})$/
  },
  { before: /\byou (?:were|have been) told\b[^.!?;,]{0,15}$/ },
  { before: /(?:\bnever|\bnot|n't) (?:\w+ ){0,2}(?:tell|say|saying|telling|leave|hear)\b[^.!?;]{0,25}$/ },
  { before: /\b(?:is|was) (?:there|it|that) $|\bwhy (?:\w+ )?$|(?:\bnot|n't) that (?:\w+ )?$/ },
  { before: /\byou(?:'re| are|'ve| have| may)? $/ },
  { only: 'phrase.dont-know', after: /^ (?:if|whether) you\b|^ how (?:to thank|sorry|grateful)|^ i (?:heard|caught|understood)\b/ },
  {
    only: 'phrase.no-way',
    after:
      /^[^.!?;,]{0,20}\b(?:by phone|the phone|from here|remotely|on (?:my|our) own|without|on site|on the spot|(?:today|tonight)(?! or))\b/
  }
]

/** What finds phrases, for whoever has no use for the rest. */
export const BANNED_ENGLISH = { variants: VARIANTS, excuses: EXCUSES }

export const ENGLISH: Rules = { ...BANNED_ENGLISH, prepare, needs }
