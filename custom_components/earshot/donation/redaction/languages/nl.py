"""Dutch: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
aan aandoen aangaan aangedaan aangekomen aanpassen aanwezigheid aanzetten accu achter achterdeur activeer
activeren adres af afgewerkt afhalen aflevering afleveringen afsluiten afspeellijst afspeellijsten afspelen
afspraak afwas afwasmachine airco ajb al alarm album alle alleen allemaal alles als alsjeblieft alstublieft
altijd alvast ander andere anderhalf anderhalve anders annuleer annuleren antwoord appartement artiest assistant
aub avond avondeten avonds baby badkamer balkon band bank basis basisstation batterij bed beetje begin beginnen
begint begrijp begrijpt beide bel bellen belt ben beneden bericht beste bestel bestelde bestellen betaal betalen
beter bevind bevinden bevindt bewolkt bezet bij bijna bijvoorbeeld binnen binnenkort blauw blauwe blijf blijft
bloemen boodschappen boodschappenlijst boodschappenlijstje boven breng brengen brief broadcast brood bruin
buiten bureau camera check code compleet creëer daar daarna daarom dag dagen daglicht dan dank dankjewel dansen
dat data datum de delete demp dempen denk deur deurbel deuren deurenpositie deurenstand deurpositie deurstand
deze dezelfde dicht dichtdoen dichtdraaien dichtzetten die dim dimmen ding dingen dit dock docking doe doen doet
donker donkerder door dorst draai draaien draait drinken drinkt droger droog druk dus duur duurt een eens eerder
eerst eerste eet eetkamer eierwekker eierwekkers eigenlijk eind einde elk elke en enkele er eraan erg ergens
eruit eten even fan fans fansnelheid fanssnelheid feest felheid feliciteer feller fijn film filmpje filmpjes
films fles fornuis foto ga gaan gaat gang garage garagedeur garagedeuren garagedeurenstand garagedeurstand gast
gasten gauw gebeurt gebracht gecreëerd gedaan gedimd gedronken geef geeft geel geen gefeliciteerd gegaan gegeten
gegeven gehaald gehad gehoord gekocht gekomen gele gelezen geluid gemaakt genaamd genoeg genomen geopend
geschreven geslapen gesloten gevaarlijk gevonden geweest gewoon gezien ging gisteren goed goede goedemorgen
goedenavond goedkoop gordijn gordijnen gordijnenpositie gordijnenstand gordijnpositie gordijnstand graad graag
graden grap grappig gras grasmaaien grasmaaier grijs groen groene groot grote haal haar had hadden hal half
hallo halve halveren hard harder heb hebben hebt heeft heel heen heerlijk heet hek hekken hekkenstand helder
helderheid hele helft help hem hen herinner herinnering hervat hervatten het hetzelfde hier hij hoe hoek hoeveel
hoger hoi home hond honger hoog hoogst hoogste hoor hoort horen hou houd huidige huis hun ieder iedere iedereen
iemand iets ik in inderdaad ingesteld inkorten inschakelen instellen intensiteit is item items ja jaar jaloezie
jaloezieën jaloezieënpositie jaloezieënstand jaloeziestand jammer jarig je jij jong jou jouw jullie kaarslicht
kamer kamerlamp kamerlampen kamerlicht kamerlichten kamers kamerverlichting kan kant kantoor kapot kast kat keer
kelder kelvin ken ketel keuken kijk kijken kind kinderen kinderkamer klaar klein kleine kleur kleuren
kleurtemperatuur klopt koel koeler koelkast koffie kom komen komt kon kookwekker kookwekkers koop kopen kort
koud kouder kreeg krijg kun kunnen kunt kwam laad laadt laag laagst laagste laat laatste lachen laden lager lamp
lampen lampenkleur lampenkleurtemperatuur lampentemperatuur lampje lampkleur lampkleurtemperatuur
lamptemperatuur lang langer langs langzaam langzamer laten later leeg lees leg lekker leren leuk leven lezen
licht lichten lichtkleur lichtkleurtemperatuur lichttemperatuur lied liedje liedjes liever lig liggen ligt lijst
lijstje links liter logeerkamer loopt lopen luidspreker luifel luifelpositie luifels luifelspositie luifelsstand
luifelstand luister luisteren lunch luxaflex luxaflexpositie luxaflexstand maai maaien maak maakt maand maanden
maar mag mail mailtje maken markeer maximaal maximale maximaliseren maximum me media mediaplayer mediaplayers
mediaspeler mediaspelers mee meer meest meestal melk mensen met meteen mezelf middag middelst middelste midden
middernacht mij mijn min minder minimaal minimale minimaliseren minimum minuten minuut minuutje minuutjes
misschien mist mobiel moe moeilijk moet moeten mogelijk mogen moment mooi morgen morgenochtend morgens mute muur
muziek muziekje muziekjes na naam naar naast nacht nat nee neem neer neerwaarts nergens net niemand niet niets
nieuw nieuwe niks nodig nog nooit normaal nou nu nummer nummers ochtend ochtends of ok okay oké om omdat omhoog
omlaag onbezet onder ongeveer ons ontbijt ontgrendel ontgrendeld ontgrendelen onze ook oom op opeens open
opendoen opendraaien openen openzetten opgeladen opgestaan ophalen opheffen oplaadt opnemen opnieuw optrekken
opwaarts opzetten oranje oud oude oven over overal overmorgen paar paars paarse pak pakket pas pauze pauzeer
pauzeren perfect personen persoon pizza plaats plafond plafondlamp planten play player players playlist
playlists podcast poort poorten poortenstand poortpositie positie praat praten prima probeer problem procent
raam raampositie raamstand radiator radio ramen ramenpositie ramenstand recht rechts regen regenen regent
rekening reserveer reserveren rij rijden rijdt robot rode roep rolgordijn rolgordijnen rolgordijnenstand
rolgordijnpositie rolgordijnstand rolluik rolluiken rolluikenpositie rolluikenstand rolluikstand rond rood roze
ruimte rustig samen scene scène schakel schakelaar schakelaars schakelen scherm schermen schermenpositie
schermpositie schiet schoon schoonmaken schrijf schrijven screen screenpositie screens screenspositie
screensstand screenstand script seconde seconden secondes sensor serie show shutter shutterpositie shutters
shutterspositie shuttersstand shutterstand sinds sla slaap slaapkamer slapen slecht sleutel sleutels sliep slot
sloten sluit sluiten sneeuw sneeuwen sneeuwt snel snelheid sneller soms speaker speel speelt spel spelen speler
spelers spreek sta staan staande staat stand stap start starten station status steeds stekker stel sterkte stil
stof stofzuig stofzuigen stofzuiger stop stopcontact stopcontacten stoppen storm straks streep stroom stuk
sturen stuur switch switches tafel te tegen telefoon televisie temperatuur terras terug terugbellen terwijl thee
thermostaat thuis tijd tijdens timer timers toch toe toen toevoegen toilet tot track tracks trap tuin turquoise
tussen tv u uit uitdoen uitgaan uitgedaan uitgevoerd uitschakelen uitzetten uren uur uurtje uurtjes vaak
vaatwasser vakantie van vanaf vanavond vandaag vanmiddag vanmorgen vannacht vanochtend vast veel ventilator
ventilatoren ventilatorensnelheid ventilators ventilatorsnelheid ventilatorssnelheid ver verander veranderen
verder verdieping verdrietig vergeet vergeten vergrendel vergrendeld vergrendelen verhaal verhogen verhoog
verjaardag verkeerd verkocht verkort verkorten verlaag verlagen verlaten verleng verlengen verlichting
verlichtings verlichtingskleur verlichtingskleurtemperatuur verlichtingstemperatuur verloren verschrikkelijk
vertel vertrek vertrokken verwacht verwarming verwijder verzet verzetten video videos vies vind vinden vink
vitrage vitragepositie vitrages vitragespositie vitragesstand vitragestand vloer vlug vochtigheid voeg voel vol
volgende volgens voltooid volume voor vooral voorbij voordat voordeur voorkant vorige vraag vragen vriendelijk
vriezer vroeg vroeger vuilnis vuilnisbak waar waarde waarheen waarom waarschijnlijk wacht wachten wachtwoord
wakker warm warmer was wasmachine wat water we week weekend weer weerbericht weersvoorspelling wees weet weg
weggegaan weken wekker wekkers wel welk welke welterusten werk werken werkkamer werkt wie wij wil wilde willen
wilt wind wis wit witte wonen woning woonkamer woont word worden wordt wou zacht zachter zanger zangeres zeg
zeggen zegt zei zeker zelf zet zetten zich zie zien ziet zij zijn zin zingen zingt zit zitten zo zoals zoek
zoeken zolder zomaar zon zonder zone zonnescherm zonneschermen zonneschermenpositie zonneschermpositie zonnig
zorg zou zouden zuig zulke zullen zult zus zwaar zwart zwarte
"""

DUTCH = Written(
    code="nl",
    ordinary=_ORDINARY,
    numbers=(
        "nul een één eén eentje twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien "
        "vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig "
        "negentig honderd duizend miljoen miljard eerste tweede derde vierde vijfde zesde zevende achtste negende "
        "tiende elfde twaalfde half halve kwart anderhalf anderhalve dozijn dubbel dubbele"
    ),
    number_ties="en",
    number_ends="ste de",
    dates=(
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag maandagavond dinsdagavond woensdagavond "
        "donderdagavond vrijdagavond zaterdagavond zondagavond maandagochtend zondagochtend januari februari "
        "maart april mei juni juli augustus september oktober november december kerst kerstmis pasen pinksteren "
        "sinterklaas koningsdag hemelvaart hemelvaartsdag ramadan suikerfeest carnaval oudjaar nieuwjaar"
    ),
    units="procent graad graden minuut minuten uur seconde seconden kelvin",
    number_joiners="en komma voor over uur",
    articles="een",
    at_signs="apenstaartje at apestaartje",
    dots="punt dot",
    dashes="streepje min underscore liggend koppelteken",
    linkers="de het een van in op aan bij te en 't",
    clitics="s t m n",
    endings="s en e n",
    surnames=(
        "meer riet bruin groen groot grote meer jong ketel klein kort hoog laag lang moet schakelaar vink vis wit "
        "witte zwart wel boven water bos dijk berg hoek koning"
    ),
    frames={
        "ben": ("ik", "ik"),
        "bloemen": ("de", ""),
        "elke": ("", "dag keer ochtend avond lamp kamer week maand nacht middag minuut deur"),
        "mist": ("de", ""),
        "roze": ("licht lamp op kleur lampen", ""),
        "wil": ("ik je jij hij ze zij u wie hond kat kind baby niemand iemand", "ik je jij hij ze zij u het dat"),
    },
).read()
"""Dutch."""
