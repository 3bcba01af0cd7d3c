// What counts as a word for the search, and as the same word.
const bpmndocWords = (() => {
  const PAIRED = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };
  const RUN = /[\p{L}\p{M}\p{N}]+/gu;
  const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;
  const UNSPACED =
    /([\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+)/u;
  const INSIDE_MIN = 4;

  const parts = remembered(partsOf);
  const spellings = remembered(spellingsOf);

  return { words, plain, spellings, isInside, marks };

  // With humps, as ids have them, a word is each of its humps too.
  function words(text, withHumps) {
    return (text.match(RUN) || [])
      .flatMap(parts)
      .filter(({ isHump }) => withHumps || !isHump)
      .map(({ word }) => word);
  }

  // The words in what stands between spaces, with their places in it. Of scripts that leave no space
  // between words, every two letters are one.
  function partsOf(run) {
    const found = [];
    let at = 0;
    run.split(UNSPACED).forEach((part, i) => {
      if (i % 2 === 1) {
        pairs(part, at, found);
      } else if (part) {
        found.push({ word: part, at, isHump: false });
        humps(part, at, found);
      }
      at += part.length;
    });
    return found;
  }

  function humps(word, at, found) {
    const several = word.split(HUMP);
    for (const hump of several.length > 1 ? several : []) {
      found.push({ word: hump, at, isHump: true });
      at += hump.length;
    }
  }

  function pairs(run, at, found) {
    const letters = [...run];
    for (let i = 0; i === 0 || i + 1 < letters.length; i++) {
      found.push({ word: letters.slice(i, i + 2).join(''), at, isHump: false });
      at += letters[i].length;
    }
  }

  // Without case and accents.
  function plain(text) {
    return text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter]);
  }

  // An umlaut is also written as two letters.
  function spellingsOf(word) {
    const one = plain(word);
    const paired = word.toLowerCase().normalize('NFC').replace(/[äöüåø]/g, (letter) => PAIRED[letter]);
    const other = plain(paired);
    return one === other ? [one] : [one, other];
  }

  // Languages that write compounds as one word have most words inside others.
  function isInside(word, text) {
    return word.length >= INSIDE_MIN && text.includes(word);
  }

  // Where in a text the words stand that were found: start and end of each, in order.
  function marks(text, terms) {
    const found = [];
    for (const run of text.matchAll(RUN)) {
      for (const { word, at } of parts(run[0])) {
        const start = run.index + at;
        const end = start + word.length;
        const term = termOf(word, terms);
        const last = found[found.length - 1];
        if (term && last && start < last.end) {
          last.end = Math.max(last.end, end);
        } else if (term) {
          found.push({ term, start, end });
        }
      }
    }
    return found;
  }

  function termOf(word, terms) {
    const spelled = spellings(word);
    return (
      spelled.find((one) => terms.has(one)) ||
      [...terms].find((term) => isInside(term, spelled[0]))
    );
  }

  // A landscape says the same few words over and over.
  function remembered(of) {
    const known = new Map();
    return (word) => {
      if (!known.has(word)) {
        known.set(word, of(word));
      }
      return known.get(word);
    };
  }
})();
