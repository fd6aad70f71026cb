import { roots } from './composed.js';

// It moves nothing: it keeps what is there only for a moment from flashing.
const KEEPS_STILL = 'portal-appear';

/** What is animated now. */
export const animations = (): string[] =>
  roots()
    .flatMap((root) => root.getAnimations())
    .map((animation) =>
      animation instanceof CSSAnimation
        ? animation.animationName
        : animation instanceof CSSTransition
          ? animation.transitionProperty
          : 'a script',
    )
    .filter((name) => name !== KEEPS_STILL);
