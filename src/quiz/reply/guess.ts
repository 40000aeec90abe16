/**
 * Guesses at a reply: a polite phrase that says nothing, or else a sentence of the question that calls most strongly, for
 * somebody who only copies.
 */
import type { Lang } from '../../lang/text.ts'
import { type Guesser, strongest } from '../guesser.ts'
import type { ReplyQuestion } from '../question.ts'

/** Thanks and comfort for anybody about anything. */
export const EMPTY: Readonly<Record<Lang, string>> = {
  zh: '您好，感谢您的反馈，您的意见对我们非常重要，请您放心，感谢您一直以来的理解与支持。',
  en: 'Thank you for your feedback. Your opinion is very important to us. We appreciate your patience and understanding.'
}

const SENTENCE = /[^。！？.!?]+[。！？.!?]*/g

export const guessReply: Guesser<ReplyQuestion> = (question, guest) => {
  if (guest.bot === 'polite') return [[EMPTY[guest.lang]]]
  const sentences = [question.situation, question.said].flatMap(text => text[guest.lang].match(SENTENCE) ?? [])
  const candidates = sentences.map(sentence => ({ id: sentence.trim(), text: sentence.trim() }))
  return strongest(candidates, question.said[guest.lang], guest).map(sentence => [sentence])
}
