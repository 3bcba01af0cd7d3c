// On a narrow screen the contents start folded, before anything is painted.
if (matchMedia('(max-width: 60rem)').matches) {
  document.getElementById('contents').open = false;
}
