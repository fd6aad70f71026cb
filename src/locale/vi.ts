import type { Messages } from './messages.js';

// No native speaker has reviewed this file.

const number = new Intl.NumberFormat('vi', { useGrouping: false });
const digits = (count: number): string => number.format(count);

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const quoted = (text: string): string => `“${text}”`;

const emailInvalid = 'Email không hợp lệ';
const emailTaken = 'Email đã được sử dụng';
const emailExample = 'Nhập một địa chỉ email như name@example.com';
const wentWrong = { title: 'Đã xảy ra sự cố', body: 'Đây không phải do quý vị. Hãy thử lại sau giây lát.' };
const check = 'Hãy kiểm tra rằng:';

/** Vietnamese. */
const vi: Messages = {
  language: 'vi',

  actions: {
    next: 'Tiếp theo',
    back: 'Quay lại',
    submit: 'Gửi',
    save: 'Lưu',
    tryAgain: 'Thử lại',
    logIn: 'Đăng nhập',
    logOut: 'Đăng xuất',
    close: 'Đóng',
    cancel: 'Hủy',
    change: 'Thay đổi',
    of: (thing) => ` ${thing}`,
  },

  form: {
    problem: 'Có vấn đề',
    error: 'Lỗi: ',
    working: 'Đang xử lý',
    step: (step, of) => `Bước ${digits(step)} trên ${digits(of)}`,
    optional: (label) => `${label} (không bắt buộc)`,
    invalid: 'Kiểm tra câu trả lời này',
    wait: ['Quý vị có thể thử lại sau ', '.'],
    waitOver: 'Bây giờ quý vị có thể thử lại.',
    unavailable: 'Không thể hiển thị biểu mẫu này',
  },

  support: {
    title: 'Cần trợ giúp?',
    phone: (name, phone, hours) => [`Gọi ${name} theo số `, phone, hours ? `, ${hours}.` : '.'],
    email: (email) => ['Viết thư đến ', email, '.'],
    url: (url) => ['Xem ', url, '.'],
    link: 'trang trợ giúp của chúng tôi',
  },

  errors: {
    invalid_input: {
      title: 'Có mục chưa được điền đúng',
      body: 'Kiểm tra những gì quý vị đã nhập rồi thử lại.',
    },
    session_required: { title: 'Phiên của quý vị đã kết thúc', body: 'Đăng nhập lại để tiếp tục.' },
    invalid_credentials: {
      title: 'Tên người dùng hoặc mật khẩu không đúng',
      body: 'Kiểm tra cả hai rồi thử lại, hoặc chọn mật khẩu mới.',
    },
    consent_required: {
      title: 'Còn một bản chấp thuận chưa được trả lời',
      body: 'Đọc và trả lời bản đó, sau đó cổng thông tin sẽ mở.',
    },
    not_allowed: { title: 'Không thể thực hiện việc này ở đây', body: 'Cổng thông tin không cho phép.' },
    not_found: { title: 'Mục này không còn nữa', body: 'Có thể mục này đã bị xóa trong lúc đó.' },
    no_records_found: {
      title: 'Không tìm thấy hồ sơ',
      body: 'Thông tin quý vị đã nhập không khớp với hồ sơ của chúng tôi.',
    },
    method_not_allowed: wentWrong,
    email_taken: { title: emailTaken, body: 'Một tài khoản khác dùng địa chỉ này. Hãy dùng địa chỉ khác.' },
    already_linked: {
      title: 'Mã này đã có trong tài khoản của quý vị',
      body: 'Quý vị không cần làm gì thêm.',
    },
    consent_outdated: { title: 'Văn bản đã thay đổi', body: 'Đọc phiên bản mới và trả lời lại.' },
    ticket_expired: {
      title: 'Nhập lại mã',
      body: 'Đã quá lâu kể từ khi mã được kiểm tra. Không có gì bị mất: hãy kiểm tra lại mã.',
    },
    token_expired: {
      title: 'Liên kết không còn hoạt động',
      body: 'Mỗi liên kết chỉ dùng được một lần, trong thời gian giới hạn.',
    },
    payload_too_large: { title: 'Nội dung quá dài', body: 'Rút ngắn nội dung quý vị đã nhập rồi thử lại.' },
    unsupported_media_type: wentWrong,
    email_invalid: { title: emailInvalid, body: emailExample },
    password_policy: { title: 'Mật khẩu không đáp ứng các quy tắc', body: 'Hãy chọn mật khẩu khác.' },
    consent_refused: {
      title: 'Cổng thông tin cần sự chấp thuận của quý vị',
      body: 'Không thể mở cổng thông tin nếu thiếu chấp thuận. Nội dung quý vị đã nhập vẫn còn ở đây.',
    },
    too_many_attempts: { title: 'Quá nhiều lần thử', body: 'Chờ một lúc rồi thử lại.' },
    server_error: wentWrong,
    unavailable: {
      title: 'Cổng thông tin đang bận',
      body: 'Hãy thử lại sau giây lát. Nội dung quý vị đã nhập vẫn còn ở đây.',
    },
    network: {
      title: 'Không thể kết nối với cổng thông tin',
      body: 'Kiểm tra kết nối mạng của quý vị. Nội dung quý vị đã nhập vẫn còn ở đây.',
    },
  },

  code: {
    label: 'Mã kích hoạt',
    hint: `${digits(15)} ký tự, trong email chúng tôi đã gửi cho quý vị`,
    hintAny: 'Trong email chúng tôi đã gửi cho quý vị',
    missing: 'Nhập mã kích hoạt',
    length: (typed) => `Mã kích hoạt có ${digits(15)} ký tự. Quý vị đã nhập ${digits(typed)}`,
    mistyped: 'Mã kích hoạt có lỗi gõ. Hãy so sánh với email',
  },

  date: {
    month: 'Tháng',
    day: 'Ngày',
    year: 'Năm',
    missing: 'Nhập ngày tháng',
    incomplete: {
      month: 'Ngày tháng phải có tháng',
      day: 'Ngày tháng phải có ngày',
      year: 'Ngày tháng phải có năm',
    },
    shortYear: `Năm phải có ${digits(4)} chữ số`,
    impossible: 'Ngày tháng phải có thật',
    future: 'Ngày tháng phải ở trong quá khứ',
    too_early: `Ngày tháng phải từ năm ${digits(1900)} trở đi`,
  },

  birthdate: {
    label: 'Ngày sinh',
    hint: (example) => `Ngày sinh của người được cấp mã, ví dụ ${example}`,
    missing: 'Nhập ngày sinh',
    incomplete: {
      month: 'Ngày sinh phải có tháng',
      day: 'Ngày sinh phải có ngày',
      year: 'Ngày sinh phải có năm',
    },
    shortYear: `Ngày sinh phải có năm gồm ${digits(4)} chữ số`,
    impossible: 'Ngày sinh phải có thật',
    future: 'Ngày sinh phải ở trong quá khứ',
    too_early: `Ngày sinh phải từ năm ${digits(1900)} trở đi`,
  },

  proof: {
    methods: 'Quý vị muốn xác minh danh tính bằng cách nào?',
    answers: 'Thông tin khác',
    phone: 'Số điện thoại',
    phoneHint: 'Số điện thoại nhà, cơ quan hoặc di động có trong hồ sơ của chúng tôi',
    phoneMissing: 'Nhập số điện thoại',
    email: 'Email',
    emailHint: 'Địa chỉ email có trong hồ sơ của chúng tôi',
    answerMissing: (label) => `Nhập câu trả lời cho ${quoted(label)}`,
    digitsOnly: (label) => `${quoted(label)} chỉ nhận chữ số`,
  },

  username: {
    label: 'Email/Tên người dùng',
    hint: 'Quý vị dùng để đăng nhập, và chúng tôi viết thư đến đó',
    hintAny: 'Quý vị dùng để đăng nhập',
    suggest: (email) => `Dùng ${email}`,
    missing: 'Nhập email hoặc tên người dùng của quý vị',
    invalid: `${emailInvalid}. ${emailExample}`,
    taken: emailTaken,
    isCode: 'Đây là mã kích hoạt. Hãy nhập email hoặc tên người dùng của tài khoản',
  },

  password: {
    label: 'Mật khẩu',
    current: 'Mật khẩu hiện tại',
    new: 'Mật khẩu mới',
    confirm: 'Xác nhận mật khẩu',
    show: 'Hiện',
    hide: 'Ẩn',
    of: (label) => ` ${lowerFirst(label)}`,
    capsLock: 'Caps Lock đang bật',
    spaces: 'Dấu cách cũng được tính, kể cả ở đầu và ở cuối',
    missing: 'Nhập mật khẩu của quý vị',
    wrong: 'Mật khẩu hiện tại không đúng',
    missingNew: 'Nhập mật khẩu',
    missingConfirm: 'Nhập lại mật khẩu',
    mismatch: 'Hai mật khẩu không giống nhau',
    tooLong: (most) => `Mật khẩu không được quá ${digits(most)} ký tự`,
    rulesTitle: 'Mật khẩu cần có',
    rules: {
      length: (least, most) => `Ít nhất ${digits(least)} ký tự, nhiều nhất ${digits(most)}`,
      digit: `Ít nhất ${digits(1)} chữ số`,
      special: (examples) =>
        `Ít nhất ${digits(1)} ký tự đặc biệt, chẳng hạn ${examples.join(' ').replace(/ (?=\S+$)/, ' hoặc ')}`,
      not_username: 'Không trùng với email của quý vị',
      common: 'Không phải mật khẩu nhiều người dùng',
    },
    met: ', đã đạt',
    open: ', chưa đạt',
    metOf: (met, of) => `Đã đạt ${digits(met)} trên ${digits(of)} quy tắc`,
    failed: (rules) => `Mật khẩu chưa đáp ứng mọi quy tắc: ${rules.map(lowerFirst).join('; ')}`,
  },

  relationship: {
    legend: 'Mã kích hoạt này dành cho ai?',
    self: 'Cho tôi',
    other: 'Cho người khác',
    otherHint: 'Tôi là cha mẹ hoặc người giám hộ của trẻ vị thành niên',
  },

  activate: {
    'enter-code': {
      heading: 'Nhập mã kích hoạt của quý vị',
      intro: (portal) => `Mã này mở tài khoản của quý vị trên cổng thông tin của ${portal}.`,
    },
    'create-account': {
      heading: 'Tạo tài khoản của quý vị',
      intro: (portal) => `Mã đúng. Bây giờ hãy chọn cách quý vị đăng nhập vào cổng thông tin của ${portal}.`,
    },
    'logged-in': {
      heading: 'Quý vị đã đăng nhập',
      intro: (_, username) => `Tài khoản của quý vị là ${username}. Quý vị muốn làm gì với mã kích hoạt?`,
      add: 'Thêm mã này vào tài khoản của tôi',
      other: 'Đăng xuất và dùng tài khoản khác',
    },
    done: { heading: 'Tài khoản của quý vị đã sẵn sàng', intro: () => 'Quý vị đã đăng nhập.' },
    haveAccount: 'Đã có tài khoản?',
    noRecords: {
      body: {
        birthdate: `Mã kích hoạt và ngày sinh không khớp nhau trong hồ sơ của chúng tôi. ${check}`,
        phone: `Mã kích hoạt và số điện thoại không khớp nhau trong hồ sơ của chúng tôi. ${check}`,
        email: `Mã kích hoạt và email không khớp nhau trong hồ sơ của chúng tôi. ${check}`,
        answers: `Mã kích hoạt và câu trả lời của quý vị không khớp nhau trong hồ sơ của chúng tôi. ${check}`,
      },
      check: {
        code: 'mã lấy từ email mới nhất: mã mới thay thế các mã cũ',
        birthdate: 'ngày sinh là của người được cấp mã',
        phone: 'số điện thoại là số có trong hồ sơ của chúng tôi',
        email: 'địa chỉ email là địa chỉ có trong hồ sơ của chúng tôi',
        answers: 'câu trả lời của quý vị là của người được cấp mã',
        used: 'mã chưa từng được sử dụng',
      },
      reasons: {
        used: 'Mã này đã được sử dụng. Nếu chính quý vị đã dùng, hãy đăng nhập bằng tài khoản quý vị đã tạo.',
        expired: 'Mã này đã hết hạn.',
        replaced: 'Một mã mới hơn đã thay thế mã này. Hãy dùng mã trong email mới nhất của chúng tôi.',
        revoked: 'Mã này đã bị thu hồi.',
      },
      logIn: 'Chuyển sang đăng nhập',
      renew: 'Gửi cho tôi mã mới',
      renewed: 'Mã mới đang được gửi đến địa chỉ đã nhận mã đầu tiên.',
    },
    taken: {
      body: (email) =>
        `Một tài khoản khác dùng ${email}. Nếu đó là tài khoản của quý vị, hãy đăng nhập vào đó và mã sẽ đi theo. Nếu không, hãy dùng địa chỉ email khác.`,
      logIn: 'Đăng nhập và thêm mã này',
    },
  },

  logIn: {
    heading: 'Đăng nhập',
    intro: (portal) => `Vào cổng thông tin của ${portal}.`,
    introWithCode: (portal) => `Vào cổng thông tin của ${portal}. Sau đó quý vị có thể thêm mã kích hoạt.`,
    passwordHeading: 'Nhập mật khẩu của quý vị',
    forgot: 'Quên mật khẩu?',
    newHere: 'Tôi là người dùng mới',
    choosePassword: 'Chọn mật khẩu mới',
    createWithCode: 'Tạo tài khoản bằng mã này',
    alternatives: 'hoặc',
    done: { heading: 'Quý vị đã đăng nhập', intro: 'Bây giờ quý vị có thể tiếp tục.' },
    confirm: {
      heading: 'Xác nhận email của quý vị',
      intro: 'Nhấn một lần, và chúng tôi sẽ dùng địa chỉ này từ nay về sau.',
      button: 'Xác nhận email',
      done: 'Email của quý vị đã được xác nhận. Hãy đăng nhập bằng email đó.',
    },
  },

  resetPassword: {
    request: {
      heading: 'Quên mật khẩu?',
      intro: 'Chúng tôi gửi cho quý vị một liên kết để chọn mật khẩu mới.',
      button: 'Gửi liên kết',
    },
    sent: {
      heading: 'Kiểm tra email của quý vị',
      intro: (username) =>
        `Nếu có tài khoản cho ${username}, một liên kết đang được gửi đến. Liên kết dùng được một lần, trong vòng ${digits(60)} phút.`,
      again: 'Dùng email khác',
    },
    newPassword: { heading: 'Chọn mật khẩu mới', intro: 'Khi quý vị lưu, mọi thiết bị sẽ được đăng xuất.' },
    done: { heading: 'Mật khẩu mới của quý vị đã được lưu', intro: 'Hãy đăng nhập bằng mật khẩu đó.' },
    newLink: 'Gửi liên kết mới',
  },

  consent: {
    heading: 'Đọc và chấp thuận',
    intro: (portal) => `${portal} cần quý vị trả lời các văn bản này.`,
    introRequired: (portal) =>
      `${portal} cần quý vị trả lời các văn bản này. Quý vị cần trả lời các văn bản bắt buộc trước khi cổng thông tin mở.`,
    required: (minutes) => `Bắt buộc, khoảng ${digits(minutes)} phút`,
    optional: (minutes) => `Không bắt buộc, khoảng ${digits(minutes)} phút`,
    later: 'Các văn bản không bắt buộc có thể để sau. Quý vị tìm lại chúng trong phần Cài đặt.',
    continue: 'Tiếp tục',
    version: (version) => `Phiên bản ${version}`,
    print: 'In',
    download: 'Tải xuống',
    acknowledgement: 'Xác nhận',
    yes: 'Có',
    no: 'Không',
    signature: 'Họ và tên đầy đủ của quý vị',
    signatureHint: 'Việc nhập tên thay cho chữ ký của quý vị',
    decline: 'Từ chối',
    backToList: 'Quay lại danh sách',
    missing: {
      acknowledge: 'Đánh dấu vào ô để chấp thuận',
      'yes-no': 'Trả lời Có hoặc Không',
      choice: 'Chọn một câu trả lời',
      text: 'Viết câu trả lời',
      signature: 'Nhập họ và tên đầy đủ của quý vị',
    },
    missingOf: (missing, question) => `${missing}: ${quoted(question)}`,
    mustBeYes: 'Quý vị chỉ có thể tiếp tục nếu trả lời Có',
    refusedOptional: {
      title: 'Không thể chấp thuận văn bản này với câu trả lời này',
      body: 'Thay đổi câu trả lời, hoặc từ chối: cổng thông tin vẫn mở. Nội dung quý vị đã nhập vẫn còn ở đây.',
    },
    outdated:
      'Đọc phiên bản mới và gửi lại. Các câu trả lời của quý vị được giữ lại; hãy đánh dấu lại những gì quý vị đã đọc.',
    kept: 'Đăng nhập lại để tiếp tục. Những gì quý vị đã trả lời ở đây được giữ lại.',
    logInAgain: 'Đăng nhập lại',
    answered: (title) => `Câu trả lời của quý vị cho ${quoted(title)} đã được ghi nhận`,
    done: { heading: 'Mọi văn bản đã được trả lời', intro: 'Bây giờ quý vị có thể tiếp tục.' },
    left: {
      heading: 'Mọi văn bản bắt buộc đã được trả lời',
      intro: 'Bây giờ quý vị có thể tiếp tục. Quý vị tìm lại các văn bản khác trong phần Cài đặt.',
    },
  },

  linkCode: {
    heading: 'Mã kích hoạt',
    intro: 'Thêm một mã khác vào tài khoản này, cho quý vị hoặc cho người mà quý vị đại diện.',
    added: 'Mã kích hoạt đã được thêm thành công',
    linked: 'Tài khoản này mở hồ sơ của:',
    unknown: `Mã kích hoạt không khớp với hồ sơ của chúng tôi. ${check}`,
  },

  people: {
    self: (date) => `Chính tôi, từ ${date}`,
    other: (date) => `Tôi đại diện cho người này, từ ${date}`,
    none: 'Chưa có hồ sơ.',
  },

  settings: {
    heading: 'Cài đặt',
    contact: {
      heading: 'Thông tin liên hệ',
      hint: 'Chúng tôi viết thư và gọi điện đến đây, và không đến nơi nào khác.',
      email: 'Email',
      emailHint: 'Quý vị cũng dùng để đăng nhập',
      emailPassword: 'Cần có để thay đổi email',
      homePhone: 'Điện thoại nhà',
      workPhone: 'Điện thoại cơ quan',
      mobilePhone: 'Điện thoại di động',
      phoneInvalid: 'Nhập số điện thoại kèm mã vùng',
      language: 'Ngôn ngữ',
      saved: 'Đã lưu thông tin liên hệ',
      confirm: 'Đã lưu. Email mới có hiệu lực khi quý vị mở liên kết chúng tôi đã gửi đến đó.',
    },
    password: {
      heading: 'Mật khẩu',
      hint: 'Mật khẩu mới kết thúc mọi phiên khác.',
      missing: 'Nhập mật khẩu hiện tại của quý vị',
      saved: 'Đã đổi mật khẩu',
    },
    people: { heading: 'Người liên quan', hint: 'Những người có hồ sơ mà tài khoản này mở.' },
    consents: {
      heading: 'Các bản chấp thuận',
      hint: 'Những gì quý vị đã chấp thuận, và những gì chưa trả lời.',
      agreed: (date) => `Đã chấp thuận vào ${date}`,
      agreedRequired: (date) => `Đã chấp thuận vào ${date}, bắt buộc`,
      declined: (date) => `Đã từ chối vào ${date}`,
      withdrawn: (date) => `Đã rút lại vào ${date}`,
      open: 'Chưa trả lời',
      read: 'Đọc',
      answer: 'Trả lời',
      withdraw: 'Rút lại',
      withdrawQuestion: (title) => `Rút lại câu trả lời của quý vị cho ${quoted(title)}?`,
      required:
        'Không thể dùng cổng thông tin nếu thiếu bản này. Hãy gọi cho chúng tôi nếu quý vị không còn chấp thuận.',
      saved: (title) => `Câu trả lời của quý vị cho ${quoted(title)} đã được rút lại`,
      none: 'Không có gì cần chấp thuận.',
    },
    sessions: {
      heading: 'Các phiên',
      hint: 'Những nơi quý vị đang đăng nhập.',
      current: 'Thiết bị này',
      active: (device) => `${device}, đang hoạt động`,
      activeNow: 'Đang hoạt động',
      lastActive: (when) => `Hoạt động lần cuối ${when}`,
      device: (browser, system) => `${browser} trên ${system}`,
      unknown: 'Thiết bị khác',
      endOthers: 'Đăng xuất khỏi mọi nơi khác',
      ended: 'Quý vị đã được đăng xuất khỏi mọi nơi khác',
    },
  },

  help: {
    button: 'Trợ giúp',
    heading: 'Cách sử dụng cổng thông tin',
  },

  session: {
    notKept: {
      title: 'Trình duyệt của quý vị không giữ phiên đăng nhập',
      body: 'Có thể trình duyệt chặn cookie của cổng này. Hãy cho phép cookie trên trang này, hoặc dùng trình duyệt khác.',
    },
    warning: {
      heading: 'Quý vị còn ở đó không?',
      text: 'Quý vị đã không dùng cổng thông tin một lúc. Để bảo vệ hồ sơ của quý vị, chúng tôi sẽ đăng xuất quý vị sau',
      kept: 'Nội dung quý vị đã nhập được giữ lại cho đến khi quý vị đăng nhập lại.',
      stay: 'Duy trì đăng nhập',
      logOut: 'Đăng xuất ngay',
      left: (seconds) => `Còn ${digits(seconds)} giây`,
    },
  },

  languages: { label: 'Ngôn ngữ' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}> không có máy chủ. Hãy cho nó một base-url hoặc một adapter, đặt nó vào <portal-provider>, hoặc gọi configurePortal().`,
  },
};

export default vi;
