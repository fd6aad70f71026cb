import type { Messages } from './messages.js';

// No native speaker has reviewed this file.

const number = new Intl.NumberFormat('zh-Hans', { useGrouping: false });
const digits = (count: number): string => number.format(count);

const quoted = (text: string): string => `“${text}”`;

const emailInvalid = '电子邮箱无效';
const emailTaken = '电子邮箱已被使用';
const emailExample = '输入一个电子邮箱地址，例如name@example.com';
const wentWrong = { title: '出现问题', body: '这不是您的原因。稍后重试。' };
const check = '检查以下各项：';

/** Simplified Chinese. */
const zhHans: Messages = {
  language: 'zh-Hans',

  actions: {
    next: '下一步',
    back: '返回',
    submit: '提交',
    save: '保存',
    tryAgain: '重试',
    logIn: '登录',
    logOut: '退出登录',
    close: '关闭',
    cancel: '取消',
    change: '更改',
    of: (thing) => thing,
  },

  form: {
    problem: '存在问题',
    error: '错误：',
    working: '正在处理',
    step: (step, of) => `第${digits(step)}步，共${digits(of)}步`,
    optional: (label) => `${label}（选填）`,
    invalid: '检查此答案',
    wait: ['距离可以重试还有', '。'],
    waitOver: '您现在可以重试。',
    unavailable: '无法显示此表单',
  },

  support: {
    title: '需要帮助？',
    phone: (name, phone, hours) => [`致电${name}：`, phone, hours ? `（${hours}）。` : '。'],
    email: (email) => ['写信至', email, '。'],
    url: (url) => ['查看', url, '。'],
    link: '我们的帮助页面',
  },

  errors: {
    invalid_input: { title: '有内容填写不正确', body: '检查您输入的内容，然后重试。' },
    session_required: { title: '您的会话已结束', body: '重新登录以继续。' },
    invalid_credentials: { title: '用户名或密码错误', body: '检查两者后重试，或设置新密码。' },
    consent_required: { title: '还有一份同意书未答复', body: '阅读并答复后，门户即会开放。' },
    not_allowed: { title: '此处无法这样操作', body: '门户不允许此操作。' },
    not_found: { title: '此内容已不存在', body: '它可能在此期间已被移除。' },
    no_records_found: { title: '未找到记录', body: '您输入的内容与我们的记录不符。' },
    method_not_allowed: wentWrong,
    email_taken: { title: emailTaken, body: '另一个账户正在使用此地址。使用其他地址。' },
    already_linked: { title: '此激活码已在您的账户中', body: '您无需再做任何操作。' },
    consent_outdated: { title: '文本已更改', body: '阅读新版本并重新答复。' },
    ticket_expired: {
      title: '再次输入激活码',
      body: '距离上次核对激活码的时间过长。内容没有丢失：再核对一次即可。',
    },
    token_expired: { title: '此链接已失效', body: '链接只能使用一次，且有时间限制。' },
    payload_too_large: { title: '内容过长', body: '缩短您输入的内容，然后重试。' },
    unsupported_media_type: wentWrong,
    email_invalid: { title: emailInvalid, body: emailExample },
    password_policy: { title: '密码不符合规则', body: '选择另一个密码。' },
    consent_refused: { title: '门户需要您的同意', body: '未经您同意，门户无法开放。您输入的内容仍在此处。' },
    too_many_attempts: { title: '尝试次数过多', body: '等待一段时间，然后重试。' },
    server_error: wentWrong,
    unavailable: { title: '门户繁忙', body: '稍后重试。您输入的内容仍在此处。' },
    network: { title: '无法连接门户', body: '检查您的网络连接。您输入的内容仍在此处。' },
  },

  code: {
    label: '激活码',
    hint: `${digits(15)}个字符，见我们发给您的邮件`,
    hintAny: '见我们发给您的邮件',
    missing: '输入激活码',
    length: (typed) => `激活码有${digits(15)}个字符。您输入了${digits(typed)}个`,
    mistyped: '激活码有输入错误。与邮件核对',
  },

  date: {
    month: '月',
    day: '日',
    year: '年',
    missing: '输入日期',
    incomplete: {
      month: '日期必须包含月份',
      day: '日期必须包含日',
      year: '日期必须包含年份',
    },
    shortYear: `年份必须是${digits(4)}位数字`,
    impossible: '日期必须真实存在',
    future: '日期必须是过去的日期',
    too_early: `日期不能早于${digits(1900)}年`,
  },

  birthdate: {
    label: '出生日期',
    hint: (example) => `激活码所属人员的出生日期，例如${example}`,
    missing: '输入出生日期',
    incomplete: {
      month: '出生日期必须包含月份',
      day: '出生日期必须包含日',
      year: '出生日期必须包含年份',
    },
    shortYear: `出生日期的年份必须是${digits(4)}位数字`,
    impossible: '出生日期必须真实存在',
    future: '出生日期必须是过去的日期',
    too_early: `出生日期不能早于${digits(1900)}年`,
  },

  proof: {
    methods: '您想如何证明您的身份？',
    answers: '其他信息',
    phone: '电话号码',
    phoneHint: '我们记录中的住宅、工作或手机号码',
    phoneMissing: '输入电话号码',
    email: '电子邮箱',
    emailHint: '我们记录中的电子邮箱地址',
    answerMissing: (label) => `输入${quoted(label)}的答案`,
    digitsOnly: (label) => `${quoted(label)}只能填写数字`,
  },

  username: {
    label: '电子邮箱/用户名',
    hint: '您用它登录，我们用它与您联系',
    hintAny: '您用它登录',
    suggest: (email) => `使用${email}`,
    missing: '输入您的电子邮箱或用户名',
    invalid: `${emailInvalid}。${emailExample}`,
    taken: emailTaken,
    isCode: '这是激活码。输入您账户的电子邮箱或用户名',
  },

  password: {
    label: '密码',
    current: '当前密码',
    new: '新密码',
    confirm: '确认密码',
    show: '显示',
    hide: '隐藏',
    of: (label) => label,
    capsLock: '大写锁定已开启',
    spaces: '空格也算字符，开头和结尾的也算',
    missing: '输入您的密码',
    wrong: '当前密码错误',
    missingNew: '输入密码',
    missingConfirm: '再次输入密码',
    mismatch: '两次输入的密码不一致',
    tooLong: (most) => `密码不能超过${digits(most)}个字符`,
    rulesTitle: '密码规则',
    rules: {
      length: (least, most) => `至少${digits(least)}个字符，最多${digits(most)}个`,
      digit: `至少${digits(1)}个数字`,
      special: (examples) => `至少${digits(1)}个特殊字符，例如 ${examples.join(' ').replace(/ (?=\S+$)/, ' 或 ')}`,
      not_username: '不能与您的电子邮箱相同',
      common: '不能是许多人使用的密码',
    },
    met: '，已满足',
    open: '，尚未满足',
    metOf: (met, of) => `已满足${digits(met)}条规则，共${digits(of)}条`,
    failed: (rules) => `密码尚未满足所有规则：${rules.join('；')}`,
  },

  relationship: {
    legend: '此激活码是给谁的？',
    self: '本人',
    other: '其他人',
    otherHint: '我是未成年人的父母或监护人',
  },

  activate: {
    'enter-code': {
      heading: '输入您的激活码',
      intro: (portal) => `用它开通您在${portal}门户的账户。`,
    },
    'create-account': {
      heading: '创建您的账户',
      intro: (portal) => `激活码正确。现在选择您登录${portal}门户的方式。`,
    },
    'logged-in': {
      heading: '您已登录',
      intro: (_, username) => `您的账户是${username}。您想如何使用此激活码？`,
      add: '将此激活码添加到我的账户',
      other: '退出登录并使用另一个账户',
    },
    done: { heading: '您的账户已就绪', intro: () => '您已登录。' },
    haveAccount: '已有账户？',
    noRecords: {
      body: {
        birthdate: `激活码与出生日期在我们的记录中不匹配。${check}`,
        phone: `激活码与电话号码在我们的记录中不匹配。${check}`,
        email: `激活码与电子邮箱在我们的记录中不匹配。${check}`,
        answers: `激活码与您的答案在我们的记录中不匹配。${check}`,
      },
      check: {
        code: '激活码来自最新的邮件：新激活码会取代旧激活码',
        birthdate: '出生日期是激活码所属人员的出生日期',
        phone: '电话号码是我们记录中的号码',
        email: '电子邮箱地址是我们记录中的地址',
        answers: '您的答案是激活码所属人员的信息',
        used: '激活码未曾使用过',
      },
      reasons: {
        used: '此激活码已被使用。如果是您使用的，登录您当时创建的账户。',
        expired: '此激活码已过期。',
        replaced: '此激活码已被更新的激活码取代。使用我们最新邮件中的激活码。',
        revoked: '此激活码已被撤销。',
      },
      logIn: '改为登录',
      renew: '给我发送新激活码',
      renewed: '新激活码正在发往收到第一个激活码的地址。',
    },
    taken: {
      body: (email) =>
        `另一个账户正在使用${email}。如果那是您的账户，登录该账户，激活码会一并带过去。如果不是，使用其他电子邮箱地址。`,
      logIn: '登录并添加此激活码',
    },
  },

  logIn: {
    heading: '登录',
    intro: (portal) => `登录${portal}的门户。`,
    introWithCode: (portal) => `登录${portal}的门户。然后您可以添加激活码。`,
    passwordHeading: '输入您的密码',
    forgot: '忘记密码？',
    newHere: '我是新用户',
    choosePassword: '设置新密码',
    createWithCode: '用此激活码创建账户',
    alternatives: '或',
    done: { heading: '您已登录', intro: '您现在可以继续。' },
    confirm: {
      heading: '确认您的电子邮箱',
      intro: '按一下，我们今后就使用此地址。',
      button: '确认电子邮箱',
      done: '您的电子邮箱已确认。用它登录。',
    },
  },

  resetPassword: {
    request: {
      heading: '忘记密码？',
      intro: '我们给您发送一个链接，用来设置新密码。',
      button: '发送链接',
    },
    sent: {
      heading: '查看您的邮件',
      intro: (username) => `如果有账户使用${username}，链接正在发送途中。链接在${digits(60)}分钟内有效，只能使用一次。`,
      again: '使用其他电子邮箱',
    },
    newPassword: { heading: '设置新密码', intro: '保存后，所有设备都会退出登录。' },
    done: { heading: '您的新密码已保存', intro: '用它登录。' },
    newLink: '发送新链接',
  },

  consent: {
    heading: '阅读并同意',
    intro: (portal) => `${portal}需要您答复以下文件。`,
    introRequired: (portal) => `${portal}需要您答复以下文件。答复必答文件后，门户才会开放。`,
    required: (minutes) => `必答，约${digits(minutes)}分钟`,
    optional: (minutes) => `选答，约${digits(minutes)}分钟`,
    later: '选答文件可以稍后答复。您可以在“设置”中再次找到它们。',
    continue: '继续',
    version: (version) => `版本${version}`,
    print: '打印',
    download: '下载',
    acknowledgement: '确认声明',
    yes: '是',
    no: '否',
    signature: '您的全名',
    signatureHint: '输入您的姓名即代表您的签名',
    decline: '拒绝',
    backToList: '返回列表',
    missing: {
      acknowledge: '勾选方框以表示同意',
      'yes-no': '回答“是”或“否”',
      choice: '选择一个答案',
      text: '填写答案',
      signature: '输入您的全名',
    },
    missingOf: (missing, question) => `${missing}：${quoted(question)}`,
    mustBeYes: '只有回答“是”才能继续',
    refusedOptional: {
      title: '按此答案无法同意本文件',
      body: '更改答案，或选择拒绝：门户同样会开放。您输入的内容仍在此处。',
    },
    outdated: '阅读新版本并重新提交。您的答案已保留；重新勾选您已阅读的内容。',
    kept: '重新登录以继续。您在此处填写的答案已保留。',
    logInAgain: '重新登录',
    answered: (title) => `您对${quoted(title)}的答复已记录`,
    done: { heading: '全部已答复', intro: '您现在可以继续。' },
    left: { heading: '必答文件已全部答复', intro: '您现在可以继续。您可以在“设置”中再次找到其余文件。' },
  },

  linkCode: {
    heading: '激活码',
    intro: '为您本人或您代理的人，将另一个激活码添加到此账户。',
    added: '激活码已成功添加',
    linked: '此账户可查看以下人员的记录：',
    unknown: `激活码与我们的记录不符。${check}`,
  },

  people: {
    self: (date) => `本人，自${date}起`,
    other: (date) => `我代理此人，自${date}起`,
    none: '尚无记录。',
  },

  settings: {
    heading: '设置',
    contact: {
      heading: '联系信息',
      hint: '我们只通过这些方式给您写信和打电话。',
      email: '电子邮箱',
      emailHint: '您也用它登录',
      emailPassword: '更改电子邮箱时需要',
      homePhone: '住宅电话',
      workPhone: '工作电话',
      mobilePhone: '手机',
      phoneInvalid: '输入带区号的电话号码',
      language: '语言',
      saved: '联系信息已保存',
      confirm: '已保存。您打开我们发往新电子邮箱的链接后，新电子邮箱即生效。',
    },
    password: {
      heading: '密码',
      hint: '设置新密码会结束所有其他会话。',
      missing: '输入您的当前密码',
      saved: '密码已更改',
    },
    people: { heading: '人员', hint: '此账户可查看其记录的人员。' },
    consents: {
      heading: '同意书',
      hint: '您已同意的内容，以及尚未答复的内容。',
      agreed: (date) => `已于${date}同意`,
      agreedRequired: (date) => `已于${date}同意，必答`,
      declined: (date) => `已于${date}拒绝`,
      withdrawn: (date) => `已于${date}撤回`,
      open: '尚未答复',
      read: '阅读',
      answer: '答复',
      withdraw: '撤回',
      withdrawQuestion: (title) => `撤回您对${quoted(title)}的答复？`,
      required: '没有此同意，无法使用门户。如果您不再同意，致电我们。',
      saved: (title) => `您对${quoted(title)}的答复已撤回`,
      none: '没有需要您同意的内容。',
    },
    sessions: {
      heading: '会话',
      hint: '您目前登录的设备。',
      current: '此设备',
      active: (device) => `${device}，当前在线`,
      activeNow: '当前在线',
      lastActive: (when) => `上次活动：${when}`,
      device: (browser, system) => `${system}上的${browser}`,
      unknown: '另一台设备',
      endOthers: '在其他所有设备上退出登录',
      ended: '您已在其他所有设备上退出登录',
    },
  },

  help: {
    button: '帮助',
    heading: '了解如何使用门户',
  },

  session: {
    notKept: {
      title: '您的浏览器没有保持登录状态',
      body: '浏览器可能阻止本门户保存登录数据。允许本页面保存网站数据，或换用其他浏览器。',
    },
    warning: {
      heading: '您还在吗？',
      text: '您已有一段时间没有使用门户。为保护您的记录，您将退出登录，剩余时间：',
      kept: '您输入的内容会保留到您重新登录。',
      stay: '保持登录',
      logOut: '立即退出登录',
      left: (seconds) => `剩余${digits(seconds)}秒`,
    },
  },

  languages: { label: '语言' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}>没有后端。为它设置base-url或adapter，把它放入<portal-provider>，或调用configurePortal()。`,
  },
};

export default zhHans;
