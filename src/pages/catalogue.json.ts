/** `catalogue.json`: what this handbook holds, for other tools. No keys. */
import type { APIRoute } from 'astro'
import { catalogue } from '../authoring/catalogue.ts'
import { readLibrary } from '../authoring/library.ts'

export const GET: APIRoute = () => Response.json(catalogue(readLibrary(process.cwd())))
