/* mukana-name-forms.c: given names that are one name in Finnish and in Swedish.
 *
 * In a bilingual country Erik is Eerik or Erkki in another list.  Source: the forms that the
 * Finnish and the Swedish name-day calendars of Finland have on one day, or that come of one
 * saint's or king's name.  It says that two names may be one person's, and no more.
 */

#include "domain/mukana-name-forms.h"

#include <string.h>

/* As mukana_list_fold_plain() leaves them: small letters, without å, ä and ö; each name once. */
static const char * const groups[] = {
  " abraham aapo aaprami ",
  " adam aatami ",
  " adolf aatu aadolf ",
  " alexander aleksanteri aleksi santeri aleksander ",
  " anders andreas antti antero atte ",
  " anna anne anni anniina annika ",
  " artur arttu arthur ",
  " august aukusti ",
  " axel akseli ",
  " bartolomeus bertil perttu ",
  " bengt pentti benedikt ",
  " birgitta britta brita pirkko pirjo piritta riitta ",
  " daniel taneli ",
  " david taavetti taavi ",
  " edvard eetu eetvartti ",
  " elisabet elisabeth lisbet liisa eliisa elli ",
  " erik eric eerik eerikki erkki eero ",
  " erika eerika ",
  " eva eeva eevi ",
  " fredrik rieti reetrikki ",
  " gabriel kaapo kaapriel ",
  " georg yrjo jyrki jyri goran joran jorgen ",
  " greta margareta margaretha marketta maarit reetta maaret ",
  " gustav gustaf kustaa kyosti ",
  " hedvig hedda heta ",
  " helena elin elina elena heleena ",
  " henrik henrikki heikki henri ",
  " ingrid inkeri ",
  " isak isac iisakki iikka ",
  " jakob jacob jaakko jaakoppi ",
  " johan johannes john juhani juha juhana jukka jussi hannu hannes hans jan janne jens ",
  " johanna hanna jaana ",
  " josef jooseppi juuso joosef ",
  " karin carin kaarina katarina catharina katariina katri kaisa kajsa trina ",
  " karl carl kalle kaarlo kaarle ",
  " klas claes klaus nils niilo niklas nikolaus ",
  " kristian christian risto kristoffer christoffer ",
  " kristina christina kristiina kirsti kirsi kerstin stina tiina ",
  " lars lauri lasse lassi lorens ",
  " lukas luukas ",
  " magdalena malena matleena leena ",
  " magnus maunu mauno ",
  " maria maja marja maija marie ",
  " markus marcus markku marko ",
  " martin marten martti ",
  " mats mattias matti matias ",
  " mikael michael mikko miika mika ",
  " olof olav olavi olli uolevi ",
  " paul pal pauli paavo paavali ",
  " per peter petter pekka petri petteri pietari pertti ",
  " simon simo simeon ",
  " sofia sofie sohvi ",
  " stefan staffan tapani teppo tahvo ",
  " susanna sanna susanne sanni ",
  " tomas thomas tuomas tuomo tommi tomi ",
  " ulrika ulla ulriikka ",
  " vilhelm wilhelm ville viljami vilho ",
  " walter valter valtteri ",
  " zakarias sakarias sakari saku ",
};

static const char *
find_group (const char *name)
{
  g_autofree char *word = g_strdup_printf (" %s ", name);

  for (guint i = 0; *name != '\0' && i < G_N_ELEMENTS (groups); i++)
    if (strstr (groups[i], word) != NULL)
      return groups[i];

  return NULL;
}

/**
 * mukana_name_forms_are_one:
 * @a, @b: given names, folded; of several only the first counts
 *
 * Returns: whether they are different forms of one name
 */
gboolean
mukana_name_forms_are_one (const char *a,
                           const char *b)
{
  g_autofree char *first_a = g_strndup (a, strcspn (a, " -"));
  g_autofree char *first_b = g_strndup (b, strcspn (b, " -"));
  const char *group = strcmp (first_a, first_b) != 0 ? find_group (first_a) : NULL;

  return group != NULL && group == find_group (first_b);
}
