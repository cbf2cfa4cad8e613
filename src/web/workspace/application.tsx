import { useEffect } from 'preact/hooks'
import { frameWords } from '../../words/workspace/frame.js'
import { lazyScreen } from './frame/loading.js'
import { casePage, casePages } from './pages/registry.js'
import { StatusRegion } from './pieces/status.js'
import { pathParts } from './router/router.js'
import { language, loadSession, session, toSignIn, user } from './session/session.js'

const loadCaseScreen = () => import('./case/caseScreen.js').then(({ CaseScreen }) => CaseScreen)
const CaseScreen = lazyScreen(loadCaseScreen)
const Library = lazyScreen(() => import('./screens/library.js').then(({ Library }) => Library))
const SignIn = lazyScreen(() => import('./screens/signIn.js').then(({ SignIn }) => SignIn))
const Join = lazyScreen(() => import('./screens/join.js').then(({ Join }) => Join))
const Account = lazyScreen(() => import('./screens/account.js').then(({ Account }) => Account))
const Nowhere = lazyScreen(() => import('./screens/nowhere.js').then(({ Nowhere }) => Nowhere))

/** Loads the code of a page of a case while the server is still asked who is signed in, and for the case. */
export function loadAhead(): void {
  const [first, id, key = casePages[0]!.key] = pathParts.peek()
  if (first !== 'cases' || id === undefined) return
  // What does not come is asked for again, and said, where it is shown.
  for (const load of [loadCaseScreen, casePage(key)?.load]) void load?.().catch(() => {})
}

/** The whole application: what is shown at which address. */
export function Application() {
  const spoken = language.value
  useEffect(() => {
    document.documentElement.lang = spoken
  }, [spoken])
  return (
    <>
      <Screen />
      <StatusRegion />
    </>
  )
}

function Screen() {
  const [first, second = ''] = pathParts.value
  if (session.value === null) return <Waiting />
  if (first === 'signin') return <SignIn />
  if (first === 'join') return <Join />
  if (user.value === null) return <ToSignIn />
  if (first === undefined) return <Library />
  if (first === 'account') return <Account />
  if (first === 'cases' && second !== '') return <CaseScreen key={second} id={second} />
  return <Nowhere />
}

function ToSignIn() {
  useEffect(toSignIn, [])
  return null
}

/** Until the server has said who is signed in. Where it does not answer, it is asked again. */
function Waiting() {
  useEffect(() => {
    const timer = setInterval(() => void loadSession(), 3_000)
    return () => clearInterval(timer)
  }, [])
  return <p class="waiting">{frameWords(language.value).waiting}</p>
}
