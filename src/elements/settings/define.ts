/**
 * Registers `portal-settings` and the `portal-link-code` that it contains.
 *
 * @module
 */
import '../link-code/portal-link-code.js';

export { PortalSettings } from './portal-settings.js';
