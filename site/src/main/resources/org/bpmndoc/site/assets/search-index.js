// What the search looks through, and how well something is found. The scripts under search/ hand
// over what there is: first every subject by name, then their texts in parts.
const bpmndocSearch = (() => {
  const { words, plain, spellings, isInside, marks } = bpmndocWords;

  // How much a match counts, by where it is.
  const NAMES = { name: 8, element: 3, roles: 2, summary: 2, place: 1, file: 1, type: 1, kind: 1 };
  const INSIDE = 4;
  const LOOKED_THROUGH = { tokenize: (text) => words(text, true), processTerm: spellings };
  const LOOKED_FOR = {
    tokenize: (text) => words(text, false),
    processTerm: plain,
    prefix: true,
    weights: { fuzzy: 0.3, prefix: 0.6 },
  };

  // How many letters of a word may be wrong. A number is never meant to be another.
  const letters = (count) => (word) => !/\d/.test(word) && Math.min(count, Math.floor((word.length - 2) / 2));
  const CLOSE = { fuzzy: letters(1) };
  const FAR = { fuzzy: letters(2) };

  const names = new MiniSearch({
    ...LOOKED_THROUGH,
    fields: Object.keys(NAMES),
    searchOptions: { ...LOOKED_FOR, boost: NAMES },
  });
  const texts = new MiniSearch({
    ...LOOKED_THROUGH,
    fields: ['text'],
    searchOptions: { ...LOOKED_FOR, prefix: (word) => word.length > 2 },
  });
  const subjects = [];
  const plainNames = [];
  const passages = [];
  let parts = null;

  // A subject in which something was found: which words of the query, as which words of its own.
  class Hit {
    score = 0;
    isNamed = false;
    terms = new Set();
    named = new Set();
    said = new Set();

    constructor(id) {
      this.id = id;
      this.subject = subjects[id];
    }

    name({ score, queryTerms, terms }) {
      this.score += score;
      queryTerms.forEach((word) => this.named.add(word));
      terms.forEach((term) => this.terms.add(term));
    }

    text({ score, queryTerms, terms }) {
      this.score += this.named.size === 0 ? score : 0;
      queryTerms.forEach((word) => this.said.add(word));
      terms.forEach((term) => this.terms.add(term));
    }

    covers(wanted) {
      return wanted.every((word) => this.named.has(word) || this.said.has(word));
    }

    rank(wanted, query) {
      this.isNamed = wanted.every((word) => this.named.has(word));
      this.score *= plainNames[this.id] === query ? 2 : 1;
    }
  }

  return { entries, texts: addTexts, parts: () => parts, find, passage };

  function entries({ parts: count, fields, rows }) {
    parts = count;
    for (const row of rows) {
      const values = fields.map((field, column) => [field, row[column]]);
      const subject = { id: subjects.length, ...Object.fromEntries(values) };
      subjects.push(subject);
      plainNames.push(plain(subject.name));
    }
    names.addAll(subjects);
  }

  // Of each subject, from the first on, its passages: [anchor, title, piece, piece, …].
  function addTexts(first, some) {
    some.forEach((of, i) => {
      passages[first + i] = of;
      const text = of.flatMap(([, , ...pieces]) => pieces).join('\n');
      texts.add({ id: first + i, text });
    });
  }

  // What has all words; else what has words that are less alike; else what has some of the words.
  function find(query) {
    const wanted = [...new Set(words(query, false).map(plain))];
    let hits = [];
    for (const reach of [CLOSE, FAR]) {
      hits = look(query, wanted, reach);
      const complete = hits.filter((hit) => hit.covers(wanted));
      if (complete.length > 0) {
        return { isComplete: true, found: complete.sort(inOrder) };
      }
    }
    return { isComplete: false, found: hits.sort(inOrder) };
  }

  function look(query, wanted, reach) {
    const hits = new Map();
    const hit = (id) => hits.get(id) || hits.set(id, new Hit(id)).get(id);
    names.search(query, reach).forEach((result) => hit(result.id).name(result));
    plainNames.forEach((name, id) => {
      const queryTerms = wanted.filter((word) => isInside(word, name));
      if (queryTerms.length > 0) {
        hit(id).name({ score: INSIDE, queryTerms, terms: queryTerms });
      }
    });
    texts.search(query, reach).forEach((result) => hit(result.id).text(result));
    hits.forEach((found) => found.rank(wanted, plain(query.trim())));
    return [...hits.values()];
  }

  // What is found by name comes before what is found in texts, and so stays where it is while texts
  // are added.
  function inOrder(one, other) {
    return other.isNamed - one.isNamed || other.score - one.score || one.id - other.id;
  }

  // The piece of a subject's text with the most of what was found in it; null where there is none.
  function passage({ id, terms }) {
    let best = null;
    let most = 0;
    for (const [anchor, title, ...pieces] of passages[id] || []) {
      for (const text of pieces) {
        const count = new Set(marks(text, terms).map(({ term }) => term)).size;
        if (count > most) {
          most = count;
          best = { anchor, title, text };
        }
      }
    }
    return best;
  }
})();
