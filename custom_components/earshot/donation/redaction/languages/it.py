"""Italian: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a abbassa abbassando abbassare abbassata abbassate abbassati abbassato abbastanza abbia accanto accende
accendere accendi accesa accese accesi acceso acqua ad adesso affatto aggiungere aggiungi agli ah ai aiuta
aiutami aiuto al album alcuna alcune alcuni alcuno alla allarme allarmi alle allo allora alseguente alsuccessivo
alta alto altoparlante altoparlanti altra altre altri altro alza alzando alzare alzata alzate alzati alzato
anche ancora andare andata andato angolo anni anno annulla annullare annuncia annunciare aperta aperte aperti
aperto apertura appartamento appena appuntamento apre aprendo apri aprire arancione area aria arresta arrestare
arriva arrivare arrivato arrivo artista asciugatrice asciutto ascolta ascoltare ascolti aspetta aspira
aspirapolvere assistant attenzione attiva attivare attivata attivate attivati attivato attive attivi attivo
attorno attuale audio auguri aumenta aumentare avanti avere avete aveva avevo avuto avvia avviare azzurro
bagnato bagno balcone ballare bambina bambini bambino barzelletta basculante basculanti base bassa basso basta
batteria bello bene benissimo bere bevuto bianca bianco bisogna bisogno blocca bloccare bloccata bloccate
bloccati bloccato blu bolletta bottiglia box brano bravo brutto buio buon buona buonanotte buonasera buone
buongiorno buono butta butti cade caffè calda caldaia caldo cambia cambiare camera camere cameretta campanello
cancella cancellare cancelli cancello cane canta cantare cantina canzone canzoni capisce capisco carica carico
caro casa cassa casse cellulare cena cento cerca cercare cerco certo che chi chiama chiamami chiamare chiamata
chiamato chiami chiamo chiara chiaro chiave chiavi chiedere chiederti chiedi chiude chiudendo chiudere chiudi
chiusa chiuse chiusi chiuso chiusura ci ciao cibo cioè ciò circa climatizzatore codice colazione colore colori
come comincia compleanno completa completare componi compra comprare comprata comprato comunica comunicare
comunque con condizionatore congelatore conosce conosco continua contro controlla controllare corrente corridoio
cortile cosa cose così costruito crea creato credo cucina cui da dagli dai dal dalla dalle dallo dammi danno
dappertutto dare data dati davanti davvero dà de decrementa decrementare degli dei deil del dela dele dell della
delle dello delo dentro deve devi devo devono di dica dicci dice dici dico dietro difficile digli dille dillo
diminuisce diminuisci dimmi dire dirmi disattiva disattivare disattivata disattivate disattivati disattivato
disattive disattivi disattivo disco dita diurna divano diverso divertente dì dobbiamo domanda domandare
domandarti domani dopo dormire dormito dormo dov dove dovrebbe dritto due dunque durante e ecco ed elemento
elimina eliminare elimini email episodio era erano erba eri esatta esatto esci esco esegui eseguire essa essere
essi esso esterno è fa faccia faccio facile fai faiaccendere faiaccendi falcia falciami falciare fame fammi
fanno far faraccendere faraccendi farà fare fareaccendere fareaccendi fate fatemi fatta fatto favore felice
ferma fermare film finché fine finestra finestre finisce finiscono finita finito fino fiori forno forse forte
foto fra fredda freddo fresco fretta frigo frigorifero funziona fuori garage gatto generato gente gialla giallo
giardino già gioco giorni giorno giovane giu giusto giù gli gradi grado grande grandi grazie grigio guarda
guardare ha hai hanno ho home i ieri il illumin illumina illuminare imparare impossibile imposta impostare in
incrementa incrementare indietro indirizzo infatti informa informare ingresso inizia inserire inserisci insieme
intanto intensità interno interrompere interrompi interruttore interruttori intorno invece invia inviare io
kelvin la lampada lampadari lampadario lampade lampadina lampadine lascia lasciami lasciare lato latte
lavastoviglie lavatrice lavora lavorare lavoro là le leggere leggero leggi leggimi lei lenta lentamente lento
lettera letto leva levare li libera libere liberi libero list lista litri litro lì lo lontano loro lucchetti
lucchetto luce luci lui luminosità luminoso lunga lungo ma magari mai mail male manca mancano manda mandare
mangia mangiare mangiato mansarda marrone massimo mattina mattine mattino me media meglio meno mentre mese mesi
messaggio messo metà meteo mettere metti mezza mezzanotte mezzo mezzogiorno mi mia mie miei mila minimo minuti
minuto mio modifica modificare modo molta molte molti molto momento muro musica muta mutare muto ne neanche
nearea necessario negli nei nel nella nelle nello nemmeno neonato nera nero nessun nessuna nessuno neve nevica
nevicare né niente no noi nome nominato non nostr nostra nostre nostri nostro notte notti nulla numero nuova
nuove nuovi nuovo nuvole nuvoloso o occupata occupate occupati occupato od odierna oggi ogni ognuno oh ok okay
oltre oppure ora orario ordina ordinare ore oscurante oscuranti ospite ospiti ovunque pacco paga pagare paio
pane panni parete parla parlare parola parole parte partiamo partire partita partito passa passato password
pausa pavimento peccato peggio per percento perché perdere perfetto pericoloso però persiana persiane persino
perso persona persone pesante pezzo piacere piano piante piatti piccola piccolo piena pieno pila pioggia piove
piovendo pioverà piovere piuttosto più pizza player playlist po poca pochi poco podcast poi pomeriggio porta
portami portare porte porti portone portoni posizione possiamo possibile posso potere potrebbe potreste potresti
pranzo prato precedente prego prenda prende prendere prendi prenota prenotare presa prese presente presenti
presto previsioni prima primo prodotto programma promemoria pronta pronto proprio prossima prossimo pulisci
pulito punti punto puoi può qua qual qualche qualcosa qualcuna qualcuno quale quali qualsiasi quando quanta
quante quanti quanto quarti quarto quasi quei quel quell quella quelle quelli quello quest questa queste questi
questo qui quindi raccontami radio rasaerba registri regola rendere rendi resta restare riaccendere riaccendi
riattiva riattivare riavvia ricarica richiama richiamare richiamarmi ricorda ricordamelo ricordami ricordare
ridere riduci ridurre rilevata rilevate rilevati rilevato rimanda rimandare rimane rimanente rimettere rimetti
rimuovere rimuovi ripeti riporta riportare riprendi riproduci riprodurre riproduzione riscaldamento rispondere
rispondi risposta risulta risultano ritardo robot rosa rossa rosso rotta rotto sa sai sala salire salotto salta
salve sapere saracinesca saracinesche sarà sarebbe sarei sbagliato sbarrata sbarrate sbarrati sbarrato sblocca
sbloccare sbloccata sbloccate sbloccati sbloccato scala scalda scaldare scale scena scende scendere scendi
schermo schiudere schiudi scorsa scorso script scritto scrivania scrivere scrivi scura scuro scusa se secondi
secondo seguente sei sembra sempre sensore senti sentire sento senza sera sere serie serranda serrande serrata
serrate serrati serrato serratura serrature serve sete setta settare settimana settimane sé sgombra sgombre
sgombri sgombro shopping si sia siamo siete silenzia silenziare simile sì smuta smutare so soffitta soffitto
soggiorno sola sole soleggiato solito solo sono sopra sotto spalancata spalancate spalancati spalancato
spazzatura spegne spegnere spegni spengere spengi spenta spente spenti spento spesa spesso sporco sposta
spostare spunta spuntare sta stai stanco stanno stanotte stanza stanze stare stasera stata stati stato stazione
stessa stesso sto stop stoppa stoppare storia strano studio su sua subito successiva successivo successo sue
sugli sui suil sul sula sule sull sulla sulle sullo sulo suo suoi suona suonare suono sveglia svegliami
svegliare taglia tagliaerba tagliami tagliare taglierba taglio tale tanta tanti tanto tapparella tapparelle
tardi tavolo te tele telecamera telecamere telefono televisione televisore temp temperatura tempo temporale
tenda tende tendina termosifone termostato terrazza terribile tè ti timer tirando tirata tirate tirati tirato
togli togliere torna tornare tosa tosaerba tosami tosare tra traccia trasmettere trasmetti tre triste troppa
troppo trova trovano trovare trovato tu tua tue tuo tuoi turchese tutta tutte tutti tutto tv ufficio uguale
ultima ultimo umidità un una uno uscire uscita uscito va vacanza vacanze vado vai valore vanno vari vecchia
vecchio vedere vedi vedo veloce velocemente velocità venduto veneziana veneziane vengo venire ventilatore
ventilatori ventilazione vento ventola ventole verde vero verso vi via vicino viene vieni viola visto vivere
vogliamo voglio voi volta volte volume vorrei vostra vostro vuoi vuol vuole vuota vuote vuoti vuoto zitto
"""

ITALIAN = Written(
    code="it",
    ordinary=_ORDINARY,
    numbers=(
        "centotto centottanta centottant "
        "zero un uno una due tre tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
        "quindici sedici diciassette diciotto diciannove venti vent trenta trent quaranta quarant cinquanta "
        "cinquant sessanta sessant settanta settant ottanta ottant novanta novant cento cent mille mila milione "
        "milioni miliardo miliardi secondo seconda terzo terza quarto quarta quinto quinta sesto sesta settimo "
        "settima ottavo ottava nono nona decimo decima mezza mezzo metà dozzina doppio triplo"
    ),
    dates=(
        "lunedì martedì mercoledì giovedì venerdì sabato sabati domenica domeniche gennaio febbraio marzo aprile "
        "maggio giugno luglio agosto settembre ottobre novembre dicembre natale pasqua pasquetta ferragosto "
        "capodanno epifania befana halloween ramadan carnevale"
    ),
    units="grado grado percento minuto minuti ora ore secondo secondi kelvin",
    number_joiners="e virgola meno le",
    articles="un una",
    at_signs="chiocciola",
    dots="punto",
    dashes="trattino meno underscore basso",
    linkers="il lo la i gli le l un una uno di del della dello dei degli delle dell a al alla in nella nel e",
    clitics="l d un c dell all nell sull dall quell quest dov com c n v s m t po e a di",
    endings="",
    surnames=(
        "basso bianco bruno dalla delle durante fiori gatto gallo grande marrone nero vento volta rossi russo "
        "sala bello buono longo vecchio neri bianchi piccolo"
    ),
    frames={
        "aria": ("l d dell all un nell", "condizionata"),
        "bianca": ("luce colore in piu", ""),
        "cento": ("per", ""),
        "chiara": ("piu luce meno", ""),
        "fiori": ("i dei", ""),
        "luce": (
            ("la una questa quella ogni piu che di senza con troppa poca meno stessa altra alla della sulla"),
            "del della di accesa spenta in bianca rossa verde blu",
        ),
        "massimo": ("al il volume livello", ""),
        "mia": ("la una alla della sulla nella dalla casa camera stanza questa", ""),
        "rosa": ("colore luce luci in", ""),
        "sala": ("la in della", "da"),
        "secondo": ("", "me te"),
        "sei": ("tu ci dove", "a in sicuro pronto pronta tu"),
        "sole": ("il al", ""),
        "sue": ("le alle delle sulle nelle", ""),
        "viola": ("colore luce luci in", ""),
    },
).read()
"""Italian."""
