import type { Elsewhere } from '../security/rows.js';

/** What is asked of the tags, beyond what a criterion says in general. */
export interface Requirement {
  id: string;
  /** P0: without it nothing goes out; P1: soon after. */
  priority: 'P0' | 'P1';
  says: string;
  elsewhere?: Elsewhere;
}

const row =
  (priority: 'P0' | 'P1') =>
  (number: number, says: string, elsewhere?: Elsewhere): Requirement => ({
    id: `X-${number}`,
    priority,
    says,
    ...(elsewhere && { elsewhere }),
  });
const [p0, p1] = [row('P0'), row('P1')];

export const REQUIREMENTS: readonly Requirement[] = [
  p0(
    1,
    'Fields are real ones in the page’s own DOM, in a form with a button that sends it; password managers find, fill and save them.',
  ),
  p0(
    2,
    'What the browser computes for each field in each state: its label as name; hint, rules and error as description.',
  ),
  p0(3, 'Each field about a person has the token by which browsers know what belongs there.'),
  p0(
    4,
    'Nothing has to be remembered or copied by hand: the code comes with the link, everything can be pasted, no puzzle.',
  ),
  p0(5, 'Nothing is asked twice in one process; the way back finds what was typed, but for passwords.'),
  p0(
    6,
    'A summary has the focus, names each error and how to put it right, leads to the field, and the same words stand there.',
  ),
  p0(7, 'Labels, rules and hints can be seen before anything is typed; a placeholder never stands for one.'),
  p0(
    8,
    'A consent is checked before it is sent, keeps its answers when refused, and an optional one can be taken back.',
  ),
  p0(
    9,
    'Success, work under way and errors are told in regions that are there before their words, and never by color alone.',
  ),
  p0(
    10,
    'Radios, boxes, menus and buttons are the browser’s own, in groups with names; a button says its state in its name.',
  ),
  p0(
    11,
    'One heading for each step, at the level that the page asks for; the order of the page is the order that is seen.',
  ),
  p0(12, 'Everything works by keyboard alone; dialogs keep the focus, Esc and X close them, and it returns.'),
  p0(13, 'A ring of at least two pixels at 3 to 1 shows where the focus is, and nothing covers that place.'),
  p0(14, 'What can be pressed is at least 24 by 24 pixels; controls are 44 high.'),
  p0(
    15,
    'Text has 4.5 to 1 and lines have 3 to 1, light and dark, in each sample theme, and while a request is under way.',
  ),
  p0(16, 'At 320 by 256 pixels nothing scrolls in two directions and nothing is cut off.'),
  p0(17, 'Twice the size of text, and a reader’s own spacing, lose nothing.'),
  p0(18, 'A minute’s warning before a session ends, one key to stay, as often as needed; what was typed outlasts it.', {
    'elements/consent': ['keeps what was filled in when the session ends, and brings it back after the next log-in'],
  }),
  p1(19, 'Nothing is told by color alone; in forced colors lines, icons, choices and the ring stay.'),
  p1(20, 'Nothing moves for whoever wants no motion, and nothing flashes.'),
  p1(21, 'Whom to turn to stands in the same place at each step.'),
  p1(22, 'Nothing is sent or moves on because something got the focus, was typed or was chosen.'),
  p1(23, 'What can be read on a control is part of its name.'),
  p1(24, 'Words and texts are marked with their language and direction; right to left works.'),
  p1(25, 'Each step moves the focus to its heading, once; the page’s title stays the page’s.'),
  p1(26, 'No way to hold the device is asked for, and nothing has to be dragged.'),
];

/** A criterion of WCAG 2.2, level A or AA. */
export interface Criterion {
  number: string;
  name: string;
  level: 'A' | 'AA';
  /** What is asked for its sake. */
  rows: string[];
  /** Why nothing is: it doesn’t apply, or is the page’s own. */
  because?: string;
}

const criterion =
  (level: 'A' | 'AA') =>
  (number: string, name: string, rows: string, because?: string): Criterion => ({
    number,
    name,
    level,
    rows: rows.split(' ').filter(Boolean),
    ...(because && { because }),
  });
const [a, aa] = [criterion('A'), criterion('AA')];

const MEDIA = 'there is no audio and no video';
const PAGE = 'the page’s own';

export const CRITERIA: readonly Criterion[] = [
  a('1.1.1', 'Non-text Content', 'X-2 X-23'),
  a('1.2.1', 'Audio-only and Video-only', '', MEDIA),
  a('1.2.2', 'Captions', '', MEDIA),
  a('1.2.3', 'Audio Description or Media Alternative', '', MEDIA),
  aa('1.2.4', 'Captions (Live)', '', MEDIA),
  aa('1.2.5', 'Audio Description', '', MEDIA),
  a('1.3.1', 'Info and Relationships', 'X-2 X-10 X-11'),
  a('1.3.2', 'Meaningful Sequence', 'X-11'),
  a('1.3.3', 'Sensory Characteristics', '', 'no words name a shape, a color or a place; found by reading them'),
  aa('1.3.4', 'Orientation', 'X-26'),
  aa('1.3.5', 'Identify Input Purpose', 'X-3'),
  a('1.4.1', 'Use of Color', 'X-9 X-19'),
  a('1.4.2', 'Audio Control', '', MEDIA),
  aa('1.4.3', 'Contrast (Minimum)', 'X-15'),
  aa('1.4.4', 'Resize Text', 'X-17'),
  aa('1.4.5', 'Images of Text', '', 'there are none'),
  aa('1.4.10', 'Reflow', 'X-16'),
  aa('1.4.11', 'Non-text Contrast', 'X-13 X-15 X-19'),
  aa('1.4.12', 'Text Spacing', 'X-17'),
  aa('1.4.13', 'Content on Hover or Focus', '', 'nothing appears on hover or focus'),
  a('2.1.1', 'Keyboard', 'X-12'),
  a('2.1.2', 'No Keyboard Trap', 'X-12'),
  a('2.1.4', 'Character Key Shortcuts', '', 'there are none'),
  a('2.2.1', 'Timing Adjustable', 'X-18'),
  a('2.2.2', 'Pause, Stop, Hide', 'X-20'),
  a('2.3.1', 'Three Flashes or Below Threshold', 'X-20'),
  a('2.4.1', 'Bypass Blocks', '', `${PAGE}; the demo’s pages have a link to their main part`),
  a('2.4.2', 'Page Titled', 'X-25'),
  a('2.4.3', 'Focus Order', 'X-11 X-12 X-25'),
  a('2.4.4', 'Link Purpose (In Context)', 'X-2 X-23'),
  aa('2.4.5', 'Multiple Ways', '', PAGE),
  aa('2.4.6', 'Headings and Labels', 'X-7 X-11'),
  aa('2.4.7', 'Focus Visible', 'X-13'),
  aa('2.4.11', 'Focus Not Obscured (Minimum)', 'X-13'),
  a('2.5.1', 'Pointer Gestures', 'X-26'),
  a('2.5.2', 'Pointer Cancellation', 'X-10'),
  a('2.5.3', 'Label in Name', 'X-23'),
  a('2.5.4', 'Motion Actuation', '', 'nothing listens to how a device is moved'),
  aa('2.5.7', 'Dragging Movements', 'X-26'),
  aa('2.5.8', 'Target Size (Minimum)', 'X-14'),
  a('3.1.1', 'Language of Page', 'X-24'),
  aa('3.1.2', 'Language of Parts', 'X-24'),
  a('3.2.1', 'On Focus', 'X-22'),
  a('3.2.2', 'On Input', 'X-22'),
  aa('3.2.3', 'Consistent Navigation', '', PAGE),
  aa('3.2.4', 'Consistent Identification', 'X-2'),
  a('3.2.6', 'Consistent Help', 'X-21'),
  a('3.3.1', 'Error Identification', 'X-2 X-6'),
  a('3.3.2', 'Labels or Instructions', 'X-7'),
  aa('3.3.3', 'Error Suggestion', 'X-6'),
  aa('3.3.4', 'Error Prevention (Legal, Financial, Data)', 'X-8'),
  a('3.3.7', 'Redundant Entry', 'X-5'),
  aa('3.3.8', 'Accessible Authentication (Minimum)', 'X-1 X-4'),
  a('4.1.2', 'Name, Role, Value', 'X-2 X-10'),
  aa('4.1.3', 'Status Messages', 'X-9'),
];
