/** The web app manifest: how the handbook stands on a home screen. */
import type { APIRoute } from 'astro'
import { manifest } from '../site/manifest.ts'

export const GET: APIRoute = () => Response.json(manifest())
