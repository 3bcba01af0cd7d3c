// Draws one model in a frame: finds the element in it, shows it, and makes links of what has a page.
const bpmndocDrawing = (() => {
  const SVG = 'http://www.w3.org/2000/svg';
  const DRAGGED = 15;
  const FAR = 1e6;
  const NOT_DRAWN = 'This is not drawn in the diagram of its file.';
  const INSTEAD = NOT_DRAWN + ' What contains it is shown.';

  // `isOwn` where the page is about the element. Fails with a sentence that says why.
  return async (frame, { xml, pages }, element, isOwn) => {
    const heightMin = isOwn ? 0 : frame.clientHeight;
    const box = document.createElement('div');
    box.className = 'level';
    frame.append(box);
    const viewer = new BpmnJS({ container: box, overlays: { defaults: { scale: { min: 0.7 } } } });
    const registry = viewer.get('elementRegistry');
    const canvas = viewer.get('canvas');
    const view = bpmndocView(frame, canvas, heightMin);
    try {
      const { shape, remark } = await find();
      mark(shape);
      look(shape);
      return { box, viewer, registry, canvas, view, pageOf, remark };
    } catch (error) {
      viewer.destroy();
      box.remove();
      throw error;
    }

    // The shape of the element, else of the nearest that contains it. A file can hold several
    // diagrams, some of which may be broken.
    async function find() {
      const ids = [];
      viewer.on('import.parse.complete', ({ definitions, elementsById = {} }) => {
        for (let node = elementsById[element]; node?.id; node = node.$parent) {
          ids.push(node.id);
        }
        definitions?.diagrams?.forEach(({ plane }) => leaveOutWhatHasNoPlace(plane));
      });
      let failure = await attempt(() => viewer.importXML(xml));
      let nearest = null;
      for (const diagram of [null, ...(viewer.getDefinitions()?.diagrams || [])]) {
        if (diagram) {
          failure = (await attempt(() => viewer.open(diagram))) || failure;
        }
        const distance = ids.findIndex(shapeOf);
        if (distance === 0) {
          return { shape: shapeOf(element), remark: '' };
        }
        if (distance > 0 && (!nearest || distance < nearest.distance)) {
          nearest = { distance, diagram };
        }
      }
      if (!nearest) {
        throw failure || new Error(NOT_DRAWN);
      }
      await viewer.open(nearest.diagram);
      return { shape: shapeOf(ids[nearest.distance]), remark: INSTEAD };
    }

    // With a size that is no number bpmn-js would look for a place for ever.
    function leaveOutWhatHasNoPlace(plane) {
      const isNear = ({ x, y, width = 0, height = 0 }) =>
        [x, y, width, height].every((value) => Math.abs(value) < FAR);
      const hasPlace = ({ bounds, waypoint, label }) =>
        [bounds, waypoint, label?.bounds].flat().filter(Boolean).every(isNear) &&
        (bounds || waypoint?.length > 1);
      if (plane?.planeElement) {
        plane.planeElement = plane.planeElement.filter(hasPlace);
      }
    }

    async function attempt(step) {
      try {
        await step();
        return null;
      } catch (error) {
        return new Error('The diagram of its file cannot be drawn: ' + error.message);
      }
    }

    // For a process its pool or its plane, else where parts of it are. A plane with nothing on it shows
    // nothing.
    function shapeOf(id) {
      const shape =
        registry.get(id) ||
        registry.find(({ businessObject }) => businessObject.processRef?.id === id);
      if (shape && (shape.parent || shape.children.length > 0)) {
        return shape;
      }
      const part = registry.find(({ parent, businessObject }) => parent && isIn(businessObject, id));
      return part ? canvas.findRoot(part) : null;
    }

    function isIn(node, id) {
      return Boolean(node) && (node.id === id || isIn(node.$parent, id));
    }

    function mark(shown) {
      registry.forEach((shape, graphics) => {
        const page = pageOf(shape);
        if (page) {
          canvas.addMarker(shape, 'has-page');
          graphics.append(link(shape, page));
        }
        if (isContainer(shape)) {
          canvas.addMarker(shape, 'is-container');
        }
      });
      if (isOwn && shown.parent && !isPool(shown)) {
        canvas.addMarker(shown, 'is-current');
      }
      keepDragsApart();
    }

    function pageOf({ id, parent }) {
      return parent && !(isOwn && id === element) && Object.hasOwn(pages, id) ? pages[id] : null;
    }

    function isPool({ businessObject }) {
      return Boolean(businessObject.participants || businessObject.processRef);
    }

    function isContainer({ children, parent }) {
      return parent && children && children.length > 0;
    }

    // A link like any other, over the whole shape: it opens in a new tab, and takes the focus.
    function link({ width, height }, { href, name, type, leadsTo }) {
      const label = [name, type, leadsTo?.name].filter(Boolean).join(', ');
      const link = graphic('a', { href, 'aria-label': label });
      link.append(graphic('rect', { width, height }));
      return link;
    }

    function graphic(kind, attributes) {
      const node = document.createElementNS(SVG, kind);
      Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
      return node;
    }

    // Whoever drags the drawing by a link does not follow it.
    function keepDragsApart() {
      let start = null;
      const judge = (event) => {
        const way = start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
        if (event.detail > 0 && way > DRAGGED) {
          event.preventDefault();
        }
      };
      box.addEventListener('mousedown', (event) => (start = event));
      box.addEventListener('click', judge);
      box.addEventListener('auxclick', judge);
      box.addEventListener('dragstart', (event) => event.preventDefault());
    }

    // On its own plane where it has one.
    function look(shape) {
      const plane = planeOf(shape);
      canvas.setRootElement(plane || canvas.findRoot(shape));
      view.look(plane || shape, isContainer(shape));
      const seen = new Set([canvas.getRootElement()]);
      viewer.on('root.set', 500, ({ element: root }) => {
        if (!seen.has(root)) {
          seen.add(root);
          view.fit();
        }
      });
    }

    function planeOf({ id }) {
      const plane = registry.get(id + '_plane');
      return plane && plane.children.length > 0 ? plane : null;
    }
  };
})();
