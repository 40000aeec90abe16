/** What shows results is loaded when it is asked for; its heading is there at once. */
import { useEffect, useState } from 'preact/hooks'
import type { ConsoleCourse } from './consoleCourse.ts'
import type { KnowCourse } from './knowCourse.ts'

interface Props {
  readonly view: 'results' | 'rules' | 'questions'
  readonly course: ConsoleCourse
  readonly assigned: string
}

type Loaded = { readonly know: KnowCourse } & typeof import('./KnowView.tsx')

async function load(file: string): Promise<Loaded> {
  const [views, answer] = await Promise.all([import('./KnowView.tsx'), fetch(file)])
  if (!answer.ok) throw new Error(String(answer.status))
  return { KnowView: views.KnowView, know: await answer.json() }
}

let loading: Promise<Loaded> | undefined

export function Later({ view, course, assigned }: Props) {
  const { titles, file, loading: wait, failed } = course.know
  const [loaded, setLoaded] = useState<Loaded | 'failed'>()
  useEffect(() => {
    loading ??= load(file)
    loading.then(setLoaded, () => {
      loading = undefined
      setLoaded('failed')
    })
  }, [])
  return (
    <section>
      <h2 tabIndex={-1}>{titles[view]}</h2>
      {loaded === undefined && <p role="status">{wait}</p>}
      {loaded === 'failed' && <p role="alert">{failed}</p>}
      {typeof loaded === 'object' && <loaded.KnowView key={view} view={view} course={course} know={loaded.know} assigned={assigned} />}
    </section>
  )
}
