import type { Messages } from './messages.js';

const plural = new Intl.PluralRules('pt');
const count = (number: number, one: string, other: string): string =>
  `${number} ${plural.select(number) === 'one' ? one : other}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Portuguese as in Brazil, with “você”. Not reviewed by a native speaker yet. */
const pt: Messages = {
  language: 'pt',

  actions: {
    next: 'Avançar',
    back: 'Voltar',
    submit: 'Enviar',
    save: 'Salvar',
    tryAgain: 'Tentar de novo',
    logIn: 'Entrar',
    logOut: 'Sair',
    close: 'Fechar',
    cancel: 'Cancelar',
    change: 'Alterar',
    of: (thing) => `: ${thing}`,
  },

  form: {
    problem: 'Há um problema',
    error: 'Erro: ',
    working: 'Em andamento',
    step: (step, of) => `Etapa ${step} de ${of}`,
    optional: (label) => `${label} (opcional)`,
    invalid: 'Confira esta resposta',
    wait: ['Você pode tentar de novo em ', '.'],
    waitOver: 'Você já pode tentar de novo.',
    unavailable: 'Não é possível mostrar este formulário',
  },

  support: {
    title: 'Precisa de ajuda?',
    phone: (name, phone, hours) => [`Ligue para ${name}: `, phone, hours ? ` (${hours}).` : '.'],
    email: (email) => ['Escreva para ', email, '.'],
    url: (url) => ['Consulte ', url, '.'],
    link: 'nossa página de ajuda',
  },

  errors: {
    invalid_input: {
      title: 'Há um dado incorreto',
      body: 'Confira o que você digitou e tente de novo.',
    },
    session_required: { title: 'Sua sessão terminou', body: 'Entre de novo para continuar.' },
    invalid_credentials: {
      title: 'O usuário ou a senha está incorreto',
      body: 'Confira os dois e tente de novo, ou escolha uma nova senha.',
    },
    consent_required: {
      title: 'Um consentimento aguarda sua resposta',
      body: 'Leia e responda. Depois o portal se abre.',
    },
    not_allowed: { title: 'Isso não é possível aqui', body: 'O portal não permite.' },
    not_found: { title: 'O item não está mais aqui', body: 'Ele pode ter sido removido nesse meio-tempo.' },
    no_records_found: {
      title: 'Nenhum registro encontrado',
      body: 'O que você digitou não corresponde aos nossos registros.',
    },
    method_not_allowed: { title: 'Algo deu errado', body: 'A culpa não foi sua. Tente de novo em instantes.' },
    email_taken: { title: 'O e-mail já está em uso', body: 'Outra conta usa este endereço. Use um diferente.' },
    already_linked: { title: 'Este código já está na sua conta', body: 'Você não precisa fazer mais nada.' },
    consent_outdated: { title: 'O texto mudou', body: 'Leia a nova versão e responda de novo.' },
    ticket_expired: {
      title: 'Digite o código mais uma vez',
      body: 'Passou tempo demais desde a verificação do código. Nada se perdeu: verifique-o de novo.',
    },
    token_expired: {
      title: 'O link não funciona mais',
      body: 'Um link funciona uma única vez e por tempo limitado.',
    },
    payload_too_large: { title: 'O texto é longo demais', body: 'Encurte o que você escreveu e tente de novo.' },
    unsupported_media_type: { title: 'Algo deu errado', body: 'A culpa não foi sua. Tente de novo em instantes.' },
    email_invalid: { title: 'O e-mail não é válido', body: 'Digite um endereço de e-mail como nome@example.com' },
    password_policy: { title: 'A senha não cumpre as regras', body: 'Escolha outra.' },
    consent_refused: {
      title: 'O portal precisa do seu consentimento',
      body: 'Sem ele, o portal não pode ser aberto. O que você digitou continua aqui.',
    },
    too_many_attempts: { title: 'Tentativas demais', body: 'Espere um pouco e depois tente de novo.' },
    server_error: { title: 'Algo deu errado', body: 'A culpa não foi sua. Tente de novo em instantes.' },
    unavailable: {
      title: 'O portal está sobrecarregado',
      body: 'Tente de novo em instantes. O que você digitou continua aqui.',
    },
    network: {
      title: 'Não há conexão com o portal',
      body: 'Confira sua conexão. O que você digitou continua aqui.',
    },
  },

  code: {
    label: 'Código de ativação',
    hint: '15 caracteres, do e-mail que enviamos a você',
    hintAny: 'Do e-mail que enviamos a você',
    missing: 'Digite o código de ativação',
    length: (typed) => `Um código de ativação tem 15 caracteres. Você digitou ${typed}`,
    mistyped: 'O código de ativação tem um erro de digitação. Compare-o com o e-mail',
  },

  date: {
    month: 'Mês',
    day: 'Dia',
    year: 'Ano',
    missing: 'Digite a data',
    incomplete: {
      month: 'A data deve incluir o mês',
      day: 'A data deve incluir o dia',
      year: 'A data deve incluir o ano',
    },
    shortYear: 'O ano deve ter 4 dígitos',
    impossible: 'A data deve ser uma data real',
    future: 'A data deve estar no passado',
    too_early: 'A data deve ser de 1900 ou depois',
  },

  birthdate: {
    label: 'Data de nascimento',
    hint: (example) => `Data de nascimento da pessoa a quem o código se destina, por exemplo ${example}`,
    missing: 'Digite a data de nascimento',
    incomplete: {
      month: 'A data de nascimento deve incluir o mês',
      day: 'A data de nascimento deve incluir o dia',
      year: 'A data de nascimento deve incluir o ano',
    },
    shortYear: 'A data de nascimento deve incluir um ano com 4 dígitos',
    impossible: 'A data de nascimento deve ser uma data real',
    future: 'A data de nascimento deve estar no passado',
    too_early: 'A data de nascimento deve ser de 1900 ou depois',
  },

  proof: {
    methods: 'Como você quer comprovar quem é?',
    answers: 'Outros dados',
    phone: 'Número de telefone',
    phoneHint: 'Um número residencial, do trabalho ou celular do nosso cadastro',
    phoneMissing: 'Digite o número de telefone',
    email: 'E-mail',
    emailHint: 'O endereço de e-mail do nosso cadastro',
    answerMissing: (label) => `Digite uma resposta para “${label}”`,
    digitsOnly: (label) => `“${label}” aceita apenas dígitos`,
  },

  username: {
    label: 'E-mail ou usuário',
    hint: 'É com ele que você entra, e é para ele que escrevemos',
    hintAny: 'É com ele que você entra',
    suggest: (email) => `Usar ${email}`,
    missing: 'Digite seu e-mail ou usuário',
    invalid: 'O e-mail não é válido. Digite um endereço de e-mail como nome@example.com',
    taken: 'O e-mail já está em uso',
    isCode: 'Isto é um código de ativação. Digite o e-mail ou o usuário da sua conta',
  },

  password: {
    label: 'Senha',
    current: 'Senha atual',
    new: 'Nova senha',
    confirm: 'Confirmação da senha',
    show: 'Mostrar',
    hide: 'Ocultar',
    of: (label) => ` ${lowerFirst(label)}`,
    capsLock: 'As maiúsculas estão ativadas',
    spaces: 'Os espaços contam, também no início e no fim',
    missing: 'Digite sua senha',
    wrong: 'A senha atual está incorreta',
    missingNew: 'Digite uma senha',
    missingConfirm: 'Digite a senha mais uma vez',
    mismatch: 'As duas senhas não são iguais',
    tooLong: (most) => `A senha deve ter no máximo ${count(most, 'caractere', 'caracteres')}`,
    rulesTitle: 'Regras da senha',
    rules: {
      length: (least, most) => `Pelo menos ${count(least, 'caractere', 'caracteres')}, no máximo ${most}`,
      digit: 'Pelo menos 1 dígito',
      special: (examples) =>
        `Pelo menos 1 caractere especial, por exemplo ${examples.join(' ').replace(/ (?=\S+$)/, ' ou ')}`,
      not_username: 'Diferente do seu e-mail',
      common: 'Diferente das que muita gente usa',
    },
    met: ', cumprida',
    open: ', ainda não cumprida',
    metOf: (met, of) => `Regras cumpridas: ${met} de ${of}`,
    failed: (rules) => `A senha ainda não cumpre todas as regras: ${rules.map(lowerFirst).join('; ')}`,
  },

  relationship: {
    legend: 'Para quem é este código de ativação?',
    self: 'Para mim',
    other: 'Para outra pessoa',
    otherHint: 'Sou mãe, pai ou responsável legal por um menor de idade',
  },

  activate: {
    'enter-code': {
      heading: 'Digite seu código de ativação',
      intro: (portal) => `Ele abre sua conta no portal de ${portal}.`,
    },
    'create-account': {
      heading: 'Crie sua conta',
      intro: (portal) => `O código está correto. Agora escolha como entrar no portal de ${portal}.`,
    },
    'logged-in': {
      heading: 'Você já entrou na sua conta',
      intro: (_, username) => `Sua conta é ${username}. O que você quer fazer com o código de ativação?`,
      add: 'Adicionar código à minha conta',
      other: 'Sair e usar outra conta',
    },
    done: { heading: 'Sua conta está pronta', intro: () => 'Você já entrou na sua conta.' },
    haveAccount: 'Já tem uma conta?',
    noRecords: {
      body: {
        birthdate:
          'O código de ativação e a data de nascimento não correspondem um ao outro em nossos registros. Confira se:',
        phone:
          'O código de ativação e o número de telefone não correspondem um ao outro em nossos registros. Confira se:',
        email: 'O código de ativação e o e-mail não correspondem um ao outro em nossos registros. Confira se:',
        answers: 'O código de ativação e suas respostas não correspondem em nossos registros. Confira se:',
      },
      check: {
        code: 'o código é o do e-mail mais recente: um novo código substitui os anteriores',
        birthdate: 'a data de nascimento é a da pessoa a quem o código se destina',
        phone: 'o número de telefone está no nosso cadastro',
        email: 'o endereço de e-mail é o do nosso cadastro',
        answers: 'suas respostas são as da pessoa a quem o código se destina',
        used: 'o código ainda não foi usado',
      },
      reasons: {
        used: 'Este código já foi usado. Se foi você, entre com a conta que criou.',
        expired: 'Este código venceu.',
        replaced: 'Um código mais recente substituiu este. Use o código do nosso último e-mail.',
        revoked: 'Este código foi cancelado.',
      },
      logIn: 'Entrar em vez disso',
      renew: 'Enviar um novo código',
      renewed: 'Um novo código está a caminho do endereço que recebeu o primeiro.',
    },
    taken: {
      body: (email) =>
        `Outra conta usa ${email}. Se ela for sua, entre nela e leve o código junto. Se não, use outro endereço de e-mail.`,
      logIn: 'Entrar e vincular este código',
    },
  },

  logIn: {
    heading: 'Entre na sua conta',
    intro: (portal) => `Assim você acessa o portal de ${portal}.`,
    introWithCode: (portal) =>
      `Assim você acessa o portal de ${portal}. Depois você pode adicionar seu código de ativação.`,
    passwordHeading: 'Digite sua senha',
    forgot: 'Esqueceu sua senha?',
    newHere: 'É minha primeira vez aqui',
    choosePassword: 'Escolher uma nova senha',
    createWithCode: 'Criar uma conta com este código',
    alternatives: 'ou',
    done: { heading: 'Você entrou na sua conta', intro: 'Agora você pode continuar.' },
    confirm: {
      heading: 'Confirme seu e-mail',
      intro: 'Toque no botão e usaremos este endereço de agora em diante.',
      button: 'Confirmar e-mail',
      done: 'Seu e-mail está confirmado. Entre com ele.',
    },
  },

  resetPassword: {
    request: {
      heading: 'Esqueceu sua senha?',
      intro: 'Enviamos a você um link para escolher uma nova.',
      button: 'Enviar link',
    },
    sent: {
      heading: 'Veja seu e-mail',
      intro: (username) =>
        `Se existir uma conta para ${username}, um link está a caminho. Ele funciona uma única vez, por 60 minutos.`,
      again: 'Usar outro e-mail',
    },
    newPassword: {
      heading: 'Escolha uma nova senha',
      intro: 'Ao salvar, a sessão é encerrada em todos os dispositivos.',
    },
    done: { heading: 'Sua nova senha está salva', intro: 'Entre com ela.' },
    newLink: 'Enviar um novo link',
  },

  consent: {
    heading: 'Ler e aceitar',
    intro: (portal) => `${portal} pede sua resposta a estes documentos.`,
    introRequired: (portal) =>
      `${portal} pede sua resposta a estes documentos. O portal se abre depois dos obrigatórios.`,
    required: (minutes) => `Obrigatório, cerca de ${count(minutes, 'minuto', 'minutos')}`,
    optional: (minutes) => `Opcional, cerca de ${count(minutes, 'minuto', 'minutos')}`,
    later: 'Os opcionais podem esperar. Você os encontra de novo em Configurações.',
    continue: 'Continuar',
    version: (version) => `Versão ${version}`,
    print: 'Imprimir',
    download: 'Baixar',
    acknowledgement: 'Confirmação',
    yes: 'Sim',
    no: 'Não',
    signature: 'Seu nome completo',
    signatureHint: 'Escrever seu nome vale como assinatura',
    decline: 'Recusar',
    backToList: 'Voltar à lista',
    missing: {
      acknowledge: 'Marque a caixa para aceitar',
      'yes-no': 'Responda Sim ou Não',
      choice: 'Escolha uma resposta',
      text: 'Escreva uma resposta',
      signature: 'Digite seu nome completo',
    },
    missingOf: (missing, question) => `${missing}: “${question}”`,
    mustBeYes: 'Você só pode continuar com Sim',
    refusedOptional: {
      title: 'Não é possível aceitar com esta resposta',
      body: 'Mude a resposta, ou recuse: o portal se abre mesmo assim. O que você digitou continua aqui.',
    },
    outdated: 'Leia a nova versão e envie de novo. Suas respostas foram mantidas; marque outra vez o que você leu.',
    kept: 'Entre de novo para continuar. O que você respondeu aqui foi mantido.',
    logInAgain: 'Entrar de novo',
    answered: (title) => `Sua resposta a “${title}” foi registrada`,
    done: { heading: 'Tudo está respondido', intro: 'Agora você pode continuar.' },
    left: {
      heading: 'Tudo o que é obrigatório está respondido',
      intro: 'Agora você pode continuar. Você encontra os outros em Configurações.',
    },
  },

  linkCode: {
    heading: 'Código de ativação',
    intro: 'Adicione outro código a esta conta, para você ou para alguém que você representa.',
    added: 'O código de ativação foi adicionado com sucesso',
    linked: 'Esta conta abre os registros de',
    unknown: 'O código de ativação não corresponde aos nossos registros. Confira se:',
  },

  people: {
    self: (date) => `Eu, desde ${date}`,
    other: (date) => `Represento esta pessoa desde ${date}`,
    none: 'Ainda não há nenhum registro.',
  },

  settings: {
    heading: 'Configurações',
    contact: {
      heading: 'Informações de contato',
      hint: 'Escrevemos e ligamos para cá, e para nenhum outro lugar.',
      email: 'E-mail',
      emailHint: 'Você também entra com ele',
      emailPassword: 'Necessária para alterar o e-mail',
      homePhone: 'Telefone residencial',
      workPhone: 'Telefone do trabalho',
      mobilePhone: 'Telefone celular',
      phoneInvalid: 'Digite um número de telefone com o código de área',
      language: 'Idioma',
      saved: 'Informações de contato salvas',
      confirm: 'Salvo. O novo e-mail passa a valer quando você abrir o link que enviamos para lá.',
    },
    password: {
      heading: 'Senha',
      hint: 'Uma nova senha encerra todas as outras sessões.',
      missing: 'Digite sua senha atual',
      saved: 'Senha alterada',
    },
    people: { heading: 'Pessoas', hint: 'De quem são os registros que esta conta abre.' },
    consents: {
      heading: 'Consentimentos',
      hint: 'O que você aceitou e o que ainda aguarda resposta.',
      agreed: (date) => `Aceito em ${date}`,
      agreedRequired: (date) => `Aceito em ${date}, obrigatório`,
      declined: (date) => `Recusado em ${date}`,
      withdrawn: (date) => `Retirado em ${date}`,
      open: 'Ainda sem resposta',
      read: 'Ler',
      answer: 'Responder',
      withdraw: 'Retirar',
      withdrawQuestion: (title) => `Retirar sua resposta a “${title}”?`,
      required: 'Não é possível usar o portal sem este consentimento. Ligue para nós se você não concorda mais.',
      saved: (title) => `Sua resposta a “${title}” foi retirada`,
      none: 'Não há nada para aceitar.',
    },
    sessions: {
      heading: 'Sessões',
      hint: 'Onde sua conta está aberta agora.',
      current: 'Este dispositivo',
      active: (device) => `${device}, em uso agora`,
      activeNow: 'Em uso agora',
      lastActive: (when) => `Último uso: ${when}`,
      device: (browser, system) => `${browser} no ${system}`,
      unknown: 'Outro dispositivo',
      endOthers: 'Encerrar as outras sessões',
      ended: 'As outras sessões foram encerradas',
    },
  },

  help: {
    button: 'Ajuda',
    heading: 'Como se orientar',
  },

  session: {
    notKept: {
      title: 'Seu navegador não manteve a sessão',
      body: 'Ele pode bloquear os cookies deste portal. Permita-os nesta página ou use outro navegador.',
    },
    warning: {
      heading: 'Você ainda está aí?',
      text: 'Faz algum tempo que você não usa o portal. Para proteger seus registros, vamos encerrar a sessão em',
      kept: 'O que você digitou fica guardado até você entrar de novo.',
      stay: 'Manter a sessão',
      logOut: 'Sair agora',
      left: (seconds) => (plural.select(seconds) === 'one' ? `Falta ${seconds} segundo` : `Faltam ${seconds} segundos`),
    },
  },

  languages: { label: 'Idioma' },

  developer: {
    noAdapter: (tag) =>
      `<${tag}> não tem backend. Dê a ele um base-url ou um adapter, coloque-o dentro de um <portal-provider> ou chame configurePortal().`,
  },
};

export default pt;
