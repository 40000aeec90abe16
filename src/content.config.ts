/**
 * Only the bodies of the handbook's pages are rendered by Astro. Their frontmatter, and everything else in
 * `content/`, is read and checked by `src/authoring`.
 */
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

const handbook = defineCollection({
  loader: glob({ base: './content/handbook', pattern: '{zh,en}/*/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') })
})

export const collections = { handbook }
