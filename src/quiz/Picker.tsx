/**
 * A browser's own select whose chosen words may take several lines: they stand in full behind it, and it is see-through.
 */

interface Props {
  readonly id?: string
  /** Its name, where no label stands beside it. */
  readonly label?: string
  /** Id of the gap that it fills. */
  readonly gap?: string
  readonly value: string | undefined
  /** What stands there before anything is chosen. */
  readonly none: string
  readonly options: readonly { readonly id: string; readonly text: string; readonly label?: string }[]
  onPick(value: string | undefined): void
}

export function Picker({ id, label, gap, value, none, options, onPick }: Props) {
  const chosen = options.find(option => option.id === value)
  return (
    <span class="picker">
      <span aria-hidden="true">{chosen?.text ?? none}</span>
      <select
        id={id}
        aria-label={label}
        data-gap={gap}
        value={chosen?.id ?? ''}
        onChange={event => onPick(event.currentTarget.value || undefined)}
      >
        <option value="">{none}</option>
        {options.map(option => (
          <option key={option.id} value={option.id}>
            {option.label ?? option.text}
          </option>
        ))}
      </select>
    </span>
  )
}
