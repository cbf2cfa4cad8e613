import { caseData } from '../view/caseData.js'
import type { ReportData } from '../view/reportData.js'

/** Gives out the case's data from the page itself, once it has found that they are what the page's checksum says. */
export function offerData(data: ReportData): void {
  const place = document.querySelector<HTMLElement>('[data-download]')
  const link = place?.querySelector('a')
  if (place === null || link === null || link === undefined) return
  place.hidden = false
  link.addEventListener('click', async event => {
    if (link.href.startsWith('blob:')) return
    event.preventDefault()
    const bytes = new TextEncoder().encode(caseData(data))
    const agrees = (await sha256(bytes)) === data.checksum
    const said = place.querySelector('[role="status"]')
    if (said !== null) said.textContent = (agrees ? place.dataset.agrees : place.dataset.differs) ?? ''
    link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/json' }))
    link.click()
  })
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
