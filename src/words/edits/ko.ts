import { attach } from '../particles.js'

/** Why an edit was not made, and what to do, Korean. */
export const ko = {
  unreadable: (file: string) =>
    `${file}에 읽을 수 없는 곳이 있어 고치지 않았습니다. 그 파일의 글을 열어 먼저 바로잡아 주십시오.`,
  'no-such-place': (place: string) =>
    `${place}의 자리가 없어 고치지 않았습니다. 다른 사람이 그사이에 옮기거나 지웠을 수 있습니다. 지금 내용을 확인한 뒤 다시 고쳐 주십시오.`,
  shared: (place: string) =>
    `${attach(place, '은/는')} 한 번 적어 여러 곳에서 함께 쓰는 내용이라 여기서만 고칠 수 없습니다. 파일의 글에서 & 또는 * 표시가 붙은 곳을 고쳐 주십시오.`,
  taken: (id: string) => `${attach(id, '이라/라')}는 이름은 이미 쓰이고 있습니다. 다른 이름을 골라 주십시오.`,
  'not-an-id': (id: string) =>
    `${attach(id, '은/는')} 이름으로 쓸 수 없습니다. 글자로 시작하고 글자, 숫자, - _ . @만 쓰며 and, or, not과 .full로 끝나는 이름은 피해 주십시오.`,
  'no-such-file': (file: string) =>
    `${attach(file, '이라/라')}는 YAML 파일이 이 사례에 없습니다. 있는 파일을 골라 주십시오.`,
}
