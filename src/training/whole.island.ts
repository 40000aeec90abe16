/** The whole record, for pages that need it only when something is missing: loaded as one file. */
export { record } from './learner.store.ts'
export { showNotice } from './notice.island.ts'
