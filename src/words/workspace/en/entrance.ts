import type { EntranceWords } from '../entrance.js'

/** Signing in and joining, English. */
export const en: EntranceWords = {
  signIn: 'Sign in',
  byOrganisation: name => `Sign in with ${name}`,
  or: 'or',
  email: 'E-mail address',
  password: 'Password',
  passwordHint: 'Ten characters or more; the longer the better.',
  key: 'If you started the workspace on this machine, open the address that was printed then. It signs you in.',
  noAccount: 'Accounts are made by invitation. Ask an owner of the case for a link.',
  join: 'You are invited',
  toCase: title => `You are invited to work on “${title}”.`,
  toWorkspace: 'You are invited to this workspace.',
  roles: {
    owner: 'As an owner you can do everything.',
    editor: 'As an editor you can write the case.',
    reviewer: 'As a reviewer you can comment and answer.',
    reader: 'As a reader you can see the case.',
  },
  roleNames: { owner: 'Owner', editor: 'Editor', reviewer: 'Reviewer', reader: 'Reader' },
  name: 'Name',
  nameHint: 'Shown to those who write with you. It does not appear in the report.',
  joinNow: 'Join',
  joinAs: name => `You join as ${name}.`,
  haveAccount: 'I have an account already',
}
