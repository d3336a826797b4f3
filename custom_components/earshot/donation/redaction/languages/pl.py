"""Polish: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a aby adres aktualna aktualną aktywuj alarm albo album albumu ale anuluj apartamen apartamencie apartament
artysta artystę artysty assistant auto automatyczna automatyczne automatycznie automatyczny aż bajka bajkę
balkon balkonie bardziej bardzo barwową bateria baterię baterii bazy bądź bez będą będę będzie białe biało biały
bieg biel bieżącą biurko biuro biurze bliski blisko bo brama brame bramę bramy brąz brązowe brązowo brązowy
brudny budzik budzika burza być bym był była było były całe chce chcesz chcę chciałabym chciałbym chleb chmury
chodź chwila chwilę chłodna chłodną chłodno ciągle cicho ciebie ciemniej ciemno cieplej ciepła ciepłą ciepło
ciepły cię ciężki ciszej co coś czarne czarno czarny czasu czego czeka czekaj czerń czerwień czerwone czerwono
czerwony cześć często czujnik czy czyj czym czysty czytać czytał dać daj dalej daleko dane data datę dał dała
deszcz deszczu dla dlaczego dni dnia do dobę dobra dobranoc dobre dobry dobrze dodać dodaj dokąd doku dole dom
domem domu dopiero dość dotąd dowcip dołożyć dołóż drogi drugi drzwi drzwiach drzwiami dużo duży dworze
dyfuzyjna dyfuzyjne dyfuzyjny dzieci dziecko dzienna dzienną dzienne dzień dziękuję dzisi dzisiaj dzisiejsza
dzisiejszą dzisiejszy dziś dziwne dzwonek dźwięk długo ekran element elementu film filmu fiolet fioletowe
fioletowo fioletowy firanki gabinet garaż garaże garażowa garażową garażowe garażu gdy gdyby gdzie gdzieś
gniazdko godzin godzina godzinę godzinny godziny gorąco goście gość gotowa gotowe gotowy górze gra grać graj
grają granie grzejnik głodny głos głośniej głośnik głośno głośności głośność głowa ha halo hasło hej herbata
herbatę historia home i ich idę idzie idź ile ilu im impreza inaczej inna inne inny iść ja jadalnia jadę jadł
jak jaka jakaś jaką jaki jakie jakiekolwiek jakieś jakiś jako jasno jasność jaśniej ją je jechać jedna jednak
jedzie jedź jego jej jem jemu jest jestem jesteś jesteśmy jeszcze jeśli jutra jutro już kamera kamerę kamery
kanapa kawa kawałek kawałka kawę każd każda każde każdy każdym kelwin kelwina kelwinów kelwiny kiedy kiedyś
kilka kim klap klapa klapy klimatyzacja klimatyzację klucz klucze kod kodu kogo kolacja kolację kolejną
kolejnego kolejnej kolejny kolor koloru kolory komórka komu komunikat koniec kontakt kontaktów kontakty
kontynuuj kończ kończy korytarz korytarzu kosiark kosiarka kosiarkę kosiarki kosić koszenie kot kota kto
ktokolwiek ktoś która którą które którego której którekolwiek któreś który któryś kuchni kuchnia kuchnię kup
kupić kupione kupił kupiła kwiaty lamp lampa lampę lampka lampkę lampki lampy lecz lekki lepiej lepszy leży
licznik licznika liczniki liczników liczniku list lista listę listy liście litr litrów litry lodówka lodówkę lub
lubię ludzi ludzie ma mail maila mają maksa maksymalna maksymalną maksymalne maksymalnie maksymalny mam mamy
markiz markiza markize markizę markizy masz małe mało mały mi miał miała mieć miejscu miesiąc miesiąca mieszka
mieszkani mieszkanie mieszkaniu między minie minimalną minimalnie minimum minut minuta minutę minutnik minutnika
minutniki minutników minutniku minutowy minuty mleka mleko mną mnie mniej mocniej mocno mogę mogłabyś moi moich
moim moja moją moje mojego mojej mokry może możemy możesz można mógłbyś mój mówi mówić mówię mróz musi musisz
muszę muzyka muzykę muzyki my myślę młody na naczynia nad nadal nagle nagrywasz najciemniej najjaśniej najlepiej
nam nami napisał napisz nas nastaw następna następną następne następnego następnej następny nasz nasza nasze
naszego naszej naszym nasłuchiwania nasłuchujesz nawet nazwa nazwany nazwie nazywam nazywasz naładowana
naładowany nią nic nich niczego nie niebezpieczny niebieski niebieskie niebiesko niech nieco niedługo niego
nieistotne niej nieważne nigdy nigdzie nikt nim niska niski niskie nisko niż no noc nocą nocy nowa nowe nowy
numer numeru o obecna obecną obecnie obiad obniż obok obroty obróć obudź obydwa oczywiście od odblokowane
odblokowany odblokowanych odblokuj oddzwoniła oddzwoń odejmij odeślij odhacz odjąć odkurz odkurzacz odpowiedz
odstaw odsunięte odsunięty odsuniętych odsłonięte odsłonięty odsłoniętych odsłoń odtwarzać odtwarzaj odtwarzania
odtwarzanie odtwórz ogrodzie ogród ogrzewania ogrzewanie ogłoszenie ok okej okien okna oknie okno około on ona
one oni ono opowiedz opuść oraz osoba osoby osób ostatni ostatnia ostatnio osłon osłona osłone osłonę osłony
oświeć oświetlenia oświetlenie oto otwarta otwarte otwarty otwartych otwiera otwieranie otwórz oznacz paczka
pada padać parter pewnie pewno pełny pić piec piekarnik pies piętro piętrze pije piosenka piosenkę piosenki
pisać piwnica piwnicy pizza pizzę playlista playlistę playlisty po pobudka pod podaj podcast podcastu podgłośnij
podnieś podsumowanie podłoga pogoda pogodę pogodowe pogłośnij pojechał pojechała pojutrze pokaż pokojach pokoje
pokoju pokój pomarańcz pomarańczowe pomarańczowo pomarańczowy pomieszczeniu pomiń pomoc pomocą pomocy pomóż
ponad poniżej popołudnie popołudniu poproszę poproś poprzedni poprzednia poprzednią poprzedniego poprzedniej
pora posprzątaj poszedł poszła posłuchaj potem potrafisz potrzebuję powiadom powiadomienie powiedz powiedział
powiedziała powiedzieć powiększ powiększać powinien powinno powoli powtórz poza poziom pozostało pozycję
południe pójdę pójść później północ praca pracować pracuje pracy pralka pralkę pranie prawda prawdopodobnie
prawie prawo prąd prędkość procent procenta procentów program programu prosto proszę przebywa przebywają
przeczytaj przed przede przedpokój przedwczoraj przerwij przeskocz przestań przestaw przesuń przesyłane przez
przełącznik przełączniki przełączników przy przyciemnij przycisz przyjechał przymknij przynieś przypomnienie
przypomnij przyszedł przyszła przyszły przywróć psa pusty puść pyta pytanie płyta płytę płyty rachunek radio
rana rano raz razem reaktywuj reguluj robi robić robisz robot rogu rok roku rolet roleta rolete roletę rolety
rośliny rozgłoś rozjaśnij rozpocznij rozproszona rozproszone rozproszony rozumie rozumiem rób również różowe
różowo różowy salon salonie salonu sam sama samo są scena scenę schody sekund sekunda sekundę sekundowy sekundy
serial serialu siebie siedzi się skasuj skąd skocz skończył skończyła skreśl skrócić skróć skrypt skupiona
skupione skupiony smutny sobie spać spokój spotkanie spóźnię sprawdź sprzątaj sprzątnij stacji stan stary status
stoi stolik stop stoper stopera stoperów stopery stoperze stopień stopni stopnia stopnie stół strych stworzony
stworzył suchy sufit suszarka swoim swoja swoją swoje swojego swojej swój sypialni sypialnia sypialnię szary
szukać szukaj szukam szybciej szybko słonecznie słońce słuchaj słuchasz słyszał słyszę słyszysz ściana ścieżkę
ścieżki ścisz śmieci śmieciach śmieszny śniadanie śnieg śniegu śpi śpiewać średni średnia średnie średnio
środkowa środkowe środkowo środkowy środku świateł światła światłem światło świeca świecę świecy ta tak taka
taki takie tam tani tańczyć taras tarasie tą te tego tej telefon telewizja telewizję telewizor temperatura
temperaturę temperatury ten teraz termostat też tę timer timera timerów timery timerze to toaleta tobą tobie
trafiają trawni trawnik trawnika trochę trudno trudny trwający tryb trybie trzeba tu tutaj twoja twoje twojego
twojej twój twórca ty tych tydzień tygodnia tygodniu tyle tylko tym u uaktywnij uczyć ująć ujmij urodzin
urodziny uruchom ustaw usunąć usuń usuwaj uśpij utworu utwór utwórz w wakacje wam wartość warunki was wasz ważne
wciąż wcześnie wcześniej wcześniejszą wcześniejszego wcześniejszej wcześniejszy wczoraj we wejdź wejść
wentylator wentylatora wentylatorów wentylatory wewnątrz wiadomość wiatr wiatrak wiatraka wiatraki wiatraków
widzę widział widziałam wie wieczorem wieczoru wieczór wiele wielu wiem wiesz więc więcej wilgotność witaj woda
wodę wokół wolniej wolno wolny wraca wracam wróci wróć wrzuć wstał wstrzymaj wszędzie wszys wszyscy wszystkich
wszystkie wszystko wtedy wy wybierz wycisz wyciszenie wyczyść wydłuż wydłużyć wyjechał wyjeżdżamy wyjść wykonane
wykonawca wykonawcę wykonawcy wyreguluj wyrzuć wysoka wysoki wysokie wysoko wysokość wysyłane wyszedł wyszła
wysłać wyślij wyłącz wyłączaj wyłączona wyłączone wyłączony wyłączonych wyłączył wziąć wziął wznów włącz włączaj
włącznik włączona włączone włączony włączonych włączył włączyła z za zablokowane zablokowany zablokowanych
zablokuj zaczął zacznij zaczyna zadań zadokuj zadzwonić zadzwoń zagraj zakończ zakupione zakupów zakupy zamek
zamiast zamki zamknięta zamknięte zamknięty zamkniętych zamknij zamków zamów zamówić zamrażarka zamyka zamykanie
zanim zapal zapomnieć zapomnij zapytać zapytaj zapłacić zapłać zaraz zarezerwuj zastopuj zasunięte zasunięty
zasuniętych zasłon zasłona zasłone zasłonę zasłonięta zasłonięte zasłonięty zasłoniętych zasłony zasłoń zaświeć
zatrzymaj zawróć zawsze zaznacz zbyt zdjęcie ze zerknij zewnątrz zgaś zgubił zieleń zielone zielono zielony
zimna zimną zimniej zimno zimny zmęczony zmień zmniejsz zmniejszyć zmywarka zmywarkę zna znaczy znajdują
znajduje znajdź znalazł znaleźć znam znowu znów zostaje zostaw został zostałeś zostało zredukować zredukuj
zrobione zrobił zrobiła zrób zszedł zwany zwiększ zwiększyć złóż żaden żadne żaluzja żaluzje żaluzji żarówek
żarówka żarówkę żarówki żart że żeby żółte żółto żółty życie życzenia życzę ładować ładowanie ładuje łatwy
łazience łazienka łazienki łóżko
"""

POLISH = Written(
    code="pl",
    ordinary=_ORDINARY,
    numbers=(
        "zero zera jeden jedna jedno jedną jednej jednego dwa dwie dwóch dwoje trzy trzech cztery czterech pięć "
        "pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziewięciu dziesięć dziesięciu jedenaście "
        "dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście "
        "dwadzieścia dwudziestu trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt "
        "dziewięćdziesiąt sto stu dwieście trzysta czterysta pięćset sześćset siedemset osiemset dziewięćset "
        "tysiąc tysiące tysięcy milion miliony milionów pierwsza pierwszy pierwszej pierwszego pierwsze drugiej "
        "drugiego drugą trzecia trzeci trzeciej trzeciego czwarta czwartej czwartego piąta piątej piątego piąty "
        "szósta szóstej szóstego siódma siódmej siódmego ósma ósmej ósmego dziewiąta dziewiątej dziewiątego "
        "dziesiąta dziesiątej dziesiątego jedenasta jedenastej dwunasta dwunastej trzynasta trzynastej "
        "czternastej piętnastej szesnastej siedemnastej osiemnastej dziewiętnastej dwudziesta dwudziestej "
        "dwudziestego trzydziestej trzydziestego pół wpół połowa połowę połowy kwadrans półtora półtorej tuzin "
        "podwójny dwukrotnie"
    ),
    dates=(
        "poniedziałek poniedziałku poniedziałki wtorek wtorku wtorki środa środę środy środzie czwartek czwartku "
        "czwartki piątek piątku piątki sobota sobotę soboty sobocie niedziela niedzielę niedzieli niedziele "
        "styczeń stycznia styczniu luty lutego lutym marzec marca marcu kwiecień kwietnia kwietniu maj maja maju "
        "czerwiec czerwca czerwcu lipiec lipca lipcu sierpień sierpnia sierpniu wrzesień września wrześniu "
        "październik października październiku listopad listopada listopadzie grudzień grudnia grudniu wigilia "
        "wigilię wigilii wielkanoc wielkanocy sylwester sylwestra mikołajki andrzejki zaduszki"
    ),
    units=(
        "procent procenta stopień stopnie stopni stopnia minuta minutę minuty minut godzinę godzina godziny "
        "godzin sekundę sekundy sekund"
    ),
    number_joiners="i przecinek do po za",
    at_signs="małpa małpka at",
    dots="kropka",
    dashes="myślnik kreska podkreślnik minus podkreślenie",
    linkers="w na z do u od i we ze przy",
    clitics="",
    endings=("a ą e ę i y u o ie ia ią ię ii io em ami ach om ów ego ej emu ym im owi owie iem iowi ie ze cie dze"),
    surnames=(
        "brudny burza ciepła cichy czarny deszcz duży graj koniec lampa mały moj młody nowy rok skocz stary "
        "wiatrak woda zając śnieg suchy zimny zielony biały"
    ),
    frames={
        "kim": ("z o nad przed po", ""),
        "kot": ("nasz moj", ""),
    },
).read()
"""Polish."""
