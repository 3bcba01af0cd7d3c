// What part of a drawing is in view, and how high its frame is.
const bpmndocView = (() => {
  const MARGIN = 24;
  const WATERMARK = 32;
  const ROOM = 220;
  const MIN_HEIGHT = 260;
  const READABLE = 0.75;

  // Where the whole drawing can be read, it is shown as a whole; else a container is, and anything
  // else with what is around it.
  return (frame, canvas, heightMin) => {
    return { look, fit, isIn, bounds };

    function look(shape, isContainer) {
      fit();
      const close = shape.parent && shape.width && canvas.zoom() < READABLE;
      if (close && isContainer) {
        trim(shape, 0);
      } else {
        trim(canvas.viewbox().inner, close ? 1 : 0);
      }
      fit();
      if (close) {
        closeTo(shape, isContainer ? 0 : ROOM);
      }
    }

    // As high as what is shown at the scale at which it is, within what the style sheet allows.
    function trim({ width, height }, scaleMin) {
      const { outer } = canvas.viewbox();
      const scale = Math.max(scaleMin, Math.min(1, outer.width / (width + 2 * MARGIN)));
      const needed = Math.max(MIN_HEIGHT, height * scale + 2 * MARGIN + WATERMARK);
      frame.style.height = '';
      frame.style.height = Math.max(heightMin, Math.min(frame.clientHeight, needed)) + 'px';
      canvas.resized();
    }

    function fit() {
      const { inner } = canvas.viewbox();
      show(inner.x + inner.width / 2, inner.y + inner.height / 2, inner);
    }

    function closeTo({ x, y, width, height }, room) {
      const around = { width: width + 2 * room, height: height + room };
      show(x + width / 2, y + height / 2, around);
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

    // Where a shape is in the frame.
    function bounds({ x, y, width, height }) {
      const view = canvas.viewbox();
      const left = (x - view.x) * view.scale;
      const top = (y - view.y) * view.scale;
      return { left, top, right: left + width * view.scale, bottom: top + height * view.scale };
    }

    function isIn(shape) {
      const { left, top, right, bottom } = bounds(shape);
      const { clientWidth, clientHeight } = frame;
      return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
    }
  };
})();
