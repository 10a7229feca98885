/* Put into the page: tells how long it takes from an event to the frame that shows what came of it, and to the one after
   which nothing that the page says changes any more. Where nothing comes of it, as of a letter that hides nobody else, the
   first is the next frame. Marks of a movement that runs or has ended, and an overlay that goes once it has faded, say
   nothing. */
const QUIET = 400;
/* When nothing is waited for any longer: far beyond what may be taken. */
const ENOUGH = 10000;

window.__speed = {
  time: Promise.resolve(null),

  /* `place` is where what comes of it is seen. */
  arm(place) {
    const said = () => document.querySelector(place)?.textContent ?? '';
    const before = said();
    this.time = new Promise((done) => {
      let begun = null;
      let next = null;
      let shown = null;
      let last = null;
      let isShown = false;
      let waiting = false;
      let quiet = null;
      const kinds = ['keydown', 'pointerup'];
      const finish = () => {
        clearTimeout(enough);
        observer.disconnect();
        for (const kind of kinds) removeEventListener(kind, heard, true);
        done({ shown: (shown ?? next) - begun, settled: last - begun });
      };
      const enough = setTimeout(finish, ENOUGH);
      const later = () => {
        clearTimeout(quiet);
        quiet = setTimeout(finish, QUIET);
      };
      const paint = () => {
        if (waiting) return;
        waiting = true;
        // A timer that is set in a frame's own callback runs once the frame is painted, before answers that came meanwhile.
        requestAnimationFrame(() =>
          setTimeout(() => {
            waiting = false;
            last = performance.now();
            next ??= last;
            if (isShown) shown ??= last;
          }),
        );
      };
      const heard = (event) => {
        if (begun !== null) return;
        begun = event.timeStamp;
        later();
        paint();
      };
      const observer = new MutationObserver((changes) => {
        if (begun === null || !changes.some(says)) return;
        const now = isShown ? '' : said();
        isShown ||= now !== '' && now !== before;
        later();
        paint();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      for (const kind of kinds) addEventListener(kind, heard, true);
    });
  },

  /* Scrolls the list by three rows a frame: what our script takes from the event to its last change of the page. */
  async scroll(frames) {
    const scroller = document.querySelector('[role=grid]').parentElement;
    const scripts = [];
    const gaps = [];
    let begun = null;
    const hear = () => {
      begun = performance.now();
    };
    const observer = new MutationObserver(() => {
      if (begun !== null) scripts.push(performance.now() - begun);
      begun = null;
    });
    scroller.addEventListener('scroll', hear, true);
    observer.observe(scroller, { subtree: true, childList: true, attributes: true, characterData: true });
    let last = null;
    await new Promise((done) => {
      const step = (now) => {
        if (last !== null) gaps.push(now - last);
        last = now;
        scroller.scrollTop += 132;
        frames -= 1;
        if (frames > 0) requestAnimationFrame(step);
        else done();
      };
      requestAnimationFrame(step);
    });
    observer.disconnect();
    scroller.removeEventListener('scroll', hear, true);
    return { scripts, frames: gaps };
  },
};

/* Whether a change is of words or of what stands on the page. Messages and announcements come and go by themselves. */
function says({ type, target, addedNodes }) {
  if (type === 'attributes' || (target === document.body && addedNodes.length === 0)) return false;
  const element = target instanceof Element ? target : target.parentElement;
  return element?.closest('[aria-live], [aria-label=Messages]') == null;
}
