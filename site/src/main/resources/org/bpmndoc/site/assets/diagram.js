// Draws the model of a page. The model's own script calls this, once, with the XML of the file and
// the pages of its elements: { element: { href, name, summary } }.
async function bpmndocDiagram({ xml, pages }) {
  const MARGIN = 24;
  const WATERMARK = 32;
  const ROOM = 220;
  const MIN_HEIGHT = 260;
  const READABLE = 0.75;
  const figure = document.querySelector('.diagram');
  const caption = figure.querySelector('.caption');
  const element = figure.dataset.element;
  const viewer = new BpmnJS({ container: '#diagram' });
  try {
    await viewer.importXML(xml);
  } catch (error) {
    figure.classList.add('undrawn');
    caption.textContent = 'The diagram of this file cannot be drawn: ' + error.message;
    return;
  }
  const registry = viewer.get('elementRegistry');
  const canvas = viewer.get('canvas');
  const shown = await find();
  mark();
  look();
  tools();
  steps();
  paper();

  // The shape of the element; for a process its pool or its plane. A file can hold several diagrams.
  async function find() {
    for (const diagram of [null, ...(viewer.getDefinitions().diagrams || [])]) {
      if (diagram) {
        await viewer.open(diagram);
      }
      const shape =
        registry.get(element) ||
        registry.find(
          ({ businessObject }) => businessObject.processRef && businessObject.processRef.id === element,
        );
      if (shape) {
        return shape;
      }
    }
    caption.textContent = 'This is not drawn in the diagram of its file.';
    return null;
  }

  function mark() {
    registry.forEach((shape, graphics) => {
      const page = pageOf(shape);
      if (page) {
        canvas.addMarker(shape, 'has-page');
        graphics.append(title(page.summary ? page.name + '\n' + page.summary : page.name));
      }
      if (isContainer(shape)) {
        canvas.addMarker(shape, 'is-container');
      }
    });
    if (shown && shown.parent && !isPool(shown)) {
      canvas.addMarker(shown, 'is-current');
    }
    viewer.get('eventBus').on('element.click', ({ element: shape }) => {
      const page = pageOf(shape);
      if (page) {
        location.href = page.href;
      }
    });
  }

  function pageOf({ id, parent }) {
    return parent && id !== element && Object.hasOwn(pages, id) ? pages[id] : null;
  }

  function isPool({ businessObject }) {
    return Boolean(businessObject.participants || businessObject.processRef);
  }

  function isContainer({ children, parent }) {
    return parent && children && children.length > 0;
  }

  function title(text) {
    const node = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    node.textContent = text;
    return node;
  }

  // A container is shown as a whole, on its own plane where it has one; anything else with what is
  // around it.
  function look() {
    const plane = registry.get(element + '_plane');
    if (plane) {
      canvas.setRootElement(plane);
    } else if (shown) {
      canvas.setRootElement(canvas.findRoot(shown));
    }
    fit();
    // Where the whole drawing can be read, it is shown as a whole.
    const close = !plane && shown && shown.parent && shown.width && canvas.zoom() < READABLE;
    if (close && isContainer(shown)) {
      trim(shown, 0);
    } else {
      trim(canvas.viewbox().inner, close ? 1 : 0);
    }
    fit();
    if (close) {
      closeTo(shown);
    }
  }

  // As high as what is shown at the scale at which it is, within what the style sheet allows.
  function trim({ width, height }, scaleMin) {
    const { outer } = canvas.viewbox();
    const frame = figure.querySelector('.canvas');
    const scale = Math.max(scaleMin, Math.min(1, outer.width / (width + 2 * MARGIN)));
    const needed = height * scale + 2 * MARGIN + WATERMARK;
    frame.style.height = Math.min(frame.clientHeight, Math.max(MIN_HEIGHT, needed)) + 'px';
    canvas.resized();
  }

  function fit() {
    const { inner } = canvas.viewbox();
    show(inner.x + inner.width / 2, inner.y + inner.height / 2, inner);
  }

  function closeTo(shape) {
    const room = isContainer(shape) ? 0 : ROOM;
    show(shape.x + shape.width / 2, shape.y + shape.height / 2, {
      width: shape.width + 2 * room,
      height: shape.height + room,
    });
  }

  // Shows at least this much around a point, never enlarged, and as little empty ground as can be.
  function show(x, y, { width, height }) {
    const { inner, outer } = canvas.viewbox();
    const scale = Math.min(
      1,
      outer.width / (width + 2 * MARGIN),
      outer.height / (height + 2 * MARGIN),
    );
    const view = { width: outer.width / scale, height: outer.height / scale };
    canvas.viewbox({
      x: within(x - view.width / 2, view.width, inner.x - MARGIN, inner.width + 2 * MARGIN),
      y: within(y - view.height / 2, view.height, inner.y - MARGIN, inner.height + 2 * MARGIN),
      ...view,
    });
  }

  function within(start, length, innerStart, innerLength) {
    return length > innerLength
      ? innerStart - (length - innerLength) / 2
      : Math.max(innerStart, Math.min(start, innerStart + innerLength - length));
  }

  // The wheel scrolls the page as everywhere; with Ctrl it zooms.
  function tools() {
    figure.querySelector('#diagram').addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey) {
          event.stopPropagation();
        }
      },
      { capture: true },
    );
    const bar = figure.querySelector('.tools');
    bar.hidden = false;
    bar.addEventListener('click', ({ target }) => {
      const zoom = target.dataset.zoom;
      if (zoom === 'fit') {
        fit();
      } else if (zoom) {
        canvas.zoom(canvas.zoom() * (zoom === 'in' ? 1.25 : 0.8), 'auto');
      }
    });
    figure.dataset.drawn = 'true';
  }

  // A step of the list and its element in the drawing point at each other.
  function steps() {
    const items = new Map();
    for (const item of document.querySelectorAll('[data-step]')) {
      const shape = registry.get(item.dataset.step);
      if (shape) {
        items.set(shape.id, item);
        const point = () => canvas.addMarker(shape, 'is-pointed');
        const leave = () => canvas.removeMarker(shape, 'is-pointed');
        item.addEventListener('mouseenter', point);
        item.addEventListener('focusin', point);
        item.addEventListener('mouseleave', leave);
        item.addEventListener('focusout', leave);
      }
    }
    const itemOf = ({ labelTarget, id }) => items.get(labelTarget ? labelTarget.id : id);
    viewer.get('eventBus').on('element.hover', ({ element: shape }) => {
      const item = itemOf(shape);
      if (item) {
        item.classList.add('is-pointed');
        reveal(item);
      }
    });
    viewer.get('eventBus').on('element.out', ({ element: shape }) => {
      itemOf(shape)?.classList.remove('is-pointed');
    });
  }

  // Scrolls the list alone, and only where it has to.
  function reveal(item) {
    const list = item.parentElement;
    const { top, bottom } = list.getBoundingClientRect();
    const { top: start, bottom: end } = item.getBoundingClientRect();
    list.scrollTop += Math.min(0, start - top) + Math.max(0, end - bottom);
  }

  // Paper is narrower than most screens; a drawing does not follow by itself.
  function paper() {
    const frame = figure.querySelector('.canvas');
    let before = null;
    addEventListener('beforeprint', () => {
      before = canvas.viewbox();
      frame.classList.add('on-paper');
      canvas.resized();
      fit();
    });
    addEventListener('afterprint', () => {
      frame.classList.remove('on-paper');
      canvas.resized();
      canvas.viewbox({ x: before.x, y: before.y, width: before.width, height: before.height });
    });
  }
}
