/* TODO: the rest */
/* XXX */
mkdtemp ("/tmp/mukana.XXXXXX");
open ("/Users/liisa/list.csv");
open ("build/work/list.csv");
/* Lorem ipsum dolor */
/* https://registry.npmjs.org/x */
