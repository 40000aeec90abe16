/** What a page of the handbook may use; handed to it, so that authors import nothing. */
import Advice from './handbook/Advice.astro'
import Anchor from './handbook/Anchor.astro'
import Cite from './handbook/Cite.astro'
import Gap from './handbook/Gap.astro'
import Heading2 from './handbook/Heading2.astro'
import Heading3 from './handbook/Heading3.astro'
import Line from './handbook/Line.astro'
import Paper from './handbook/Paper.astro'
import Phrases from './handbook/Phrases.astro'
import Picture from './handbook/Picture.astro'
import Rule from './handbook/Rule.astro'
import SayDontSay from './handbook/SayDontSay.astro'
import Step from './handbook/Step.astro'
import Steps from './handbook/Steps.astro'
import Table from './handbook/Table.astro'
import Talk from './handbook/Talk.astro'
import Practice from './Practice.astro'

export const components = {
  h2: Heading2,
  h3: Heading3,
  a: Anchor,
  table: Table,
  Advice,
  Cite,
  Gap,
  Line,
  Paper,
  Phrases,
  Picture,
  Practice,
  Rule,
  SayDontSay,
  Step,
  Steps,
  Talk
}
