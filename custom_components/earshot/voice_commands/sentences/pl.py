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
        Command.WHO_HEARD: (
            "kto (?:to|mnie) (?:słyszał|usłyszał)",
            ("co (?:właśnie )?(?:usłyszałeś|usłyszałaś|zachowałeś|zachowałaś|wysłałeś|wysłałaś)"),
        ),
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
)
