// A card beside an element of a drawing: what it is and what its page says. It stays while the pointer
// is on the element or on the card, or the element has the focus, and goes with Escape.
const bpmndocCard = (() => {
  const WAIT_MS = 150;
  const GAP = 8;
  const BUTTON = 20;
  const USEFUL = 90;
  const WATERMARK = 40;
  const LINES_MAX = 5;

  return (frame) => {
    const card = node('div', 'element-card');
    card.id = 'element-card';
    card.role = 'tooltip';
    card.hidden = true;
    let timer = 0;
    let link = null;
    card.addEventListener('mouseenter', () => clearTimeout(timer));
    card.addEventListener('mouseleave', leave);
    frame.append(card);
    return { follow, over, leave, hide };

    // Shows the cards of one drawing.
    function follow(drawing) {
      const bus = drawing.viewer.get('eventBus');
      bus.on('element.hover', ({ element }) => over(drawing, element.labelTarget || element));
      bus.on('element.out', leave);
      bus.on('canvas.viewbox.changing', hide);
      drawing.box.addEventListener('focusin', ({ target }) => {
        const id = target.closest('[data-container-id]')?.dataset.containerId;
        const shape = drawing.registry.get(id || target.closest('.djs-element'));
        if (shape && shape.parent && target.matches(':focus-visible')) {
          if (!drawing.view.isIn(shape)) {
            drawing.canvas.scrollToElement(shape);
          }
          over(drawing, shape);
        }
      });
      drawing.box.addEventListener('focusout', leave);
    }

    function over(drawing, shape) {
      const page = drawing.pageOf(shape);
      if (page && drawing.view.isIn(shape)) {
        clearTimeout(timer);
        timer = setTimeout(() => show(drawing, shape, page), card.hidden ? WAIT_MS : 0);
      }
    }

    function leave() {
      clearTimeout(timer);
      timer = setTimeout(hide, WAIT_MS);
    }

    // Whether there was one.
    function hide() {
      clearTimeout(timer);
      const wasThere = !card.hidden;
      card.hidden = true;
      link?.removeAttribute('aria-describedby');
      link = null;
      return wasThere;
    }

    function show(drawing, shape, page) {
      hide();
      card.replaceChildren(...content(page));
      card.hidden = false;
      place(drawing.view.bounds(shape));
      link = drawing.registry.getGraphics(shape).querySelector('a');
      link.setAttribute('aria-describedby', card.id);
    }

    // Beside the shape where there is room for all of it; else above or below, as short as it must be;
    // for a shape that fills the frame in a corner. Never over the watermark of bpmn-js.
    function place({ left, top, right, bottom }) {
      const { offsetWidth: width } = card;
      const floor = frame.clientHeight - WATERMARK;
      const x = Math.max(GAP, Math.min(left, frame.clientWidth - width - GAP));
      const above = top - 2 * GAP;
      const below = floor - bottom - BUTTON - GAP;
      if (right + width + 2 * GAP <= frame.clientWidth) {
        move(right + GAP, level(top, floor));
      } else if (left - width - 2 * GAP >= 0) {
        move(left - width - GAP, level(top, floor));
      } else if (Math.max(above, below) < USEFUL) {
        move(GAP, floor - shorten(floor - GAP));
      } else if (below > above || below > card.offsetHeight) {
        shorten(below);
        move(x, bottom + BUTTON);
      } else {
        move(x, top - GAP - shorten(above));
      }
    }

    function level(top, floor) {
      return Math.max(GAP, Math.min(top, floor - shorten(floor - GAP)));
    }

    // Leaves out lines of the summary until there is room; gives the height.
    function shorten(room) {
      const summary = card.querySelector('.element-summary');
      for (let lines = LINES_MAX; summary && lines > 0 && card.offsetHeight > room; lines--) {
        summary.style.webkitLineClamp = lines;
      }
      return card.offsetHeight;
    }

    function move(x, y) {
      card.style.left = x + 'px';
      card.style.top = y + 'px';
    }
  };

  function content({ name, type, standing, summary, leadsTo }) {
    const head = node('p', '', node('bdi', 'element-name', name), ' ', node('span', 'kind', type));
    if (standing) {
      head.append(' ', node('span', 'standing ' + standing.replaceAll(' ', '-'), standing));
    }
    const lines = [head];
    if (leadsTo) {
      const verb = type === 'call activity' ? 'calls ' : 'asks ';
      lines.push(node('p', '', verb, node('bdi', 'element-name', leadsTo.name)));
    }
    if (summary) {
      lines.push(node('p', 'element-summary', node('bdi', '', summary)));
    }
    return lines;
  }

  // Whatever comes from files becomes text, never a part of the page.
  function node(kind, style, ...content) {
    const made = document.createElement(kind);
    made.className = style;
    made.append(...content);
    return made;
  }
})();
