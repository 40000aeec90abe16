/** The figures of a picture as a table, for who would rather read them. */
interface Props {
  readonly summary: string
  /** Heads of the columns; the first names the rows. */
  readonly heads: readonly string[]
  readonly rows: readonly (readonly [name: string, ...figures: number[]])[]
}

export function AsTable({ summary, heads, rows }: Props) {
  return (
    <details>
      <summary>{summary}</summary>
      <table>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={index}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
