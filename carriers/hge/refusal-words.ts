import type { Vocabulary } from '#carriers/shared/refusal-words';

/** HGE answers in the language of the header `accept-language` (`hge.md` 2.1); common wordings, none in the reference. */
export const KOREAN: Vocabulary = {
  'rate-limited': {
    about: '요청|호출|접근|접속|api|횟수|빈도|트래픽',
    says: '너무\\s*많|너무\\s*잦|너무\\s*빈번|초과|제한|한도|과다|과도|도달',
    alone: '요청\\s*제한|호출\\s*제한',
  },
  unavailable: {
    about: '시스템|서버|서비스|네트워크',
    says: '점검|혼잡|과부하|바쁩|바쁜|바빠|지연|중단|일시적',
    alone: '점검\\s*중|(?:요청|응답|처리|연결)\\s*시간이?\\s*초과',
  },
  credentials: {
    about:
      '인증|토큰|서명|계정|세션|로그인|비밀번호|(?:api\\s*)?(?:키|key)|token|ip|아이피|권한\\s*인증|접근\\s*권한|타임스탬프',
    says: '실패|오류|만료|유효하지\\s*않|잘못|올바르지\\s*않|일치하지\\s*않|정지|비활성|잠금|잠겼|차단|허용되지\\s*않|등록되지\\s*않|존재하지\\s*않|필요|없습니다|거부',
    alone: '인증되지\\s*않|허가되지\\s*않|접근이?\\s*거부|다시\\s*로그인',
  },
  advice:
    '(?:잠시|나중에)\\s*(?:후|뒤)?에?\\s*다시\\s*(?:시도|이용)(?:해|하여)?\\s*(?:주세요|주십시오|주시기\\s*바랍니다)?',
  besides:
    '(?:이용|사용|처리|접속)?할\\s*수\\s*없|이용|사용|단시간|발생|검증|정보|인해|하여|량|했습니다|하였습니다|하셨습니다|되었습니다|됐습니다|입니다|습니다|합니다|됩니다|니다|은|는|이|가|을|를|의|에|로|으로|와|과|및|또는|도|된|한|하|되|않은|않|수|중|현재|죄송합니다|죄송|귀하|사용자|접속|주소|최대|일일|분당|초당|허용|화|인|있|였|었',
};

export const VIETNAMESE: Vocabulary = {
  'rate-limited': {
    about: 'yêu cầu|truy cập|lượt gọi|gọi|api|tần suất|số lần',
    says: 'quá nhiều|quá nhanh|vượt quá|vượt|giới hạn|hạn mức|quá thường xuyên',
    alone: 'quá nhiều yêu cầu|vượt quá giới hạn',
  },
  unavailable: {
    about: 'hệ thống|máy chủ|dịch vụ|mạng',
    says: 'bận|bảo trì|quá tải|nâng cấp|không khả dụng|gián đoạn',
    alone: 'đang bảo trì|(?:quá|hết) thời gian(?: chờ)?',
  },
  credentials: {
    about: 'xác thực|token|mã thông báo|chữ ký|tài khoản|phiên(?: đăng nhập)?|đăng nhập|mật khẩu|khóa api|api key|ip',
    says: 'hết hạn|không hợp lệ|không đúng|không chính xác|sai|thất bại|lỗi|bị khóa|khóa|vô hiệu(?: hóa)?|tạm ngưng|không tồn tại|không được phép|bị chặn|từ chối',
    alone: 'chưa được ủy quyền|không được ủy quyền|chưa xác thực|chưa đăng nhập|truy cập bị từ chối',
  },
  advice: '(?:vui lòng )?thử lại sau',
  besides:
    '(?<!\\p{L})(?:bạn|gửi|của|đã|đang|bị|được|là|và|hoặc|số|các|một|này|hiện|hiện tại|tạm thời|vui lòng|xin lỗi|tối đa|mỗi|phút|giây|ngày|quá|rất|có|cho|người dùng|địa chỉ|tỷ lệ|tốc độ)(?!\\p{L})',
};
