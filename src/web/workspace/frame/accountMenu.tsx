import { frameWords } from '../../../words/workspace/frame.js'
import { Menu } from '../pieces/menu.js'
import { navigate } from '../router/router.js'
import { chooseLanguage, language, signOut, user } from '../session/session.js'

/** Language, account, signing out. */
export function AccountMenu() {
  const words = frameWords(language.value)
  const spoken = language.value
  return (
    <Menu
      align="right"
      title={`${words.account} · ${words.language}`}
      label={<span class="account-name">{user.value?.name ?? ''}</span>}
      items={[
        ...(['ko', 'en'] as const).map(code => ({
          label: words.languageNames[code],
          checked: spoken === code,
          act: () => chooseLanguage(code),
        })),
        null,
        { label: words.account, act: () => navigate('/account') },
        { label: words.toLibrary, act: () => navigate('/') },
        { label: words.signOut, act: () => void signOut() },
      ]}
    />
  )
}
