// Draws the model of a page. The model's own script calls this, once, with the XML of the file and
// the pages of its elements: { element: { href, name, summary } }.
async function bpmndocDiagram({ xml, pages }) {
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
      if (page && shape.id !== element && shape.parent) {
        canvas.addMarker(shape, 'has-page');
        graphics.append(title(page.summary ? page.name + '\n' + page.summary : page.name));
      }
    });
    if (shown && shown.parent) {
      canvas.addMarker(shown, 'is-current');
    }
    viewer.get('eventBus').on('element.click', ({ element: shape }) => {
      const page = shape.id !== element && pageOf(shape);
      if (page) {
        location.href = page.href;
      }
    });
  }

  function pageOf({ businessObject, labelTarget }) {
    const id = (labelTarget ? labelTarget.businessObject : businessObject).id;
    const process = businessObject.processRef && businessObject.processRef.id;
    const key = Object.hasOwn(pages, id) ? id : process;
    return key !== element && Object.hasOwn(pages, key) ? pages[key] : null;
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
    if (!plane && shown && shown.parent && shown.width) {
      const container = shown.children && shown.children.length > 0;
      const room = container ? 40 : 260;
      canvas.zoom(1);
      const size = canvas.getSize();
      const scale = Math.min(
        1,
        size.width / (shown.width + 2 * room),
        size.height / (shown.height + (container ? 2 * room : room)),
      );
      const width = size.width / scale;
      const height = size.height / scale;
      canvas.viewbox({
        x: shown.x + shown.width / 2 - width / 2,
        y: shown.y + shown.height / 2 - height / 2,
        width,
        height,
      });
    }
  }

  function fit() {
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) {
      canvas.zoom(1, 'auto');
    }
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
}
