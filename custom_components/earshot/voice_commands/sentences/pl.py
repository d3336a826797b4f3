"""Polish."""

from .language import Answer, Command, Language

POLISH = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:proszę )?(?:zapomnij (?:to|o tym)|(?:zapomnij|usuń|skasuj) (?:to )?co "
                "powiedział(?:em|am))(?: proszę)?"
            ),
        ),
        Command.WHO_HEARD: ("kto (?:to|mnie) (?:słyszał|usłyszał)",),
        Command.FORGET_HOUR: (
            (
                "(?:proszę )?(?:zapomnij|usuń|skasuj) (?:ostatnią godzinę|(?:o )?wszystk(?:o|im) z ostatniej "
                "godziny)(?: proszę)?"
            ),
        ),
        Command.FORGET_TODAY: (
            (
                "(?:proszę )?(?:zapomnij|usuń|skasuj) (?:dzisiejszy dzień|(?:o )?wszystk(?:o|im) z "
                "(?:dzisiaj|dziś)|(?:to |wszystko )?co (?:dziś|dzisiaj) powiedział(?:em|am))(?: proszę)?"
            ),
        ),
        Command.REDACT_THAT: ("(?:proszę )?(?:usuń|wykreśl|skasuj) to z rejestru(?: proszę)?",),
        Command.WHAT_HEARD: ("co (?:właśnie )?usłyszał(?:eś|aś)",),
        Command.WHAT_KEPT: ("co (?:właśnie )?(?:zachował|zapisał)(?:eś|aś)",),
        Command.WHAT_SENT: ("co (?:właśnie )?wysłał(?:eś|aś)",),
        Command.WHY: ("(?:dlaczego|czemu) to (?:właśnie )?zrobił(?:eś|aś)",),
        Command.LEFT_TODAY: (
            "czy (?:dziś |dzisiaj )?coś (?:dziś |dzisiaj )?(?:opuściło dom|wyszło z domu)(?: dziś| dzisiaj)?",
        ),
        Command.LISTENED: ("czy ktoś (?:mnie|nas) (?:słuchał|słyszał|podsłuchiwał)",),
        Command.OFF_FOR_AN_HOUR: ("(?:proszę )?nie zachowuj nic(?:zego)? przez godzinę(?: proszę)?",),
        Command.OFF_THE_RECORD: ("(?:proszę )?nie zachowuj (?:już )?nic(?:zego)?(?: proszę)?",),
        Command.BACK_ON: ("(?:proszę )?(?:zachowuj znowu|możesz znowu zachowywać)(?: proszę)?",),
        Command.STOP_DONATING: (
            (
                "(?:proszę )?(?:przestań przekazywać|nie przekazuj więcej) (?:mój głos|mojego "
                "głosu|nasze głosy|moje nagrania|moich nagrań)(?: proszę)?"
            ),
            "(?:proszę )?wyłącz darowizny(?: proszę)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "To, co tu wcześniej powiedziano, jest usunięte.",
        Answer.TRACES_LEFT: "To, co zachowałem, jest usunięte. Ale Home Assistant może mieć jeszcze ślady. "
        "Pokazuje je panel.",
        Answer.NOT_FORGOTTEN: "Nie udało się usunąć wszystkiego. Użyj panelu.",
        Answer.NOTHING_SAID: "Nie wiem o niczym, co tu wcześniej powiedziano.",
        Answer.NO_SATELLITE: "Nie wiem, o który satelita chodzi. Użyj panelu.",
        Answer.UNAVAILABLE: "Nie mogę teraz odczytać rejestru, więc tego nie wiem.",
        Answer.HEARD_BY: "Usłyszeli to: {ears}.",
        Answer.STAYED: "O ile wiem, nie opuściło to domu.",
        Answer.LEFT: "To opuściło dom.",
        Answer.MAYBE: "Nie wiem, czy to opuściło dom, więc przyjmij, że tak.",
        Answer.WORD_ONLY: "O niektórych wiem tylko z ich zapewnień.",
        Answer.ASK_FORGET_HOUR: "To usunie wszystko, co słyszano tu przez ostatnią godzinę, razem {count}. Czy mam "
        "to zrobić?",
        Answer.ASK_FORGET_TODAY: "To usunie wszystko, co słyszano tu dzisiaj, razem {count}. Czy mam to zrobić?",
        Answer.NOTHING_THEN: "Nie wiem o niczym, co tu w tym czasie słyszano.",
        Answer.NOTHING_ERASED: "Dobrze. Niczego nie usunięto.",
        Answer.MANY_FORGOTTEN: "Usunięto, razem {count}.",
        Answer.MANY_TRACES_LEFT: "To, co zachowałem, jest usunięte, razem {count}. Ale Home Assistant może mieć "
        "jeszcze ślady. Pokazuje je panel.",
        Answer.REDACT_ELSEWHERE: "Wtedy nikt nie mógłby już zobaczyć, że coś powiedziano, więc może to zrobić "
        "tylko administrator w panelu. Mogę usunąć to, co powiedziano: powiedz, zapomnij "
        "o tym.",
        Answer.LAST_AT: "Ostatnio: {at}.",
        Answer.HEARD_SOUND: "Sekundy dźwięku: {seconds}.",
        Answer.HEARD_WORDS: "Liczba słów: {words}.",
        Answer.NOT_UNDERSTOOD: "Nie było w tym zdania, które rozumiem.",
        Answer.NO_MORE_KNOWN: "Może być coś więcej, czego nie wiem.",
        Answer.KEPT: "Zachowuję z tego: {kinds}.",
        Answer.KIND_SOUND: "dźwięk",
        Answer.KIND_WORDS: "słowa",
        Answer.KIND_RESPONSE: "odpowiedź",
        Answer.KEPT_DAYS: "Liczba dni do usunięcia wszystkiego: {days}.",
        Answer.KEPT_WITHOUT_END: "Samo się nie usunie.",
        Answer.KEPT_ERASED: "To, co z tego zachowałem, jest usunięte.",
        Answer.KEPT_NOTHING: "Niczego z tego nie zachowałem.",
        Answer.KEPT_BY_OTHERS: "Coś z tego mogą zachowywać: {ears}.",
        Answer.SENT_TO: "Trafiło to do: {ears}.",
        Answer.KEPT_FROM: "Zasada tego domu sprawiła, że nie dostali tego: {ears}.",
        Answer.BECAUSE_OF: "Z powodu tego, co tu ostatnio słyszano: {at}.",
        Answer.FALSE_WAKE: "Wziąłem coś za słowo wybudzające, a nikt nic nie mówił.",
        Answer.DECIDED_BY: "O tym, co zrobić, zdecydował: {ears}.",
        Answer.CHANGED: "Zmieniono: {things}.",
        Answer.CHANGED_NOTHING: "W domu niczego nie zmieniono.",
        Answer.TODAY_STAYED: "O ile wiem, dzisiaj do tej pory nic nie opuściło domu.",
        Answer.TODAY_UNSEEN: "Nie widziałem, żeby dzisiaj coś opuściło dom, ale nie patrzyłem przez cały czas.",
        Answer.TODAY_MAYBE: "Nie wiem, czy dzisiaj coś opuściło dom, więc przyjmij, że tak.",
        Answer.TODAY_LEFT: "Tak, dzisiaj coś opuściło dom.",
        Answer.LEFT_HERE: "Część z tego powiedziano tutaj.",
        Answer.LEFT_PERHAPS_HERE: "Nie wiem, czy część z tego powiedziano tutaj.",
        Answer.LEFT_ELSEWHERE: "O ile wiem, niczego z tego nie powiedziano tutaj.",
        Answer.LISTENED_BY: "Coś z tego, co tu powiedziano, usłyszeli lub przeczytali: {ears}.",
        Answer.NOBODY_LISTENED: "Nie wiem o nikim, kto usłyszał lub przeczytał to, co tu powiedziano.",
        Answer.LISTENED_BEYOND: "Część z tego opuściła dom, a kto tam słucha, tego nie mogę wiedzieć.",
        Answer.OFF: "Nie zachowuję niczego z tego, co się tu mówi, dopóki ktoś tego nie zakończy.",
        Answer.OFF_HOUR: "Przez godzinę nie zachowuję niczego z tego, co się tu mówi.",
        Answer.OFF_ALREADY: "Tu już nic nie jest zachowywane, co najmniej tak długo.",
        Answer.OFF_UNSAVED: "Nie zachowuję niczego, ale tylko do ponownego uruchomienia Home Assistanta: nie "
        "udało się tego zapisać.",
        Answer.NOT_OFF: "Nie udało się. Użyj panelu.",
        Answer.ON_ELSEWHERE: "Tego nie można zrobić głosem, bo każdy mógłby to powiedzieć. Przełącz to na "
        "stronie tego satelity.",
        Answer.DONATION_OFF: "Przekazywanie nagrań jest wyłączone. Nic już nie wychodzi.",
        Answer.DONATION_WAS_OFF: "Przekazywanie nagrań było już wyłączone.",
        Answer.DONATION_NOT_OFF: "Nie udało się wyłączyć przekazywania nagrań. Użyj panelu.",
    },
    yes="tak(?: proszę| usuń(?: to)?| zrób to)?|dobrze|jasne|ok|zrób to",
)
