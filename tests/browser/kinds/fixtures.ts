/** Questions with everything that a kind can have, for promises that the handbook's own may not show. */
import type { ShownOf } from '../../../src/quiz/shown.ts'

const RULES = [{ id: 'visit.form-first', name: 'Form first', href: '/en/rules/' }]

export const STEPS: ShownOf<'order'> = {
  id: 'test-steps',
  kind: 'order',
  revision: 1,
  rules: RULES,
  situation: 'A clinic’s printer won’t print.',
  ask: 'What comes first, what next?',
  items: [
    { id: 'form', text: 'Fill in the form.', feedback: 'With the form in front of you, you know what to ask.' },
    { id: 'call', text: 'Call the customer.', feedback: 'They know what happens.' },
    { id: 'consent', text: 'Ask before you open the case.', feedback: 'Wait for a yes.' },
    { id: 'open', text: 'Open the case.', feedback: 'Now you may.' },
    { id: 'sign', text: 'Have the form signed.', feedback: 'That ends the visit.' }
  ],
  musts: [['consent', 'open']],
  ids: ['form', 'call', 'consent', 'open', 'sign']
}

export const SPEECH: ShownOf<'gap'> = {
  id: 'test-speech',
  kind: 'gap',
  revision: 1,
  rules: RULES,
  situation: 'A guest had a hot night.',
  ask: 'Complete what you say.',
  text: 'I’ll [act] and call you [time].',
  gaps: [
    {
      id: 'act',
      choices: [
        { id: 'ask-now', key: true, text: 'ask engineering now', feedback: 'Somebody does something.' },
        { id: 'ask-later', key: false, text: 'ask engineering later', feedback: 'The guest hears: never.' },
        { id: 'try', key: false, text: 'see what can be done', feedback: 'Nobody knows what you will do.' }
      ]
    },
    { id: 'time', accept: ['before noon', '十二点前'], feedback: 'A time that can be kept.' }
  ],
  ids: ['ask-now', 'ask-later', 'try']
}

export const RATE: ShownOf<'number'> = {
  id: 'test-rate',
  kind: 'number',
  revision: 1,
  rules: RULES,
  situation: 'Forty guests left, and you called 34.',
  ask: 'What is the rate?',
  form: 'percent',
  answer: '85',
  feedback: '34 of 40 is 85 %.',
  slips: [
    { answer: '15', feedback: 'That is the share you did not call.' },
    { answer: '34', feedback: 'That is how many, not the rate.' }
  ],
  ids: []
}

export const DUE: ShownOf<'number'> = {
  id: 'test-due',
  kind: 'number',
  revision: 1,
  rules: RULES,
  situation: 'A guest left on Monday, 2 March 2026.',
  ask: 'What is the last day to call?',
  form: 'date',
  answer: '2026-03-05',
  feedback: 'Three days after leaving.',
  ids: []
}

export const PARTNERS: ShownOf<'match'> = {
  id: 'test-partners',
  kind: 'match',
  revision: 1,
  rules: RULES,
  situation: 'Three guests are on the list.',
  ask: 'When is each due?',
  groups: [
    { id: 'next-day', text: 'the next day' },
    { id: 'three-days', text: 'within three days' },
    { id: 'never', text: 'no call' }
  ],
  items: [
    { id: 'complained', text: 'One who complained', group: 'next-day', feedback: 'They wait for it.' },
    { id: 'alone', text: 'One who came alone', group: 'three-days', feedback: 'While they remember.' },
    { id: 'staff', text: 'One who works here', group: 'never', feedback: 'They are no guest.' }
  ],
  ids: ['complained', 'alone', 'staff', 'next-day', 'three-days', 'never']
}
