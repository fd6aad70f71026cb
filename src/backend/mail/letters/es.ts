import type { LetterWords } from './letter-words.js';

/** What letters say in Spanish. Not reviewed by a native speaker yet. */
export const es: LetterWords = {
  language: 'es',
  direction: 'ltr',
  validUntil: (time) => ['Es válido hasta el ', { strong: time }, ' y se puede usar una sola vez.'],
  linkIsHarmless: 'Abrir un enlace no cambia nada por sí solo. La página primero le pide confirmar quién es.',
  notForYou: 'Si este correo no es para usted, elimínelo. Si usted no hace nada, no cambia nada.',
  contact: {
    lead: '¿Tiene preguntas?',
    call: (phone, hours) => ['Llame al servicio de ayuda al ', phone, hours ? ` (${hours}).` : '.'],
    write: (email) => ['Escriba a ', email, '.'],
    visit: (url) => ['Visite ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Su código de activación para ${name}`,
      heading: 'Su código de activación',
      body: [(name) => `${name} ha preparado un lugar para usted en su portal. Este código lo abre:`],
      createAccount: 'Crear una cuenta',
      haveAccount: 'Ya tengo una cuenta',
    },
    'code-locked': {
      subject: (name) => `Su código de activación para ${name} ya no funciona`,
      heading: 'Su código de activación ya no funciona',
      body: [
        (name) =>
          `El código que ${name} envió a esta dirección se probó varias veces con datos que no coinciden. Lo cerramos para que no entren otras personas. Nadie entró.`,
        () => 'Para abrir su cuenta, pida un código nuevo al servicio de ayuda.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Se cambió su correo electrónico en ${name}`,
        heading: 'Se cambió su correo electrónico',
        body: [
          (name) => `Desde ahora, ${name} escribe a otra dirección. Este es el último correo que recibe en esta.`,
          () => 'Si usted no hizo el cambio, avise de inmediato al servicio de ayuda.',
        ],
      },
      new: {
        subject: (name) => `Su correo electrónico en ${name}`,
        heading: 'Este es ahora su correo electrónico',
        body: [
          (name) => `Desde ahora, ${name} escribe a esta dirección.`,
          () => 'Si usted no lo pidió, avise de inmediato al servicio de ayuda.',
        ],
      },
      pending: {
        subject: (name) => `Un nuevo correo electrónico para usted en ${name}`,
        heading: 'Se indicó un nuevo correo electrónico para usted',
        body: [
          (name) =>
            `En ${name} se indicó otro correo electrónico para usted. Cuando se confirme, ${name} escribirá allí y ya no a esta dirección.`,
          () => 'Si usted no lo pidió, avise de inmediato al servicio de ayuda.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Se usó su código de activación para ${name}`,
      heading: 'Se usó su código de activación',
      body: [
        (name) => `El código que ${name} envió a esta dirección se agregó a una cuenta con otro correo electrónico.`,
        () => 'Si usted no sabe nada de esto, avise de inmediato al servicio de ayuda.',
      ],
    },
    'password-changed': {
      subject: (name) => `Se cambió su contraseña para ${name}`,
      heading: 'Se cambió su contraseña',
      body: [
        () => 'La sesión se cerró en todos los demás dispositivos.',
        () => 'Si usted no hizo el cambio, elija ahora una contraseña nueva y avise al servicio de ayuda.',
      ],
      action: 'Elegir una contraseña nueva',
    },
    'password-reset': {
      subject: (name) => `Elija una contraseña nueva para ${name}`,
      heading: 'Elija una contraseña nueva',
      body: [(name) => `Alguien pidió una contraseña nueva para su cuenta en ${name}. Elíjala con este enlace:`],
      action: 'Elegir una contraseña nueva',
    },
    'email-confirmation': {
      subject: (name) => `Confirme su correo electrónico para ${name}`,
      heading: 'Confirme su correo electrónico',
      body: [(name) => `En ${name} se indicó que este es su correo electrónico. Confírmelo con este enlace:`],
      action: 'Confirmar esta dirección',
    },
    'login-after-failures': {
      subject: (name) => `Un nuevo inicio de sesión en su cuenta en ${name}`,
      heading: 'Un inicio de sesión tras muchas contraseñas incorrectas',
      body: [
        (name) => `Alguien inició sesión en su cuenta en ${name} después de muchas contraseñas incorrectas.`,
        () =>
          'Si fue usted, no tiene que hacer nada. Si no, elija ahora una contraseña nueva y avise al servicio de ayuda.',
      ],
      action: 'Elegir una contraseña nueva',
    },
  },
};
