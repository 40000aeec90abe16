/** The rules behind an answer, each a link to its place in the handbook. */
import type { ShownRule } from '../quiz/shown.ts'

export function RuleLinks({ rules, label }: { readonly rules: readonly ShownRule[]; readonly label: string }) {
  return (
    <p class="rule-links">
      <span class="aside">{label}</span>
      {rules.map(rule => (
        <a key={rule.id} href={rule.href}>
          {rule.name}
        </a>
      ))}
    </p>
  )
}
