import type { LetterWords } from './letter-words.js';

/** What letters say in French. Not reviewed by a native speaker yet. */
export const fr: LetterWords = {
  language: 'fr',
  direction: 'ltr',
  validUntil: (time) => ['Il est valable jusqu’au ', { strong: time }, ' et ne peut servir qu’une fois.'],
  linkIsHarmless: 'Ouvrir un lien ne change rien à lui seul. La page vous demande d’abord de confirmer votre identité.',
  notForYou: 'Si cet e-mail n’est pas pour vous, supprimez-le. Rien ne se passe sans vous.',
  contact: {
    lead: 'Des questions\u00a0?',
    call: (phone, hours) => ['Appelez le service d’assistance au ', phone, hours ? ` (${hours}).` : '.'],
    write: (email) => ['Écrivez à ', email, '.'],
    visit: (url) => ['Consultez ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Votre code d’activation pour ${name}`,
      heading: 'Votre code d’activation',
      body: [(name) => `${name} vous a préparé un espace sur son portail. Ce code l’ouvre\u00a0:`],
      createAccount: 'Créer un compte',
      haveAccount: 'J’ai déjà un compte',
    },
    'code-locked': {
      subject: (name) => `Votre code d’activation pour ${name} ne fonctionne plus`,
      heading: 'Votre code d’activation ne fonctionne plus',
      body: [
        (name) =>
          `Le code envoyé à cette adresse par ${name} a été essayé plusieurs fois avec des informations qui ne correspondent pas. Nous l’avons fermé pour que personne d’autre n’entre. Personne n’est entré.`,
        () => 'Pour ouvrir votre compte, demandez un nouveau code au service d’assistance.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Votre adresse e-mail chez ${name} a changé`,
        heading: 'Votre adresse e-mail a changé',
        body: [
          (name) => `À partir de maintenant, ${name} écrit à une autre adresse. Ceci est le dernier e-mail à celle-ci.`,
          () => 'Si ce changement ne vient pas de vous, prévenez tout de suite le service d’assistance.',
        ],
      },
      new: {
        subject: (name) => `Votre adresse e-mail chez ${name}`,
        heading: 'Voici désormais votre adresse e-mail',
        body: [
          (name) => `À partir de maintenant, ${name} écrit à cette adresse.`,
          () => 'Si vous n’avez pas demandé ce changement, prévenez tout de suite le service d’assistance.',
        ],
      },
      pending: {
        subject: (name) => `Une nouvelle adresse e-mail pour vous chez ${name}`,
        heading: 'Une nouvelle adresse e-mail a été indiquée pour vous',
        body: [
          (name) =>
            `Une autre adresse e-mail a été indiquée pour vous chez ${name}. Dès qu’elle sera confirmée, ${name} écrira à celle-là et non plus à celle-ci.`,
          () => 'Si vous n’avez pas demandé ce changement, prévenez tout de suite le service d’assistance.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Votre code d’activation pour ${name} a été utilisé`,
      heading: 'Votre code d’activation a été utilisé',
      body: [
        (name) => `Le code envoyé à cette adresse par ${name} a été ajouté à un compte qui a une autre adresse e-mail.`,
        () => 'Si vous n’êtes pas au courant, prévenez tout de suite le service d’assistance.',
      ],
    },
    'password-changed': {
      subject: (name) => `Votre mot de passe pour ${name} a changé`,
      heading: 'Votre mot de passe a changé',
      body: [
        () => 'La session est fermée sur tous les autres appareils.',
        () =>
          'Si ce changement ne vient pas de vous, choisissez maintenant un nouveau mot de passe et prévenez le service d’assistance.',
      ],
      action: 'Choisir un nouveau mot de passe',
    },
    'password-reset': {
      subject: (name) => `Choisissez un nouveau mot de passe pour ${name}`,
      heading: 'Choisissez un nouveau mot de passe',
      body: [
        (name) =>
          `Quelqu’un a demandé un nouveau mot de passe pour votre compte chez ${name}. Choisissez-le avec ce lien\u00a0:`,
      ],
      action: 'Choisir un nouveau mot de passe',
    },
    'email-confirmation': {
      subject: (name) => `Confirmez votre adresse e-mail pour ${name}`,
      heading: 'Confirmez votre adresse e-mail',
      body: [
        (name) =>
          `Cette adresse e-mail a été indiquée chez ${name} comme étant la vôtre. Confirmez-la avec ce lien\u00a0:`,
      ],
      action: 'Confirmer cette adresse',
    },
    'login-after-failures': {
      subject: (name) => `Une nouvelle connexion à votre compte chez ${name}`,
      heading: 'Une connexion après de nombreux mots de passe incorrects',
      body: [
        (name) => `Quelqu’un s’est connecté à votre compte chez ${name} après de nombreux mots de passe incorrects.`,
        () =>
          'Si c’était vous, vous n’avez rien à faire. Sinon, choisissez maintenant un nouveau mot de passe et prévenez le service d’assistance.',
      ],
      action: 'Choisir un nouveau mot de passe',
    },
  },
};
