import type { Messages } from './messages.js';

const plural = new Intl.PluralRules('de');
const count = (number: number, one: string, other: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : other}`;

/** German, with “Sie”. Not reviewed by a native speaker yet. */
const de: Messages = {
  language: 'de',

  actions: {
    next: 'Weiter',
    back: 'Zurück',
    submit: 'Absenden',
    save: 'Speichern',
    tryAgain: 'Erneut versuchen',
    logIn: 'Anmelden',
    logOut: 'Abmelden',
    close: 'Schließen',
    cancel: 'Abbrechen',
    change: 'Ändern',
    of: (thing) => `: ${thing}`,
  },

  form: {
    problem: 'Es gibt ein Problem',
    error: 'Fehler: ',
    working: 'Wird bearbeitet',
    step: (step, of) => `Schritt ${step} von ${of}`,
    optional: (label) => `${label} (freiwillig)`,
    invalid: 'Prüfen Sie diese Antwort',
    wait: ['Sie können es in ', ' erneut versuchen.'],
    waitOver: 'Sie können es jetzt erneut versuchen.',
    unavailable: 'Dieses Formular kann nicht angezeigt werden',
  },

  support: {
    title: 'Brauchen Sie Hilfe?',
    phone: (name, phone, hours) => [`Rufen Sie ${name} an: `, phone, hours ? ` (${hours}).` : '.'],
    email: (email) => ['Schreiben Sie an ', email, '.'],
    url: (url) => ['Besuchen Sie ', url, '.'],
    link: 'unsere Hilfeseite',
  },

  errors: {
    invalid_input: {
      title: 'Eine Angabe stimmt nicht',
      body: 'Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.',
    },
    session_required: { title: 'Ihre Sitzung ist beendet', body: 'Melden Sie sich wieder an, um fortzufahren.' },
    invalid_credentials: {
      title: 'Der Benutzername oder das Passwort ist falsch',
      body: 'Prüfen Sie beides und versuchen Sie es erneut, oder wählen Sie ein neues Passwort.',
    },
    consent_required: {
      title: 'Eine Einwilligung ist noch offen',
      body: 'Lesen und beantworten Sie sie. Danach öffnet sich das Portal.',
    },
    not_allowed: { title: 'Das ist hier nicht möglich', body: 'Das Portal lässt es nicht zu.' },
    not_found: { title: 'Es ist nicht mehr da', body: 'Vielleicht wurde es inzwischen entfernt.' },
    no_records_found: {
      title: 'Keine Daten gefunden',
      body: 'Ihre Eingaben stimmen nicht mit unseren Daten überein.',
    },
    method_not_allowed: {
      title: 'Etwas hat nicht funktioniert',
      body: 'Es lag nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
    },
    email_taken: {
      title: 'Die E-Mail-Adresse ist schon vergeben',
      body: 'Ein anderes Konto verwendet diese Adresse. Nehmen Sie eine andere.',
    },
    already_linked: { title: 'Dieser Code gehört schon zu Ihrem Konto', body: 'Sie müssen nichts mehr tun.' },
    consent_outdated: {
      title: 'Der Text hat sich geändert',
      body: 'Lesen Sie die neue Fassung und antworten Sie noch einmal.',
    },
    ticket_expired: {
      title: 'Geben Sie den Code noch einmal ein',
      body: 'Seit der Prüfung des Codes ist zu viel Zeit vergangen. Nichts ist verloren: Prüfen Sie ihn noch einmal.',
    },
    token_expired: {
      title: 'Der Link funktioniert nicht mehr',
      body: 'Ein Link funktioniert nur einmal und nur für begrenzte Zeit.',
    },
    payload_too_large: {
      title: 'Der Text ist zu lang',
      body: 'Kürzen Sie Ihren Text und versuchen Sie es erneut.',
    },
    unsupported_media_type: {
      title: 'Etwas hat nicht funktioniert',
      body: 'Es lag nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
    },
    email_invalid: {
      title: 'Die E-Mail-Adresse ist ungültig',
      body: 'Geben Sie eine E-Mail-Adresse wie name@example.com ein',
    },
    password_policy: { title: 'Das Passwort erfüllt die Regeln nicht', body: 'Wählen Sie ein anderes.' },
    consent_refused: {
      title: 'Das Portal braucht Ihre Einwilligung',
      body: 'Ohne sie kann es nicht geöffnet werden. Ihre Eingaben sind noch da.',
    },
    too_many_attempts: { title: 'Zu viele Versuche', body: 'Warten Sie eine Weile und versuchen Sie es dann erneut.' },
    server_error: {
      title: 'Etwas hat nicht funktioniert',
      body: 'Es lag nicht an Ihnen. Versuchen Sie es gleich noch einmal.',
    },
    unavailable: {
      title: 'Das Portal ist überlastet',
      body: 'Versuchen Sie es gleich noch einmal. Ihre Eingaben sind noch da.',
    },
    network: {
      title: 'Das Portal ist nicht erreichbar',
      body: 'Prüfen Sie Ihre Verbindung. Ihre Eingaben sind noch da.',
    },
  },

  code: {
    label: 'Aktivierungscode',
    hint: '15 Zeichen, aus unserer E-Mail an Sie',
    hintAny: 'Aus unserer E-Mail an Sie',
    missing: 'Geben Sie den Aktivierungscode ein',
    length: (typed) => `Ein Aktivierungscode hat 15 Zeichen. Sie haben ${typed} eingegeben`,
    mistyped: 'Der Aktivierungscode enthält einen Tippfehler. Vergleichen Sie ihn mit der E-Mail',
  },

  date: {
    month: 'Monat',
    day: 'Tag',
    year: 'Jahr',
    missing: 'Geben Sie das Datum ein',
    incomplete: {
      month: 'Im Datum fehlt der Monat',
      day: 'Im Datum fehlt der Tag',
      year: 'Im Datum fehlt das Jahr',
    },
    shortYear: 'Das Jahr muss 4 Ziffern haben',
    impossible: 'Das Datum muss es im Kalender geben',
    future: 'Das Datum muss in der Vergangenheit liegen',
    too_early: 'Das Datum muss im Jahr 1900 oder später liegen',
  },

  birthdate: {
    label: 'Geburtsdatum',
    hint: (example) => `Geburtsdatum der Person, für die der Code ist, zum Beispiel ${example}`,
    missing: 'Geben Sie das Geburtsdatum ein',
    incomplete: {
      month: 'Im Geburtsdatum fehlt der Monat',
      day: 'Im Geburtsdatum fehlt der Tag',
      year: 'Im Geburtsdatum fehlt das Jahr',
    },
    shortYear: 'Das Geburtsdatum muss ein Jahr mit 4 Ziffern enthalten',
    impossible: 'Das Geburtsdatum muss es im Kalender geben',
    future: 'Das Geburtsdatum muss in der Vergangenheit liegen',
    too_early: 'Das Geburtsdatum muss im Jahr 1900 oder später liegen',
  },

  proof: {
    methods: 'Wie möchten Sie nachweisen, wer Sie sind?',
    answers: 'Andere Angaben',
    phone: 'Telefonnummer',
    phoneHint: 'Eine private, dienstliche oder mobile Nummer, die wir gespeichert haben',
    phoneMissing: 'Geben Sie die Telefonnummer ein',
    email: 'E-Mail-Adresse',
    emailHint: 'Die E-Mail-Adresse, die wir gespeichert haben',
    answerMissing: (label) => `Geben Sie eine Antwort bei „${label}“ ein`,
    digitsOnly: (label) => `„${label}“ darf nur Ziffern enthalten`,
  },

  username: {
    label: 'E-Mail oder Benutzername',
    hint: 'Damit melden Sie sich an, und dorthin schreiben wir',
    hintAny: 'Damit melden Sie sich an',
    suggest: (email) => `${email} verwenden`,
    missing: 'Geben Sie Ihre E-Mail-Adresse oder Ihren Benutzernamen ein',
    invalid: 'Die E-Mail-Adresse ist ungültig. Geben Sie eine E-Mail-Adresse wie name@example.com ein',
    taken: 'Die E-Mail-Adresse ist schon vergeben',
    isCode: 'Das ist ein Aktivierungscode. Geben Sie die E-Mail-Adresse oder den Benutzernamen Ihres Kontos ein',
  },

  password: {
    label: 'Passwort',
    current: 'Aktuelles Passwort',
    new: 'Neues Passwort',
    confirm: 'Passwort bestätigen',
    show: 'Anzeigen',
    hide: 'Verbergen',
    of: (label) => `: ${label}`,
    capsLock: 'Die Feststelltaste ist eingeschaltet',
    spaces: 'Leerzeichen zählen mit, auch am Anfang und am Ende',
    missing: 'Geben Sie Ihr Passwort ein',
    wrong: 'Das aktuelle Passwort ist falsch',
    missingNew: 'Geben Sie ein Passwort ein',
    missingConfirm: 'Geben Sie das Passwort noch einmal ein',
    mismatch: 'Die beiden Passwörter stimmen nicht überein',
    tooLong: (most) => `Das Passwort darf höchstens ${most} Zeichen haben`,
    rulesTitle: 'Regeln für das Passwort',
    rules: {
      length: (least, most) => `Mindestens ${least} Zeichen, höchstens ${most}`,
      digit: 'Mindestens 1 Ziffer',
      special: (examples) =>
        `Mindestens 1 Sonderzeichen, zum Beispiel ${examples.join(' ').replace(/ (?=\S+$)/, ' oder ')}`,
      not_username: 'Anders als Ihre E-Mail-Adresse',
      common: 'Kein Passwort, das viele verwenden',
    },
    met: ', erfüllt',
    open: ', noch nicht erfüllt',
    metOf: (met, of) => `${met} von ${of} Regeln erfüllt`,
    // As they are: nouns keep their capital.
    failed: (rules) => `Das Passwort erfüllt noch nicht alle Regeln. Es fehlt: ${rules.join('; ')}`,
  },

  relationship: {
    legend: 'Für wen ist dieser Aktivierungscode?',
    self: 'Für mich',
    other: 'Für jemand anderen',
    otherHint: 'Ich bin Elternteil oder Vormund eines minderjährigen Kindes',
  },

  activate: {
    'enter-code': {
      heading: 'Geben Sie Ihren Aktivierungscode ein',
      intro: (portal) => `Er öffnet Ihr Konto im Portal von ${portal}.`,
    },
    'create-account': {
      heading: 'Erstellen Sie Ihr Konto',
      intro: (portal) => `Der Code stimmt. Wählen Sie nun, wie Sie sich im Portal von ${portal} anmelden.`,
    },
    'logged-in': {
      heading: 'Sie sind schon angemeldet',
      intro: (_, username) => `Ihr Konto ist ${username}. Was möchten Sie mit dem Aktivierungscode tun?`,
      add: 'Code zu meinem Konto hinzufügen',
      other: 'Abmelden und anderes Konto nutzen',
    },
    done: { heading: 'Ihr Konto ist bereit', intro: () => 'Sie sind angemeldet.' },
    haveAccount: 'Haben Sie schon ein Konto?',
    noRecords: {
      body: {
        birthdate: 'Der Aktivierungscode und das Geburtsdatum gehören in unseren Daten nicht zusammen. Prüfen Sie, ob',
        phone: 'Der Aktivierungscode und die Telefonnummer gehören in unseren Daten nicht zusammen. Prüfen Sie, ob',
        email: 'Der Aktivierungscode und die E-Mail-Adresse gehören in unseren Daten nicht zusammen. Prüfen Sie, ob',
        answers: 'Der Aktivierungscode und Ihre Antworten gehören in unseren Daten nicht zusammen. Prüfen Sie, ob',
      },
      check: {
        code: 'der Code aus der neuesten E-Mail stammt: Ein neuer Code ersetzt ältere',
        birthdate: 'das Geburtsdatum das der Person ist, für die der Code ist',
        phone: 'wir die Telefonnummer gespeichert haben',
        email: 'die E-Mail-Adresse die ist, die wir gespeichert haben',
        answers: 'Ihre Antworten die der Person sind, für die der Code ist',
        used: 'der Code noch nicht verwendet wurde',
      },
      reasons: {
        used: 'Dieser Code wurde schon verwendet. Wenn Sie das waren, melden Sie sich mit dem Konto an, das Sie erstellt haben.',
        expired: 'Dieser Code ist abgelaufen.',
        replaced: 'Ein neuerer Code hat diesen ersetzt. Verwenden Sie den Code aus unserer neuesten E-Mail.',
        revoked: 'Dieser Code wurde zurückgezogen.',
      },
      logIn: 'Stattdessen anmelden',
      renew: 'Neuen Code senden',
      renewed: 'Ein neuer Code ist unterwegs an die Adresse, die den ersten bekommen hat.',
    },
    taken: {
      body: (email) =>
        `Ein anderes Konto verwendet ${email}. Wenn es Ihres ist, melden Sie sich dort an und nehmen Sie den Code mit. Wenn nicht, verwenden Sie eine andere E-Mail-Adresse.`,
      logIn: 'Anmelden und Code verknüpfen',
    },
  },

  logIn: {
    heading: 'Melden Sie sich an',
    intro: (portal) => `So kommen Sie in das Portal von ${portal}.`,
    introWithCode: (portal) =>
      `So kommen Sie in das Portal von ${portal}. Danach können Sie Ihren Aktivierungscode hinzufügen.`,
    passwordHeading: 'Geben Sie Ihr Passwort ein',
    forgot: 'Passwort vergessen?',
    newHere: 'Ich bin neu hier',
    choosePassword: 'Neues Passwort wählen',
    createWithCode: 'Konto mit diesem Code erstellen',
    alternatives: 'oder',
    done: { heading: 'Sie sind angemeldet', intro: 'Sie können jetzt fortfahren.' },
    confirm: {
      heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
      intro: 'Ein Klick, und wir verwenden ab jetzt diese Adresse.',
      button: 'Adresse bestätigen',
      done: 'Ihre E-Mail-Adresse ist bestätigt. Melden Sie sich damit an.',
    },
  },

  resetPassword: {
    request: {
      heading: 'Passwort vergessen?',
      intro: 'Wir senden Ihnen einen Link, mit dem Sie ein neues wählen.',
      button: 'Link senden',
    },
    sent: {
      heading: 'Sehen Sie in Ihre E-Mails',
      intro: (username) =>
        `Wenn es ein Konto für ${username} gibt, ist ein Link unterwegs. Er funktioniert einmal, innerhalb von 60 Minuten.`,
      again: 'Andere E-Mail-Adresse nehmen',
    },
    newPassword: {
      heading: 'Wählen Sie ein neues Passwort',
      intro: 'Wenn Sie es speichern, werden alle Geräte abgemeldet.',
    },
    done: { heading: 'Ihr neues Passwort ist gespeichert', intro: 'Melden Sie sich damit an.' },
    newLink: 'Neuen Link senden',
  },

  consent: {
    heading: 'Lesen und zustimmen',
    intro: (portal) => `${portal} bittet um Ihre Antwort zu diesen Dokumenten.`,
    introRequired: (portal) =>
      `${portal} bittet um Ihre Antwort zu diesen Dokumenten. Nach den erforderlichen öffnet sich das Portal.`,
    required: (minutes) => `Erforderlich, etwa ${count(minutes, 'Minute', 'Minuten')}`,
    optional: (minutes) => `Freiwillig, etwa ${count(minutes, 'Minute', 'Minuten')}`,
    later: 'Freiwillige können warten. Sie finden sie wieder unter Einstellungen.',
    continue: 'Fortfahren',
    version: (version) => `Fassung ${version}`,
    print: 'Drucken',
    download: 'Herunterladen',
    acknowledgement: 'Bestätigung',
    yes: 'Ja',
    no: 'Nein',
    signature: 'Ihr vollständiger Name',
    signatureHint: 'Ihr eingegebener Name gilt als Unterschrift',
    decline: 'Ablehnen',
    backToList: 'Zurück zur Liste',
    missing: {
      acknowledge: 'Setzen Sie das Häkchen, um zuzustimmen',
      'yes-no': 'Antworten Sie mit Ja oder Nein',
      choice: 'Wählen Sie eine Antwort',
      text: 'Schreiben Sie eine Antwort',
      signature: 'Geben Sie Ihren vollständigen Namen ein',
    },
    missingOf: (missing, question) => `${missing}: „${question}“`,
    mustBeYes: 'Sie können nur mit Ja fortfahren',
    refusedOptional: {
      title: 'Mit dieser Antwort ist keine Zustimmung möglich',
      body: 'Ändern Sie die Antwort, oder lehnen Sie ab: Das Portal öffnet sich trotzdem. Ihre Eingaben sind noch da.',
    },
    outdated:
      'Lesen Sie die neue Fassung und senden Sie sie noch einmal ab. Ihre Antworten bleiben erhalten; setzen Sie neue Häkchen bei dem, was Sie gelesen haben.',
    kept: 'Melden Sie sich wieder an, um fortzufahren. Ihre Antworten bleiben erhalten.',
    logInAgain: 'Wieder anmelden',
    answered: (title) => `Ihre Antwort zu „${title}“ ist gespeichert`,
    done: { heading: 'Alles ist beantwortet', intro: 'Sie können jetzt fortfahren.' },
    left: {
      heading: 'Alles Erforderliche ist beantwortet',
      intro: 'Sie können jetzt fortfahren. Die anderen finden Sie wieder unter Einstellungen.',
    },
  },

  linkCode: {
    heading: 'Aktivierungscode',
    intro: 'Fügen Sie diesem Konto einen weiteren Code hinzu, für sich oder für jemanden, für den Sie handeln.',
    added: 'Der Aktivierungscode wurde erfolgreich hinzugefügt',
    linked: 'Dieses Konto öffnet die Akten von',
    unknown: 'Der Aktivierungscode stimmt nicht mit unseren Daten überein. Prüfen Sie, ob',
  },

  people: {
    self: (date) => `Ich selbst, seit dem ${date}`,
    other: (date) => `Ich handle für diese Person, seit dem ${date}`,
    none: 'Noch keine Akte.',
  },

  settings: {
    heading: 'Einstellungen',
    contact: {
      heading: 'Kontaktdaten',
      hint: 'Hierhin schreiben wir, und hier rufen wir an, sonst nirgends.',
      email: 'E-Mail-Adresse',
      emailHint: 'Damit melden Sie sich auch an',
      emailPassword: 'Nötig, um die E-Mail-Adresse zu ändern',
      homePhone: 'Telefon privat',
      workPhone: 'Telefon dienstlich',
      mobilePhone: 'Mobiltelefon',
      phoneInvalid: 'Geben Sie eine Telefonnummer mit Vorwahl ein',
      language: 'Sprache',
      saved: 'Kontaktdaten gespeichert',
      confirm: 'Gespeichert. Die neue E-Mail-Adresse gilt, sobald Sie den Link öffnen, den wir dorthin gesendet haben.',
    },
    password: {
      heading: 'Passwort',
      hint: 'Ein neues Passwort beendet alle anderen Sitzungen.',
      missing: 'Geben Sie Ihr aktuelles Passwort ein',
      saved: 'Passwort geändert',
    },
    people: { heading: 'Personen', hint: 'Wessen Akten dieses Konto öffnet.' },
    consents: {
      heading: 'Einwilligungen',
      hint: 'Wozu Sie zugestimmt haben und was noch offen ist.',
      agreed: (date) => `Zugestimmt am ${date}`,
      agreedRequired: (date) => `Zugestimmt am ${date}, erforderlich`,
      declined: (date) => `Abgelehnt am ${date}`,
      withdrawn: (date) => `Widerrufen am ${date}`,
      open: 'Noch nicht beantwortet',
      read: 'Lesen',
      answer: 'Antworten',
      withdraw: 'Widerrufen',
      withdrawQuestion: (title) => `Ihre Antwort zu „${title}“ widerrufen?`,
      required:
        'Ohne diese Einwilligung kann das Portal nicht genutzt werden. Rufen Sie uns an, wenn Sie nicht mehr zustimmen.',
      saved: (title) => `Ihre Antwort zu „${title}“ ist widerrufen`,
      none: 'Es gibt nichts zuzustimmen.',
    },
    sessions: {
      heading: 'Sitzungen',
      hint: 'Wo Sie jetzt angemeldet sind.',
      current: 'Dieses Gerät',
      active: (device) => `${device}, jetzt aktiv`,
      activeNow: 'Jetzt aktiv',
      lastActive: (when) => `Zuletzt aktiv: ${when}`,
      device: (browser, system) => `${browser} auf ${system}`,
      unknown: 'Ein anderes Gerät',
      endOthers: 'Überall sonst abmelden',
      ended: 'Sie sind überall sonst abgemeldet',
    },
  },

  help: {
    button: 'Hilfe',
    heading: 'So finden Sie sich zurecht',
  },

  session: {
    notKept: {
      title: 'Ihr Browser hat die Anmeldung nicht behalten',
      body: 'Vielleicht blockiert er die Cookies dieses Portals. Lassen Sie sie für diese Seite zu, oder nehmen Sie einen anderen Browser.',
    },
    warning: {
      heading: 'Sind Sie noch da?',
      // The time stands below, so the sentence can't end with a verb behind it.
      text: 'Sie haben das Portal eine Weile nicht benutzt. Zum Schutz Ihrer Akte melden wir Sie ab. Verbleibende Zeit:',
      kept: 'Ihre Eingaben bleiben erhalten, bis Sie sich wieder anmelden.',
      stay: 'Angemeldet bleiben',
      logOut: 'Jetzt abmelden',
      left: (seconds) => `Noch ${count(seconds, 'Sekunde', 'Sekunden')}`,
    },
  },

  languages: { label: 'Sprache' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}> hat kein Backend. Geben Sie ihm eine base-url oder einen adapter, setzen Sie es in einen <portal-provider> oder rufen Sie configurePortal() auf.`,
  },
};

export default de;
