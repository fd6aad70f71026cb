import { speak } from '../english.js';

export const logIn = {
  heading: 'Log in',
  intro: (portal: string) => `To the portal of ${portal}.`,
  introWithCode: (portal: string) => `To the portal of ${portal}. Then you can add your activation code.`,
  passwordHeading: 'Enter your password',
  forgot: 'Forgot your password?',
  newHere: 'I’m new here',
  choosePassword: 'Choose a new password',
  createWithCode: 'Create an account with this code',
  alternatives: 'or',
  done: { heading: 'You are logged in', intro: 'You can go on now.' },
  confirm: {
    heading: 'Confirm your email',
    intro: 'One press, and we use this address from now on.',
    button: 'Confirm email',
    done: 'Your email is confirmed. Log in with it.',
  },
};

speak({ logIn });
