import { bytes, CaseParam, route, z } from './route.js'

/** The report as a page that runs apart from the workspace: its address may stand in a frame, or be opened by itself. */
export const readReport = route('read', {
  method: 'get',
  path: '/cases/{case}/report/{page}',
  summary: 'The report of a case as it is now',
  request: {
    params: CaseParam.extend({ page: z.enum(['ko.html', 'en.html']) }),
    /** The report's own links to its other language. */
    query: z.object({ lang: z.enum(['ko', 'en']).optional() }),
  },
  responses: { 200: bytes('The page', 'text/html') },
})
