import type { LetterWords } from './letter-words.js';

/** What letters say in German. Not reviewed by a native speaker yet. */
export const de: LetterWords = {
  language: 'de',
  direction: 'ltr',
  validUntil: (time) => ['Er gilt bis zum ', { strong: time }, ' und kann nur einmal verwendet werden.'],
  linkIsHarmless: 'Einen Link zu öffnen ändert noch nichts. Die Seite fragt Sie zuerst, wer Sie sind.',
  notForYou: 'Wenn diese E-Mail nicht für Sie ist, löschen Sie sie. Ohne Sie geschieht nichts.',
  contact: {
    lead: 'Haben Sie Fragen?',
    call: (phone, hours) => ['Rufen Sie die Servicestelle an: ', phone, hours ? ` (${hours}).` : '.'],
    write: (email) => ['Schreiben Sie an ', email, '.'],
    visit: (url) => ['Besuchen Sie ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Ihr Aktivierungscode für ${name}`,
      heading: 'Ihr Aktivierungscode',
      body: [(name) => `${name} hat im Portal einen Platz für Sie eingerichtet. Mit diesem Code öffnen Sie ihn:`],
      createAccount: 'Konto erstellen',
      haveAccount: 'Ich habe schon ein Konto',
    },
    'code-locked': {
      subject: (name) => `Ihr Aktivierungscode für ${name} funktioniert nicht mehr`,
      heading: 'Ihr Aktivierungscode funktioniert nicht mehr',
      body: [
        (name) =>
          `Der Code, den ${name} an diese Adresse gesendet hat, wurde mehrmals mit Angaben versucht, die nicht übereinstimmen. Damit niemand Fremdes hineinkommt, haben wir ihn gesperrt. Niemand ist hineingekommen.`,
        () => 'Um Ihr Konto zu öffnen, fragen Sie die Servicestelle nach einem neuen Code.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Ihre E-Mail-Adresse bei ${name} wurde geändert`,
        heading: 'Ihre E-Mail-Adresse wurde geändert',
        body: [
          (name) => `Ab jetzt schreibt ${name} an eine andere Adresse. Dies ist die letzte E-Mail an diese.`,
          () => 'Wenn Sie sie nicht geändert haben, sagen Sie sofort der Servicestelle Bescheid.',
        ],
      },
      new: {
        subject: (name) => `Ihre E-Mail-Adresse bei ${name}`,
        heading: 'Das ist jetzt Ihre E-Mail-Adresse',
        body: [
          (name) => `Ab jetzt schreibt ${name} an diese Adresse.`,
          () => 'Wenn Sie das nicht wollten, sagen Sie sofort der Servicestelle Bescheid.',
        ],
      },
      pending: {
        subject: (name) => `Eine neue E-Mail-Adresse für Sie bei ${name}`,
        heading: 'Für Sie wurde eine neue E-Mail-Adresse angegeben',
        body: [
          (name) =>
            `Bei ${name} wurde eine andere E-Mail-Adresse für Sie angegeben. Sobald sie bestätigt ist, schreibt ${name} dorthin und nicht mehr hierher.`,
          () => 'Wenn Sie das nicht wollten, sagen Sie sofort der Servicestelle Bescheid.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Ihr Aktivierungscode für ${name} wurde verwendet`,
      heading: 'Ihr Aktivierungscode wurde verwendet',
      body: [
        (name) =>
          `Der Code, den ${name} an diese Adresse gesendet hat, wurde einem Konto mit einer anderen E-Mail-Adresse hinzugefügt.`,
        () => 'Wenn Sie davon nichts wissen, sagen Sie sofort der Servicestelle Bescheid.',
      ],
    },
    'password-changed': {
      subject: (name) => `Ihr Passwort für ${name} wurde geändert`,
      heading: 'Ihr Passwort wurde geändert',
      body: [
        () => 'Sie sind auf allen anderen Geräten abgemeldet.',
        () =>
          'Wenn Sie es nicht geändert haben, wählen Sie jetzt ein neues Passwort und sagen Sie der Servicestelle Bescheid.',
      ],
      action: 'Neues Passwort wählen',
    },
    'password-reset': {
      subject: (name) => `Wählen Sie ein neues Passwort für ${name}`,
      heading: 'Wählen Sie ein neues Passwort',
      body: [
        (name) =>
          `Jemand hat ein neues Passwort für Ihr Konto bei ${name} angefordert. Mit diesem Link wählen Sie eines:`,
      ],
      action: 'Neues Passwort wählen',
    },
    'email-confirmation': {
      subject: (name) => `Bestätigen Sie Ihre E-Mail-Adresse für ${name}`,
      heading: 'Bestätigen Sie Ihre E-Mail-Adresse',
      body: [
        (name) => `Bei ${name} wurde das hier als Ihre E-Mail-Adresse angegeben. Mit diesem Link bestätigen Sie sie:`,
      ],
      action: 'Diese Adresse bestätigen',
    },
    'login-after-failures': {
      subject: (name) => `Eine neue Anmeldung bei Ihrem Konto bei ${name}`,
      heading: 'Eine Anmeldung nach vielen falschen Passwörtern',
      body: [
        (name) =>
          `Jemand hat sich bei Ihrem Konto bei ${name} angemeldet, nachdem viele Male ein falsches Passwort eingegeben wurde.`,
        () =>
          'Wenn Sie es waren, müssen Sie nichts tun. Wenn nicht, wählen Sie jetzt ein neues Passwort und sagen Sie der Servicestelle Bescheid.',
      ],
      action: 'Neues Passwort wählen',
    },
  },
};
