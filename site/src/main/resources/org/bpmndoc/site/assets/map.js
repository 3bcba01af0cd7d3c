// Moves and zooms the map, finds what is on it, and shows who calls whom where one points. Without
// this the drawing is there all the same, and scrolls.
(() => {
  const READABLE = 0.7;
  const MARGIN = 8;
  const figure = document.querySelector('.map');
  const canvas = figure.querySelector('.map-canvas');
  const svg = canvas.querySelector('svg');
  const drawing = svg.querySelector('.map-drawing');
  const size = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  const nodes = [...drawing.querySelectorAll('.node')];
  const arrows = [...drawing.querySelectorAll('.arrow')];
  const panzoom = live();
  tools();
  pointing();
  finding();
  following();
  paper();
  // Panzoom itself waits so long with where it starts.
  setTimeout(() => {
    figure.dataset.drawn = 'true';
  });

  // From now on the drawing moves within its frame instead of being as large as it is.
  function live() {
    canvas.classList.add('live');
    for (const name of ['viewBox', 'width', 'height']) {
      svg.removeAttribute(name);
    }
    const fitting = Math.min(1, svg.clientWidth / size.width, svg.clientHeight / size.height);
    const height = size.height * Math.max(scaleToStart(), fitting) + 2 * MARGIN;
    canvas.style.height = Math.min(canvas.clientHeight, Math.max(160, height)) + 'px';
    const startScale = scaleToStart();
    const { x: startX, y: startY } = centred(named() || nodes[0], startScale);
    return Panzoom(drawing, {
      canvas: true,
      minScale: Math.min(0.2, fitting),
      maxScale: 2.5,
      cursor: 'grab',
      startScale,
      startX,
      startY,
    });
  }

  function scaleToStart() {
    return Math.min(1, Math.max(READABLE, svg.clientWidth / size.width));
  }

  // What the address names.
  function named() {
    return nodes.find(({ id }) => '#' + id === location.hash);
  }

  function fit() {
    const scale = Math.min(1, svg.clientWidth / size.width, svg.clientHeight / size.height);
    panzoom.zoom(scale, { animate: false, force: true });
    pan(middle(size.width / 2, size.height / 2, scale));
  }

  function centre(node) {
    pan(centred(node, panzoom.getScale()));
  }

  function pan({ x, y }) {
    panzoom.pan(x, y, { animate: false, force: true });
  }

  function centred(node, scale) {
    const { x, y, width, height } = node.querySelector('.box').getBBox();
    return middle(x + width / 2, y + height / 2, scale);
  }

  // How far to move so that a point is in the middle, or as close to it as goes without empty ground
  // at the sides.
  function middle(x, y, scale) {
    const within = (at, room, length) =>
      room > length ? (room - length) / 2 : Math.min(0, Math.max(room - length, room / 2 - at));
    return {
      x: within(x, svg.clientWidth / scale, size.width),
      y: within(y, svg.clientHeight / scale, size.height),
    };
  }

  // The wheel scrolls the page as everywhere; with Ctrl it zooms.
  function tools() {
    svg.addEventListener(
      'wheel',
      (event) => {
        if (event.ctrlKey || event.metaKey) {
          panzoom.zoomWithWheel(event, { animate: false });
        }
      },
      { passive: false },
    );
    const bar = figure.querySelector('.map-bar');
    bar.hidden = false;
    bar.addEventListener('click', ({ target }) => {
      const zoom = target.dataset.zoom;
      if (zoom === 'fit') {
        fit();
      } else if (zoom) {
        const frame = svg.getBoundingClientRect();
        panzoom.zoomToPoint(
          panzoom.getScale() * (zoom === 'in' ? 1.25 : 0.8),
          { clientX: frame.x + frame.width / 2, clientY: frame.y + frame.height / 2 },
          { animate: false },
        );
      }
    });
    // Who drags a box wants to move the map, not to go where it leads.
    let from = null;
    svg.addEventListener('pointerdown', (event) => {
      from = event;
    }, { capture: true });
    svg.addEventListener('click', (event) => {
      if (from && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > 5) {
        event.preventDefault();
      }
    });
    svg.addEventListener('dragstart', (event) => event.preventDefault());
  }

  // Lights up a box, what it leads to, and what leads to it.
  function pointing() {
    const light = (node, on) => {
      const number = nodes.indexOf(node);
      for (const arrow of arrows) {
        const { from, to } = arrow.dataset;
        if (Number(from) === number || Number(to) === number) {
          arrow.classList.toggle('lit', on);
          arrow.setAttribute('marker-end', on ? 'url(#map-tip-lit)' : 'url(#map-tip)');
          nodes[from].classList.toggle('lit', on);
          nodes[to].classList.toggle('lit', on);
          if (on) {
            arrow.parentNode.append(arrow);
          }
        }
      }
    };
    for (const node of nodes) {
      node.addEventListener('pointerenter', () => light(node, true));
      node.addEventListener('pointerleave', () => light(node, false));
      node.addEventListener('focus', () => light(node, true));
      node.addEventListener('blur', () => light(node, false));
    }
  }

  // Enter goes from one match to the next.
  function finding() {
    const field = figure.querySelector('input');
    const found = figure.querySelector('output');
    const names = nodes.map((node) => node.querySelector('title').textContent.split('\n')[0].toLowerCase());
    let matches = [];
    let next = 0;
    field.addEventListener('input', () => {
      const words = field.value.trim().toLowerCase();
      matches = words ? nodes.filter((node, i) => names[i].includes(words)) : [];
      next = 0;
      drawing.classList.toggle('searching', words !== '');
      for (const node of nodes) {
        node.classList.toggle('dimmed', words !== '' && !matches.includes(node));
        node.classList.remove('found');
      }
      found.textContent = words ? matches.length + ' of ' + nodes.length : '';
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && matches.length > 0) {
        nodes.forEach((node) => node.classList.remove('found'));
        matches[next].classList.add('found');
        centre(matches[next]);
        next = (next + 1) % matches.length;
      }
    });
  }

  // What gets the focus, or is named by the address, comes into view.
  function following() {
    canvas.addEventListener('focusin', ({ target }) => {
      const frame = svg.getBoundingClientRect();
      const box = target.getBoundingClientRect();
      const inside =
        box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      if (!inside && nodes.includes(target)) {
        centre(target);
        canvas.scrollIntoView({ block: 'nearest' });
      }
    });
    canvas.addEventListener('scroll', () => canvas.scrollTo(0, 0));
    addEventListener('hashchange', () => named() && centre(named()));
  }

  // On paper the whole map is as wide as the paper.
  function paper() {
    let before = {};
    addEventListener('beforeprint', () => {
      before = { transform: drawing.style.transform, height: canvas.style.height };
      drawing.style.transform = '';
      svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
      canvas.classList.remove('live');
      canvas.style.height = '';
    });
    addEventListener('afterprint', () => {
      svg.removeAttribute('viewBox');
      canvas.classList.add('live');
      drawing.style.transform = before.transform;
      canvas.style.height = before.height;
    });
  }
})();
