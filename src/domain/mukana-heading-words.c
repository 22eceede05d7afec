/* mukana-heading-words.c: the headings that lists have, in three languages.
 *
 * The English words with underscores are those of exported registers.  A word
 * stands in one place only: if it could mean two things, the meaning for lists of
 * people is here and the others are in the table of mukana-heading.c.
 */

#include "domain/mukana-heading-words.h"

#include <glib/gi18n-lib.h>

#define C(column) MUKANA_COLUMN_##column

const MukanaHeadingWords mukana_heading_words[] = {
  { C (ID), "id", N_("Number in the list"), "id|nro|numero|tunnus|tunniste|nr|nummer|no|number" },
  { C (NAME), "name", N_("Name"),
    "nimi|koko nimi|henkilö|henkilön nimi|sukunimi etunimi|etunimi sukunimi|sukunimi ja etunimi|"
    "etu ja sukunimi|suku ja etunimi|osallistuja|namn|hela namnet|för och efternamn|person|"
    "efternamn förnamn|förnamn efternamn|name|full name|person name|kokemusasiantuntijan nimi" },
  { C (GIVEN_NAME), "given-name", N_("Given name"),
    "etunimi|etunimet|kutsumanimi|förnamn|tilltalsnamn|first name|given name|firstname|forename" },
  { C (FAMILY_NAME), "family-name", N_("Family name"),
    "sukunimi|efternamn|släktnamn|last name|family name|surname|lastname" },
  { C (IDENTITY_CODE), "identity-code", N_("Personal identity code"),
    "henkilötunnus|hetu|sotu|henkilötunnuksen loppuosa|personbeteckning|personnummer|"
    "personal identity code|social security number|ssn" },
  { C (BIRTH_YEAR), "birth-year", N_("Year of birth"),
    "syntymävuosi|synt vuosi|svuosi|födelseår|född år|birth year|year of birth|syntynyt" },
  { C (BIRTH_DAY), "birth-day", N_("Day of birth"),
    "syntymäaika|syntymäpäivä|synt aika|födelsedatum|födelsetid|date of birth|birth date|"
    "birthday" },
  { C (ROLE), "role", N_("Role"),
    "rooli|roolit|role fi|tehtävä|nimike|ka olka|ka ota olka|roll|roller|uppgift|role|roles" },
  { C (EMAIL), "email", N_("E-mail"),
    "sähköposti|sähköpostiosoite|s posti|sposti|e mail|email|email address|e post|epost|"
    "e postadress|mail|meili" },
  { C (PHONE), "phone", N_("Phone"),
    "puhelin|puhelinnumero|puh|puh nro|puh numero|gsm|matkapuhelin|telefon|telefonnummer|tel|"
    "mobil|mobiltelefon|phone|phone number|mobile|telephone" },
  { C (STREET), "street", N_("Street address"),
    "katuosoite|osoite|lähiosoite|postiosoite|adress|gatuadress|näradress|street|address|"
    "street address" },
  { C (POSTAL_CODE), "postal-code", N_("Postal code"),
    "postinumero|postinro|postnummer|postal code|postcode|zip" },
  { C (POST_OFFICE), "post-office", N_("Post office"),
    "postitoimipaikka|toimipaikka|postanstalt|postort|post office|city" },
  { C (MUNICIPALITY), "municipality", N_("Municipality"),
    "kunta|kotikunta|asuinkunta|paikkakunta|asuinpaikka|asuinpaikkakunta|kotipaikka|"
    "kotipaikkakunta|kaupunki|kotikaupunki|kommun|hemkommun|boendekommun|bostadsort|boendeort|ort|"
    "hemort|stad|municipality|home municipality|town|city|home town" },
  { C (MUNICIPALITY_CODE), "municipality-code", N_("Code of the municipality"),
    "kuntakoodi|kuntanumero|kuntatunnus|kommunkod|kommunnummer|municipality code" },
  { C (LANGUAGES), "languages", N_("Languages"),
    "kielet|kielitaito|äidinkieli|språk|språkkunskaper|modersmål|languages|language skills" },
  { C (CONTACT_LANGUAGE), "contact-language", N_("Contact language"),
    "asiointikieli|yhteydenottokieli|yhteyskieli|kontaktspråk|ärendespråk|kommunikationsspråk|"
    "contact language" },
  { C (REMOTE), "remote", N_("Remote participation"),
    "etä|etänä|etäosallistuminen|etä ok|etäyhteys|på distans|distans|distansdeltagande|remote|"
    "remote ok" },
  { C (MAX_KM), "max-km", N_("Longest journey, km"),
    "max km|enintään km|maksimi km|matka enintään|matkustaa enintään|matkustusvalmius|"
    "längsta resa|högst km|reser högst|max travel km|max distance|max travel" },
  { C (TRAINING), "training", N_("Training"),
    "koulutus|koulutus käyty|koulutettu|ka koulutus|koulutus suoritettu|koulutuspäivä|utbildning|"
    "utbildad|utbildning genomförd|training|training completed|trained" },
  { C (TRAINING_LEVEL), "training-level", N_("Level of training"),
    "koulutustaso|koulutuksen taso|utbildningsnivå|training level" },
  { C (MONTHLY_CAP), "monthly-cap", N_("Assignments a month at most"),
    "keikkoja kuukaudessa|enintään kuukaudessa|kuukausikatto|max kk|högst per månad|monthly cap|"
    "max per month" },
  { C (FEE_CLASS), "fee-class", N_("Fee class"),
    "palkkioluokka|palkkioryhmä|arvodesklass|arvodesgrupp|fee class" },
  { C (CHANNEL), "channel", N_("Way of contact"),
    "yhteydenottotapa|yhteystapa|kanava|viestikanava|kontaktsätt|kontaktkanal|kanal|channel|"
    "contact channel|preferred contact" },
  { C (THEMES), "themes", N_("Themes"),
    "teemat|aihealueet|aiheet|kokemustausta|kokemustausta teemat|kokemusteemat|kokemusalue|"
    "kokemus|kokemukset|kokemuksen aihe|diagnoosi|teman|erfarenhet|erfarenheter|erfarenhetsteman|"
    "erfarenhetsbakgrund|themes|theme ids|experience|experiences|topics" },
  { C (AVAILABILITY), "availability", N_("Availability"),
    "käytettävissä|käytettävyys|saatavuus|milloin käytettävissä|milloin|ajat|sopivat ajat|"
    "tillgänglig|tillgänglighet|anträffbar|availability|available|available times" },
  { C (CONSENT), "consent", N_("Consent to the register"),
    "saa pitää rekisterissä|saa olla rekisterissä|lupa rekisteriin|rekisterilupa|"
    "får finnas i registret|får registreras|"
    "suostumus|suostumukset|suostumus rekisteriin|rekisterisuostumus|tietosuojasuostumus|"
    "lupa tietoihin|lupa|samtycke|samtycken|samtycke till registret|consent|register consent" },
  { C (CONSENT_MATCHING), "consent-matching", N_("Consent to matching"),
    "suostumus tehtävien ehdottamiseen|tehtävien ehdottaminen|saa ehdottaa tehtäviä|"
    "samtycke till förslag om uppdrag|"
    "suostumus yhdistämiseen|yhdistäminen|suostumus ehdottamiseen|samtycke till matchning|"
    "suostumus välitykseen|samtycke till förmedling|consent to matching|consent matching" },
  { C (CONSENT_COMMUNICATION), "consent-communication", N_("Consent to communication"),
    "suostumus viestintään|viestintälupa|uutiskirje|markkinointilupa|samtycke till kommunikation|"
    "suostumus yhteydenottoon|yhteydenottolupa|saa ottaa yhteyttä|samtycke till kontakt|"
    "consent to contact|nyhetsbrev|consent to communication|consent communication|newsletter" },
  { C (CONSENT_MEDIA), "consent-media", N_("Consent to photos and media"),
    "kuvauslupa|suostumus kuvaukseen|valokuvauslupa|suostumus kuviin|fotograferingslov|"
    "suostumus kuviin ja mediaan|samtycke till foton och medier|consent to photos and media|"
    "bildtillstånd|samtycke till bilder|photo consent|consent to photos|consent media" },
  { C (ORGANISATION), "organisation", N_("Organisation"),
    "järjestö|yhdistys|organisaatio|taustajärjestö|yhteisö|organisation|förening|förbund|"
    "organization|association|järjestön nimi|yhdistyksen nimi|organisationens namn" },
  { C (ORGANISATION_ID), "organisation-id", N_("Number of the organisation"),
    "organisation id|järjestön tunnus|järjestö id|organisations id" },
  { C (STATE), "state", N_("State"), "tila|status|tilanne|vaihe|läge|state|tillstånd" },
  { C (JOINED), "joined", N_("Joined"),
    "liittynyt|liittymispäivä|mukana alkaen|aloittanut|aloitus|aloituspäivä|anslöt sig|"
    "med sedan|började|joined|start date|member since" },
  { C (ENDED), "ended", N_("Ended"),
    "päättynyt|lopettanut|lopetuspäivä|avslutat|slutade|slutat|ended|end date|left" },
  { C (UPDATED), "updated", N_("Last changed"),
    "päivitetty|muokattu|viimeksi päivitetty|muutettu|uppdaterad|ändrad|updated|updated at|"
    "modified|last changed" },
  { C (NON_DISCLOSURE), "non-disclosure", N_("Non-disclosure for personal safety"),
    "turvakielto|turvakielto voimassa|spärrmarkering|skyddad adress|sekretessmarkering|"
    "spärrad adress|non disclosure|protected address" },
  { C (NOTE), "note", N_("Note"),
    "huom|huomio|huomiot|huomioita|huomautus|huomautukset|muistiinpano|muistiinpanot|lisätieto|"
    "lisätiedot|lisätietoja|muuta|muut tiedot|kommentti|anmärkning|anmärkningar|anteckning|"
    "anteckningar|obs|övrigt|tilläggsuppgifter|kommentar|note|notes|comment|comments|remarks|"
    "other" },
  { C (PERSON_ID), "person-id", N_("Number of the person"),
    "person id|henkilö id|henkilönumero|henkilön tunnus|personens nummer" },
  { C (PURPOSE), "purpose", N_("Purpose"),
    "tarkoitus|käyttötarkoitus|suostumuksen tarkoitus|ändamål|syfte|purpose" },
  { C (GIVEN), "given", N_("Day of the consent"),
    "suostumuksen pvm|suostumuksen päivä|suostumuksen päivämäärä|suostumuksen antopäivä|"
    "suostumuspäivämäärä|suostumuksen päiväys|samtyckesdatum|datum för samtycke|"
    "samtyckets datum|annettu|antopäivä|suostumus annettu|suostumus saatu|suostumuspäivä|"
    "suostumuspvm|given|"
    "given at|consent given|consent date|date of consent|gett|gavs|gavs den|samtycke givet|"
    "samtycke gett" },
  { C (EXPIRES), "expires", N_("Last day of the consent"),
    "vanhenee|voimassa asti|voimassaolo päättyy|suostumus voimassa asti|suostumus päättyy|"
    "suostumus vanhenee|suostumus voimassa|samtycke giltigt till|samtycket går ut|"
    "consent valid until|consent expires|går ut|giltig till|giltigt till|expires|expires at|"
    "valid until" },
  { C (WITHDRAWN), "withdrawn", N_("Withdrawal of the consent"),
    "peruttu|peruutettu|suostumus peruttu|suostumus peruutettu|suostumuksen peruutus|"
    "peruutuspäivä|samtycke återkallat|samtycket återkallat|consent withdrawn|återkallat|"
    "återkallad|återtaget|withdrawn|withdrawn at|revoked" },
  { C (SOURCE), "source", N_("How"), "lähde|miten|saatu|tapa|källa|hur|source|how" },
  { C (WEEKDAY), "weekday", N_("Weekday"), "viikonpäivä|viikonpv|veckodag|weekday|day of week" },
  { C (START), "start", N_("Begins"),
    "alkaa|alkaa klo|alku klo|alkuaika|kello alkaen|börjar|börjar kl|starttid|start|start time|"
    "begins" },
  { C (END), "end", N_("Ends"),
    "päättyy klo|loppu klo|loppuaika|loppuu|päättyy|slutar|slutar kl|sluttid|end|end time|ends" },
  { C (FROM), "from", N_("From"),
    "alkaen|alkupäivä|alkupvm|alku|mistä|sopimus alkaen|kumppanuus alkaen|voimassa alkaen|"
    "från|från och med|fr o m|avtal från|from|valid from|partnership from|date start" },
  { C (UNTIL), "until", N_("Until"),
    "loppupäivä|loppupvm|loppu|asti|saakka|mihin|sopimus päättyy|kumppanuus päättyy|päättymispäivä|"
    "till|till och med|t o m|avtal till|avtalet upphör|to|until|valid to|partnership to|date end" },
  { C (REASON), "reason", N_("Reason"), "syy|peruste|orsak|anledning|reason" },
  { C (THEME), "theme", N_("Theme"),
    "teema|aihe|aihealue|theme|theme id|tema|topic|ämne" },
  { C (PERSPECTIVE), "perspective", N_("Perspective"),
    "näkökulma|kokemuksen laji|perspektiv|synvinkel|perspective" },
  { C (LEVEL), "level", N_("Level"), "taso|nivå|level" },
  { C (BUSINESS_ID), "business-id", N_("Business ID"),
    "y tunnus|ytunnus|yritystunnus|fo nummer|fo nr|företags och organisationsnummer|business id" },
  { C (WEB), "web", N_("Web page"),
    "www|verkkosivu|verkkosivut|kotisivu|kotisivut|internet|webbplats|hemsida|web|website|url" },
  { C (KIND), "kind", N_("Kind"), "tyyppi|laji|kind|typ|slag|type" },
  { C (CONTACT_PERSON), "contact-person", N_("Contact person"),
    "yhteyshenkilö|yhteyshenkilön nimi|kontaktperson|contact|contact person" },
  { C (REQUEST_ID), "request-id", N_("Number of the request"),
    "request id|pyyntö|pyynnön numero|pyynnön tunnus|begäran|begärans nummer|request" },
  { C (ASSIGNMENT_ID), "assignment-id", N_("Number of the assignment"),
    "assignment id|toimeksianto|toimeksiannon numero|keikka|keikan numero|uppdrag|"
    "uppdragets nummer|assignment" },
  { C (DATE), "date", N_("Day"),
    "päivä|pvm|päivämäärä|ajankohta|tapahtumapäivä|dag|datum|date|day" },
  { C (HOURS), "hours", N_("Hours"), "tunnit|tunteja|tuntia|kesto|timmar|längd|hours|duration" },
  { C (PROPOSED), "proposed", N_("Proposed"),
    "ehdotettu|kysytty|kutsuttu|föreslagen|tillfrågad|proposed|proposed at|asked" },
  { C (ANSWERED), "answered", N_("Answered"),
    "vastattu|vastaus saatu|besvarad|svarat|answered|answered at" },
  { C (SCORE), "score", N_("Score"), "pisteet|sopivuus|poäng|score" },
  { C (AMOUNT), "amount", N_("Amount, €"),
    "summa|määrä|euroa|määrä eur|belopp|summa eur|amount|amount eur" },
  { C (KM), "km", N_("Kilometres"),
    "km|kilometrit|matka km|ajetut kilometrit|kilometer|resa km|kilometres|distance km" },
  { C (PASSENGERS), "passengers", N_("Passengers"),
    "matkustajat|matkustajia|kyydissä|passagerare|passengers" },
  { C (PAID), "paid", N_("Paid"),
    "maksettu|maksupäivä|maksettu pvm|betald|betalt|betalningsdag|paid|paid at" },
  { C (SIDE), "side", N_("Whose feedback"),
    "antaja|palautteen antaja|given by|respons av|givare|side" },
  { C (RATING), "rating", N_("Rating"), "arvosana|arvio|vitsord|betyg|rating|grade" },
  { C (TEXT), "text", N_("Text"), "teksti|palaute|vapaa palaute|respons|fri text|text|feedback" },
  { C (SUMMARY), "summary", N_("Summary"),
    "yhteenveto|sisältö|mitä sovittiin|sammanfattning|innehåll|summary" },
  { C (NEXT_ACTION), "next-action", N_("Next step"),
    "seuraava toimi|seuraava yhteydenotto|seuraava askel|nästa åtgärd|nästa kontakt|next action|"
    "next action at|next step" },
  { C (AUTHOR), "author", N_("Author"),
    "kirjaaja|tekijä|kirjannut|antecknat av|författare|author" },
  { C (WEIGHT), "weight", N_("Weight"), "paino|painoarvo|vikt|weight" },
  { C (REQUIRED), "required", N_("Required"),
    "pakollinen|vaaditaan|välttämätön|obligatorisk|krävs|required" },
  { C (TITLE), "title", N_("Title"),
    "otsikko|pyynnön nimi|tilaisuus|tapahtuma|titel|rubrik|evenemang|title|title fi|event" },
  { C (TITLE_EN), "title-en", N_("Title in English"),
    "title en|otsikko englanniksi|rubrik på engelska" },
  { C (UNIT), "unit", N_("Unit"),
    "yksikkö|pyytävä yksikkö|palveluyksikkö|unit fi|enhet|begärande enhet|unit" },
  { C (COUNTY), "county", N_("Wellbeing services county"),
    "hyvinvointialue|county|county fi|välfärdsområde|wellbeing county fi|wellbeing county sv" },
  { C (REQUESTER), "requester", N_("Requester"),
    "pyytäjä|tilaaja|pyynnön tekijä|beställare|begärt av|requester|requested by" },
  { C (REQUESTER_EMAIL), "requester-email", N_("Requester's e-mail"),
    "requester email|pyytäjän sähköposti|tilaajan sähköposti|beställarens e post" },
  { C (PEOPLE), "people", N_("People needed"),
    "people|people needed|henkilömäärä|henkilöitä|tarve|kuinka monta|montako|hlö|antal personer|"
    "antal|how many" },
  { C (RESERVE), "reserve", N_("In reserve"), "reserve|varalla|varahenkilöt|reserv" },
  { C (METHOD), "method", N_("Method"),
    "method id|menetelmä|osallistumisen tapa|method|metod|delaktighetsmetod" },
  { C (MODE), "mode", N_("Place or remote"),
    "mode|mode fi|toteutustapa|osallistumistapa|läsnä etä|form|deltagande|sätt att delta" },
  { C (LANGUAGE), "language", N_("Language"), "language|kieli|tilaisuuden kieli" },
  { C (CREATED), "created", N_("Made"), "created|created at|luotu|saapunut|jätetty|skapad|inkom" },
  { C (DECIDE_BY), "decide-by", N_("Answer by"),
    "decide by|registration deadline|ilmoittautuminen viimeistään|vastattava viimeistään|"
    "määräaika|viimeistään|senast|anmälan senast|deadline" },
  { C (FEE), "fee", N_("Fee offered, €"),
    "fee eur|palkkio|palkkio eur|arvode|arvode eur|fee|fee offered" },
  { C (DESCRIPTION), "description", N_("Description"), "kuvaus|beskrivning|description" },
  { C (SLOTS), "slots", N_("Times"), "slots|aikavälit|tidpunkter|times" },
  { C (PREPARATION_HOURS), "preparation-hours", N_("Hours of preparation"),
    "prep hours|valmistelutunnit|valmistelu h|förberedelsetimmar|preparation hours" },
  { C (VENUE), "venue", N_("Venue"), "venue|paikka|tilaisuuden paikka|plats|lokal|place" },
  { C (SPECIAL_NEEDS), "special-needs", N_("Special needs"),
    "special needs|erityistarpeet|esteettömyys|särskilda behov|accessibility" },
  { C (AUDIENCE), "audience", N_("Audience"),
    "audience|yleisö|kohderyhmä|kuulijat|publik|målgrupp|åhörare" },
  { C (PROJECT), "project", N_("Project"), "project|hanke|projekti|projekt" },
  { C (CONTACT_ON_DAY), "contact-on-day", N_("Contact on the day"),
    "contact on the day|contact on day|yhteyshenkilö paikalla|vastaanottaja paikalla|"
    "yhteyshenkilö päivänä|kontaktperson på plats|mottagare på plats" },
  { C (CAN_INFLUENCE), "can-influence", N_("What can be influenced"),
    "can influence|mihin voi vaikuttaa|vad kan påverkas" },
  { C (AFFECTED_GROUPS), "affected-groups", N_("Whom it affects"),
    "affected groups|whom does the decision affect|"
    "keneen vaikuttaa|keneen tai keihin tämä päätös vaikuttaa|"
    "vem påverkas|vem eller vilka påverkas av beslutet" },
  { C (INVITED_GROUPS), "invited-groups", N_("Who is invited"),
    "invited groups|who is invited to the discussion|"
    "ketkä kutsutaan|kuka ketkä kutsutaan mukaan keskusteluun|"
    "vem bjuds in|vem bjuds in till diskussionen" },
  { C (PREPARATION_PHASE), "preparation-phase", N_("When people are asked"),
    "preparation phase|when are people asked to take part|"
    "milloin pyydetään mukaan|milloin pyydetään mukaan päätöksentekoon|"
    "när ombeds delta|när ombeds människor delta" },
  { C (USE_OF_RESULTS), "use-of-results", N_("What follows from taking part"),
    "use of results|what follows from taking part|"
    "mitä osallistumisesta seuraa|"
    "vad leder deltagandet till" },
  { C (WAY_OF_TELLING), "way-of-telling", N_("How it is told about"),
    "way of telling|how is participation told about|"
    "miten viestitään|miten osallisuudesta viestitään|"
    "hur informeras|hur informeras om delaktigheten" },
  { C (TESTING), "testing", N_("What can be tried out"),
    "testing|what can be tried out|"
    "mitä voi testata|voiko testata|"
    "vad kan testas|kan något testas" },
  { C (WAY_OF_MEETING), "way-of-meeting", N_("How people are met"),
    "way of meeting|how are those who take part met|"
    "miten osallistujat kohdataan|kuule kohtaa ja arvosta osallistujia|"
    "hur bemöts deltagarna|lyssna möt och värdesätt deltagarna" },
  { C (BACKGROUND), "background", N_("Background"),
    "seed file|seed date|seed fact|assumption|tausta|bakgrund|background" },
  { C (PARENT_ID), "parent-id", N_("Upper theme"), "parent id|ylempi|yläteema|överordnat tema" },
  { C (LABEL_FI), "label-fi", N_("Name in Finnish"), "label fi|teema suomeksi|nimike suomeksi" },
  { C (LABEL_SV), "label-sv", N_("Name in Swedish"), "label sv|teema ruotsiksi|tema på svenska" },
  { C (LABEL_EN), "label-en", N_("Name in English"),
    "label en|teema englanniksi|tema på engelska" },
  { C (CODE), "code", N_("Code"), "code|koodi|kod" },
  { C (NAME_FI), "name-fi", N_("Name in Finnish"), "name fi|nimi suomeksi|namn på finska" },
  { C (NAME_SV), "name-sv", N_("Name in Swedish"), "name sv|nimi ruotsiksi|namn på svenska" },
  { C (LATITUDE), "latitude", N_("Latitude"), "lat|latitude|leveysaste|latitud" },
  { C (LONGITUDE), "longitude", N_("Longitude"), "lon|lng|longitude|pituusaste|longitud" },
  { C (POPULATION), "population", N_("Population"), "population|väkiluku|asukasluku|folkmängd" },
  { C (CONSENT_THEMES), "consent-themes", N_("Consent to the experience themes"),
    "suostumus kokemusteemoihin|suostumus teemoihin|suostumus terveystietojen käsittelyyn|"
    "samtycke till erfarenhetsteman|samtycke till teman|samtycke till hälsouppgifter|"
    "consent to the experience themes|consent to themes|consent to health data|consent themes" },
};

const guint mukana_n_heading_words = G_N_ELEMENTS (mukana_heading_words);
