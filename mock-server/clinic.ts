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
  milo: {
    givenName: 'Milo',
    familyName: 'Reyes',
    kind: 'patient',
    email: 'dana.reyes@example.com',
    birthdate: '2015-08-14',
  },
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
      {
        type: 'list',
        ordered: false,
        items: [
          ['See results, medicines and visits.'],
          ['Write to your care team.'],
          ['Fill in forms before a visit.'],
        ],
      },
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

/** A document with questions of every kind, two of them alike, one that only Yes goes on with; the portal can't do without. */
export const houseRules: ConsentDocument = {
  documentId: 'house-rules',
  version: '2026-01',
  language: 'en',
  title: 'House rules',
  required: true,
  signature: true,
  body: [
    paragraph('These rules hold for everybody who uses this portal.'),
    {
      type: 'list',
      ordered: true,
      items: [['Use your own account.'], ['Log out on a shared device.'], ['Tell us when an address changes.']],
    },
  ],
  questions: [
    { id: 'rules', label: 'I have read the rules', type: 'acknowledge', required: true },
    { id: 'privacy', label: 'I have read the privacy notice', type: 'acknowledge', required: true },
    { id: 'keep', label: 'Will you keep to the rules?', type: 'yes-no', required: true, mustBe: 'yes' },
    {
      id: 'reach',
      label: 'How do you want to be reached?',
      type: 'choice',
      required: true,
      options: [
        { value: 'email', label: 'By email' },
        { value: 'phone', label: 'By phone' },
      ],
    },
    { id: 'contact', label: 'Whom may we call in an emergency?', type: 'text', required: true },
    { id: 'remarks', label: 'Anything else', type: 'text', required: false },
  ],
};

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
