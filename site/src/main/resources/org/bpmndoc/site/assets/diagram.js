// The diagram of a page. The script of a model calls bpmndocDiagram, once, with the XML of its file
// and the pages of its elements: { element: { href, name, type, standing, summary, leadsTo } }.
const bpmndocDiagram = (() => {
  const FOLDER = new URL('../diagrams/', document.currentScript.src);
  const models = new Map();
  const figure = document.querySelector('.diagram');
  const frame = figure.querySelector('.canvas');
  document.addEventListener('DOMContentLoaded', start);

  return (model) => models.set(document.currentScript.src, model);

  async function start() {
    try {
      const [model] = models.values();
      if (!model || typeof BpmnJS === 'undefined') {
        throw new Error('The script that draws the diagram is not there.');
      }
      const { element, process } = figure.dataset;
      const drawing = await bpmndocDrawing(frame, model, element, true);
      const card = bpmndocCard(frame);
      const levels = bpmndocLevels(figure, card, load);
      levels.add(drawing, process, '', null);
      bpmndocSteps(drawing, card);
      keys(card, levels);
      tools(levels);
      paper(levels);
      figure.dataset.drawn = 'true';
    } catch (error) {
      figure.classList.add('undrawn');
      figure.querySelector('.caption').textContent = error.message;
    }
  }

  // The model of another diagram: a page from the file system may load scripts but no data.
  function load(name) {
    const { href } = new URL(name, FOLDER);
    return new Promise((resolve, reject) => {
      const settle = () =>
        models.has(href)
          ? resolve(models.get(href))
          : reject(new Error('The script with its diagram is not there.'));
      if (models.has(href)) {
        settle();
        return;
      }
      const script = document.createElement('script');
      script.src = href;
      script.addEventListener('load', settle);
      script.addEventListener('error', settle);
      document.head.append(script);
    });
  }

  function keys(card, levels) {
    document.addEventListener('keydown', (event) => {
      const isMeant = event.key === 'Escape' && !event.defaultPrevented;
      if (isMeant && !event.target.closest?.('dialog') && !card.hide()) {
        levels.back();
      }
    });
  }

  // The wheel scrolls the page as everywhere; with Ctrl it zooms.
  function tools(levels) {
    frame.addEventListener('wheel', (event) => event.ctrlKey || event.stopPropagation(), {
      capture: true,
    });
    const bar = figure.querySelector('.tools');
    bar.hidden = false;
    bar.addEventListener('click', ({ target }) => {
      const { canvas, view } = levels.current();
      const { zoom } = target.dataset;
      if (zoom === 'fit') {
        view.fit();
      } else if (zoom) {
        canvas.zoom(canvas.zoom() * (zoom === 'in' ? 1.25 : 0.8), 'auto');
      }
    });
  }

  // On paper is the page's own diagram. Paper is narrower than most screens; a drawing does not follow
  // by itself.
  function paper(levels) {
    let before = null;
    addEventListener('beforeprint', () => {
      const { canvas, view } = levels.first();
      levels.display(levels.first());
      before = canvas.viewbox();
      frame.classList.add('on-paper');
      canvas.resized();
      view.fit();
    });
    addEventListener('afterprint', () => {
      const { canvas } = levels.first();
      frame.classList.remove('on-paper');
      canvas.resized();
      canvas.viewbox({ x: before.x, y: before.y, width: before.width, height: before.height });
      levels.display(levels.current());
    });
  }
})();
