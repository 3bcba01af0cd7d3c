// What counts as a word for the search, and as the same word.
const bpmndocWords = (() => {
  const SPELLED = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' };
  const RUN = /[\p{L}\p{M}\p{N}]+/gu;
  const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;
  const UNSPACED =
    /([\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]+)/u;
  const INSIDE_MIN = 4;

  return { words, plain, spellings, isInside, marks };

  // Of what is looked through, a word with humps, as ids have them, is each of its parts too.
  function words(text, withHumps) {
    return tokens(text, withHumps).map(({ word }) => word);
  }

  // Words with their places. Of scripts that leave no space between words, every two letters are one.
  function tokens(text, withHumps) {
    const found = [];
    for (const run of text.matchAll(RUN)) {
      let at = run.index;
      run[0].split(UNSPACED).forEach((part, i) => {
        if (i % 2 === 1) {
          pairs(part, at, found);
        } else if (part) {
          found.push({ word: part, start: at, end: at + part.length });
          if (withHumps) {
            humps(part, at, found);
          }
        }
        at += part.length;
      });
    }
    return found;
  }

  function humps(word, at, found) {
    const parts = word.split(HUMP);
    for (const part of parts.length > 1 ? parts : []) {
      found.push({ word: part, start: at, end: at + part.length });
      at += part.length;
    }
  }

  function pairs(run, at, found) {
    const letters = [...run];
    for (let i = 0; i === 0 || i + 1 < letters.length; i++) {
      const word = letters.slice(i, i + 2).join('');
      found.push({ word, start: at, end: at + word.length });
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
  function spellings(word) {
    const one = plain(word);
    const other = plain(
      word.toLowerCase().normalize('NFC').replace(/[äöüåø]/g, (letter) => SPELLED[letter]),
    );
    return one === other ? [one] : [one, other];
  }

  // Languages that write compounds as one word have most words inside others.
  function isInside(word, text) {
    return word.length >= INSIDE_MIN && text.includes(word);
  }

  // Where in a text the words stand that were found: start and end of each, in order.
  function marks(text, terms) {
    const found = [];
    for (const { word, start, end } of tokens(text, true)) {
      const spelled = spellings(word);
      const term =
        spelled.find((one) => terms.has(one)) ||
        [...terms].find((one) => isInside(one, spelled[0]));
      const last = found[found.length - 1];
      if (term && last && start < last.end) {
        last.end = Math.max(last.end, end);
      } else if (term) {
        found.push({ term, start, end });
      }
    }
    return found;
  }
})();
