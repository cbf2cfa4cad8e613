import type { ko } from './ko.js'

/** Marks on a draft: short. */
export const en: typeof ko = {
  duplicate: ({ of }) => `duplicate of ${of}`,
  'clock-skew': ({ by }) => `clock off by ${by}`,
  'missing-zone': ({ assumed }) => `no zone (${assumed})`,
  'missing-year': ({ assumed }) => `no year (${assumed})`,
  'missing-date': ({ assumed }) => `no date (${assumed})`,
  'missing-time': () => 'no time',
  'ambiguous-time': () => 'shown twice',
  'noise-bot': () => 'bot',
  'noise-repeat': () => 'repeat',
  'noise-membership': () => 'came or went',
  'noise-empty': () => 'empty',
  repeated: ({ count }) => `${count} times`,
  edited: () => 'edited',
  'redacted-secret': () => 'secret removed',
  'redacted-address': () => 'address removed',
  'redacted-phone': () => 'number removed',
}
