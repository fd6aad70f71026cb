import type { LetterWords } from './letter-words.js';

// No native speaker has reviewed this file.

/** What letters say in Vietnamese. */
export const vi: LetterWords = {
  language: 'vi',
  direction: 'ltr',
  validUntil: (time) => ['Có hiệu lực đến ', { strong: time }, ', và chỉ dùng được một lần.'],
  linkIsHarmless: 'Chỉ mở liên kết thì không có gì thay đổi. Trang này trước tiên yêu cầu quý vị xác nhận danh tính.',
  notForYou: 'Nếu email này không dành cho quý vị, hãy xóa đi. Không có gì xảy ra nếu quý vị không làm gì.',
  contact: {
    lead: 'Có câu hỏi?',
    call: (phone, hours) => ['Gọi bộ phận hỗ trợ theo số ', phone, hours ? `, ${hours}.` : '.'],
    write: (email) => ['Viết thư đến ', email, '.'],
    visit: (url) => ['Truy cập ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Mã kích hoạt của quý vị tại ${name}`,
      heading: 'Mã kích hoạt của quý vị',
      body: [(name) => `${name} đã dành một chỗ cho quý vị trên cổng thông tin. Quý vị mở chỗ đó bằng mã này:`],
      createAccount: 'Tạo tài khoản',
      haveAccount: 'Tôi đã có tài khoản',
    },
    'code-locked': {
      subject: (name) => `Mã kích hoạt của quý vị tại ${name} không còn hoạt động`,
      heading: 'Mã kích hoạt của quý vị không còn hoạt động',
      body: [
        (name) =>
          `Mã mà ${name} đã gửi đến địa chỉ này được thử nhiều lần với thông tin không khớp. Để ngăn người khác truy cập, chúng tôi đã khóa mã. Không ai vào được.`,
        () => 'Để mở tài khoản, hãy yêu cầu bộ phận hỗ trợ cấp mã mới.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Địa chỉ email của quý vị tại ${name} đã thay đổi`,
        heading: 'Địa chỉ email của quý vị đã thay đổi',
        body: [
          (name) => `Từ nay, ${name} viết thư đến một địa chỉ khác. Đây là email cuối cùng gửi đến địa chỉ này.`,
          () => 'Nếu quý vị không thay đổi, hãy báo ngay cho bộ phận hỗ trợ.',
        ],
      },
      new: {
        subject: (name) => `Địa chỉ email của quý vị tại ${name}`,
        heading: 'Đây là địa chỉ email hiện tại của quý vị',
        body: [
          (name) => `Từ nay, ${name} viết thư đến địa chỉ này.`,
          () => 'Nếu quý vị không yêu cầu việc này, hãy báo ngay cho bộ phận hỗ trợ.',
        ],
      },
      pending: {
        subject: (name) => `Địa chỉ email mới của quý vị tại ${name}`,
        heading: 'Có một địa chỉ email mới cho quý vị',
        body: [
          (name) =>
            `${name} được cho biết một địa chỉ email khác của quý vị. Khi địa chỉ đó được xác nhận, ${name} sẽ viết thư đến đó và không viết đến địa chỉ này nữa.`,
          () => 'Nếu quý vị không yêu cầu việc này, hãy báo ngay cho bộ phận hỗ trợ.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Mã kích hoạt của quý vị tại ${name} đã được sử dụng`,
      heading: 'Mã kích hoạt của quý vị đã được sử dụng',
      body: [
        (name) => `Mã mà ${name} đã gửi đến địa chỉ này được thêm vào một tài khoản có địa chỉ email khác.`,
        () => 'Nếu quý vị không biết về việc này, hãy báo ngay cho bộ phận hỗ trợ.',
      ],
    },
    'password-changed': {
      subject: (name) => `Mật khẩu của quý vị tại ${name} đã thay đổi`,
      heading: 'Mật khẩu của quý vị đã thay đổi',
      body: [
        () => 'Quý vị đã được đăng xuất trên mọi thiết bị khác.',
        () => 'Nếu quý vị không thay đổi, hãy chọn mật khẩu mới ngay và báo cho bộ phận hỗ trợ.',
      ],
      action: 'Chọn mật khẩu mới',
    },
    'password-reset': {
      subject: (name) => `Chọn mật khẩu mới tại ${name}`,
      heading: 'Chọn mật khẩu mới',
      body: [
        (name) =>
          `Có người đã yêu cầu mật khẩu mới cho tài khoản của quý vị tại ${name}. Quý vị chọn mật khẩu bằng liên kết này:`,
      ],
      action: 'Chọn mật khẩu mới',
    },
    'email-confirmation': {
      subject: (name) => `Xác nhận địa chỉ email của quý vị tại ${name}`,
      heading: 'Xác nhận địa chỉ email của quý vị',
      body: [(name) => `${name} được cho biết đây là địa chỉ email của quý vị. Quý vị xác nhận bằng liên kết này:`],
      action: 'Xác nhận địa chỉ này',
    },
    'login-after-failures': {
      subject: (name) => `Một lần đăng nhập mới vào tài khoản của quý vị tại ${name}`,
      heading: 'Một lần đăng nhập sau nhiều mật khẩu sai',
      body: [
        (name) => `Có người đã đăng nhập vào tài khoản của quý vị tại ${name} sau khi nhập sai mật khẩu nhiều lần.`,
        () =>
          'Nếu đó là quý vị, quý vị không cần làm gì. Nếu không, hãy chọn mật khẩu mới ngay và báo cho bộ phận hỗ trợ.',
      ],
      action: 'Chọn mật khẩu mới',
    },
  },
};
