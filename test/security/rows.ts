/** Tests that stand in other folders and don't carry a row in their names: file (below `test/`) → exact names. */
export type Elsewhere = Record<string, string[]>;

/** What is asked of the product. */
export interface Requirement {
  id: string;
  /** P0: without it nothing goes out; P1: with the reference backend; P2: soon after. */
  priority: 'P0' | 'P1' | 'P2';
  says: string;
  elsewhere?: Elsewhere;
  /** Why there needn't be a test, or what part of the row none looks at. */
  outOfScope?: string;
}

/** Something that went wrong in another system. */
export interface Advisory {
  id: string;
  says: string;
  elsewhere?: Elsewhere;
  /** Why it can't happen here. */
  because?: string;
}

export const SECTIONS = [
  { title: 'The activation code', from: 1, to: 11 },
  { title: 'Proving to be the person', from: 12, to: 21 },
  { title: 'The account and its address', from: 22, to: 30 },
  { title: 'Passwords', from: 31, to: 39 },
  { title: 'Logging in', from: 40, to: 49 },
  { title: 'Sessions', from: 50, to: 55 },
  { title: 'What an account may do', from: 56, to: 67 },
  { title: 'In the browser', from: 68, to: 82 },
  { title: 'The HTTP interface', from: 83, to: 94 },
  { title: 'Mail', from: 95, to: 100 },
  { title: 'Races, crashes and lasting data', from: 101, to: 112 },
  { title: 'Logs, trail and privacy', from: 113, to: 117 },
  { title: 'A backend of one’s own', from: 118, to: 121 },
] as const;

const POSTGRES = 'needs a PostgreSQL server; these tests are skipped, and say so, where there is none';

const [p0, p1, p2] = (['P0', 'P1', 'P2'] as const).map(
  (priority) =>
    (number: number, says: string, more: Pick<Requirement, 'elsewhere' | 'outOfScope'> = {}): Requirement => ({
      id: `R-${number}`,
      priority,
      says,
      ...more,
    }),
) as [Row, Row, Row];
type Row = (number: number, says: string, more?: Pick<Requirement, 'elsewhere' | 'outOfScope'>) => Requirement;

export const REQUIREMENTS: readonly Requirement[] = [
  p0(
    1,
    'A code holds at least 64 random bits from the system’s generator and nothing about the person, the time or a counter.',
  ),
  p0(2, 'Codes are written without letters that are mistaken for others, and read whichever way somebody types them.', {
    elsewhere: {
      'contract/fields': ['are read alike however they are mangled, and once read stay as they are'],
      'backend/core/activation': ['exchanges it for a ticket, in any spelling, and changes nothing about it'],
    },
  }),
  p1(3, 'A check symbol finds every wrong symbol and every swap of neighbors before anything is sent.', {
    elsewhere: {
      'contract/fields': ['show every wrong symbol and every swap of neighbors'],
      'elements/portal-activate': ['tells a typing mistake by itself, in words of its own'],
    },
  }),
  p0(4, 'The database holds only a keyed digest of a code; the key lies outside of it.', {
    elsewhere: {
      'backend/node/server': ['no code, password, ticket or session stands in the database or its journal'],
    },
  }),
  p0(5, 'Mail that waits is encrypted under a key outside of the database, and wiped once it is sent.'),
  p0(6, 'A code is used once: one conditional statement in the transaction decides.', {
    elsewhere: {
      'src/testing/store/activation-races': ['of fifty callers with one code exactly one gets the account'],
      'backend/node/server': ['fifty activations of one code at once make one account'],
    },
  }),
  p0(7, 'Expired, revoked and replaced codes are refused when they are verified and again when the account is made.', {
    elsewhere: {
      'backend/core/activation': [
        'finds a code that expired, was revoked or replaced after it was verified unusable',
        'tells the reason only to who proved to be the person',
        'gets around nothing that staff did: neither a later code that they revoked, nor the old one',
        'makes no second account of somebody who came through with a later code, or an earlier one',
      ],
      'src/testing/store/people': [
        'replaces the same person’s pending codes when told to, and no others',
        'revokes a code once, also after it has expired, but none that was used or replaced',
      ],
    },
  }),
  p0(8, 'Opening a link or asking with GET, HEAD or OPTIONS changes nothing.', {
    elsewhere: { 'e2e/alerts': ['opening a mailed link, however often, changes nothing'] },
  }),
  p0(
    9,
    'Mailed links carry the code behind `#`; the page takes it out of the address at once and sends it nowhere but in the request that needs it.',
    {
      elsewhere: {
        'elements/portal-activate': [
          'fills in the code of the link, takes it out of the address, and keeps it across a reload',
        ],
        'elements/page-state': ['is read once, and taken out; only the code is kept for a reload'],
        'backend/mail/render-letter': ['leads to both pages with the code in the fragment'],
      },
    },
  ),
  p1(10, 'A second link in the same browser replaces the first; somebody logged in is asked what to do with a code.', {
    elsewhere: {
      'elements/portal-activate': [
        'takes the code of a second link in place of the first',
        'asks somebody who is logged in what to do with the code',
      ],
    },
  }),
  p1(11, 'Whoever issues codes sees each at most once and can’t list them.', {
    elsewhere: {
      'backend/node/staff-cli': ['what was sent is listed by state, to whom only masked, and never a code'],
    },
  }),
  p0(12, 'Every wrong code and every wrong proof is answered alike: status, headers, body, and the same work.', {
    elsewhere: {
      'backend/http/doors': [
        'an unknown code, a wrong birthdate and a used code with a wrong birthdate answer to the byte alike',
      ],
    },
    outOfScope: 'times are measured by `npm run bench`, not by a test',
  }),
  p0(13, 'Five wrong proofs kill a code, wherever they come from, and its holder is told.', {
    elsewhere: {
      'backend/core/activation': [
        'kills the code after five wrong birthdates, from wherever they come, and tells its holder',
      ],
    },
  }),
  p0(
    14,
    'An attempt is counted before anything is compared, so that parallel guesses gain nothing; an open ticket stays good.',
    {
      elsewhere: {
        'backend/core/activation': ['keeps a ticket that was opened before the code was locked'],
        'src/testing/store/attempts': [
          'of two hundred attempts at once five are let through',
          'of five wrong attempts that end at once exactly one is told that it locked',
        ],
      },
    },
  ),
  p0(
    15,
    'Wrong codes are limited per network (an IPv6 block counts as one), alike for right and wrong ones; many of them from everywhere raise an alarm and shut nobody out.',
    {
      elsewhere: { 'backend/core/activation': ['limits wrong codes from one network, and says when to come back'] },
    },
  ),
  p0(
    16,
    'The caller’s address is the socket’s, or what a trusted proxy says; headers of the caller’s own change nothing.',
    {
      elsewhere: { 'backend/node/server': ['a caller’s own forwarding headers change nothing'] },
    },
  ),
  p1(17, 'Verification hands out a ticket: 256 bits, 15 minutes, for one code, kept as a digest, good once.', {
    elsewhere: {
      'backend/core/activation': [
        'needs a ticket that is real, unspent and in time',
        'happens once: a second ticket of the same code finds it used',
      ],
      'src/testing/store/activation': ['takes a ticket for its own code and its own person only'],
    },
  }),
  p0(18, 'Verification tells nothing about the person before the proof, and after it only what the next screen needs.'),
  p1(19, 'Birthdates are days of the calendar: no time zone moves them, and only days that existed count.', {
    elsewhere: { 'contract/fields': ['may be today’s in UTC+14', 'on the wire are days that existed'] },
  }),
  p1(20, 'Phones are compared in one normal form, whatever spelling was typed; which ones are on file isn’t told.', {
    elsewhere: {
      'backend/core/activation': ['takes any phone on file in any spelling where the portal asks for one'],
      'backend/phones': ['is taken in every usual spelling, without its extension'],
    },
  }),
  p2(21, 'What was typed as proof is echoed nowhere.'),
  p0(22, 'Only the holder of a ticket is told that an address is taken, for few addresses; the code survives it.', {
    elsewhere: {
      'backend/core/activation': [
        'may try five addresses with one ticket',
        'refuses what is no address, a weak password and an address taken, and loses nothing',
      ],
    },
  }),
  p0(23, 'A user name is unique in the database; who loses the race is told that it is taken, and keeps the code.', {
    elsewhere: {
      'backend/node/server': ['fifty codes with one address at once make one account, and the other codes stay good'],
      'src/testing/store/activation-races': [
        'of fifty codes with one user name exactly one gets it, and the others stay good',
      ],
    },
  }),
  p0(
    24,
    'Addresses are compared in one normal form and written to as they are stored, never as they were typed in a request.',
    {
      elsewhere: {
        'contract/fields': ['with look-alike letters are clearly different', 'have a key that stays the same'],
      },
    },
  ),
  p0(25, 'Fields take the type that they ask for and nothing else.', {
    elsewhere: { 'contract/operations': ['takes strings only where strings are asked for'] },
  }),
  p0(26, 'An address is one plain address: no comments, quotes, lists or line breaks.', {
    elsewhere: { 'backend/mail/smtp': ['can not be talked into further recipients, headers or senders'] },
  }),
  p0(
    27,
    'A changed address is told to the old and the new one; where it has to be confirmed, it gets no reset link before.',
    {
      elsewhere: {
        'backend/core/activation': [
          'puts another address on file and tells both',
          'holds another address back until it is confirmed where the portal wants that',
        ],
        'backend/core/account': [
          'takes a new address with the current password, tells both, and logs in with it',
          'says of an address that isn’t confirmed only what is true, and writes to it again when it is asked to',
        ],
      },
    },
  ),
  p1(
    28,
    'A confirmation proves the one address that it was mailed to, for one account, and dies when either changes.',
    {
      elsewhere: {
        'src/testing/store/contact': [
          'opens the token that confirms a new address, in place of an older one',
          'makes void what was mailed to an address that is no longer the account’s',
        ],
      },
    },
  ),
  p1(29, 'Acting for somebody else is recorded as that and never mixes the two people.', {
    elsewhere: {
      'e2e/journey': ['a parent activates for somebody else'],
      'src/testing/store/contact': ['touches no record where the account is for somebody else'],
    },
  }),
  p1(30, 'Keys that an operation doesn’t know are refused, on every operation.', {
    elsewhere: { 'contract/operations': ['refuses keys that no operation knows'] },
  }),
  p0(31, 'The rules for passwords are the documented ones, the same on the page and on the server.'),
  p0(32, 'Where the portal says so, common passwords and the portal’s own name are refused, on the server.', {
    elsewhere: {
      'backend/node/common-passwords': [
        'knows common passwords, whatever their case and whatever digits and marks stand at the end',
        "knows the portal's name in every language, whole and word by word",
      ],
    },
  }),
  p0(33, 'Passwords count in characters, up to 256 of any kind, normalized once, never trimmed or cut.', {
    elsewhere: { 'backend/node/argon2-hasher': ['knows every character of a password, near its start and far behind'] },
  }),
  p0(
    34,
    'Passwords are hashed with argon2id at a documented cost, each with its own salt, and anew when the cost rises.',
    {
      elsewhere: {
        'backend/node/argon2-hasher': [
          'is argon2id at the cost that is asked for today, with a salt of its own',
          'is outdated when any part of it is weaker than today, or when it is none',
        ],
      },
    },
  ),
  p0(35, 'Password managers, autofill and pasting work; a shown password is hidden when it is sent.', {
    elsewhere: {
      'elements/portal-login': ['takes what a password manager wrote without a word'],
      'elements/portal-activate': ['shows and hides the password, and hides it when it is sent'],
      'elements/settings': ['has a user name that managers can read and nobody trips over'],
      'e2e/alerts': ['write without an event, and what they wrote is taken'],
    },
  }),
  p0(36, 'A new password needs the session and the current one, ends all other sessions and is told by mail.', {
    elsewhere: {
      'backend/core/account': [
        'needs the current one, ends the other sessions and goes on in this one',
        'begins no session where the password was reset, or the account closed, while it was compared',
      ],
      'src/testing/store/accounts': [
        'changes a password: all sessions end, mailed reset tokens are void, the given session begins',
      ],
      'src/testing/store/sessions': ['no session that begins while the password is reset outlives it'],
    },
  }),
  p1(
    37,
    'Recovery answers alike for everybody; its link is good once, for an hour, for one account and its present password, and ends all sessions.',
    {
      elsewhere: {
        'backend/core/account': [
          'answers alike for everybody and writes only to accounts',
          'sets a new password once, within the hour, and ends every session',
          'takes only the newest token, and none from before a change of password',
        ],
        'backend/mail/render-letter': ['a reset and a confirmation lead to their pages with the token in the fragment'],
      },
    },
  ),
  p1(38, 'Passwords don’t expire; there are no hints and no security questions.'),
  p0(39, 'A password of absurd length is refused before it is hashed.'),
  p0(40, 'Logging in answers alike for wrong, missing, closed, locked and unconfirmed accounts.', {
    elsewhere: {
      'elements/portal-login': [
        'refuses a wrong password in the words for a wrong name, and empties the password alone',
      ],
    },
  }),
  p0(41, 'A missing account costs as much as an existing one, through the same queue.', {
    elsewhere: {
      'backend/core/account': ['refuses a missing account as it refuses a wrong password, and hashes for both'],
      'backend/node/argon2-hasher': ['costs what an account costs'],
    },
    outOfScope: 'times are measured by `npm run bench`, not by a test',
  }),
  p0(
    42,
    'After five wrong passwords each further one waits twice as long; a hundred in a row end the password until recovery, however long that takes.',
    {
      elsewhere: {
        'backend/core/account': [
          'waits alike for accounts that don’t exist',
          'stops counting a password after a hundred wrong ones in a row, until recovery',
        ],
      },
    },
  ),
  p0(43, 'Nobody can lock somebody else out: the wait holds for the network that guessed, and recovery stays open.'),
  p0(44, 'Parallel wrong guesses don’t outrun the limit, and parallel right log-ins are all let in.', {
    elsewhere: {
      'backend/core/account': ['compares few of a hundred parallel guesses, and lets ten right ones in at once'],
    },
  }),
  p0(45, 'Whatever compares a secret shares one limit.', {
    elsewhere: {
      'backend/core/account': [
        'shares the limit of logging in',
        'shares the five attempts of verification, so that a locked code can’t be linked',
      ],
    },
  }),
  p1(46, 'One network that tries many accounts is slowed down.'),
  p1(47, 'Hashing is bounded: few at once, a short queue, then “come back”; other requests go on.', {
    elsewhere: {
      'backend/node/argon2-hasher': ['wait in a short queue; what comes on top is told to come back in a second'],
      'backend/node/gate': [
        'never lets more through at once, whatever fails and whenever they come, and keeps their order',
      ],
    },
    outOfScope: 'behavior under load is measured by `npm run bench`',
  }),
  p1(
    48,
    'A log-in after many failures and a changed password are told by mail; open sessions are listed with their devices.',
    {
      elsewhere: {
        'backend/core/account': [
          'makes a network wait after five wrong passwords, twice as long each time, and nobody else',
        ],
        'elements/settings': ['lists this device first, and ends all others'],
      },
    },
  ),
  p2(49, 'A second factor can be added without breaking the interface. As shipped there is one factor.'),
  p0(50, 'Session ids are random, kept as digests, and travel in a cookie for this host that no script reads.', {
    elsewhere: { 'backend/node/server': ['the session cookie is for this host alone and out of scripts’ reach'] },
  }),
  p0(
    51,
    'Every gain of rights brings a new session id; the old one is dead, and one that a stranger planted is never adopted.',
    {
      elsewhere: {
        'backend/core/account': [
          'starts a new session each time, and the one before is dead',
          'gives the session a new token',
        ],
        'backend/core/activation': ['ends the session that somebody else left in the browser'],
      },
    },
  ),
  p0(52, 'Logging out ends the session on the server; personal answers are never cached; the page forgets.', {
    elsewhere: {
      'backend/core/account': ['is ended by logging out, here or everywhere else'],
      'elements/settings': ['leaves nothing of the account on a page that stays after the log-out'],
    },
  }),
  p0(53, 'The server ends idle and long sessions; the page warns before, and one act extends.', {
    elsewhere: {
      'backend/core/account': ['ends when nothing was asked for half an hour, and after twelve hours in any case'],
      'src/testing/store/sessions': ['ends a session at its absolute end, however busy it is'],
      'elements/session': ['warns a minute before, says so now and then, and stays on one press'],
    },
  }),
  p1(54, 'People see and end their sessions; closing an account ends all of them.', {
    elsewhere: {
      'backend/core/account': ['ends when the account is closed'],
      'src/testing/store/sessions': [
        'ends all sessions but one, and tells how many',
        'gives no session of a closed account, not even one begun in that moment',
      ],
    },
  }),
  p1(55, 'Rights are read anew at every request.'),
  p0(56, 'Everything is looked up under the session’s account; no id of a person or account is taken from a caller.'),
  p0(57, 'Linking needs a session and shares the limits of verification; another account’s code looks like none.', {
    elsewhere: {
      'backend/core/account': [
        'says so when this account added it already, and nothing when another did',
        'shares the five attempts of verification, so that a locked code can’t be linked',
      ],
      'backend/http/doors': ['without a session, what needs one says so'],
      'elements/link-code': ['adds a code by keyboard alone, says so below the form, and lists the people'],
    },
  }),
  p0(58, 'Of those who link and those who activate one code at once exactly one wins.', {
    elsewhere: {
      'src/testing/store/activation-races': [
        'of twenty-five who link a code and twenty-five who activate it exactly one succeeds',
      ],
    },
  }),
  p1(
    59,
    'Tokens are looked up, not read: one changed character makes them nothing, and no signed text is taken for one.',
  ),
  p0(
    60,
    'The server keeps an account with an open required consent out of everything but session, consents and config.',
    {
      elsewhere: {
        'backend/http/doors': ['every operation but session, config and consents waits for a required consent'],
      },
    },
  ),
  p0(
    61,
    'Consents are added to, never changed, with the exact text; a withdrawal is a new entry; nothing is ticked beforehand.',
    {
      elsewhere: {
        'backend/stores/support/sql-cases': ['refuses to change or delete a consent or an event'],
        'backend/core/consents': [
          'can be withdrawn where they are optional; the record stays',
          'are asked again in a new version, and when their time has passed',
          'are asked for again, and given again, when the portal goes back to an older text the same day',
        ],
        'elements/consent': ['chooses nothing beforehand, and asks for nothing that was not asked'],
      },
    },
  ),
  p0(
    62,
    'Only the present text and its own questions can be answered; a stale form gets the new text and keeps its answers.',
    {
      elsewhere: {
        'backend/core/consents': [
          'are given to the text as it stands, never to an older one',
          'name every answer that is missing, unknown or wrong',
        ],
        'elements/consent': ['shows the new text when it has changed meanwhile, and keeps the answers'],
      },
    },
  ),
  p1(63, 'An answer sent twice is recorded once.', {
    elsewhere: {
      'backend/core/consents': ['are recorded once, with the exact text, however often they are sent'],
      'src/testing/store/consents': ['of twenty answers sent at once one is recorded'],
    },
  }),
  p1(64, 'Optional consents can be declined; declining a required one loses nothing and says whom to call.', {
    elsewhere: {
      'backend/core/consents': ['refuse to be declined where they are required, and record nothing'],
      'elements/consent': ['says what a refused answer means and whom to call, and loses nothing'],
    },
  }),
  p1(65, 'What a portal switches off is refused by the server.'),
  p1(66, 'After activation only a page of the same site is led to.', {
    elsewhere: {
      'contract/operations': ['leads to pages of the same site alone'],
      'adapter/read-config': ['follows no link that may not be followed'],
    },
  }),
  p2(67, 'One server serves one portal; several are several servers with a database each.'),
  p0(
    68,
    'The tags work under a strict content policy: no inline script or style, no foreign host, no HTML from strings.',
    {
      elsewhere: {
        'backend/node/server': ['carry a strict policy, also where there is none'],
        'e2e/journey': ['the whole help page, from the mail to the landing page and back'],
      },
    },
  ),
  p0(69, 'Texts of consents and help are data, never HTML; links in them lead where links may lead.', {
    elsewhere: {
      'contract/operations': ['links to https, mail, phones and the same site', 'is data: HTML in it is only text'],
      'backend/node/markdown': ['turns unsafe links into their words', 'never lets HTML through, whole or in pieces'],
    },
  }),
  p0(70, 'Whatever a backend answers is shown as text.'),
  p0(71, 'Changes need JSON and an origin that is the portal’s own or was allowed, also before anybody is logged in.'),
  p0(72, 'Other origins are allowed one by one, exactly, and never by a wildcard.'),
  p0(73, 'Nothing that is served can be put in a frame.'),
  p0(74, 'Every answer, errors too, carries the headers that keep referrers, guesses about types and caches out.'),
  p0(75, 'The tags ask no foreign host for anything.', {
    elsewhere: { 'e2e/journey': ['the whole help page, from the mail to the landing page and back'] },
  }),
  p0(76, 'Events on the page carry no secret and nothing personal.'),
  p0(77, '`next` leads to pages of the same site or nowhere.', {
    elsewhere: { 'adapter/resolve-next': ['nothing leads nowhere'] },
  }),
  p0(78, 'Secrets leave the page when they are used, when it is left, and when the tag is taken away.', {
    elsewhere: {
      'elements/portal-activate': [
        'leaves no secret behind when it leaves the page',
        'keeps what was typed on the way back, but not the password',
      ],
      'elements/link-code': ['holds no code when it leaves the page'],
      'elements/portal-login': [
        'refuses a wrong password in the words for a wrong name, and empties the password alone',
      ],
    },
  }),
  p1(79, 'Nothing listens to messages from other windows.'),
  p1(80, 'Elements of the page can’t pose as settings of the tags.'),
  p1(81, 'No HTML is made from strings and no text is run as a program.'),
  p1(82, 'The package runs nothing when it is installed, and every dependency is pinned by its digest.'),
  p0(83, 'Requests have limits: body, depth, number of keys, headers, address; compressed ones are refused.', {
    elsewhere: { 'backend/http/doors': ['a body that is too large, in one piece or in many, is refused'] },
  }),
  p0(84, 'A connection that drips or stalls is cut within seconds; connections and requests on each are bounded.'),
  p0(85, 'Only one media type is read, by one reader, and never without validation.'),
  p0(86, 'Keys that mean something to the language are refused.'),
  p0(87, 'Errors are problems with a stable code and nothing else; no failure ends the process.', {
    elsewhere: { 'backend/http/doors': ['errors are problems that the contract describes, and tell nothing else'] },
  }),
  p0(88, 'Links in mail come from the configured address, whatever host a request names.', {
    elsewhere: { 'backend/node/server': ['another Host changes nothing in mails'] },
  }),
  p1(89, 'Methods that aren’t defined are refused; OPTIONS and HEAD do nothing.'),
  p1(90, 'Every answer is what the contract says it is.', {
    outOfScope: 'an OpenAPI document is not part of this row’s test: the table of operations is',
  }),
  p1(91, 'Files are served from a fixed list: no hidden ones, no folders, no way out, no source maps.', {
    elsewhere: { 'backend/node/server': ['that don’t exist, and files that are none, answer alike'] },
  }),
  p1(92, 'On a public host the server refuses to start without a long secret of its own and without https.', {
    elsewhere: {
      'backend/node/cli': [
        'a public address without encryption',
        'a public address without a secret',
        'a short secret',
      ],
      'backend/node/secret-key': [
        'is refused when it is short, and the message does not repeat it',
        'has to be set on a public host: nothing is made there',
      ],
    },
  }),
  p1(93, 'Health is told in one word.', { elsewhere: { 'backend/node/server': ['health is told in one word'] } }),
  p1(94, 'Runs on supported versions of Node.', {
    outOfScope: 'a matter of where it is run; `package.json` names the oldest version',
  }),
  p0(95, 'Mail holds nothing that is on file about anybody.', {
    elsewhere: {
      'backend/mail/render-letter': [
        'hold nothing that is on file about anybody, nor the address they go to',
        'has a neutral subject of one line',
      ],
    },
  }),
  p0(96, 'Whatever is put into mail is text there, and can’t become a link or a header.', {
    elsewhere: {
      'backend/mail/render-letter': [
        'stays text in every letter',
        'is cut to a length that a subject can hold',
        'all have a subject of one line, a text and an HTML part that says its language and direction',
      ],
    },
  }),
  p0(
    97,
    'Mail is written down with the change that it tells of, sent at least once under one id, tried again, and parked in the end.',
    {
      elsewhere: {
        'backend/mail/outbox': [
          'sends what is due under the id of its row, once',
          'sends a letter again under the same id when the store could not note it down',
          'waits a minute, then twice as long every time, up to six hours, and parks after twelve refusals',
          'parks at once what it cannot open, read or put in words, and sends the rest',
          'two workers send no letter twice',
        ],
        'src/testing/store/letters': ['hands a letter out again when the lease ends and nobody said what became of it'],
      },
    },
  ),
  p1(98, 'One address gets few mails an hour; using a link twice sends nothing twice.', {
    elsewhere: {
      'backend/core/account': [
        'writes at most five letters an hour to one address',
        'has at most five letters an hour written to one address, confirmed or not',
      ],
    },
  }),
  p1(99, 'Mail servers are spoken to over TLS with a certificate that is checked; credentials are never logged.', {
    elsewhere: {
      'backend/mail/smtp': [
        'refuses a certificate that nobody vouches for, with TLS from the start and with STARTTLS',
        'demands TLS, except of this machine',
        'has no switch that turns verification off',
        'is never repeated in a message: it holds a password',
      ],
    },
  }),
  p2(100, 'Mail that comes back is noted without telling anybody on the web.'),
  p0(101, 'Of fifty who activate one code at once one gets an account; there is no row too many.', {
    elsewhere: {
      'backend/stores/support/sql-cases': [
        'of two processes with one code exactly one gets the account, code after code',
      ],
    },
  }),
  p0(102, 'An activation happens whole or not at all, wherever it fails.'),
  p0(103, 'Who lost the answer to an activation can send it again; nobody else can.', {
    elsewhere: {
      'backend/core/activation': [
        'answers a repeated request as the first time, but only with the same address and password',
      ],
    },
  }),
  p0(104, 'SQLite is a version without known damage, and writes so that what was acknowledged stays.', {
    elsewhere: {
      'backend/stores/sqlite-store': [
        'writes so that what was acknowledged stays',
        'tells a writer that waited in vain that the store is unavailable',
      ],
    },
  }),
  p0(105, 'PostgreSQL is used so that races are decided by it and acknowledged changes are on its disk.', {
    elsewhere: {
      'backend/stores/postgres-store': [
        'does again what a deadlock undid',
        'waits for nobody without end',
        'acknowledges nothing that isn’t on the disk, also where the server would',
        'leaves nothing of a transaction whose connection breaks, and goes on with a new one',
      ],
    },
    outOfScope: POSTGRES,
  }),
  p0(106, 'A process that is killed leaves everything that was acknowledged, nothing twice and nothing by halves.', {
    elsewhere: {
      'backend/stores/support/sql-cases': [
        'what was acknowledged outlives a process that is killed, and nothing is there by halves',
      ],
    },
    outOfScope: 'power cuts: that is what the settings under R-104 are for',
  }),
  p1(107, 'Migrations happen whole or not at all, one at a time, and a newer database is refused.', {
    elsewhere: {
      'backend/stores/support/sql-cases': [
        'several processes may start at once on an empty database',
        'a migration that breaks leaves nothing of itself, and goes on when it is whole',
        'refuses a database that a newer version has been at',
      ],
    },
  }),
  p1(108, 'A server that is told to stop finishes what is under way, and begins nothing more.'),
  p1(109, 'A backup taken while the server runs can be restored; used codes stay used in it.'),
  p1(110, 'A clock that is put back extends and unlocks nothing; one that jumps ahead only ends things.', {
    elsewhere: { 'src/testing/store/sessions': ['is not confused by a clock that is put back'] },
  }),
  p1(111, 'What counts against a code or an account survives a restart.'),
  p2(112, 'Several servers share counters and mail.', {
    elsewhere: { 'backend/mail/outbox': ['two workers send no letter twice'] },
    outOfScope: POSTGRES,
  }),
  p0(113, 'Logs name what happened and opaque ids: never a code, password, birthdate, phone, token, address or body.', {
    elsewhere: {
      'backend/node/log': [
        'is a line of JSON per event, with its time in UTC; errors go to their own stream',
        'never holds what is secret or personal, wherever it rides along',
      ],
      'backend/mail/outbox': ['keeps addresses and server messages out of the log and the store'],
    },
  }),
  p0(114, 'Nothing that somebody types can forge a line of the log.', {
    elsewhere: {
      'backend/node/log': [
        'can not be broken out of: no value makes a second line, moves a cursor or turns the text around',
      ],
    },
  }),
  p0(115, 'What happens to codes, accounts, consents, passwords and sessions is in a trail that is only added to.', {
    elsewhere: { 'backend/stores/support/sql-cases': ['refuses to change or delete a consent or an event'] },
  }),
  p1(116, 'What has had its time is deleted; consents and the trail stay.', {
    elsewhere: {
      'backend/node/housekeeping': [
        'what has had its time is deleted at the start and every hour, but nothing that counts against a code',
      ],
      'src/testing/store/trail': [
        'forgets tickets, sessions and mailed tokens that have had their time, and no others',
        'never forgets a consent or an event',
      ],
    },
  }),
  p1(117, 'Files are readable by their owner alone; one person’s data is exported and erased by a command.', {
    elsewhere: {
      'backend/stores/sqlite-store': ['makes the file and its folder for their owner alone'],
      'backend/node/secret-key': ['is else made once, at random, for its owner to read'],
    },
  }),
  p0(
    118,
    'An adapter that throws, hangs or answers with something else never lets anybody pass; one general error is shown.',
    {
      elsewhere: {
        'adapter/untrusted-answers': [
          'an operation that isn’t there is a general error',
          'a backend that never answers is given up',
        ],
        'elements/portal-element': ['tries again with what was typed'],
      },
    },
  ),
  p0(119, 'What an adapter answers is checked by the contract, and trusted no further.', {
    elsewhere: {
      'adapter/untrusted-answers': [
        'an answer is checked by the contract, whole, and what nobody asked for is left out',
        'a refusal that carries a document that is none is a general error',
      ],
    },
  }),
  p1(120, 'A suite that anybody can run says whether a backend keeps the rules; the one here passes it.', {
    elsewhere: {
      'testing/coverage': [
        'there is a case for all that the table says can come of a call',
        'every case is tried on one of the backends here, and holds',
      ],
    },
  }),
  p1(
    121,
    'Who sends twice sends once; an element that is left gives up what it asked, and a late answer moves nothing.',
    {
      elsewhere: {
        'field/submitting': ['B4: two submits at once, and a key that is held down, send once'],
        'field/late-answers': [
          'E12: a late answer about an earlier code doesn’t take the place of a newer one',
          'E12: an element that leaves the page gives up what it asked, and says nothing more',
        ],
      },
    },
  ),
];

const a = (number: number, says: string, more: Pick<Advisory, 'elsewhere' | 'because'> = {}): Advisory => ({
  id: `A-${number}`,
  says,
  ...more,
});

export const ADVISORIES: readonly Advisory[] = [
  a(1, 'A step of the recovery could be skipped, so that any password could be set without the mailed proof.'),
  a(2, 'An invitation was a signed text whose signature nobody checked: its content could be edited.'),
  a(3, 'A proof counted for whoever finished, not for whom it was given.'),
  a(4, 'The secret of a request to link accounts could be calculated.'),
  a(5, 'A session planted before the log-in was the victim’s afterwards.'),
  a(6, 'Whoever managed the system could read invitation links after they were sent.', {
    elsewhere: {
      'backend/http/admin': [
        'R-11: staff are told a code once, when it is issued, and never again by list, resend, error or log',
      ],
    },
  }),
  a(7, 'Taking over somebody’s user name, in another spelling, locked its owner out.'),
  a(8, 'A user name that was somebody else’s address confused the recovery.'),
  a(9, 'A lock was looked at on one way in and forgotten on another.'),
  a(10, 'Parallel guesses beat the counter, and the remedy refused parallel log-ins that were right.', {
    elsewhere: {
      'backend/core/account': ['compares few of a hundred parallel guesses, and lets ten right ones in at once'],
    },
  }),
  a(11, 'A confirmation link worked again and again.'),
  a(12, 'An expired or used invitation still led to an account.', {
    elsewhere: {
      'backend/core/activation': ['finds a code that expired, was revoked or replaced after it was verified unusable'],
    },
  }),
  a(13, 'A second invitation in the same browser went on with the first one’s data.', {
    elsewhere: { 'elements/portal-activate': ['takes the code of a second link in place of the first'] },
  }),
  a(14, 'An invitation opened by somebody logged in overwrote their own account.', {
    elsewhere: { 'elements/portal-activate': ['asks somebody who is logged in what to do with the code'] },
  }),
  a(15, 'The first step of the log-in told who had an account.'),
  a(16, 'A limit for each attempt, and any number of attempts: short codes could be guessed.'),
  a(17, 'Two workers sent every mail twice; a few letters that couldn’t be sent held up all others.', {
    elsewhere: {
      'backend/mail/outbox': [
        'two workers send no letter twice',
        'parks at once what it cannot open, read or put in words, and sends the rest',
        'is not held up by a letter that hangs, and sends at most five at once',
      ],
    },
  }),
  a(18, 'Mail scanners used up links by opening them.', {
    elsewhere: { 'e2e/alerts': ['opening a mailed link, however often, changes nothing'] },
  }),
  a(19, 'A recovery token never expired.'),
  a(20, 'A token could be used again, and each use sent another mail.'),
  a(21, 'An account made beforehand under the victim’s address was merged with the victim’s own.'),
  a(22, 'An invitation was used up by looking at it, and could still be claimed twice.'),
  a(23, 'Two changes of address at once confirmed a stranger’s address.'),
  a(24, 'Nothing in the database kept two accounts from having one address.', {
    elsewhere: {
      'src/testing/store/activation-races': [
        'of fifty codes with one user name exactly one gets it, and the others stay good',
      ],
    },
  }),
  a(25, 'A code could be redeemed more often than allowed, by many at once.', {
    elsewhere: {
      'src/testing/store/activation-races': ['of fifty callers with one code exactly one gets the account'],
    },
  }),
  a(26, 'Who lost a race was told more than the careful answer said.'),
  a(27, 'Two spellings that fold to one letter sent a recovery link to the attacker.'),
  a(28, 'A list of addresses in a recovery request sent the link to all of them.'),
  a(29, 'An object in place of a text went into a query.'),
  a(30, 'A crafted address was delivered to another domain, or carried a header along.', {
    elsewhere: { 'backend/mail/smtp': ['can not be talked into further recipients, headers or senders'] },
  }),
  a(31, 'Cleaned HTML turned out not to be clean.', {
    because: 'There is no HTML to clean: texts are data (R-69) and markup comes from templates alone (R-81).',
  }),
  a(32, 'Another spelling of the media type skipped validation; a forwarded host was believed.', {
    elsewhere: { 'backend/node/server': ['another Host changes nothing in mails'] },
  }),
  a(33, 'The session id stayed the same over a log-in.', {
    elsewhere: { 'backend/core/account': ['starts a new session each time, and the one before is dead'] },
  }),
  a(34, 'The time that a log-in took told who had an account.', {
    elsewhere: { 'backend/node/argon2-hasher': ['costs what an account costs'] },
  }),
  a(35, 'A secret that should only be mailed stood in the answer.'),
  a(36, 'Tokens were stored in plain, lived for ever and could be guessed without a limit.', {
    elsewhere: {
      'backend/node/server': ['no code, password, ticket or session stands in the database or its journal'],
      'backend/core/activation': ['limits wrong codes from one network, and says when to come back'],
    },
  }),
  a(37, 'The `Host` of a request stood in the mailed link.', {
    elsewhere: { 'backend/node/server': ['another Host changes nothing in mails'] },
  }),
  a(38, 'The page to go to next could be another site.'),
  a(39, 'HTML could be put into an invitation mail.', {
    elsewhere: { 'backend/mail/render-letter': ['stays text in every letter'] },
  }),
  a(40, 'Old sessions went on after a change of password.', {
    elsewhere: { 'backend/core/account': ['needs the current one, ends the other sessions and goes on in this one'] },
  }),
  a(41, 'Somebody else than the invited person took the invitation; a code sent again was the same code.'),
  a(42, 'A token stood in referrers and access logs.', {
    elsewhere: { 'elements/page-state': ['is read once, and taken out; only the code is kept for a reload'] },
  }),
  a(43, 'A token was left behind where a later step failed.'),
  a(44, 'A recovery link from before an account was closed opened it again.'),
  a(45, 'A registration marked an address as confirmed that nobody had confirmed.'),
  a(46, 'An older SQLite could damage a database that two connections used.'),
  a(47, 'Anybody could ask whether an address was taken.'),
];
