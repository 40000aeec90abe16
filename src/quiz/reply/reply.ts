/** The marker of replies with the rules of both languages, for whoever marks any question. */
import { judge } from '../../phrases/judge.ts'
import { replyMarker } from './marking.ts'

export { type ReplyKeyed, replyLasting } from './marking.ts'

export const reply = replyMarker(judge)
