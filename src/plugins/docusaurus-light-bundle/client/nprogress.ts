/**
 * Stands in for nprogress, of which the theme uses three functions to show that the next page is on its way. It was last released in
 * 2015, and has four times the bytes. The browser moves the bar; the theme's stylesheet makes it look the same.
 */

/** As far as the bar gets on its own, fast at first: how much is still to come, nobody knows. */
const CREEP: Keyframe[] = [{transform: 'translateX(-92%)'}, {transform: 'translateX(-6%)'}];
const CREEP_TIME = 10_000; // ms
const END: Keyframe[] = [{}, {transform: 'none'}, {transform: 'none', opacity: 0}];
const END_TIME = 400; // ms

let root: HTMLElement | undefined;

const nprogress = {
  configure(): void {},

  /** Shows the bar, if it is not there. */
  start(): void {
    if (root) {
      return;
    }
    root = document.createElement('div');
    root.id = 'nprogress';
    const bar = root.appendChild(document.createElement('div'));
    bar.className = 'bar';
    document.body.append(root);
    bar.animate(CREEP, {duration: CREEP_TIME, easing: 'cubic-bezier(0,.8,.3,1)', fill: 'forwards'});
  },

  /** Takes the bar to its end, if it is there, and then away. */
  done(): void {
    const ended = root;
    root = undefined;
    const animation = ended?.firstElementChild!.animate(END, END_TIME);
    animation?.addEventListener('finish', () => ended!.remove());
  },
};

export default nprogress;
