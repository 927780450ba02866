/** Chinese as Taiwan and Hong Kong write it in mainland signs and words, as far as refusals of the account need them. */
export function simplified(text: string): string {
  return text
    .replace(/[\u4e00-\u9fff]/g, (sign) => SIGNS.get(sign) ?? sign)
    .replaceAll('伺服器', '服务器')
    .replaceAll('网路', '网络')
    .replaceAll('权杖', '令牌');
}

/** Each sign and its mainland form. */
const PAIRS =
  '與与為为於于會会傳传凍冻務务單单參参發发號号啟启啓启開开異异錄录態态戶户擁拥護护數数無无時时暫暂權权機机沒没級级結结絡络絕绝統统維维編编網网現现碼码確确穩稳簽签訪访證证試试話话詢询該该誤误請请調调敗败賬账帳帐費费載载較较達达過过還还鐘钟鑰钥銷销鎖锁錯错問问間间閾阈陸陆頻频額额驗验鑑鉴鑒鉴負负註注並并併并嘗尝觸触認认當当內内狀状對对來来臺台後后憑凭餘余繫系聯联線线連连';

const SIGNS: ReadonlyMap<string, string> = new Map(
  (PAIRS.match(/../gu) ?? []).map(([sign = '', mainland = '']) => [sign, mainland]),
);
