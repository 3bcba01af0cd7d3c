// The trail above a diagram: what it was opened from, each part a button that leads back to it. What
// is shown comes last, with a link to its page.
const bpmndocTrail = (nav) => {
  const list = nav.querySelector('ol');
  return { show, focus };

  function show(parts, href) {
    nav.hidden = parts.length < 2;
    list.replaceChildren(...parts.map((part, i) => item(part, i === parts.length - 1, href)));
  }

  function item({ name, go }, isLast, href) {
    const item = document.createElement('li');
    const part = document.createElement(isLast ? 'span' : 'button');
    part.append(text(name));
    item.append(part);
    if (isLast) {
      part.tabIndex = -1;
      part.setAttribute('aria-current', 'true');
      if (href) {
        item.append(' ', link(href));
      }
    } else {
      part.type = 'button';
      part.addEventListener('click', go);
    }
    return item;
  }

  function text(name) {
    const text = document.createElement('bdi');
    text.textContent = name;
    return text;
  }

  function link(href) {
    const link = document.createElement('a');
    link.href = href;
    link.className = 'ref';
    link.textContent = 'Its page';
    return link;
  }

  function focus() {
    list.querySelector('[aria-current]').focus({ preventScroll: true });
  }
};
