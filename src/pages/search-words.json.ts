/** What search knows of words and characters, for both languages. Loaded when the search box is first opened. */
import type { APIRoute } from 'astro'
import { theShelf } from '../site/library.ts'
import { searchWords } from '../site/searchText.ts'

export const GET: APIRoute = () => Response.json(searchWords(theShelf()))
