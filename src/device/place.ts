/** The name under which this handbook keeps its things. Two under one address (`/a/`, `/b/`) keep them apart. */
export const NAME = `service-handbook${import.meta.env.BASE_URL.replace(/\/?$/, '/')}`
