import type { AccountRefusal } from '../http';

/** Words of one kind of refusal, as alternatives of a pattern in lower case. */
export interface Words {
  /** What it is about ... */
  about: string;
  /** ... and what it says of that. */
  says: string;
  /** Words that say both. */
  alone: string;
}

/** How a language words refusals of the account. A statement that holds any other word is about something else. */
export interface Vocabulary extends Record<AccountRefusal, Words> {
  /** "Try again later": a busy carrier, where nothing else is said but that the server failed. */
  advice: string;
  /** Words that say nothing by themselves. */
  besides: string;
}

/**
 * No reference has such texts. These are the common wordings of the frameworks and gateways that such carriers run, seen
 * in public lists of codes (LingXing's open platform: "requests too frequently", 接口请求太频繁触发限流, "ip not permit",
 * "api sign not correct"; Longbridge's: "api request is limited", "token expired", 接口访问过于频繁) and in many servers
 * (请求过于频繁，请稍后再试; 调用频率超限; 系统繁忙; IP未授权; token已失效), and the frameworks' own (Laravel: "Too Many Attempts.",
 * Spring: "Full authentication is required to access this resource"). Their other forms are inferred. Signs are of the
 * mainland: texts are read through `simplified.ts`.
 * 余额不足 (no balance) is not among them: a cheaper order may pass. Neither is 系统异常, which one order may cause.
 */
export const CHINESE_AND_ENGLISH: Vocabulary = {
  'rate-limited': {
    about: either(
      '请求|访问|存取|调用|呼叫|接口|查询|提交|下单|操作|频率|频次|次数|qps|tps|并发|流量|限流',
      'requests?|attempts?|calls?|access|apis?|frequency|qps|quotas?|queries|connections?|concurren(?:t|cy)',
    ),
    says: either(
      '过于频繁|太?过?频繁|过快|太快|(?<!参数)过多|太多|过高|太高|过大|太大|超限|超频|超上限|超出|超过|超额|已?达到?|用完|用尽|上限|限制|受限|限额|阈值',
      'too (?:many|frequent|frequently|fast|high)|exceed(?:ed|s|ing)?|limit(?:s|ed|ing)?|reached|hit|frequently|threshold',
    ),
    alone: either(
      '触发限流|限流|流控|操作频繁|勿重复请求|(?:每|[\\d一两])(?:分钟|秒钟?|小时|天|日)内?(?:最多|只能|仅能|[仅只]允许)(?:请求|调用|访问|查询)[一两]?',
      'too many requests|too frequent|rate exceeded|rate ?limit(?:s|ed|ing)?|throttl(?:ed|ing)|slow down',
    ),
  },
  unavailable: {
    about: either(
      '系统|服务器|服务端|服务(?!不可用|无法)|数据库|网络|平台|网站|后台',
      'systems?|databases?|servers?|services?|network|platform|site',
    ),
    says: either(
      '繁忙|忙碌|正?忙|开小差|拥堵|过载|负载过高|(?:停机)?维护|升级|不可用|无法使用|无法访问|暂停服务',
      'busy|overload(?:ed)?|maintenance|unavailable|upgrad(?:ed|ing)|down',
    ),
    alone: either(
      '(?:停机|升级)维护|网络(?:异常|故障|不稳定)|(?:系统|请求|连接|接口|服务器|网络|响应|处理)[超逾]时|(?:访问|在线)人数(?:过|太)多',
      '(?:under|scheduled|down for) maintenance|(?:request|connection|gateway|server|system|response) (?:(?:has )?timed out|time-?out)',
    ),
  },
  credentials: {
    about: either(
      '令牌|密钥|秘钥|金钥|凭证|签[名章]|会话|登[录陆入](?:状态)?|密码|用户名|时间戳|身份(?:验证|认证|校验)|认证|鉴权|授权|验签|[账帐][号户]|(?:接口|api)的?(?:访问|调用)?(?=权限)',
      '(?:access )?tokens?|jwt|(?:app|api|access) ?(?:key|id|secret|token)|secret|sign(?:ature)?(?! (?:is )?required)|session|login|password|user ?name|accounts?|credentials?|authentication|authori[sz]ation|timestamp|ip|app',
    ),
    says: either(
      '过期|失效|无效|到期|超时|逾时|不?正确|错误|不合法|非法|不匹配|不一致|不?通过|不存在|有误|为空|不能为空|缺失|缺少|未传|失败|(?:欠费)?停用|禁用|冻结|封禁|锁定|注销|未激活|未启用|未审核|相差(?:过大|太大)?|偏差|未绑定|异常|不在|未在|未加入|未添加|未授权|未经授权|白名单|禁止|受限|拉黑|拒绝|(?:没有?|无|未开通)权限|(?:没有?|无|未开通)(?=接口|api|访问|调用)|权限(?:未开通)?',
      'invalid|illegal|incorrect|wrong|expired?|missing|empty|null|required|revoked|(?:de|in)activ(?:e|ated)|disabled|suspended|frozen|locked|blocked|banned|denied|forbidden|unknown|bad|error|fail(?:ed|ure)?|mismatch(?:ed)?|(?:not|does not) (?:valid|found|correct|active|activated|exist|match|allow(?:ed)?|authori[sz]ed|permit(?:ted)?|recogni[sz]ed)|white ?-?list(?:ed)?',
    ),
    alone: either(
      '未经?授权|未登[录陆入]|(?:先|重新)登[录陆入]|无权(?:限)?(?:访问|调用)(?:该|此|本)?(?:接口|api)|(?:没有?|无)访问权限|(?:接口|api)(?:权限不足|(?:未|没有?|尚未)开通|已?(?:被|经)?关闭)|(?:用户|客户)已?被?(?:停用|禁用|冻结|锁定)|请求已?过期',
      'unauthori[sz]ed|unauthenticated|access denied|permission denied(?! for)|forbidden|not (?:authori[sz]ed|authenticated|logged ?in)|(?:re)?log ?in (?:again|first|required)|(?:no|not have) permissions? to (?:access|call|use)|request (?:has )?expired',
    ),
  },
  advice: either(
    '(?:(?:系统|服务器|服务端|网络|数据库)(?:内部)?(?:错误|异常|出错)\\P{L}*)?稍[后候](?:再|重)?(?:试|重试|尝试)(?:一下)?',
    '(?:(?:internal )?(?:server|system|database) error\\P{L}*)?(?:try again|retry) later',
  ),
  besides: either(
    '您好|短时间|同一个?|单[日天]|很?抱歉|勿|不要|列表|时间|对不起|您|你|该|此|本|当前|目前|现在|当[天日]|今[天日]|每(?:分钟|秒钟?|小时|天|日)|单位时间|次|分钟|秒钟?|小时|正在|正|在|已经?|暂时?|尚|还|或|和|及|与|的|了|中|内|被|为|数(?!量)|量|最大|最多|允许|比较|太|过于|速[率度]|用户|客户端|客户(?:代码|编码|编号)?|来源|地址|信息|参数|状态|验证|校验|失败|异常|错误|提示|原因|返回|码|稍[后候].*',
    "an?|the|this|your?|our|you(?:'ve)?|have|has|had|been|being|be|is|are|was|were|it|its|to|of|in|on|at|by|for|from|per|over|or|and|not|add|first|now|no longer|can(?:not)?|do(?:es)?|we|full|resource|refresh(?:ed)?|sorry|currently|temporarily|very|too|again|already|max(?:imum)?|number of|rate|allowed|second|minute|hour|day|daily|today|hourly|seconds|minutes|error|errors|fail(?:ed|ure)?|exception|code|message|msg|http|user|users|client|customer|provided|supplied|verification|validation|verify|check|address|source|sent|made|within|current|later",
  ),
};

/** Chinese has no blanks between words; Latin letters are words by themselves only. */
function either(chinese: string, english: string): string {
  return `${chinese}|(?<![a-z])(?:${english})(?![a-z])`;
}
