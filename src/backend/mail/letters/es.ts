import type { LetterWords } from './letter-words.js';

/** What letters say in Spanish. */
export const es: LetterWords = {
  language: 'es',
  direction: 'ltr',
  validUntil: (time) => ['Es válido hasta el ', { strong: time }, ' y se puede usar una sola vez.'],
  linkIsHarmless: 'Abrir un enlace no cambia nada por sí solo. La página primero le pide confirmar quién es.',
  notForYou: 'Si este correo no es para usted, elimínelo. No pasa nada si usted no hace nada.',
  contact: {
    lead: '¿Tiene preguntas?',
    call: (phone, hours) => ['Llame al centro de ayuda al ', phone, hours ? ` (${hours}).` : '.'],
    write: (email) => ['Escriba a ', email, '.'],
    visit: (url) => ['Visite ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Su código de activación para ${name}`,
      heading: 'Su código de activación',
      body: [(name) => `${name} ha creado un lugar para usted en su portal. Este código lo abre:`],
      createAccount: 'Crear una cuenta',
      haveAccount: 'Ya tengo una cuenta',
    },
    'code-locked': {
      subject: (name) => `Su código de activación para ${name} ya no funciona`,
      heading: 'Su código de activación ya no funciona',
      body: [
        (name) =>
          `El código que ${name} envió a esta dirección se probó varias veces con datos que no coinciden. Lo cerramos para que no entre nadie más. Nadie entró.`,
        () => 'Para abrir su cuenta, pida un código nuevo al centro de ayuda.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Se cambió su correo electrónico en ${name}`,
        heading: 'Se cambió su correo electrónico',
        body: [
          (name) => `Desde ahora, ${name} escribe a otra dirección. Este es el último mensaje a esta.`,
          () => 'Si usted no hizo el cambio, avise de inmediato al centro de ayuda.',
        ],
      },
      new: {
        subject: (name) => `Su correo electrónico en ${name}`,
        heading: 'Este es ahora su correo electrónico',
        body: [
          (name) => `Desde ahora, ${name} escribe a esta dirección.`,
          () => 'Si usted no lo pidió, avise de inmediato al centro de ayuda.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Se usó su código de activación para ${name}`,
      heading: 'Se usó su código de activación',
      body: [
        (name) => `El código que ${name} envió a esta dirección se añadió a una cuenta con otro correo electrónico.`,
        () => 'Si usted no sabe nada de esto, avise de inmediato al centro de ayuda.',
      ],
    },
    'password-changed': {
      subject: (name) => `Se cambió su contraseña para ${name}`,
      heading: 'Se cambió su contraseña',
      body: [
        () => 'La sesión se cerró en todos los demás dispositivos.',
        () => 'Si usted no hizo el cambio, elija ahora una contraseña nueva y avise al centro de ayuda.',
      ],
      action: 'Elegir una contraseña nueva',
    },
    'password-reset': {
      subject: (name) => `Elija una contraseña nueva para ${name}`,
      heading: 'Elija una contraseña nueva',
      body: [(name) => `Alguien pidió una contraseña nueva para su cuenta en ${name}. Con este enlace la elige:`],
      action: 'Elegir una contraseña nueva',
    },
    'email-confirmation': {
      subject: (name) => `Confirme su correo electrónico para ${name}`,
      heading: 'Confirme su correo electrónico',
      body: [(name) => `En ${name} se indicó que este es su correo electrónico. Con este enlace lo confirma:`],
      action: 'Confirmar esta dirección',
    },
    'login-after-failures': {
      subject: (name) => `Un nuevo acceso a su cuenta en ${name}`,
      heading: 'Un acceso tras muchas contraseñas incorrectas',
      body: [
        (name) => `Alguien entró en su cuenta en ${name} después de muchas contraseñas incorrectas.`,
        () =>
          'Si fue usted, no tiene que hacer nada. Si no, elija ahora una contraseña nueva y avise al centro de ayuda.',
      ],
      action: 'Elegir una contraseña nueva',
    },
  },
};
