import { speak } from '../english.js';

export const help = {
  button: 'Help',
  heading: 'Find your way around',
};

speak({ help });
