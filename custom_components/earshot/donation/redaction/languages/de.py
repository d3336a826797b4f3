"""German: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
ab abbrechen abbruch abdrehen abend abends aber abgeschaltet abgeschlossen abgesperrt abhaken abkühlen abmachen
abschalten abschliessen abschließen absenken absperren abspielen ach adresse akku aktivier aktiviere aktivieren
aktuell aktuelle alarm album alle allein allem allen aller alles als also alt alte alten am an andere anderen
anderer anderes anders anderthalb anfangen angehen angeht angekommen angemacht angeschaltet anhalten anhören
ankommt anmachen anrufen anschalten anschauen antwort antworte antwortet anzahl anzurufen arbeiten arbeitet
arbeitszimmer assistant auch auf aufdrehen auffahren aufgeladen aufgeschlossen aufgesperrt aufgestanden aufheben
aufheizen aufmachen aufschalten aufschliesse aufschliessen aufschließe aufschließen aus ausführen ausgehen
ausgeht ausgelöst ausgemacht ausgeschaltet ausm ausmachen ausschalten aussen außen außer außerdem äh ähm änder
ändere ändern baby backofen bad badezimmer bald balkon band basis basisstation batterie beende beenden befehl
befehle befindet beginnen beginnt beheizen bei beide beiden beim bekannt bekomme bekommen bekommst belegt
beleuchtung beleuchtungen benenne bereich bereichen beschattung beschattungen bescheid besetzt besonders besser
beste bestell bestellen bett bevor bild bilder billig bin birne bis bisschen bist bitte blau blauleuchten bleib
bleiben bleibst bleibt blumen boden brauche brauchen brauchst braucht braun braunleuchten brech breche brief
bring bringen brot büro celsius code da dabei dachboden dafür daher damit danach daneben danke dann daran darauf
daraus darf darfst darin darum darüber das dass dasselbe daten datum dauern dauert davon davor dazu deaktivier
deaktiviere deaktivieren decke deckenlampe deckenlicht dein deine deinem deinen deiner deines dem den denen denn
der deren derzeit des deshalb dessen dich die diele dies diese dieselbe diesem diesen dieser dieses dimm dimme
dimmen dir doch dort drauf draussen draußen dreckig dreh drehe drehen drin drinnen drüber du dunkel dunkeln
dunkler durch durchgeben durchsagen dürfen eben echt ecke egal eher eigentlich ein eine einem einen einer eines
einfach einfärben eingeschaltet eingeschlafen eingestellt einige einiges einkauf einkaufen einkaufs
einkaufsliste einmachen einmal eins einschalten einstellen email ende endet endlich entdeckt entferne entfernen
entmut entmute entmuten entriegel entriegeln entriegelt entriegle entsperr entsperre entsperren entsperrt er
erfunden ergänze ergänzen erhöh erhöhe erhöhen erinner erinnere erinnern erinnerung erkannt erleuchten ernst
erschaffen erst erste erstell erstelle erstellen ersten erzähl erzähle es essen esszimmer etwa etwas euch euer
eure eurem euren fahr fahre fahren fahrt falsch fang farbe farben farbtemperatur fast fährst fährt färbe färben
fenster fernsehen fernseher fernsehsendung fertig fest feucht film finde finden flasche flur fort fortsetzen
foto frag frage fragen fragt frei frisch froh früh früher frühstück furchtbar füge führe für gab ganz ganze
ganzen gar garage garagentor garagentore garagentür garagentüre garagentüren gardine gardinen garten gast gäste
gästezimmer gebe geben gebracht geburtstag gedimmt gefahren gefallen gefährlich gefälligst gefrierschrank
gegangen gegeben gegen geh gehe gehen gehört gehst geht gekauft gekippt gekommen geladen gelb gelbleuchten
gelesen gemacht genau genommen genug geöffnet gerade gerät geräte geringste gern gerne gesagt gesamte gesamten
geschichte geschirrspüler geschlafen geschlossen geschoss geschrieben geschwindigkeit gesehen gesperrt gestellt
gestern gewartet gewesen geworden gib gibt ging glaub glaube gleich glühbirne grad grau groß große großen
grösste größer größte gruppe grün grünleuchten gut gute guten guter gutes habe haben hake halb halbe hallo halt
halte handy hast hat hatte haus haustür hält hätte heb hebe heiz heize heizen heizkörper heizung heiß heiße
heißen heißt helfen hell heller helligkeit helligkeitsstufe hellste her herauf heraufdrehen herauffahren
heraufmachen heraus herd herein hergestellt herunter herunterdrehen herunterfahren herunterkühlen heruntermachen
heute heutige hey hi hier hilf hilfe hin hinten hinter hinzu hinzufügen hoch hochdrehen hochfahren hochmachen
hof hoffentlich hol holen home höchste hören hörst hund hungrig ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
immer in innen ins irgendein irgendeine irgendeinem irgendeinen irgendeiner irgendeines irgendeins irgendjemand
irgendwann irgendwas irgendwelche irgendwelches irgendwo isst ist ja jahr jahre jalousie jalousien je jede jeden
jeder jedes jedoch jemals jemand jetzt jung kaffee kalender kalt kaltweiss kaltweissleuchten kaltweiß
kaltweißleuchten kam kamera kameras kann kannst kaputt katze kauf kaufen kälter kein keine keinem keinen keiner
keller kelvin kerze kerzeleuchten kerzenlicht kerzenlichtleuchten kind kinder kinderzimmer klappt klar klein
kleine kleinen kleiner kleinste klima klimaanlage klimatisierung klingel klingeln klo komm komme kommen kommst
kommt komplette kompletten konnte können könnt könnte könntest kurz küche kühl kühle kühlen kühler kühlschrank
künstler künstlerin kürzer lachen laden ladestand ladestation lag lampe lampen lang lange langsam langsamer
langweilig lass lasse lassen laufen laut lauter lautsprecher lautstärke lädt länger läufst läuft leben lebt leer
leg legen leichter leider leise leiser lernen lesen letzte letzten letzter letztes leuchte leuchten leute licht
lichter lichtern lichtes lichts lieber lied lieder liedspringen liedspulen lies lila liste listen liter los
losschicken lösch lösche löschen luftfeuchtigkeit lustig lüfter lüfters mach mache machen macht mag mail mal man
manche manches markise markisen maximal maximale maximum mäh mähe mähen mäher mähvorgang mehr mein meine meinem
meinen meiner meines meins meist meisten mich milch min minimal minimale minimum minute minuten mir mit mittag
mittags mitte mitternacht modus moin moment momentan monat monate morgen morgens möchte möchten mögen musik muss
musst musste mute muten müde müll mülltonne müssen nach nachher nachmittag nachricht nachrichten nacht nachts
nachttischlampe nah name namen namens nass nächste nächsten nächster nächstes nämlich neben nee nehm nehme
nehmen nehmt nein nenn nenne nennen nett neu neue neuen neuer neues nicht nichts nie niedrig niedrigste niemand
nimm nimmst nirgends nix noch nochmal normal nummer nun nur ob oben obenfahren obenmachen oder ofen offen oft
ohne ok okay orange orangeleuchten öffne öffnen öffnet pack packe packen paket passiert passt passwort pause
pausiere pausieren permanent personen pflanzen pink pizza platte playlist plötzlich podcast position prozent
putz putze putzen putzvorgang radio rasen rasenmäher rasenroboter rauf rauffahren raufmachen raum raus
rausnehmen räumen rechnung reden reduzier reduziere reduzieren regal regen regnen regnet rein reinig reinige
reinigen reinigung reinigungsvorgang reservier reservieren reserviert restzeit richtig rolladen rolläden
rollladen rollläden rollo rollos rosa rot rotleuchten ruf rufe rufen rufst ruhig runter runterdrehen
runterfahren runterkommen runterkühlen runtermachen runternehmen rückwärts rückwärtsspringen rückwärtsspulen sag
sage sagen sagt sagte sauber saug sauge saugen sauger saugroboter saugvorgang sämtliche sämtlichen sämtlicher
sänger sängerin schade schalt schalte schalten schalter schaltet schau schauen scheint schick schicke schicken
schirm schirme schlafen schlafzimmer schlecht schliess schliesse schliessen schliesst schließ schließe schließen
schließt schlimm schloss schlösser schlüssel schnee schneien schneit schnell schneller schon schön schöne
schrank schreib schreibe schreiben schreibt schreibtisch schwarz schwarzleuchten schwer schwerer sehen sehr sei
seid sein seine seinem seinen seiner seit sekunde sekunden selber selbst sender sendung senk senke senken sensor
serie servus setz setze setzen setzt show sich sicher sie sieht sind singen singt skript so sobald sofa sofort
sogar soll sollen sollst sollte solltemperatur song songspringen songspulen sonne sonnig sonst sowas spaß spät
später sperr sperre spiel spiele spielen spielt sprechen spring springe springen spul spule spulen spülmaschine
start starte starten statt status staub staubsaug staubsauge staubsaugen staubsauger ständig steckdose
steckdosen stecker stehen stehlampe steht stell stelle stellen stimmt stop stopen stopp stoppe stoppen streich
streiche streichen streifen strom stufe stumm stummschalten stummschaltung stunde stunden stück stückspringen
stückspulen stürmisch szene tag tage tagen tageslicht tageslichtleuchten tanzen täglich tee telefon temperatur
termin termine terrasse teuer thermostat thermostats timer timers tisch tischlampe titel titelspringen
titelspulen toilette ton tonne tor tore track trackspringen trackspulen traurig treffen treppe trinken trinkt
trocken trockner tschüss tu tun tut tür türe türen türkis türklingel tv uhr uhrzeit um unbelegt unbesetzt und
ungefähr uns unser unsere unserem unseren unserer unseres unten untenfahren untenmachen unter unterwegs usw über
überall übermorgen überspring überspringe überspringen übrigens ventilator ventilatoren ventilators veränder
verändere verändern vergangen vergessen vergiss verkünde verkünden verkürze verkürzen verlassen verlängere
verlängern verrat verrate verriegel verriegeln verriegelt verriegle verringer verringere verringern verschieb
verschieben verschlossen versperrt verstanden verstehe verstehen viel viele vielen vielleicht violett
violettleuchten voll volle vom von vor vorbei vorgestern vorhang vorhänge vorher vorherige vorherigen vorheriger
vorheriges vormittag vorne vorspringen vorspulen vorwärts vorwärtsspringen vorwärtsspulen wach wand wann war
waren warm warmweiss warmweissleuchten warmweiß warmweißleuchten warst warte warten wartest warum was
waschmaschine wasser wähle wählen wäre wärmer wäsche weck wecke wecken wecker weg wegen weil weiss weissleuchten
weit weiter weiterhören weiterlaufen weitermachen weiterschauen weiterspielen weiterspringen weiterspulen weiß
weißleuchten weißt welche welchen welcher welches wem wen wenig weniger wenn wer werde werden wert weshalb
wessen wetter wetterbericht wichtig wie wieder wiedergabeliste wiedergeben wiederhol wiederhole wiederholen
wiese wieso wieviel wieviele will wind windig wir wird wirklich wirst wisch wische wischen wischvorgang wissen
witz wo woche wochen wochenende woher wohin wohl wohnt wohnung wohnzimmer wolkig wollen wollte worden wunderbar
wurde wünsch wünsche wünschen würde würden würdest zahl zahlen zeichnest zeig zeige zeigen zeigt zeit zieh
zieltemperatur ziemlich zimmer zimmern zu zudrehen zuerst zufahren zufällig zugeschlossen zugesperrt zum
zumachen zumindest zur zurück zurückrufen zurückschicken zurückspringen zurückspulen zusammen zuschalten
zuschliessen zuschließen zusperren zustand zuviel zwischen
"""

GERMAN = Written(
    code="de",
    ordinary=_ORDINARY,
    numbers=(
        "null eins ein zwei zwo drei vier fünf sechs sech sieben sieb acht neun zehn elf zwölf zwanzig dreißig "
        "vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden "
        "zweite zweiten zweiter zweites dritte dritten dritter drittes vierte vierten vierter viertes fünfte "
        "fünften fünfter sechste sechsten siebte siebten siebter achte achten achter neunte neunten zehnte "
        "zehnten elfte elften zwölfte zwölften zehnter halb halbe halben halber viertel dreiviertel anderthalb "
        "einhalb dutzend doppelt doppel dreifach einmal zweimal dreimal"
    ),
    number_ties="und",
    number_ends="ste sten ster te ten ter",
    dates=(
        "montag montags dienstag dienstags mittwoch mittwochs donnerstag donnerstags freitag freitags samstag "
        "samstags sonnabend sonntag sonntags montagabend montagmorgen dienstagabend mittwochabend donnerstagabend "
        "freitagabend samstagabend sonntagabend sonntagmorgen januar jänner februar feber märz april mai juni "
        "juno juli august september oktober november dezember weihnachten heiligabend ostern ostersonntag "
        "ostermontag pfingsten silvester neujahr karneval fasching nikolaus advent allerheiligen himmelfahrt"
    ),
    units="prozent grad minute minuten stunde stunden sekunde sekunden kelvin uhr",
    number_joiners="und komma nach vor uhr",
    articles="ein eine einen einer einem",
    at_signs="at ät et klammeraffe",
    dots="punkt dot",
    dashes="minus bindestrich unterstrich strich plus",
    linkers="der die das den dem des ein eine in im am an auf bei von vom zu zur zum und",
    clitics="s",
    endings="s es n en e er ern em",
    surnames="braun ernst frisch groß gross jung keller klein kurz lang lange schwarz weiß weiss",
    capitals=False,
    frames={
        "bad": ("das im ins dem vom zum am fürs ein", ""),
        "ernst": ("dein ihr im mein sein euer", ""),
        "lila": ("licht lampe auf in farbe lampen hell", ""),
        "rosa": ("licht lampe auf in farbe lampen hell", ""),
        "sonne": ("die der", ""),
        "will": ("ich er sie es wer man niemand jemand hund katze kind", "ich er sie"),
    },
).read()
"""German."""
