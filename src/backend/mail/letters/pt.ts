import type { LetterWords } from './letter-words.js';

/** What letters say in Portuguese. Not reviewed by a native speaker yet. */
export const pt: LetterWords = {
  language: 'pt',
  direction: 'ltr',
  validUntil: (time) => ['É válido até ', { strong: time }, ' e só pode ser usado uma vez.'],
  linkIsHarmless: 'Abrir um link não muda nada por si só. A página primeiro pede que você confirme quem é.',
  notForYou: 'Se este e-mail não é para você, apague-o. Nada acontece sem você.',
  contact: {
    lead: 'Tem perguntas?',
    call: (phone, hours) => ['Ligue para a central de atendimento: ', phone, hours ? ` (${hours}).` : '.'],
    write: (email) => ['Escreva para ', email, '.'],
    visit: (url) => ['Visite ', url, '.'],
  },
  letters: {
    invitation: {
      subject: (name) => `Seu código de ativação para ${name}`,
      heading: 'Seu código de ativação',
      body: [(name) => `${name} preparou um lugar para você no portal. Este código o abre:`],
      createAccount: 'Criar uma conta',
      haveAccount: 'Já tenho uma conta',
    },
    'code-locked': {
      subject: (name) => `Seu código de ativação para ${name} não funciona mais`,
      heading: 'Seu código de ativação não funciona mais',
      body: [
        (name) =>
          `O código que ${name} enviou para este endereço foi tentado várias vezes com dados que não correspondem. Nós o fechamos para que outras pessoas não entrem. Ninguém entrou.`,
        () => 'Para abrir sua conta, peça um novo código à central de atendimento.',
      ],
    },
    'email-replaced': {
      old: {
        subject: (name) => `Seu endereço de e-mail em ${name} foi alterado`,
        heading: 'Seu endereço de e-mail foi alterado',
        body: [
          (name) => `A partir de agora, ${name} escreve para outro endereço. Este é o último e-mail para este aqui.`,
          () => 'Se não foi você que o alterou, avise imediatamente a central de atendimento.',
        ],
      },
      new: {
        subject: (name) => `Seu endereço de e-mail em ${name}`,
        heading: 'Este é agora o seu endereço de e-mail',
        body: [
          (name) => `A partir de agora, ${name} escreve para este endereço.`,
          () => 'Se você não pediu isso, avise imediatamente a central de atendimento.',
        ],
      },
      pending: {
        subject: (name) => `Um novo endereço de e-mail para você em ${name}`,
        heading: 'Foi informado um novo endereço de e-mail para você',
        body: [
          (name) =>
            `Em ${name} foi informado outro endereço de e-mail para você. Assim que ele for confirmado, ${name} escreverá para lá e não mais para este.`,
          () => 'Se você não pediu isso, avise imediatamente a central de atendimento.',
        ],
      },
    },
    'code-linked': {
      subject: (name) => `Seu código de ativação para ${name} foi usado`,
      heading: 'Seu código de ativação foi usado',
      body: [
        (name) =>
          `O código que ${name} enviou para este endereço foi adicionado a uma conta com outro endereço de e-mail.`,
        () => 'Se você não sabe nada sobre isso, avise imediatamente a central de atendimento.',
      ],
    },
    'password-changed': {
      subject: (name) => `Sua senha para ${name} foi alterada`,
      heading: 'Sua senha foi alterada',
      body: [
        () => 'A sessão foi encerrada em todos os outros dispositivos.',
        () => 'Se não foi você que a alterou, escolha agora uma nova senha e avise a central de atendimento.',
      ],
      action: 'Escolher uma nova senha',
    },
    'password-reset': {
      subject: (name) => `Escolha uma nova senha para ${name}`,
      heading: 'Escolha uma nova senha',
      body: [(name) => `Alguém pediu uma nova senha para sua conta em ${name}. Escolha-a com este link:`],
      action: 'Escolher uma nova senha',
    },
    'email-confirmation': {
      subject: (name) => `Confirme seu endereço de e-mail para ${name}`,
      heading: 'Confirme seu endereço de e-mail',
      body: [(name) => `Em ${name} foi informado que este é o seu endereço de e-mail. Confirme-o com este link:`],
      action: 'Confirmar este endereço',
    },
    'login-after-failures': {
      subject: (name) => `Um novo acesso à sua conta em ${name}`,
      heading: 'Um acesso depois de muitas senhas incorretas',
      body: [
        (name) => `Alguém entrou na sua conta em ${name} depois de muitas senhas incorretas.`,
        () =>
          'Se foi você, não precisa fazer nada. Se não, escolha agora uma nova senha e avise a central de atendimento.',
      ],
      action: 'Escolher uma nova senha',
    },
  },
};
