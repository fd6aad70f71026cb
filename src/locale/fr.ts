import type { Messages } from './messages.js';

const plural = new Intl.PluralRules('fr');
const count = (number: number, one: string, other: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : other}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** “de” loses its vowel before another one, and before the mute h of “hôpital”. */
const de = (name: string): string =>
  /^(?:[aàâäeéèêëiîïoôöuùûüœæ]|h[oô]pita)/i.test(name) ? `d’${name}` : `de ${name}`;

const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** French, with “vous”. Not reviewed by a native speaker yet. */
const fr: Messages = {
  language: 'fr',

  actions: {
    next: 'Suivant',
    back: 'Retour',
    submit: 'Envoyer',
    save: 'Enregistrer',
    tryAgain: 'Réessayer',
    logIn: 'Se connecter',
    logOut: 'Se déconnecter',
    close: 'Fermer',
    cancel: 'Annuler',
    change: 'Modifier',
    of: (thing) => `\u00a0: ${thing}`,
  },

  form: {
    problem: 'Il y a un problème',
    error: 'Erreur\u00a0: ',
    working: 'En cours',
    step: (step, of) => `Étape ${step} sur ${of}`,
    optional: (label) => `${label} (facultatif)`,
    invalid: 'Vérifiez cette réponse',
    wait: ['Vous pourrez réessayer dans ', '.'],
    waitOver: 'Vous pouvez réessayer maintenant.',
    unavailable: 'Ce formulaire ne peut pas s’afficher',
  },

  support: {
    title: 'Besoin d’aide\u00a0?',
    phone: (name, phone, hours) => [`Appelez ${name} au `, phone, hours ? ` (${hours}).` : '.'],
    email: (email) => ['Écrivez à ', email, '.'],
    url: (url) => ['Consultez ', url, '.'],
    link: 'notre page d’aide',
  },

  errors: {
    invalid_input: { title: 'Une réponse n’est pas correcte', body: 'Vérifiez votre saisie et réessayez.' },
    session_required: { title: 'Votre session est terminée', body: 'Reconnectez-vous pour continuer.' },
    invalid_credentials: {
      title: 'L’identifiant ou le mot de passe est incorrect',
      body: 'Vérifiez les deux et réessayez, ou choisissez un nouveau mot de passe.',
    },
    consent_required: {
      title: 'Un consentement attend votre réponse',
      body: 'Lisez-le et répondez. Le portail s’ouvre ensuite.',
    },
    not_allowed: { title: 'Ce n’est pas possible ici', body: 'Le portail ne l’autorise pas.' },
    not_found: { title: 'L’élément n’est plus là', body: 'Il a peut-être été supprimé entre-temps.' },
    no_records_found: {
      title: 'Aucun dossier trouvé',
      body: 'Votre saisie ne correspond pas à nos dossiers.',
    },
    method_not_allowed: {
      title: 'Un problème est survenu',
      body: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
    },
    email_taken: {
      title: 'L’adresse e-mail est déjà utilisée',
      body: 'Un autre compte utilise cette adresse. Choisissez-en une autre.',
    },
    already_linked: { title: 'Ce code est déjà dans votre compte', body: 'Vous n’avez plus rien à faire.' },
    consent_outdated: { title: 'Le texte a changé', body: 'Lisez la nouvelle version et répondez à nouveau.' },
    ticket_expired: {
      title: 'Saisissez le code encore une fois',
      body: 'Trop de temps a passé depuis la vérification du code. Rien n’est perdu\u00a0: vérifiez-le à nouveau.',
    },
    token_expired: {
      title: 'Le lien ne fonctionne plus',
      body: 'Un lien fonctionne une seule fois, pendant une durée limitée.',
    },
    payload_too_large: { title: 'Le texte est trop long', body: 'Raccourcissez votre texte et réessayez.' },
    unsupported_media_type: {
      title: 'Un problème est survenu',
      body: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
    },
    email_invalid: {
      title: 'L’adresse e-mail n’est pas valide',
      body: 'Saisissez une adresse e-mail comme nom@example.com',
    },
    password_policy: { title: 'Le mot de passe ne respecte pas les règles', body: 'Choisissez-en un autre.' },
    consent_refused: {
      title: 'Le portail a besoin de votre accord',
      body: 'Il ne peut pas s’ouvrir sans lui. Votre saisie est toujours là.',
    },
    too_many_attempts: { title: 'Trop de tentatives', body: 'Attendez un peu, puis réessayez.' },
    server_error: {
      title: 'Un problème est survenu',
      body: 'Vous n’y êtes pour rien. Réessayez dans un instant.',
    },
    unavailable: {
      title: 'Le portail est très sollicité',
      body: 'Réessayez dans un instant. Votre saisie est toujours là.',
    },
    network: {
      title: 'Le portail est injoignable',
      body: 'Vérifiez votre connexion. Votre saisie est toujours là.',
    },
  },

  code: {
    label: 'Code d’activation',
    hint: '15 caractères, dans l’e-mail que vous avez reçu de nous',
    hintAny: 'Dans l’e-mail que vous avez reçu de nous',
    missing: 'Saisissez le code d’activation',
    length: (typed) => `Un code d’activation a 15 caractères. Vous en avez saisi ${typed}`,
    mistyped: 'Le code d’activation contient une faute de frappe. Comparez-le avec l’e-mail',
  },

  date: {
    month: 'Mois',
    day: 'Jour',
    year: 'Année',
    missing: 'Saisissez la date',
    incomplete: {
      month: 'La date doit comporter un mois',
      day: 'La date doit comporter un jour',
      year: 'La date doit comporter une année',
    },
    shortYear: 'L’année doit avoir 4 chiffres',
    impossible: 'La date doit être une date réelle',
    future: 'La date doit être dans le passé',
    too_early: 'La date doit être en 1900 ou après',
  },

  birthdate: {
    label: 'Date de naissance',
    hint: (example) => `Date de naissance de la personne à qui le code est destiné, par exemple ${example}`,
    missing: 'Saisissez la date de naissance',
    incomplete: {
      month: 'La date de naissance doit comporter un mois',
      day: 'La date de naissance doit comporter un jour',
      year: 'La date de naissance doit comporter une année',
    },
    shortYear: 'La date de naissance doit comporter une année à 4 chiffres',
    impossible: 'La date de naissance doit être une date réelle',
    future: 'La date de naissance doit être dans le passé',
    too_early: 'La date de naissance doit être en 1900 ou après',
  },

  proof: {
    methods: 'Comment voulez-vous prouver votre identité\u00a0?',
    answers: 'Autres informations',
    phone: 'Numéro de téléphone',
    phoneHint: 'Un numéro fixe, professionnel ou mobile enregistré chez nous',
    phoneMissing: 'Saisissez le numéro de téléphone',
    email: 'Adresse e-mail',
    emailHint: 'L’adresse e-mail enregistrée chez nous',
    answerMissing: (label) => `Saisissez une réponse à ${quoted(label)}`,
    digitsOnly: (label) => `${quoted(label)} n’accepte que des chiffres`,
  },

  username: {
    label: 'E-mail ou identifiant',
    hint: 'Il sert à vous connecter et à vous écrire',
    hintAny: 'Il sert à vous connecter',
    suggest: (email) => `Utiliser ${email}`,
    missing: 'Saisissez votre e-mail ou votre identifiant',
    invalid: 'L’adresse e-mail n’est pas valide. Saisissez une adresse e-mail comme nom@example.com',
    taken: 'L’adresse e-mail est déjà utilisée',
    isCode: 'Ceci est un code d’activation. Saisissez l’e-mail ou l’identifiant de votre compte',
  },

  password: {
    label: 'Mot de passe',
    current: 'Mot de passe actuel',
    new: 'Nouveau mot de passe',
    confirm: 'Confirmation du mot de passe',
    show: 'Afficher',
    hide: 'Masquer',
    of: (label) => `\u00a0: ${lowerFirst(label)}`,
    capsLock: 'Le verrouillage des majuscules est activé',
    spaces: 'Les espaces comptent, aussi au début et à la fin',
    missing: 'Saisissez votre mot de passe',
    wrong: 'Le mot de passe actuel est incorrect',
    missingNew: 'Saisissez un mot de passe',
    missingConfirm: 'Saisissez le mot de passe encore une fois',
    mismatch: 'Les deux mots de passe ne sont pas identiques',
    tooLong: (most) => `Le mot de passe doit avoir au plus ${count(most, 'caractère', 'caractères')}`,
    rulesTitle: 'Règles du mot de passe',
    rules: {
      length: (least, most) => `Au moins ${count(least, 'caractère', 'caractères')}, au plus ${most}`,
      digit: 'Au moins 1 chiffre',
      special: (examples) =>
        `Au moins 1 caractère spécial, par exemple ${examples.join(' ').replace(/ (?=\S+$)/, ' ou ')}`,
      not_username: 'Différent de votre e-mail',
      common: 'Différent des mots de passe courants',
    },
    met: ', respectée',
    open: ', pas encore respectée',
    metOf: (met, of) => `Règles respectées\u00a0: ${met} sur ${of}`,
    failed: (rules) =>
      `Le mot de passe ne respecte pas encore toutes les règles\u00a0: ${rules.map(lowerFirst).join('\u00a0; ')}`,
  },

  relationship: {
    legend: 'Pour qui est ce code d’activation\u00a0?',
    self: 'Pour moi',
    other: 'Pour quelqu’un d’autre',
    otherHint: 'Je suis parent ou représentant légal d’un mineur',
  },

  activate: {
    'enter-code': {
      heading: 'Saisissez votre code d’activation',
      intro: (portal) => `Il ouvre votre compte sur le portail ${de(portal)}.`,
    },
    'create-account': {
      heading: 'Créez votre compte',
      intro: (portal) => `Le code est correct. Choisissez maintenant comment vous connecter au portail ${de(portal)}.`,
    },
    'logged-in': {
      heading: 'Votre session est déjà ouverte',
      intro: (_, username) => `Votre compte est ${username}. Que voulez-vous faire du code d’activation\u00a0?`,
      add: 'Ajouter ce code à mon compte',
      other: 'Se déconnecter et changer de compte',
    },
    done: { heading: 'Votre compte est prêt', intro: () => 'Votre session est ouverte.' },
    haveAccount: 'Vous avez déjà un compte\u00a0?',
    noRecords: {
      body: {
        birthdate:
          'Le code d’activation et la date de naissance ne vont pas ensemble dans nos dossiers. Vérifiez que\u00a0:',
        phone:
          'Le code d’activation et le numéro de téléphone ne vont pas ensemble dans nos dossiers. Vérifiez que\u00a0:',
        email: 'Le code d’activation et l’adresse e-mail ne vont pas ensemble dans nos dossiers. Vérifiez que\u00a0:',
        answers: 'Le code d’activation et vos réponses ne vont pas ensemble dans nos dossiers. Vérifiez que\u00a0:',
      },
      check: {
        code: 'le code vient de l’e-mail le plus récent\u00a0: un nouveau code remplace les précédents',
        birthdate: 'la date de naissance est celle de la personne à qui le code est destiné',
        phone: 'le numéro de téléphone est enregistré chez nous',
        email: 'l’adresse e-mail est celle qui est enregistrée chez nous',
        answers: 'vos réponses sont celles de la personne à qui le code est destiné',
        used: 'le code n’a pas déjà été utilisé',
      },
      reasons: {
        used: 'Ce code a déjà été utilisé. Si c’était vous, connectez-vous au compte que vous avez créé.',
        expired: 'Ce code a expiré.',
        replaced: 'Un code plus récent a remplacé celui-ci. Utilisez le code de notre dernier e-mail.',
        revoked: 'Ce code a été annulé.',
      },
      logIn: 'Se connecter plutôt',
      renew: 'M’envoyer un nouveau code',
      renewed: 'Un nouveau code est en route vers l’adresse qui a reçu le premier.',
    },
    taken: {
      body: (email) =>
        `Un autre compte utilise ${email}. S’il est à vous, connectez-vous à ce compte et le code vous suit. Sinon, utilisez une autre adresse e-mail.`,
      logIn: 'Se connecter et associer ce code',
    },
  },

  logIn: {
    heading: 'Connectez-vous',
    intro: (portal) => `Vous accédez ainsi au portail ${de(portal)}.`,
    introWithCode: (portal) =>
      `Vous accédez ainsi au portail ${de(portal)}. Vous pourrez ensuite ajouter votre code d’activation.`,
    passwordHeading: 'Saisissez votre mot de passe',
    forgot: 'Mot de passe oublié\u00a0?',
    newHere: 'C’est ma première visite',
    choosePassword: 'Choisir un nouveau mot de passe',
    createWithCode: 'Créer un compte avec ce code',
    alternatives: 'ou',
    done: { heading: 'Votre session est ouverte', intro: 'Vous pouvez continuer maintenant.' },
    confirm: {
      heading: 'Confirmez votre adresse e-mail',
      intro: 'Appuyez sur le bouton et nous utiliserons désormais cette adresse.',
      button: 'Confirmer l’adresse',
      done: 'Votre adresse e-mail est confirmée. Connectez-vous avec elle.',
    },
  },

  resetPassword: {
    request: {
      heading: 'Mot de passe oublié\u00a0?',
      intro: 'Nous vous envoyons un lien pour en choisir un nouveau.',
      button: 'Envoyer le lien',
    },
    sent: {
      heading: 'Consultez vos e-mails',
      intro: (username) =>
        `S’il existe un compte pour ${username}, un lien est en route. Il fonctionne une seule fois, pendant 60 minutes.`,
      again: 'Utiliser un autre e-mail',
    },
    newPassword: {
      heading: 'Choisissez un nouveau mot de passe',
      intro: 'À l’enregistrement, la session se ferme sur tous les appareils.',
    },
    done: { heading: 'Votre nouveau mot de passe est enregistré', intro: 'Connectez-vous avec lui.' },
    newLink: 'Envoyer un nouveau lien',
  },

  consent: {
    heading: 'Lire et accepter',
    intro: (portal) => `${portal} vous demande de répondre à ces documents.`,
    introRequired: (portal) =>
      `${portal} vous demande de répondre à ces documents. Le portail s’ouvre après les documents obligatoires.`,
    required: (minutes) => `Obligatoire, environ ${count(minutes, 'minute', 'minutes')}`,
    optional: (minutes) => `Facultatif, environ ${count(minutes, 'minute', 'minutes')}`,
    later: 'Les documents facultatifs peuvent attendre. Vous les retrouverez dans Paramètres.',
    continue: 'Continuer',
    version: (version) => `Version ${version}`,
    print: 'Imprimer',
    download: 'Télécharger',
    acknowledgement: 'Confirmation',
    yes: 'Oui',
    no: 'Non',
    signature: 'Votre nom complet',
    signatureHint: 'Écrire votre nom vaut signature',
    decline: 'Refuser',
    backToList: 'Revenir à la liste',
    missing: {
      acknowledge: 'Cochez la case pour accepter',
      'yes-no': 'Répondez par Oui ou par Non',
      choice: 'Choisissez une réponse',
      text: 'Écrivez une réponse',
      signature: 'Saisissez votre nom complet',
    },
    missingOf: (missing, question) => `${missing}\u00a0: ${quoted(question)}`,
    mustBeYes: 'Vous ne pouvez continuer qu’avec Oui',
    refusedOptional: {
      title: 'Cette réponse ne permet pas d’accepter',
      body: 'Changez la réponse, ou refusez\u00a0: le portail s’ouvre quand même. Votre saisie est toujours là.',
    },
    outdated:
      'Lisez la nouvelle version et renvoyez-la. Vos réponses sont conservées\u00a0; cochez à nouveau ce que vous avez lu.',
    kept: 'Reconnectez-vous pour continuer. Vos réponses ici sont conservées.',
    logInAgain: 'Se reconnecter',
    answered: (title) => `Votre réponse à ${quoted(title)} est enregistrée`,
    done: { heading: 'Vous avez répondu à tout', intro: 'Vous pouvez continuer maintenant.' },
    left: {
      heading: 'Vous avez répondu à tout ce qui est obligatoire',
      intro: 'Vous pouvez continuer maintenant. Vous retrouverez les autres documents dans Paramètres.',
    },
  },

  linkCode: {
    heading: 'Code d’activation',
    intro: 'Ajoutez un autre code à ce compte, pour vous ou pour une personne que vous représentez.',
    added: 'Le code d’activation a bien été ajouté',
    linked: 'Ce compte ouvre les dossiers suivants\u00a0:',
    unknown: 'Le code d’activation ne correspond pas à nos dossiers. Vérifiez que\u00a0:',
  },

  people: {
    self: (date) => `Moi-même, depuis le ${date}`,
    other: (date) => `Je représente cette personne depuis le ${date}`,
    none: 'Aucun dossier pour le moment.',
  },

  settings: {
    heading: 'Paramètres',
    contact: {
      heading: 'Coordonnées',
      hint: 'Nous écrivons et appelons ici, et nulle part ailleurs.',
      email: 'Adresse e-mail',
      emailHint: 'Elle sert aussi à vous connecter',
      emailPassword: 'Nécessaire pour changer l’adresse e-mail',
      homePhone: 'Téléphone fixe',
      workPhone: 'Téléphone professionnel',
      mobilePhone: 'Téléphone mobile',
      phoneInvalid: 'Saisissez un numéro de téléphone avec son indicatif',
      language: 'Langue',
      saved: 'Coordonnées enregistrées',
      confirm:
        'C’est enregistré. La nouvelle adresse e-mail sera valable dès que vous ouvrirez le lien que nous y avons envoyé.',
    },
    password: {
      heading: 'Mot de passe',
      hint: 'Un nouveau mot de passe ferme toutes les autres sessions.',
      missing: 'Saisissez votre mot de passe actuel',
      saved: 'Mot de passe modifié',
    },
    people: { heading: 'Personnes', hint: 'À qui sont les dossiers que ce compte ouvre.' },
    consents: {
      heading: 'Consentements',
      hint: 'Ce que vous avez accepté, et ce qui attend une réponse.',
      agreed: (date) => `Accepté le ${date}`,
      agreedRequired: (date) => `Accepté le ${date}, obligatoire`,
      declined: (date) => `Refusé le ${date}`,
      withdrawn: (date) => `Retiré le ${date}`,
      open: 'Sans réponse',
      read: 'Lire',
      answer: 'Répondre',
      withdraw: 'Retirer',
      withdrawQuestion: (title) => `Retirer votre réponse à ${quoted(title)}\u00a0?`,
      required: 'Le portail ne peut pas s’utiliser sans ce consentement. Appelez-nous si vous n’êtes plus d’accord.',
      saved: (title) => `Votre réponse à ${quoted(title)} est retirée`,
      none: 'Il n’y a rien à accepter.',
    },
    sessions: {
      heading: 'Sessions',
      hint: 'Où votre compte est ouvert en ce moment.',
      current: 'Cet appareil',
      active: (device) => `${device}, en cours d’utilisation`,
      activeNow: 'En cours d’utilisation',
      lastActive: (when) => `Dernière activité\u00a0: ${when}`,
      device: (browser, system) => `${browser} sur ${system}`,
      unknown: 'Autre appareil',
      endOthers: 'Fermer les autres sessions',
      ended: 'Les autres sessions sont fermées',
    },
  },

  help: {
    button: 'Aide',
    heading: 'Se repérer sur le portail',
  },

  session: {
    notKept: {
      title: 'Votre navigateur n’a pas gardé votre session',
      body: 'Il bloque peut-être les cookies de ce portail. Autorisez-les pour cette page ou prenez un autre navigateur.',
    },
    warning: {
      heading: 'Êtes-vous toujours là\u00a0?',
      text: 'Vous n’avez pas utilisé le portail depuis un moment. Pour protéger votre dossier, nous fermerons la session dans',
      kept: 'Votre saisie est conservée jusqu’à votre prochaine connexion.',
      stay: 'Garder la session',
      logOut: 'Se déconnecter',
      left: (seconds) => `Il reste ${count(seconds, 'seconde', 'secondes')}`,
    },
  },

  languages: { label: 'Langue' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}> n’a pas de backend. Donnez-lui un base-url ou un adapter, placez-le dans un <portal-provider> ou appelez configurePortal().`,
  },
};

export default fr;
