import type { LetterWords } from './letter-words.js';

// No native speaker has reviewed this file.

/** What letters say in Simplified Chinese. */
export const zhHans: LetterWords = {
  language: 'zh-Hans',
  direction: 'ltr',
  validUntil: (time) => ['有效期至', { strong: time }, '，只能使用一次。'],
  linkIsHarmless: '仅打开链接不会改变任何内容。页面会先让您确认身份。',
  notForYou: '如果此邮件不是给您的，将其删除即可。您不操作，就不会发生任何改变。',
  contact: {
    lead: '有疑问？',
    call: (phone, hours) => ['致电服务台：', phone, hours ? `（${hours}）。` : '。'],
    // With spaces: mail programs that make links of plain text would take the full stop for a part of the address.
    write: (email) => ['写信至 ', email, ' 。'],
    visit: (url) => ['访问 ', url, ' 。'],
  },
  letters: {
    invitation: {
      subject: (name) => `您在${name}的激活码`,
      heading: '您的激活码',
      body: [(name) => `${name}已在其门户中为您准备好位置。用此激活码开通：`],
      createAccount: '创建账户',
      haveAccount: '我已有账户',
    },
    'code-locked': {
      subject: (name) => `您在${name}的激活码已失效`,
      heading: '您的激活码已失效',
      body: [
        (name) =>
          `有人多次使用${name}发往此地址的激活码，但填写的信息不匹配。为防止他人进入，我们已停用此激活码。没有人成功进入。`,
        () => '要开通您的账户，向服务台索取新的激活码。',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `您在${name}的电子邮箱地址已更改`,
        heading: '您的电子邮箱地址已更改',
        body: [
          (name) => `从现在起，${name}会将邮件发往另一个地址。这是发往此地址的最后一封邮件。`,
          () => '如果不是您更改的，立即告知服务台。',
        ],
      },
      new: {
        subject: (name) => `您在${name}的电子邮箱地址`,
        heading: '这是您现在的电子邮箱地址',
        body: [(name) => `从现在起，${name}会将邮件发往此地址。`, () => '如果您没有要求这样做，立即告知服务台。'],
      },
      pending: {
        subject: (name) => `您在${name}的新电子邮箱地址`,
        heading: '有人为您填写了新的电子邮箱地址',
        body: [
          (name) => `有人在${name}为您填写了另一个电子邮箱地址。确认之后，${name}会将邮件发往该地址，不再发往此地址。`,
          () => '如果您没有要求这样做，立即告知服务台。',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `您在${name}的激活码已被使用`,
      heading: '您的激活码已被使用',
      body: [
        (name) => `${name}发往此地址的激活码已添加到另一个电子邮箱地址的账户。`,
        () => '如果您不知道此事，立即告知服务台。',
      ],
    },
    'password-changed': {
      subject: (name) => `您在${name}的密码已更改`,
      heading: '您的密码已更改',
      body: [() => '您已在其他所有设备上退出登录。', () => '如果不是您更改的，立即设置新密码，并告知服务台。'],
      action: '设置新密码',
    },
    'password-reset': {
      subject: (name) => `设置您在${name}的新密码`,
      heading: '设置新密码',
      body: [(name) => `有人要求为您在${name}的账户设置新密码。用此链接设置：`],
      action: '设置新密码',
    },
    'email-confirmation': {
      subject: (name) => `确认您在${name}的电子邮箱地址`,
      heading: '确认您的电子邮箱地址',
      body: [(name) => `${name}得知这是您的电子邮箱地址。用此链接确认：`],
      action: '确认此地址',
    },
    'login-after-failures': {
      subject: (name) => `您在${name}的账户有新的登录`,
      heading: '多次输入错误密码后的登录',
      body: [
        (name) => `有人在多次输入错误密码后，登录了您在${name}的账户。`,
        () => '如果是您本人，无需任何操作。如果不是，立即设置新密码，并告知服务台。',
      ],
      action: '设置新密码',
    },
  },
};
