import { attach } from '../particles.js'
import { ko as exports } from './exports/ko.js'

type Values = Readonly<Record<string, string | number>>

/** What is said of an import, Korean. Each code of a note has a sentence; whoever adds a code adds it here. */
export const ko = {
  notes: {
    ...exports,
    'empty-file': () => '빈 파일입니다.',
    'not-text': () => '글로 된 파일이 아니어서 읽지 않았습니다.',
    'legacy-encoding': ({ encoding }: Values) =>
      `UTF-8이 아니어서 ${attach(String(encoding), '으로/로')} 읽었습니다. 글자가 깨졌는지 살펴보십시오.`,
    'text-too-large': ({ limit }: Values) =>
      `글이 ${limit}바이트를 넘어 읽지 않았습니다. 나누어 넣어 주십시오.`,
    'too-many-lines': ({ limit }: Values) => `앞의 ${limit}줄까지만 읽었습니다. 나머지는 따로 넣어 주십시오.`,
    'paste-without-times': () =>
      '시각으로 시작하는 줄을 찾지 못했습니다. 「15:30 무슨 일」처럼 한 줄에 하나씩 적어 주십시오.',
    'unknown-format': () => '알아볼 수 있는 형식이 아닙니다. 형식을 골라 주십시오.',
    'office-file': () =>
      '워드프로세서나 스프레드시트의 파일은 읽지 않습니다. 글이나 CSV로 저장해 다시 넣어 주십시오.',
    'other-format': ({ format }: Values) =>
      `다른 파일과 형식이 달라(${format}) 읽지 않았습니다. 따로 넣어 주십시오.`,
    'nothing-to-import': () => '가져올 파일이 없습니다.',
    'no-time-column': () =>
      '시각이 적힌 열을 찾지 못했습니다. 열 이름을 「시각」으로 하고 다시 넣어 주십시오.',
    'no-text-column': () =>
      '내용이 적힌 열을 찾지 못했습니다. 열 이름을 「내용」으로 하고 다시 넣어 주십시오.',
    'broken-table': ({ reason }: Values) => `표를 끝까지 읽지 못했습니다(${reason}).`,
    'day-and-month-unclear': ({ example }: Values) =>
      `「${example}」 같은 날짜에서 월과 일의 차례를 알 수 없어 사례의 시작에 가까운 쪽으로 읽었습니다.`,
    'table-without-rows': () => '표에 시각이 적힌 줄이 없습니다.',
  },
}
