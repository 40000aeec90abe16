/** Cuts a reply into sentences, and those into clauses. */

const SENTENCE = /[。!?;…\n\r]+|\.(?!\d)/
/** Punctuation ends a clause, but not inside 10:30, 9.5 or 400-800. */
const CLAUSE = /[“”"「」()（）]+|[,:、](?!\d)|—|–| - /

/** A longer clause is read in pieces: nobody speaks so, and no pattern has to cope with it. */
const PIECES = /[\s\S]{1,200}/g

export function sentencesOf(text: string): string[][] {
  return text.split(SENTENCE).map(sentence =>
    sentence
      .split(CLAUSE)
      .flatMap(clause => clause.match(PIECES) ?? [])
      .map(clause => clause.trim())
      .filter(clause => clause !== '')
  )
}
