/** Name of the generator of chance in use (`random.ts`), kept with every draw. */
export const GENERATOR = 'sfc32@1'
