/// <reference types="vite/client" />
import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { withActions } from 'storybook/actions/decorator';
import page from './docs-page.mdx';
import './themes.css';

// A glob, because the manifest is made by the build and may not be there yet.
const manifests = import.meta.glob<object>('../custom-elements.json', { eager: true, import: 'default' });
for (const manifest of Object.values(manifests)) setCustomElementsManifest(manifest);

const languages = Object.keys(import.meta.glob('../src/locale/*.ts'))
  .map((path) => path.replace(/^.*\/(.*)\.ts$/, '$1'))
  .filter((name) => /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(name));

/** The page around the stories speaks, looks and reads as the toolbar says; the tags follow it, as on a client's page. */
const pageAround: Decorator = (story, { globals }) => {
  const { language, direction, colorScheme, theme } = globals as Record<
    'language' | 'direction' | 'colorScheme' | 'theme',
    string
  >;
  const page = document.documentElement;
  page.lang = language;
  page.dir = direction === 'auto' ? readingDirection(language) : direction;
  page.style.colorScheme = colorScheme;
  page.classList.remove('theme-clinic', 'theme-works', 'theme-contrast');
  page.classList.add(`theme-${theme}`);
  return story();
};

// Where an element would go on to another page, it stays, and says what it says to a portal without that page.
const LEADING_AWAY = [
  'portal-activated',
  'portal-logged-in',
  'portal-consents-completed',
  'portal-password-reset',
  'portal-logged-out',
];
for (const type of LEADING_AWAY) document.addEventListener(type, (event) => event.preventDefault());

// A story's links lead to pages that only a portal has. On the window, so that the elements hear the click first.
window.addEventListener('click', (event) => {
  const path = event.composedPath();
  const link = path.find((each) => each instanceof HTMLAnchorElement);
  const inStory = path.some((each) => each instanceof Element && each.id === 'storybook-root');
  if (link && inStory && link.protocol.startsWith('http') && link.pathname !== location.pathname)
    event.preventDefault();
});

const readingDirection = (language: string) => (/^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr');

const preview: Preview = {
  tags: ['autodocs'],
  loaders: [mswLoader()],
  decorators: [pageAround, withActions],
  // What the manifest's types don't tell a control.
  argTypes: {
    'base-url': { control: 'text' },
    lang: {
      control: 'text',
      description: 'The language of this tag; else that of the page.',
      table: { category: 'attributes' },
    },
    adapter: { control: false },
    messages: { control: false },
  },
  parameters: {
    a11y: { test: 'error' },
    actions: {
      handles: [...LEADING_AWAY, 'portal-step', 'portal-error', 'portal-code-linked', 'portal-settings-saved'],
    },
    backgrounds: { disable: true },
    controls: { expanded: true },
    viewport: {
      options: {
        phone: { name: 'Phone, 375 px', styles: { width: '375px', height: '740px' }, type: 'mobile' },
        tablet: { name: 'Tablet, 768 px', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        desk: { name: 'Desk, 1280 px', styles: { width: '1280px', height: '900px' }, type: 'desktop' },
      },
    },
    options: {
      storySort: { order: ['Guide', ['Embedding', 'Theming', 'Words and languages', 'Adapters', 'Mock'], 'Journeys'] },
    },
    // The story in a page of its own, with an address, a session and a language of its own.
    docs: { page, story: { inline: false, height: '44rem' } },
  },
  initialGlobals: { language: 'en', direction: 'auto', colorScheme: 'light', theme: 'clinic', answers: '0' },
  globalTypes: {
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        title: 'Language',
        items: languages.length > 0 ? languages : ['en'],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Reading direction of the page',
      toolbar: {
        icon: 'transfer',
        title: 'Direction',
        items: [
          { value: 'auto', title: 'As the language reads' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    colorScheme: {
      description: 'Color scheme of the page',
      toolbar: {
        icon: 'contrast',
        title: 'Color scheme',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'light dark', title: 'As the system says' },
        ],
      },
    },
    theme: {
      description: "A client's tokens",
      toolbar: {
        icon: 'paintbrush',
        title: 'Theme',
        items: [
          { value: 'clinic', title: 'Clinic' },
          { value: 'works', title: 'Works' },
          { value: 'contrast', title: 'Contrast' },
        ],
        dynamicTitle: true,
      },
    },
    answers: {
      description: 'How long the backend takes to answer',
      toolbar: {
        icon: 'timer',
        title: 'Answers',
        items: [
          { value: '0', title: 'At once' },
          { value: '1000', title: 'After a second' },
        ],
      },
    },
  },
};

export default preview;
