// One line of what the search found. Whatever comes from files becomes text, never a part of the page.
const bpmndocResult = (() => {
  const { marks } = bpmndocWords;
  const SHOWN_MAX = 170;
  const BEFORE_MAX = 50;

  return (hit, position, site) => {
    const { subject, terms } = hit;
    const passage = hit.isNamed ? null : bpmndocSearch.passage(hit);
    const item = node('li', 'search-result');
    item.id = 'search-result-' + position;
    item.role = 'option';
    item.dataset.subject = subject.id;
    item.dataset.href = new URL(subject.href + (passage ? '#' + passage.anchor : ''), site);

    const name = node('bdi', 'search-name', ...marked(subject.name, terms));
    const head = node('p', 'search-head', name, ' ', node('span', 'kind', ...place(subject, terms)));
    if (subject.standing) {
      const token = subject.standing.replaceAll(' ', '-');
      head.append(' ', node('span', 'standing ' + token, subject.standing));
    }
    item.append(head);

    const text = passage ? passage.text : subject.summary;
    if (text) {
      const piece = node('bdi', '', ...excerpt(text, terms));
      const title = passage ? [node('span', 'search-section', passage.title), ' '] : [];
      item.append(node('p', 'search-text', ...title, piece));
    }
    return item;
  };

  // What it is and where; its roles only where one of them was looked for.
  function place({ type, place, file, element, roles }, terms) {
    const found = roles.filter((role) => marks(role, terms).length > 0);
    return [
      type,
      place ? ' in ' : ' · ',
      node('bdi', '', ...marked(place || file, terms)),
      ...found.flatMap((role) => [' · ', node('bdi', '', ...marked(role, terms))]),
      ' · ',
      node('bdi', 'search-id', ...marked(element, terms)),
    ];
  }

  function node(tag, className, ...content) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...content);
    return made;
  }

  // Of a long text what is around the first mark, cut between words.
  function excerpt(text, terms) {
    if (text.length <= SHOWN_MAX) {
      return marked(text, terms);
    }
    const [first] = marks(text, terms);
    const from = first && first.end > SHOWN_MAX ? first.start - BEFORE_MAX : 0;
    const start = from > 0 ? text.indexOf(' ', from) + 1 : 0;
    const cut = text.lastIndexOf(' ', start + SHOWN_MAX);
    const end = cut > (first ? Math.max(start, first.end) : start) ? cut : start + SHOWN_MAX;
    return [
      start > 0 ? '… ' : '',
      ...marked(text.slice(start, end), terms),
      end < text.length ? ' …' : '',
    ];
  }

  function marked(text, terms) {
    const parts = [];
    let at = 0;
    for (const { start, end } of marks(text, terms)) {
      parts.push(text.slice(at, start), node('mark', '', text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }
})();
