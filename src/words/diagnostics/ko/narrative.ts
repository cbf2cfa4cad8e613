import { attach } from '../../particles.js'
import type { MessageOf } from '../message.js'
import { sections } from './names.js'

const sectionOf = (section: string | number | undefined) =>
  section === 'terms' ? '용어' : (sections[String(section)] ?? String(section))

/** Directives in the narratives. */
export const narrative = {
  'unknown-directive': v => ({
    what: `「${v.name}」라는 지시자는 없습니다.`,
    todo: '쓸 수 있는 지시자는 문서에 있습니다. 글자 그대로의 콜론이면 앞에 \\를 두십시오.',
  }),
  'directive-without-id': v => ({
    what: `지시자 ${attach(String(v.name), '이/가')} 무엇을 보일지 말하지 않습니다.`,
    todo: v.attribute === '' ? 'id를 적으십시오.' : `${v.attribute}=에 id를 적으십시오.`,
  }),
  'directive-unknown-id': v => ({
    what: `지시자 ${attach(String(v.name), '이/가')} 말하는 ${sectionOf(v.section)} 「${v.id}」가 없습니다.`,
    todo: '있는 id를 적으십시오. 그대로 두면 보고서의 그 자리에 빠졌다고 나옵니다.',
  }),
  'directive-bad-time': v => ({
    what: `지시자 ${attach(String(v.name), '이/가')} 말하는 때 「${v.text}」를 읽을 수 없습니다.`,
    todo: '「2022-10-15 15:19」나 「+10m」으로 적으십시오.',
  }),
  'narrative-too-deep': v => ({
    what: `서술이 여기에서 ${v.limit}겹보다 깊이 겹칩니다. 보고서는 적힌 글자 그대로를 보입니다.`,
    todo: '열린 괄호와 강조를 닫거나, 목록과 인용을 나누십시오.',
  }),
  'number-without-fact': v => ({
    what: `이 문단에서 가리킨 것 가운데 「${v.text}」의 근거가 없습니다.`,
    todo:
      v.fact === ''
        ? '근거가 되는 사실을 :fact[id]로 가리키거나, 같은 문장에 :source[id]나 링크로 출처를 달거나, :duration이나 :verdict로 계산하게 하십시오.'
        : `사실 ${v.fact}에 있습니다. :fact[${v.fact}]로 가리키십시오. 또는 같은 문장에 :source[id]나 링크로 출처를 다십시오.`,
  }),
} satisfies Readonly<Record<string, MessageOf>>
