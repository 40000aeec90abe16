/** The kinds whose parts are placed or typed. They share a file, so that a check with all of them stays within six requests. */
import { gapView } from './gap/GapBody.tsx'
import type { ViewsHere } from './kindView.tsx'
import { numberView } from './number/NumberBody.tsx'
import { orderView } from './order/OrderBody.tsx'
import { placeView } from './place/PlaceBody.tsx'

export const views: ViewsHere = { order: orderView, match: placeView, sort: placeView, gap: gapView, number: numberView }
