import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: { name: '@storybook/web-components-vite', options: {} },
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  // mockServiceWorker.js, as `npx msw init mock-server/public` writes it.
  staticDirs: ['../mock-server/public'],
  features: { sidebarOnboardingChecklist: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The minifier would write light-dark() in an older way, which doesn't hear what the toolbar says of the color scheme.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, cssMinify: false } }),
};

export default config;
