import type { Messages } from './messages.js';

const plural = new Intl.PluralRules('es');
const count = (number: number, one: string, other: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : other}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Spanish as in the Americas, with “usted”. Not reviewed by a native speaker yet. */
const es: Messages = {
  language: 'es',

  actions: {
    next: 'Siguiente',
    back: 'Atrás',
    submit: 'Enviar',
    save: 'Guardar',
    tryAgain: 'Intentar de nuevo',
    logIn: 'Iniciar sesión',
    logOut: 'Cerrar sesión',
    close: 'Cerrar',
    cancel: 'Cancelar',
    change: 'Cambiar',
    of: (thing) => `: ${thing}`,
  },

  form: {
    problem: 'Hay un problema',
    error: 'Error: ',
    working: 'En proceso',
    step: (step, of) => `Paso ${step} de ${of}`,
    optional: (label) => `${label} (opcional)`,
    invalid: 'Revise esta respuesta',
    wait: ['Puede intentarlo de nuevo en ', '.'],
    waitOver: 'Ya puede intentarlo de nuevo.',
    unavailable: 'No se puede mostrar este formulario',
  },

  support: {
    title: '¿Necesita ayuda?',
    phone: (name, phone, hours) => [`Llame a ${name} al `, phone, hours ? ` (${hours}).` : '.'],
    email: (email) => ['Escriba a ', email, '.'],
    url: (url) => ['Consulte ', url, '.'],
    link: 'nuestra página de ayuda',
  },

  errors: {
    invalid_input: { title: 'Hay un dato incorrecto', body: 'Revise lo que ingresó e inténtelo de nuevo.' },
    session_required: { title: 'Su sesión terminó', body: 'Inicie sesión de nuevo para continuar.' },
    invalid_credentials: {
      title: 'El usuario o la contraseña son incorrectos',
      body: 'Revise los dos e inténtelo de nuevo, o elija una contraseña nueva.',
    },
    consent_required: {
      title: 'Falta responder un consentimiento',
      body: 'Léalo y respóndalo. Después se abre el portal.',
    },
    not_allowed: { title: 'Esto no es posible aquí', body: 'El portal no lo permite.' },
    not_found: { title: 'Ya no está aquí', body: 'Es posible que se haya eliminado mientras tanto.' },
    no_records_found: {
      title: 'No se encontró ningún registro',
      body: 'Los datos que ingresó no coinciden con nuestros registros.',
    },
    method_not_allowed: { title: 'Algo falló', body: 'No fue culpa suya. Inténtelo de nuevo en un momento.' },
    email_taken: {
      title: 'El correo electrónico ya está en uso',
      body: 'Otra cuenta usa esta dirección. Use una distinta.',
    },
    already_linked: { title: 'Este código ya está en su cuenta', body: 'No tiene que hacer nada más.' },
    consent_outdated: { title: 'El texto cambió', body: 'Lea la versión nueva y responda de nuevo.' },
    ticket_expired: {
      title: 'Ingrese el código una vez más',
      body: 'Pasó demasiado tiempo desde que se comprobó el código. No se perdió nada: compruébelo de nuevo.',
    },
    token_expired: {
      title: 'El enlace ya no funciona',
      body: 'Cada enlace funciona una sola vez y por tiempo limitado.',
    },
    payload_too_large: { title: 'El texto es demasiado largo', body: 'Acorte lo que escribió e inténtelo de nuevo.' },
    unsupported_media_type: { title: 'Algo falló', body: 'No fue culpa suya. Inténtelo de nuevo en un momento.' },
    email_invalid: {
      title: 'El correo electrónico no es válido',
      body: 'Ingrese una dirección como nombre@example.com',
    },
    password_policy: { title: 'La contraseña no cumple las reglas', body: 'Elija otra.' },
    consent_refused: {
      title: 'El portal necesita su consentimiento',
      body: 'Sin él no se puede abrir. Lo que escribió sigue aquí.',
    },
    too_many_attempts: { title: 'Demasiados intentos', body: 'Espere un rato y luego inténtelo de nuevo.' },
    server_error: { title: 'Algo falló', body: 'No fue culpa suya. Inténtelo de nuevo en un momento.' },
    unavailable: {
      title: 'El portal está ocupado',
      body: 'Inténtelo de nuevo en un momento. Lo que escribió sigue aquí.',
    },
    network: { title: 'No hay conexión con el portal', body: 'Revise su conexión. Lo que escribió sigue aquí.' },
  },

  code: {
    label: 'Código de activación',
    hint: '15 caracteres, del correo que le enviamos',
    hintAny: 'Del correo que le enviamos',
    missing: 'Ingrese el código de activación',
    length: (typed) => `Un código de activación tiene 15 caracteres. Usted ingresó ${typed}`,
    mistyped: 'El código de activación tiene un error de escritura. Compárelo con el correo',
  },

  date: {
    month: 'Mes',
    day: 'Día',
    year: 'Año',
    missing: 'Ingrese la fecha',
    incomplete: {
      month: 'La fecha debe incluir el mes',
      day: 'La fecha debe incluir el día',
      year: 'La fecha debe incluir el año',
    },
    shortYear: 'El año debe tener 4 dígitos',
    impossible: 'La fecha debe ser una fecha real',
    future: 'La fecha debe estar en el pasado',
    too_early: 'La fecha debe ser de 1900 o posterior',
  },

  birthdate: {
    label: 'Fecha de nacimiento',
    hint: (example) => `Fecha de nacimiento de la persona a quien corresponde el código, por ejemplo ${example}`,
    missing: 'Ingrese la fecha de nacimiento',
    incomplete: {
      month: 'La fecha de nacimiento debe incluir el mes',
      day: 'La fecha de nacimiento debe incluir el día',
      year: 'La fecha de nacimiento debe incluir el año',
    },
    shortYear: 'La fecha de nacimiento debe incluir un año de 4 dígitos',
    impossible: 'La fecha de nacimiento debe ser una fecha real',
    future: 'La fecha de nacimiento debe estar en el pasado',
    too_early: 'La fecha de nacimiento debe ser de 1900 o posterior',
  },

  proof: {
    methods: '¿Cómo quiere demostrar quién es?',
    answers: 'Otros datos',
    phone: 'Número de teléfono',
    phoneHint: 'Un número de casa, del trabajo o celular que tengamos registrado',
    phoneMissing: 'Ingrese el número de teléfono',
    email: 'Correo electrónico',
    emailHint: 'La dirección de correo electrónico que tenemos registrada',
    answerMissing: (label) => `Ingrese una respuesta para “${label}”`,
    digitsOnly: (label) => `“${label}” solo admite dígitos`,
  },

  username: {
    label: 'Correo electrónico o usuario',
    hint: 'Con él inicia sesión, y a él le escribimos',
    hintAny: 'Con él inicia sesión',
    suggest: (email) => `Usar ${email}`,
    missing: 'Ingrese su correo electrónico o usuario',
    invalid: 'El correo electrónico no es válido. Ingrese una dirección como nombre@example.com',
    taken: 'El correo electrónico ya está en uso',
    isCode: 'Esto es un código de activación. Ingrese el correo electrónico o el usuario de su cuenta',
  },

  password: {
    label: 'Contraseña',
    current: 'Contraseña actual',
    new: 'Contraseña nueva',
    confirm: 'Confirmación de la contraseña',
    show: 'Mostrar',
    hide: 'Ocultar',
    of: (label) => ` ${lowerFirst(label)}`,
    capsLock: 'Las mayúsculas están activadas',
    spaces: 'Los espacios cuentan, también al principio y al final',
    missing: 'Ingrese su contraseña',
    wrong: 'La contraseña actual es incorrecta',
    missingNew: 'Ingrese una contraseña',
    missingConfirm: 'Ingrese la contraseña una vez más',
    mismatch: 'Las dos contraseñas no son iguales',
    tooLong: (most) => `La contraseña debe tener como máximo ${count(most, 'carácter', 'caracteres')}`,
    rulesTitle: 'Reglas de la contraseña',
    rules: {
      length: (least, most) => `Al menos ${count(least, 'carácter', 'caracteres')}, como máximo ${most}`,
      digit: 'Al menos 1 dígito',
      special: (examples) =>
        `Al menos 1 carácter especial, por ejemplo ${examples.join(' ').replace(/ (?=\S+$)/, ' o ')}`,
      not_username: 'Distinta de su correo electrónico',
      common: 'Distinta de las que usa mucha gente',
    },
    met: ', cumplida',
    open: ', aún no cumplida',
    metOf: (met, of) => `Reglas cumplidas: ${met} de ${of}`,
    failed: (rules) => `La contraseña aún no cumple todas las reglas: ${rules.map(lowerFirst).join('; ')}`,
  },

  relationship: {
    legend: '¿Para quién es este código de activación?',
    self: 'Para mí',
    other: 'Para otra persona',
    otherHint: 'Soy madre, padre o representante legal de un menor de edad',
  },

  activate: {
    'enter-code': {
      heading: 'Ingrese su código de activación',
      intro: (portal) => `Con él abre su cuenta en el portal de ${portal}.`,
    },
    'create-account': {
      heading: 'Cree su cuenta',
      intro: (portal) => `El código es correcto. Ahora elija cómo iniciar sesión en el portal de ${portal}.`,
    },
    'logged-in': {
      heading: 'Ya inició sesión',
      intro: (_, username) => `Su cuenta es ${username}. ¿Qué quiere hacer con el código de activación?`,
      add: 'Agregar este código a mi cuenta',
      other: 'Cerrar sesión y usar otra cuenta',
    },
    done: { heading: 'Su cuenta está lista', intro: () => 'Su sesión está iniciada.' },
    haveAccount: '¿Ya tiene una cuenta?',
    noRecords: {
      body: {
        birthdate:
          'El código de activación y la fecha de nacimiento no corresponden entre sí en nuestros registros. Compruebe que:',
        phone:
          'El código de activación y el número de teléfono no corresponden entre sí en nuestros registros. Compruebe que:',
        email:
          'El código de activación y el correo electrónico no corresponden entre sí en nuestros registros. Compruebe que:',
        answers:
          'El código de activación y sus respuestas no corresponden entre sí en nuestros registros. Compruebe que:',
      },
      check: {
        code: 'el código es el del correo más reciente: un código nuevo reemplaza a los anteriores',
        birthdate: 'la fecha de nacimiento es la de la persona a quien corresponde el código',
        phone: 'el número de teléfono es uno que tenemos registrado',
        email: 'la dirección de correo electrónico es la que tenemos registrada',
        answers: 'sus respuestas son las de la persona a quien corresponde el código',
        used: 'el código no se ha usado antes',
      },
      reasons: {
        used: 'Este código ya se usó. Si fue usted, inicie sesión con la cuenta que creó.',
        expired: 'Este código venció.',
        replaced: 'Un código más reciente reemplazó a este. Use el código de nuestro último correo.',
        revoked: 'Este código fue anulado.',
      },
      logIn: 'Iniciar sesión',
      renew: 'Enviarme un código nuevo',
      renewed: 'Un código nuevo va en camino a la dirección que recibió el primero.',
    },
    taken: {
      body: (email) =>
        `Otra cuenta usa ${email}. Si es suya, inicie sesión en ella y lleve el código consigo. Si no, use otra dirección de correo electrónico.`,
      logIn: 'Iniciar sesión y vincular código',
    },
  },

  logIn: {
    heading: 'Inicie sesión',
    intro: (portal) => `Así entra al portal de ${portal}.`,
    introWithCode: (portal) => `Así entra al portal de ${portal}. Después puede agregar su código de activación.`,
    passwordHeading: 'Ingrese su contraseña',
    forgot: '¿Olvidó su contraseña?',
    newHere: 'Es mi primera vez aquí',
    choosePassword: 'Elegir una contraseña nueva',
    createWithCode: 'Crear una cuenta con este código',
    alternatives: 'o',
    done: { heading: 'Inició sesión', intro: 'Ya puede continuar.' },
    confirm: {
      heading: 'Confirme su correo electrónico',
      intro: 'Pulse el botón y usaremos esta dirección de ahora en adelante.',
      button: 'Confirmar correo',
      done: 'Su correo electrónico está confirmado. Inicie sesión con él.',
    },
  },

  resetPassword: {
    request: {
      heading: '¿Olvidó su contraseña?',
      intro: 'Le enviamos un enlace para elegir una nueva.',
      button: 'Enviar enlace',
    },
    sent: {
      heading: 'Revise su correo electrónico',
      intro: (username) =>
        `Si existe una cuenta para ${username}, un enlace va en camino. Funciona una sola vez, durante 60 minutos.`,
      again: 'Usar otro correo electrónico',
    },
    newPassword: {
      heading: 'Elija una contraseña nueva',
      intro: 'Al guardarla, la sesión se cierra en todos los dispositivos.',
    },
    done: { heading: 'Su contraseña nueva está guardada', intro: 'Inicie sesión con ella.' },
    newLink: 'Enviar un enlace nuevo',
  },

  consent: {
    heading: 'Leer y aceptar',
    intro: (portal) => `${portal} le pide su respuesta a estos documentos.`,
    introRequired: (portal) =>
      `${portal} le pide su respuesta a estos documentos. Los obligatorios van antes de que se abra el portal.`,
    required: (minutes) => `Obligatorio, alrededor de ${count(minutes, 'minuto', 'minutos')}`,
    optional: (minutes) => `Opcional, alrededor de ${count(minutes, 'minuto', 'minutos')}`,
    later: 'Los opcionales pueden esperar. Los encontrará en Configuración.',
    continue: 'Continuar',
    version: (version) => `Versión ${version}`,
    print: 'Imprimir',
    download: 'Descargar',
    acknowledgement: 'Confirmación',
    yes: 'Sí',
    no: 'No',
    signature: 'Su nombre completo',
    signatureHint: 'Escribir su nombre equivale a su firma',
    decline: 'Rechazar',
    backToList: 'Volver a la lista',
    missing: {
      acknowledge: 'Marque la casilla para aceptar',
      'yes-no': 'Responda Sí o No',
      choice: 'Elija una respuesta',
      text: 'Escriba una respuesta',
      signature: 'Ingrese su nombre completo',
    },
    missingOf: (missing, question) => `${missing}: “${question}”`,
    mustBeYes: 'Solo puede continuar con Sí',
    refusedOptional: {
      title: 'No se puede aceptar con esta respuesta',
      body: 'Cambie la respuesta, o rechace: el portal se abre de todos modos. Lo que escribió sigue aquí.',
    },
    outdated:
      'Lea la versión nueva y envíela de nuevo. Sus respuestas se conservan; vuelva a marcar lo que haya leído.',
    kept: 'Inicie sesión de nuevo para continuar. Lo que respondió aquí se conserva.',
    logInAgain: 'Iniciar sesión de nuevo',
    answered: (title) => `Su respuesta a “${title}” quedó registrada`,
    done: { heading: 'Todo está respondido', intro: 'Ya puede continuar.' },
    left: {
      heading: 'Todo lo obligatorio está respondido',
      intro: 'Ya puede continuar. Encontrará los demás en Configuración.',
    },
  },

  linkCode: {
    heading: 'Código de activación',
    intro: 'Agregue otro código a esta cuenta, para usted o para alguien a quien representa.',
    added: 'El código de activación se agregó correctamente',
    linked: 'Esta cuenta abre los expedientes de',
    unknown: 'El código de activación no coincide con nuestros registros. Compruebe que:',
  },

  people: {
    self: (date) => `Yo, desde el ${date}`,
    other: (date) => `Represento a esta persona desde el ${date}`,
    none: 'Todavía no hay ningún expediente.',
  },

  settings: {
    heading: 'Configuración',
    contact: {
      heading: 'Información de contacto',
      hint: 'Escribimos y llamamos aquí, y a ningún otro lugar.',
      email: 'Correo electrónico',
      emailHint: 'También inicia sesión con él',
      emailPassword: 'Necesaria para cambiar el correo electrónico',
      homePhone: 'Teléfono de casa',
      workPhone: 'Teléfono del trabajo',
      mobilePhone: 'Teléfono celular',
      phoneInvalid: 'Ingrese un número de teléfono con su código de área',
      language: 'Idioma',
      saved: 'Información de contacto guardada',
      confirm: 'Guardado. El correo nuevo vale cuando abra el enlace que enviamos a esa dirección.',
    },
    password: {
      heading: 'Contraseña',
      hint: 'Una contraseña nueva cierra todas las demás sesiones.',
      missing: 'Ingrese su contraseña actual',
      saved: 'Contraseña cambiada',
    },
    people: { heading: 'Personas', hint: 'De quién son los expedientes que abre esta cuenta.' },
    consents: {
      heading: 'Consentimientos',
      hint: 'Lo que usted aceptó y lo que falta responder.',
      agreed: (date) => `Aceptado el ${date}`,
      agreedRequired: (date) => `Aceptado el ${date}, obligatorio`,
      declined: (date) => `Rechazado el ${date}`,
      withdrawn: (date) => `Retirado el ${date}`,
      open: 'Sin responder',
      read: 'Leer',
      answer: 'Responder',
      withdraw: 'Retirar',
      withdrawQuestion: (title) => `¿Retirar su respuesta a “${title}”?`,
      required: 'El portal no se puede usar sin este consentimiento. Llámenos si ya no está de acuerdo.',
      saved: (title) => `Su respuesta a “${title}” quedó retirada`,
      none: 'No hay nada que aceptar.',
    },
    sessions: {
      heading: 'Sesiones',
      hint: 'Dónde tiene la sesión abierta ahora.',
      current: 'Este dispositivo',
      active: (device) => `${device}, en uso ahora`,
      activeNow: 'En uso ahora',
      lastActive: (when) => `Último uso: ${when}`,
      device: (browser, system) => `${browser} en ${system}`,
      unknown: 'Otro dispositivo',
      endOthers: 'Cerrar las demás sesiones',
      ended: 'Las demás sesiones están cerradas',
    },
  },

  help: {
    button: 'Ayuda',
    heading: 'Cómo orientarse',
  },

  session: {
    notKept: {
      title: 'Su navegador no mantuvo la sesión',
      body: 'Es posible que bloquee las cookies de este portal. Permítalas en esta página o use otro navegador.',
    },
    warning: {
      heading: '¿Sigue ahí?',
      text: 'Hace un rato que no usa el portal. Para proteger su expediente, cerraremos la sesión en',
      kept: 'Lo que escribió se conserva hasta que inicie sesión de nuevo.',
      stay: 'Mantener la sesión',
      logOut: 'Cerrar sesión ahora',
      left: (seconds) => (plural.select(seconds) === 'one' ? `Queda ${seconds} segundo` : `Quedan ${seconds} segundos`),
    },
  },

  languages: { label: 'Idioma' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}> no tiene backend. Dele un base-url o un adapter, póngalo dentro de un <portal-provider> o llame a configurePortal().`,
  },
};

export default es;
