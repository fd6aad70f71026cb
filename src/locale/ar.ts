import type { Messages } from './messages.js';

// No native speaker has reviewed this file.

const number = new Intl.NumberFormat('ar', { useGrouping: false });
const digits = (count: number): string => number.format(count);

// From left to right, whatever stands around it: addresses, user names, what is typed as it stands.
const ltr = (text: string): string => `\u2066${text}\u2069`;
// In its own direction: names and titles, which may be in any language.
const apart = (text: string): string => `\u2068${text}\u2069`;
const quoted = (text: string): string => `«${apart(text)}»`;

const plural = new Intl.PluralRules('ar');

/** A count with its noun. From eleven on the noun is in the singular, as it is after none. */
function counted(count: number, [one, two, few, many]: readonly [string, string, string, string]): string {
  const form = plural.select(count);
  if (form === 'one') return one;
  if (form === 'two') return two;
  return `${digits(count)} ${form === 'few' ? few : many}`;
}

const characters = (count: number): string => counted(count, ['خانة واحدة', 'خانتان', 'خانات', 'خانة']);
// As the object of a verb, or after a preposition.
const ofCharacters = (count: number): string => counted(count, ['خانة واحدة', 'خانتين', 'خانات', 'خانة']);
const ofMinutes = (count: number): string => counted(count, ['دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة']);
const seconds = (count: number): string => counted(count, ['ثانية واحدة', 'ثانيتان', 'ثوانٍ', 'ثانية']);

const emailInvalid = 'البريد الإلكتروني غير صحيح';
const emailTaken = 'البريد الإلكتروني مستخدم بالفعل';
const emailExample = `أدخل عنوان بريد إلكتروني مثل ${ltr('name@example.com')}`;
const wentWrong = { title: 'حدث خطأ ما', body: 'الخطأ ليس منك. حاول مرة أخرى بعد قليل.' };
const check = 'تحقّق مما يلي:';

/** Arabic. */
const ar: Messages = {
  language: 'ar',

  actions: {
    next: 'التالي',
    back: 'رجوع',
    submit: 'إرسال',
    save: 'حفظ',
    tryAgain: 'إعادة المحاولة',
    logIn: 'تسجيل الدخول',
    logOut: 'تسجيل الخروج',
    close: 'إغلاق',
    cancel: 'إلغاء',
    change: 'تغيير',
    of: (thing) => ` ${apart(thing)}`,
  },

  form: {
    problem: 'هناك مشكلة',
    error: 'خطأ: ',
    working: 'جارٍ التنفيذ',
    step: (step, of) => `الخطوة ${digits(step)} من ${digits(of)}`,
    optional: (label) => `${label} (اختياري)`,
    invalid: 'تحقّق من هذه الإجابة',
    wait: ['يمكنك المحاولة مرة أخرى بعد ', '.'],
    waitOver: 'يمكنك المحاولة مرة أخرى الآن.',
    unavailable: 'لا يمكن عرض هذا النموذج',
  },

  support: {
    title: 'هل تحتاج إلى مساعدة؟',
    phone: (name, phone, hours) => [
      `للتواصل مع ${apart(name)} اتصل على الرقم `,
      phone,
      hours ? `، ${apart(hours)}.` : '.',
    ],
    email: (email) => ['اكتب إلى ', email, '.'],
    url: (url) => ['زُر ', url, '.'],
    link: 'صفحة المساعدة',
  },

  errors: {
    invalid_input: { title: 'بعض ما أدخلته غير صحيح', body: 'تحقّق مما أدخلته وحاول مرة أخرى.' },
    session_required: { title: 'انتهت جلستك', body: 'سجّل الدخول مرة أخرى للمتابعة.' },
    invalid_credentials: {
      title: 'اسم المستخدم أو كلمة المرور غير صحيح',
      body: 'تحقّق منهما وحاول مرة أخرى، أو اختر كلمة مرور جديدة.',
    },
    consent_required: { title: 'هناك موافقة لم تُجب عنها بعد', body: 'اقرأها وأجب عنها، ثم تُفتح البوابة.' },
    not_allowed: { title: 'هذا غير ممكن هنا', body: 'البوابة لا تسمح بذلك.' },
    not_found: { title: 'لم يعد هذا موجودًا', body: 'ربما أُزيل في هذه الأثناء.' },
    no_records_found: { title: 'لم يُعثر على سجلات', body: 'ما أدخلته لا يطابق سجلاتنا.' },
    method_not_allowed: wentWrong,
    email_taken: { title: emailTaken, body: 'يستخدم حساب آخر هذا العنوان. استخدم عنوانًا غيره.' },
    already_linked: { title: 'هذا الرمز مضاف إلى حسابك بالفعل', body: 'لم يبقَ ما تفعله.' },
    consent_outdated: { title: 'تغيّر النص', body: 'اقرأ الإصدار الجديد وأجب مرة أخرى.' },
    ticket_expired: {
      title: 'أدخل الرمز مرة أخرى',
      body: 'مضى وقت طويل منذ التحقّق من الرمز. لم تفقد شيئًا: تحقّق منه مرة أخرى.',
    },
    token_expired: { title: 'لم يعد الرابط يعمل', body: 'يعمل الرابط مرة واحدة ولمدة محدودة.' },
    payload_too_large: { title: 'النص أطول من اللازم', body: 'اختصر ما كتبته وحاول مرة أخرى.' },
    unsupported_media_type: wentWrong,
    email_invalid: { title: emailInvalid, body: emailExample },
    password_policy: { title: 'كلمة المرور لا تستوفي الشروط', body: 'اختر كلمة مرور أخرى.' },
    consent_refused: {
      title: 'تحتاج البوابة إلى موافقتك',
      body: 'لا يمكن فتحها من دونها. ما كتبته لا يزال هنا.',
    },
    too_many_attempts: { title: 'محاولات كثيرة جدًا', body: 'انتظر قليلًا ثم حاول مرة أخرى.' },
    server_error: wentWrong,
    unavailable: { title: 'البوابة مشغولة', body: 'حاول مرة أخرى بعد قليل. ما كتبته لا يزال هنا.' },
    network: { title: 'يتعذّر الوصول إلى البوابة', body: 'تحقّق من اتصالك بالإنترنت. ما كتبته لا يزال هنا.' },
  },

  code: {
    label: 'رمز التفعيل',
    hint: `${characters(15)}، من الرسالة الإلكترونية التي أرسلناها إليك`,
    hintAny: 'من الرسالة الإلكترونية التي أرسلناها إليك',
    missing: 'أدخل رمز التفعيل',
    length: (typed) => `يتكوّن رمز التفعيل من ${ofCharacters(15)}. أدخلت ${ofCharacters(typed)}`,
    mistyped: 'في رمز التفعيل خطأ كتابي. قارنه بالرسالة الإلكترونية',
  },

  date: {
    month: 'الشهر',
    day: 'اليوم',
    year: 'السنة',
    missing: 'أدخل التاريخ',
    incomplete: {
      month: 'يجب أن يتضمّن التاريخ الشهر',
      day: 'يجب أن يتضمّن التاريخ اليوم',
      year: 'يجب أن يتضمّن التاريخ السنة',
    },
    shortYear: `يجب أن تتكوّن السنة من ${digits(4)} أرقام`,
    impossible: 'هذا التاريخ غير موجود. أدخل تاريخًا صحيحًا',
    future: 'يجب أن يكون التاريخ في الماضي',
    too_early: `يجب أن يكون التاريخ في سنة ${digits(1900)} أو بعدها`,
  },

  birthdate: {
    label: 'تاريخ الميلاد',
    // Not isolated: its parts follow each other from right to left, as their fields do.
    hint: (example) => `تاريخ ميلاد الشخص الذي صدر له الرمز، مثلًا ${example}`,
    missing: 'أدخل تاريخ الميلاد',
    incomplete: {
      month: 'يجب أن يتضمّن تاريخ الميلاد الشهر',
      day: 'يجب أن يتضمّن تاريخ الميلاد اليوم',
      year: 'يجب أن يتضمّن تاريخ الميلاد السنة',
    },
    shortYear: `يجب أن يتضمّن تاريخ الميلاد سنة من ${digits(4)} أرقام`,
    impossible: 'تاريخ الميلاد هذا غير موجود. أدخل تاريخًا صحيحًا',
    future: 'يجب أن يكون تاريخ الميلاد في الماضي',
    too_early: `يجب أن يكون تاريخ الميلاد في سنة ${digits(1900)} أو بعدها`,
  },

  proof: {
    methods: 'كيف تريد إثبات هويتك؟',
    answers: 'بيانات أخرى',
    phone: 'رقم الهاتف',
    phoneHint: 'رقم المنزل أو العمل أو الهاتف المحمول المسجّل لدينا',
    phoneMissing: 'أدخل رقم الهاتف',
    email: 'البريد الإلكتروني',
    emailHint: 'عنوان البريد الإلكتروني المسجّل لدينا',
    answerMissing: (label) => `أدخل إجابة عن ${quoted(label)}`,
    digitsOnly: (label) => `أدخل في ${quoted(label)} أرقامًا فقط`,
  },

  username: {
    label: 'البريد الإلكتروني/اسم المستخدم',
    hint: 'تسجّل الدخول به ونراسلك عليه',
    hintAny: 'تسجّل الدخول به',
    suggest: (email) => `استخدام ${ltr(email)}`,
    missing: 'أدخل بريدك الإلكتروني أو اسم المستخدم',
    invalid: `${emailInvalid}. ${emailExample}`,
    taken: emailTaken,
    isCode: 'هذا رمز تفعيل. أدخل البريد الإلكتروني أو اسم المستخدم لحسابك',
  },

  password: {
    label: 'كلمة المرور',
    current: 'كلمة المرور الحالية',
    new: 'كلمة المرور الجديدة',
    confirm: 'تأكيد كلمة المرور',
    show: 'إظهار',
    hide: 'إخفاء',
    of: (label) => ` ${label}`,
    capsLock: `مفتاح ${ltr('Caps Lock')} مفعّل`,
    spaces: 'المسافات محسوبة، في البداية والنهاية أيضًا',
    missing: 'أدخل كلمة المرور',
    wrong: 'كلمة المرور الحالية غير صحيحة',
    missingNew: 'أدخل كلمة مرور',
    missingConfirm: 'أدخل كلمة المرور مرة أخرى',
    mismatch: 'كلمتا المرور غير متطابقتين',
    tooLong: (most) => `يجب ألا تزيد كلمة المرور على ${ofCharacters(most)}`,
    rulesTitle: 'شروط كلمة المرور',
    rules: {
      length: (least, most) => `${characters(least)} على الأقل، و${digits(most)} على الأكثر`,
      digit: 'رقم واحد على الأقل',
      special: (examples) =>
        `رمز خاص واحد على الأقل، مثل ${examples
          .map(ltr)
          .join(' ')
          .replace(/ (?=\S+$)/, ' أو ')}`,
      not_username: 'لا تطابق بريدك الإلكتروني',
      common: 'ليست كلمة مرور شائعة',
    },
    met: '، مستوفى',
    open: '، غير مستوفى بعد',
    metOf: (met, of) => `الشروط المستوفاة: ${digits(met)} من ${digits(of)}`,
    failed: (rules) => `كلمة المرور لا تستوفي كل الشروط بعد: ${rules.join('؛ ')}`,
  },

  relationship: {
    legend: 'لمن رمز التفعيل هذا؟',
    self: 'لي',
    other: 'لشخص آخر',
    otherHint: 'أنا والد قاصر أو والدته أو الوصي عليه',
  },

  activate: {
    'enter-code': {
      heading: 'أدخل رمز التفعيل',
      intro: (portal) => `يفتح حسابك في بوابة ${apart(portal)}.`,
    },
    'create-account': {
      heading: 'أنشئ حسابك',
      intro: (portal) => `الرمز صحيح. اختر الآن كيف تسجّل الدخول إلى بوابة ${apart(portal)}.`,
    },
    'logged-in': {
      heading: 'أنت مسجّل الدخول بالفعل',
      intro: (_, username) => `حسابك هو ${ltr(username)}. ماذا تريد أن تفعل برمز التفعيل؟`,
      add: 'إضافة هذا الرمز إلى حسابي',
      other: 'تسجيل الخروج واستخدام حساب آخر',
    },
    done: { heading: 'حسابك جاهز', intro: () => 'لقد سجّلت الدخول.' },
    haveAccount: 'هل لديك حساب بالفعل؟',
    noRecords: {
      body: {
        birthdate: `رمز التفعيل وتاريخ الميلاد لا يتطابقان في سجلاتنا. ${check}`,
        phone: `رمز التفعيل ورقم الهاتف لا يتطابقان في سجلاتنا. ${check}`,
        email: `رمز التفعيل والبريد الإلكتروني لا يتطابقان في سجلاتنا. ${check}`,
        answers: `رمز التفعيل وإجاباتك لا تتطابق في سجلاتنا. ${check}`,
      },
      check: {
        code: 'الرمز من أحدث رسالة إلكترونية: كل رمز جديد يحل محل ما قبله',
        birthdate: 'تاريخ الميلاد هو تاريخ ميلاد الشخص الذي صدر له الرمز',
        phone: 'رقم الهاتف من الأرقام المسجّلة لدينا',
        email: 'عنوان البريد الإلكتروني هو العنوان المسجّل لدينا',
        answers: 'إجاباتك هي إجابات الشخص الذي صدر له الرمز',
        used: 'الرمز لم يُستخدم من قبل',
      },
      reasons: {
        used: 'استُخدم هذا الرمز من قبل. إذا كنت أنت من استخدمه، فسجّل الدخول إلى الحساب الذي أنشأته.',
        expired: 'انتهت صلاحية هذا الرمز.',
        replaced: 'حلّ رمز أحدث محل هذا الرمز. استخدم الرمز الوارد في أحدث رسالة إلكترونية منا.',
        revoked: 'سُحب هذا الرمز.',
      },
      logIn: 'تسجيل الدخول بدلًا من ذلك',
      renew: 'إرسال رمز جديد إليّ',
      renewed: 'رمز جديد في الطريق إلى العنوان الذي وصله الرمز الأول.',
    },
    taken: {
      body: (email) =>
        `يستخدم حساب آخر العنوان ${ltr(email)}. إذا كان الحساب لك، فسجّل الدخول إليه وينتقل الرمز معك. وإلا فاستخدم عنوان بريد إلكتروني آخر.`,
      logIn: 'تسجيل الدخول وإضافة هذا الرمز',
    },
  },

  logIn: {
    heading: 'تسجيل الدخول',
    intro: (portal) => `إلى بوابة ${apart(portal)}.`,
    introWithCode: (portal) => `إلى بوابة ${apart(portal)}. بعد ذلك يمكنك إضافة رمز التفعيل.`,
    passwordHeading: 'أدخل كلمة المرور',
    forgot: 'هل نسيت كلمة المرور؟',
    newHere: 'ليس لدي حساب بعد',
    choosePassword: 'اختيار كلمة مرور جديدة',
    createWithCode: 'إنشاء حساب بهذا الرمز',
    alternatives: 'أو',
    done: { heading: 'لقد سجّلت الدخول', intro: 'يمكنك المتابعة الآن.' },
    confirm: {
      heading: 'أكّد بريدك الإلكتروني',
      intro: 'بضغطة واحدة نستخدم هذا العنوان من الآن فصاعدًا.',
      button: 'تأكيد البريد الإلكتروني',
      done: 'تم تأكيد بريدك الإلكتروني. سجّل الدخول به.',
    },
  },

  resetPassword: {
    request: {
      heading: 'هل نسيت كلمة المرور؟',
      intro: 'نرسل إليك رابطًا لاختيار كلمة مرور جديدة.',
      button: 'إرسال الرابط',
    },
    sent: {
      heading: 'تحقّق من بريدك الإلكتروني',
      intro: (username) =>
        `إذا كان هناك حساب باسم ${ltr(username)}، فالرابط في طريقه إليك. يعمل مرة واحدة خلال ${ofMinutes(60)}.`,
      again: 'استخدام بريد إلكتروني آخر',
    },
    newPassword: { heading: 'اختر كلمة مرور جديدة', intro: 'عند حفظها يُسجّل خروجك من جميع الأجهزة.' },
    done: { heading: 'حُفظت كلمة المرور الجديدة', intro: 'سجّل الدخول بها.' },
    newLink: 'إرسال رابط جديد',
  },

  consent: {
    heading: 'اقرأ ووافق',
    intro: (portal) => `إجابتك عن هذه المستندات مطلوبة في بوابة ${apart(portal)}.`,
    introRequired: (portal) =>
      `إجابتك عن هذه المستندات مطلوبة في بوابة ${apart(portal)}. لا تُفتح البوابة قبل الإجابة عن الإلزامية منها.`,
    required: (minutes) => `إلزامي، نحو ${ofMinutes(minutes)}`,
    optional: (minutes) => `اختياري، نحو ${ofMinutes(minutes)}`,
    later: 'يمكن تأجيل الاختيارية منها. تجدها لاحقًا في الإعدادات.',
    continue: 'متابعة',
    version: (version) => `الإصدار ${ltr(version)}`,
    print: 'طباعة',
    download: 'تنزيل',
    acknowledgement: 'إقرار',
    yes: 'نعم',
    no: 'لا',
    signature: 'اسمك الكامل',
    signatureHint: 'كتابة اسمك تقوم مقام توقيعك',
    decline: 'رفض',
    backToList: 'العودة إلى القائمة',
    missing: {
      acknowledge: 'ضع علامة في المربع للموافقة',
      'yes-no': 'أجب بنعم أو لا',
      choice: 'اختر إجابة',
      text: 'اكتب إجابة',
      signature: 'أدخل اسمك الكامل',
    },
    missingOf: (missing, question) => `${missing}: ${quoted(question)}`,
    mustBeYes: 'لا يمكنك المتابعة إلا بالإجابة بنعم',
    refusedOptional: {
      title: 'لا تمكن الموافقة على هذا مع هذه الإجابة',
      body: 'غيّر الإجابة أو ارفض: تُفتح البوابة في الحالتين. ما كتبته لا يزال هنا.',
    },
    outdated: 'اقرأ الإصدار الجديد وأرسله مرة أخرى. إجاباتك محفوظة؛ ضع العلامات من جديد على ما قرأته.',
    kept: 'سجّل الدخول مرة أخرى للمتابعة. ما أجبت به هنا محفوظ.',
    logInAgain: 'تسجيل الدخول مرة أخرى',
    answered: (title) => `سُجّلت إجابتك عن ${quoted(title)}`,
    done: { heading: 'أجبت عن كل شيء', intro: 'يمكنك المتابعة الآن.' },
    left: { heading: 'أجبت عن كل ما هو إلزامي', intro: 'يمكنك المتابعة الآن. تجد الباقي لاحقًا في الإعدادات.' },
  },

  linkCode: {
    heading: 'رمز التفعيل',
    intro: 'أضف رمزًا آخر إلى هذا الحساب، لك أو لشخص تنوب عنه.',
    added: 'تمت إضافة رمز التفعيل بنجاح',
    linked: 'يفتح هذا الحساب سجلات:',
    unknown: `رمز التفعيل لا يطابق سجلاتنا. ${check}`,
  },

  people: {
    self: (date) => `أنا، منذ ${date}`,
    other: (date) => `أنوب عن هذا الشخص منذ ${date}`,
    none: 'لا يوجد سجل بعد.',
  },

  settings: {
    heading: 'الإعدادات',
    contact: {
      heading: 'معلومات الاتصال',
      hint: 'نراسلك ونتصل بك هنا فقط.',
      email: 'البريد الإلكتروني',
      emailHint: 'تسجّل الدخول به أيضًا',
      emailPassword: 'مطلوبة لتغيير البريد الإلكتروني',
      homePhone: 'هاتف المنزل',
      workPhone: 'هاتف العمل',
      mobilePhone: 'الهاتف المحمول',
      phoneInvalid: 'أدخل رقم هاتف مع رمز المنطقة',
      language: 'اللغة',
      saved: 'حُفظت معلومات الاتصال',
      confirm: 'تم الحفظ. يُعتمد البريد الإلكتروني الجديد عندما تفتح الرابط الذي أرسلناه إليه.',
    },
    password: {
      heading: 'كلمة المرور',
      hint: 'كلمة المرور الجديدة تنهي جميع الجلسات الأخرى.',
      missing: 'أدخل كلمة المرور الحالية',
      saved: 'تم تغيير كلمة المرور',
    },
    people: { heading: 'الأشخاص', hint: 'الأشخاص الذين يفتح هذا الحساب سجلاتهم.' },
    consents: {
      heading: 'الموافقات',
      hint: 'ما وافقت عليه وما لم تُجب عنه بعد.',
      agreed: (date) => `وافقت في ${date}`,
      agreedRequired: (date) => `وافقت في ${date}، إلزامي`,
      declined: (date) => `رفضت في ${date}`,
      withdrawn: (date) => `سحبت موافقتك في ${date}`,
      open: 'لم تُجب بعد',
      read: 'قراءة',
      answer: 'إجابة',
      withdraw: 'سحب',
      withdrawQuestion: (title) => `هل تريد سحب إجابتك عن ${quoted(title)}؟`,
      required: 'لا يمكن استخدام البوابة من دون هذه الموافقة. اتصل بنا إذا لم تعد موافقًا.',
      saved: (title) => `سُحبت إجابتك عن ${quoted(title)}`,
      none: 'لا يوجد ما يحتاج إلى موافقتك.',
    },
    sessions: {
      heading: 'الجلسات',
      hint: 'الأجهزة التي سجّلت الدخول منها الآن.',
      current: 'هذا الجهاز',
      active: (device) => `${apart(device)}، نشط الآن`,
      activeNow: 'نشط الآن',
      lastActive: (when) => `آخر نشاط ${when}`,
      device: (browser, system) => `${ltr(browser)} على ${ltr(system)}`,
      unknown: 'جهاز آخر',
      endOthers: 'تسجيل الخروج من كل الأجهزة الأخرى',
      ended: 'سُجّل خروجك من كل الأجهزة الأخرى',
    },
  },

  help: {
    button: 'المساعدة',
    heading: 'تعرّف على البوابة',
  },

  session: {
    notKept: {
      title: 'لم يحتفظ متصفحك بتسجيل الدخول',
      body: 'ربما يحظر ملفات تعريف الارتباط لهذه البوابة. اسمح بها في هذه الصفحة، أو استخدم متصفحًا آخر.',
    },
    warning: {
      heading: 'هل ما زلت هنا؟',
      text: 'لم تستخدم البوابة منذ فترة. لحماية سجلك يُسجّل خروجك بعد',
      kept: 'ما كتبته محفوظ إلى أن تسجّل الدخول مرة أخرى.',
      stay: 'البقاء في الجلسة',
      logOut: 'تسجيل الخروج الآن',
      left: (left) => `الوقت المتبقي: ${seconds(left)}`,
    },
  },

  languages: { label: 'اللغة' },

  developer: {
    noAdapter: (tag) =>
      `العنصر ${ltr(`<${tag}>`)} بلا خادم خلفي. أعطه ${ltr('base-url')} أو ${ltr('adapter')}، أو ضعه داخل ${ltr('<portal-provider>')}، أو استدعِ ${ltr('configurePortal()')}.`,
  },
};

export default ar;
