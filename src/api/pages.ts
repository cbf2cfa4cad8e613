import { bytes, CaseParam, route, z } from './route.js'

/** The report as a page that runs apart from the workspace: its address may stand in a frame, or be opened by itself. */
export const readReport = route('read', {
  method: 'get',
  path: '/cases/{case}/report/{page}',
  summary: 'The report of a case as it is now: ko.html, en.html, or case.json',
  request: {
    params: CaseParam.extend({ page: z.enum(['ko.html', 'en.html', 'case.json']) }),
  },
  responses: { 200: bytes('The page', 'text/html') },
})
