import type { ConsentDocument } from '../src/contract/consent.js';
import type { Block, Inline } from '../src/contract/rich-text.js';
import type { NewPerson } from '../src/backend/core/invitations/read-person.js';

/** The people that the worlds of the mock are about. Names, numbers and addresses are invented. */
export const people = {
  dana: {
    givenName: 'Dana',
    familyName: 'Reyes',
    kind: 'patient',
    email: 'dana.reyes@example.com',
    birthdate: '1980-03-27',
    homePhone: '+12025550117',
    workPhone: '+12025550118',
    mobilePhone: '+12025550119',
  },
  milo: { givenName: 'Milo', familyName: 'Reyes', kind: 'patient', email: 'dana.reyes@example.com', birthdate: '2015-08-14' },
  sam: {
    givenName: 'Sam',
    familyName: 'Okafor',
    kind: 'employee',
    email: 'sam.okafor@example.com',
    birthdate: '1968-12-01',
    workPhone: '+12025550133',
    mobilePhone: '+12025550134',
  },
} satisfies Record<string, NewPerson>;

export type PersonName = keyof typeof people;

/** The password of every account in the mock. */
export const MOCK_PASSWORD = 'larkspur7!';

const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const heading = (text: string): Block => ({ type: 'heading', content: [text] });

/** The consent documents of the mock clinic. */
export const consentDocuments: ConsentDocument[] = [
  {
    documentId: 'portal-consent',
    version: '2026-01',
    language: 'en',
    title: 'Portal Consent',
    required: true,
    signature: true,
    body: [
      paragraph('This portal shows you parts of your medical record and lets you write to your care team.'),
      heading('What the portal is for'),
      { type: 'list', ordered: false, items: [['See results, medicines and visits.'], ['Write to your care team.'], ['Fill in forms before a visit.']] },
      paragraph('In an emergency, call ', { strong: '911' }, '. Messages are read on working days.'),
      heading('Your side'),
      paragraph('Keep your password to yourself. Read more in our ', { text: 'privacy notice', href: '/privacy' }, '.'),
    ],
    questions: [
      { id: 'read', label: 'I have read and understood this text', type: 'acknowledge', required: true },
      { id: 'results', label: 'Show me results before a clinician has seen them', type: 'yes-no', required: true },
    ],
  },
  {
    documentId: 'text-messages',
    version: '2026-01',
    language: 'en',
    title: 'Text message agreement',
    required: false,
    signature: false,
    body: [
      paragraph('We can remind you of appointments by text message. Standard rates of your carrier apply.'),
      paragraph('You can stop at any time by answering STOP, or in your settings.'),
    ],
    questions: [
      { id: 'agree', label: 'I agree to receive text messages', type: 'acknowledge', required: true },
      { id: 'mobilePhone', label: 'Mobile phone', type: 'text', required: false },
    ],
  },
  {
    documentId: 'telehealth',
    version: '2026-01',
    language: 'en',
    title: 'Telehealth consent',
    required: false,
    signature: false,
    body: [paragraph('A video visit has limits: the clinician can’t examine you by hand, and a line can fail.')],
    questions: [
      { id: 'understood', label: 'I understand these limits', type: 'yes-no', required: true, mustBe: 'yes' },
      {
        id: 'where',
        label: 'Where will you take video visits?',
        type: 'choice',
        required: true,
        options: [
          { value: 'home', label: 'At home' },
          { value: 'work', label: 'At work' },
          { value: 'elsewhere', label: 'Somewhere else' },
        ],
      },
    ],
  },
];

/** The help of the landing page. */
export const landingHelp: Block[] = [
  { type: 'heading', content: ['Find your way around'] },
  {
    type: 'list',
    ordered: false,
    items: [
      [{ strong: 'The tiles' }, ' lead to your appointments, messages, medical information and forms.'],
      [{ strong: 'Navigation' }, ', in the upper corner, brings you back to this page from everywhere.'],
      [{ strong: 'Settings' }, ' hold your contact information, your password and further activation codes.'],
      [{ strong: 'Log out' }, ' stands in the same menu. Use it when you share a device.'],
      [{ strong: 'Help' }, ', below the tiles, opens this page again.'],
    ],
  },
];
