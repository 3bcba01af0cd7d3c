// The diagrams that a reader has opened in place of each other: that of the page first, then the
// processes called from there. Those further up are kept as they were left.
const bpmndocLevels = (() => {
  const LEVELS_MAX = 12;
  const PLACE = { position: { bottom: -7, right: -8 }, show: { minZoom: 0.2 } };
  const ICON = 'M4.5 4.5 11 11M11 5.5V11H5.5';

  return (figure, card, load) => {
    const frame = figure.querySelector('.canvas');
    const caption = figure.querySelector('.caption');
    const legend = caption.textContent;
    const trail = bpmndocTrail(figure.querySelector('.trail'));
    const levels = [];
    let start = null;
    let isOpening = false;
    return { add, first: () => levels[0].drawing, current, back, display };

    function current() {
      return levels.at(-1).drawing;
    }

    function add(drawing, name, href, opener) {
      levels.push({ drawing, name, href, opener, height: frame.style.height });
      start ||= drawing.canvas.getRootElement();
      card.follow(drawing);
      drawing.registry.forEach((shape) => offer(drawing, shape));
      drawing.viewer.on('root.set', 400, () => {
        const { activeElement } = document;
        tell();
        if (drawing.box.contains(activeElement) && activeElement.matches('button')) {
          trail.focus();
        }
      });
      display(drawing);
      tell();
    }

    function offer(drawing, shape) {
      const page = drawing.pageOf(shape);
      if (page?.leadsTo?.diagram && page.leadsTo.process && levels.length < LEVELS_MAX) {
        const button = opening(page);
        drawing.viewer.get('overlays').add(shape, 'opens', { ...PLACE, html: button });
      }
    }

    // It looks like the button with which bpmn-js opens a collapsed sub-process.
    function opening(page) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'bjs-drilldown opens';
      button.title = 'Open the diagram of “' + page.leadsTo.name + '” here';
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', '0 0 16 16');
      svg.setAttribute('aria-hidden', 'true');
      const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'));
      path.setAttribute('d', ICON);
      button.append(svg);
      button.addEventListener('click', () => open(page, button));
      return button;
    }

    async function open({ href, leadsTo }, button) {
      if (isOpening) {
        return;
      }
      isOpening = true;
      caption.textContent = 'Opening “' + leadsTo.name + '” …';
      try {
        const model = await load(leadsTo.diagram);
        const drawing = await bpmndocDrawing(frame, model, leadsTo.process, false);
        add(drawing, leadsTo.name, href, button);
        trail.focus();
      } catch (error) {
        caption.textContent = '“' + leadsTo.name + '” cannot be opened here. ' + error.message;
      }
      isOpening = false;
    }

    // Where one is, down to the planes of sub-processes.
    function tell() {
      const parts = levels.flatMap((level, at) =>
        path(level).map(({ name, root }) => ({ name, root, go: () => backTo(at, root) })),
      );
      caption.textContent = current().remark || legend;
      trail.show(parts, levels.length > 1 ? levels.at(-1).href : '');
      return parts;
    }

    function path({ drawing, name }) {
      const { canvas } = drawing;
      const roots = [];
      for (let at = canvas.getRootElement().businessObject; at; at = at.$parent) {
        const plane = canvas.findRoot(at.id + '_plane');
        if (plane) {
          roots.unshift({ name: at.name || 'Sub-process', root: plane });
        }
      }
      const [base] = canvas.getRootElements();
      return [{ name, root: base }, ...roots];
    }

    function backTo(at, root) {
      const { opener } = levels[at + 1] || {};
      levels.splice(at + 1).forEach(({ drawing }) => {
        drawing.viewer.destroy();
        drawing.box.remove();
      });
      const { canvas } = current();
      const isWhereLeft = canvas.getRootElement() === root;
      display(current());
      canvas.setRootElement(root);
      tell();
      if (opener && isWhereLeft) {
        opener.focus({ preventScroll: true });
      } else {
        trail.focus();
      }
    }

    // One up, but no further than where the page starts.
    function back() {
      const isStart = levels.length === 1 && current().canvas.getRootElement() === start;
      const parts = isStart ? [] : tell();
      parts.at(-2)?.go();
    }

    function display(shown) {
      card.hide();
      for (const { drawing, height } of levels) {
        drawing.box.hidden = drawing !== shown;
        if (drawing === shown) {
          frame.style.height = height;
          drawing.canvas.resized();
        }
      }
    }
  };
})();
