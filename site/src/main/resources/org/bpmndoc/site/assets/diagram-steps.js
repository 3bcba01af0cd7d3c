// A step of the list and its element in the drawing point at each other.
const bpmndocSteps = (drawing, card) => {
  const { viewer, registry, canvas } = drawing;
  const items = new Map();
  for (const item of document.querySelectorAll('[data-step]')) {
    const shape = registry.get(item.dataset.step);
    if (shape) {
      items.set(shape.id, item);
      follow(item, shape);
    }
  }
  const itemOf = ({ labelTarget, id }) => items.get(labelTarget ? labelTarget.id : id);
  viewer.on('element.hover', ({ element: shape }) => {
    const item = itemOf(shape);
    if (item) {
      item.classList.add('is-pointed');
      reveal(item);
    }
  });
  viewer.on('element.out', ({ element: shape }) => {
    itemOf(shape)?.classList.remove('is-pointed');
  });

  function follow(item, shape) {
    const point = () => {
      canvas.addMarker(shape, 'is-pointed');
      if (!drawing.box.hidden) {
        card.over(drawing, shape);
      }
    };
    const leave = () => {
      canvas.removeMarker(shape, 'is-pointed');
      card.leave();
    };
    item.addEventListener('mouseenter', point);
    item.addEventListener('focusin', point);
    item.addEventListener('mouseleave', leave);
    item.addEventListener('focusout', leave);
  }

  // Scrolls the list alone, and only where it has to.
  function reveal(item) {
    const list = item.parentElement;
    const { top, bottom } = list.getBoundingClientRect();
    const { top: start, bottom: end } = item.getBoundingClientRect();
    list.scrollTop += Math.min(0, start - top) + Math.max(0, end - bottom);
  }
};
