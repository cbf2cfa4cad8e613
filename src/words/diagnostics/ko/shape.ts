import { attach } from '../../particles.js'
import type { DiagnosticValues, MessageOf } from '../message.js'
import { expected, found, places, sections } from './names.js'

const name = (names: Readonly<Record<string, string>>, key: string | number | undefined) =>
  names[String(key)] ?? String(key)

/** Where a number or `true` stands for a text that only lacks its quotes. */
const texts = new Set(['text', 'id', 'kind', 'organisation', 'contact', 'condition'])

/** What stands there: the kind of value, and the value where it is short. */
function written(v: DiagnosticValues): string {
  const kind = name(found, v.found)
  return v.text === '' || v.text === undefined || v.found === 'nothing' ? kind : `${kind} 「${v.text}」`
}

/** Keys, ids, and kinds of values. */
export const shape = {
  'unknown-key': v => ({
    what: `${name(places, v.place)}에는 ${attach(String(v.key), '이라/라')}는 항목이 없습니다.`,
    todo:
      v.known === undefined
        ? '이름을 고치거나 지우십시오.'
        : v.known === ''
          ? '지우십시오.'
          : `쓸 수 있는 항목: ${v.known}`,
  }),
  'person-as-cause': v => ({
    what: `${attach(String(v.key), '이라/라')}는 항목은 일부러 두지 않았습니다. 사람이나 부서는 원인이 될 수 없습니다.`,
    todo: '그때 그렇게 되게 한 조건(도구, 구조, 알림, 인원의 수)을 구성 요소로 적으십시오. 팀은 몇 명이 필요했고 몇 명이 있었는지로만 들어옵니다. 주장한 조직은 claimed-by, 조치를 맡은 조직은 owner에 적습니다.',
  }),
  'missing-key': v => ({
    what: `${attach(String(v.key), '이/가')} 빠졌습니다.`,
    todo: `${attach(String(v.key), '을/를')} 적으십시오. 올 것: ${name(expected, v.expected)}.`,
  }),
  'wrong-value': v => ({
    what: `${attach(written(v), '이/가')} 있는 이 자리에는 다른 것이 와야 합니다. 올 것: ${name(expected, v.expected)}.`,
    todo:
      v.options !== undefined
        ? `쓸 수 있는 값: ${v.options}`
        : texts.has(String(v.expected)) && (v.found === 'number' || v.found === 'truth')
          ? '글이면 따옴표로 묶으십시오.'
          : v.found === 'nothing'
            ? '값을 적거나 줄을 지우십시오.'
            : '값을 고치십시오.',
  }),
  'empty-value': v => ({
    what: `따옴표 안이 비어 있습니다. 올 것: ${name(expected, v.expected)}.`,
    todo: '값을 적거나 줄을 지우십시오.',
  }),
  'whole-number': v => ({
    what: `${attach(String(v.text), '은/는')} 0 이상의 정수가 아닙니다.`,
    todo: '0 이상의 정수를 적으십시오.',
  }),
  positive: v => ({
    what: `${attach(String(v.text), '은/는')} 1보다 작습니다.`,
    todo: '1 이상의 정수를 적으십시오.',
  }),
  'negative-number': v => ({
    what: `${attach(String(v.text), '은/는')} 0보다 작습니다.`,
    todo: '0 이상의 정수를 적으십시오.',
  }),
  'count-zero': v => ({
    what: `count가 ${v.text}입니다. 구성 요소는 하나 이상의 단위로 이루어집니다.`,
    todo: '없었던 것이면 initial: absent로 적고, 아니면 1 이상을 적으십시오.',
  }),
  'bad-id': v => ({
    what: `${attach(`「${v.id}」`, '은/는')} id로 쓸 수 없습니다.`,
    todo: '글자로 시작하고 글자, 숫자, -, _, ., @만 쓰십시오. 사람이 읽을 이름은 title에 적습니다.',
  }),
  'long-id': v => ({
    what: `id가 ${v.limit}자보다 깁니다.`,
    todo: '짧게 줄이고, 사람이 읽을 이름은 title에 적으십시오.',
  }),
  'reserved-id': v => ({
    what: `${attach(String(v.id), '은/는')} 다른 뜻으로 쓰는 말이어서 id가 될 수 없습니다.`,
    todo: '다른 이름을 쓰십시오.',
  }),
  'full-id': v => ({
    what: `id ${attach(String(v.id), '이/가')} .full로 끝납니다. 식에서 x.full은 x의 full을 뜻합니다.`,
    todo: '.full로 끝나지 않는 이름을 쓰십시오.',
  }),
  'unknown-id': v => ({
    what: `${attach(`「${v.id}」`, '이라/라')}는 ${attach(name(sections, v.section), '이/가')} 없습니다.`,
    todo: `${name(sections, v.section)}의 id를 적거나, ${v.section}: 아래에 더하십시오.`,
  }),
  'unknown-basis-field': v => ({
    what: `basis가 말하는 ${attach(`「${v.field}」`, '은/는')} 여기에 없는 항목입니다.`,
    todo: v.known === '' ? '지우십시오.' : `근거를 적을 수 있는 항목: ${v.known}`,
  }),
} satisfies Readonly<Record<string, MessageOf>>
