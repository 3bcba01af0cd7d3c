// Before anything is painted: on a narrow screen the contents start folded, on a wide one they show
// where the reader is.
{
  const contents = document.getElementById('contents');
  const here = contents.querySelector('[aria-current]');
  if (matchMedia('(max-width: 60rem)').matches) {
    contents.open = false;
  } else if (here && here.offsetTop > contents.clientHeight) {
    contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
  }
}
