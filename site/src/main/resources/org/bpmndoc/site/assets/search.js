// The search: a dialog that is opened with / or Ctrl+K. What it needs and what it looks through are
// loaded once a reader opens it, as scripts, since a page from the file system may load no data.
(() => {
  const SITE = new URL('../', document.currentScript.src);
  const SCRIPTS = [
    'assets/minisearch/dist/umd/index.js',
    'assets/search-words.js',
    'assets/search-index.js',
    'assets/search-results.js',
    'search/names.js',
  ];
  const SHOWN_MAX = 40;
  const TEXTS_FROM = 3;

  const opener = document.getElementById('search-open');
  const dialog = document.getElementById('search');
  const input = document.getElementById('search-words');
  const list = document.getElementById('search-found');
  const said = document.getElementById('search-said');
  const progress = document.getElementById('search-progress');
  let loading = null;
  let isReady = false;
  let failure = '';
  let isReading = false;
  let partsRead = 0;

  opener.hidden = false;
  opener.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (isCall(event)) {
      event.preventDefault();
      open();
    }
  });
  document.getElementById('search-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  input.addEventListener('input', () => look());
  input.addEventListener('keydown', keys);
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', follow);
  list.addEventListener('auxclick', follow);

  function isCall({ key, ctrlKey, metaKey, altKey, target }) {
    return key === '/'
      ? !ctrlKey && !metaKey && !altKey && !target.closest?.('input, textarea, select')
      : key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey;
  }

  async function open() {
    if (!dialog.open) {
      dialog.showModal();
    }
    input.select();
    look();
    if (!isReady) {
      await prepare();
      look();
    }
  }

  async function prepare() {
    loading =
      loading || SCRIPTS.reduce((before, path) => before.then(() => load(path)), Promise.resolve());
    try {
      await loading;
      isReady = true;
    } catch (path) {
      failure = 'The search cannot be used: ' + path + ' cannot be loaded.';
    }
  }

  function load(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = new URL(path, SITE);
      script.onload = resolve;
      script.onerror = () => reject(path);
      document.head.append(script);
    });
  }

  function look() {
    if (isReady) {
      show();
      readTexts();
    } else {
      said.textContent = failure || 'Loading …';
    }
  }

  // The texts, part after part, as long as somebody searches.
  async function readTexts() {
    if (isReading) {
      return;
    }
    isReading = true;
    while (dialog.open && query().length >= TEXTS_FROM && partsRead < bpmndocSearch.parts()) {
      progress.textContent = 'Reading texts: ' + (partsRead + 1) + ' of ' + bpmndocSearch.parts();
      await load('search/texts-' + (partsRead + 1) + '.js').catch(() => {});
      partsRead++;
      show(current());
    }
    progress.textContent = '';
    isReading = false;
  }

  function query() {
    return input.value.trim();
  }

  // What stays marked, if it is still there: the subject, where only texts have come to it.
  function show(kept) {
    const { found, isComplete } = query()
      ? bpmndocSearch.find(query())
      : { found: [], isComplete: true };
    const shown = found.slice(0, SHOWN_MAX);
    list.replaceChildren(...shown.map((hit, i) => bpmndocResult(hit, i, SITE)));
    input.setAttribute('aria-expanded', String(shown.length > 0));
    const items = [...list.children];
    mark(items.find(({ dataset }) => kept && dataset.subject === kept.dataset.subject) || items[0]);
    const words = query() ? summary(found.length, isComplete) : '';
    if (said.textContent !== words) {
      said.textContent = words;
    }
  }

  function summary(count, isComplete) {
    const shown = count > SHOWN_MAX ? ', the best ' + SHOWN_MAX + ' are shown' : '';
    if (count === 0) {
      return 'Nothing found';
    }
    return isComplete
      ? count + ' found' + shown
      : 'Nothing has all these words; ' + count + ' with some' + shown;
  }

  function current() {
    return list.querySelector('[aria-selected=true]');
  }

  function mark(item) {
    for (const other of list.children) {
      other.ariaSelected = String(other === item);
    }
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function keys(event) {
    const items = [...list.children];
    const at = items.indexOf(current());
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (event.isComposing || items.length === 0) {
      return;
    }
    if (to !== undefined) {
      event.preventDefault();
      const isStep = event.key.startsWith('Arrow');
      const last = items.length - 1;
      mark(items[isStep ? (to + items.length) % items.length : Math.max(0, Math.min(last, to))]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(items[at], event.ctrlKey || event.metaKey);
    }
  }

  function follow(event) {
    const item = event.target.closest('[role=option]');
    if (item && event.button < 2) {
      go(item, event.button === 1 || event.ctrlKey || event.metaKey);
    }
  }

  function go({ dataset }, elsewhere) {
    if (elsewhere) {
      window.open(dataset.href, '_blank', 'noopener');
    } else {
      dialog.close();
      location.href = dataset.href;
    }
  }
})();
