import { render } from 'preact'
import '../../view/page/tokens.css'
import './ground.css'
import { Application, loadAhead } from './application.js'
import { startRouter } from './router/router.js'
import { loadSession } from './session/session.js'

startRouter()
void loadSession()
loadAhead()
const place = document.getElementById('app')
if (place !== null) render(<Application />, place)
// The typeface comes after the first drawing: until then the device's own is shown.
void import('./font.js')
