"""Portuguese."""

from .language import Answer, Command, Language

PORTUGUESE = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:por favor )?(?:(?:esquece|esqueça) "
                "(?:isso|isto)|(?:esquece|esqueça|apaga|apague) o que (?:eu )?disse)(?: por "
                "favor)?"
            ),
        ),
        Command.WHO_HEARD: (
            "quem (?:ouviu isso|ouviu isto|me ouviu)",
            ("o que (?:é que )?(?:ouviste|guardaste|enviaste|você ouviu|você guardou|você enviou)"),
        ),
        Command.OFF_FOR_AN_HOUR: (
            "(?:por favor )?não (?:guardes|guarde) nada durante uma hora(?: por favor)?",
            "(?:por favor )?não (?:guardes|guarde) nada por uma hora(?: por favor)?",
        ),
        Command.OFF_THE_RECORD: ("(?:por favor )?não (?:guardes|guarde) (?:mais )?nada(?: por favor)?",),
        Command.BACK_ON: ("(?:por favor )?(?:volta|volte|podes voltar|pode voltar) a guardar(?: por favor)?",),
        Command.STOP_DONATING: (
            (
                "(?:por favor )?(?:para de doar|pare de doar|não does mais|não doe mais) (?:a "
                ")?(?:minha|nossa|minhas|nossas) (?:voz|vozes|gravações)(?: por favor)?"
            ),
            "(?:por favor )?(?:desativa|desative|desliga|desligue) a doação(?: por favor)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "O que foi dito aqui antes está apagado.",
        Answer.TRACES_LEFT: "O que eu guardava está apagado. Mas o Home Assistant ainda pode ter restos. O "
        "painel mostra-os.",
        Answer.NOT_FORGOTTEN: "Não consegui apagar tudo. Use o painel.",
        Answer.NOTHING_SAID: "Não sei de nada que tenha sido dito aqui antes.",
        Answer.NO_SATELLITE: "Não sei de que satélite se trata. Use o painel.",
        Answer.UNAVAILABLE: "Agora não consigo ler o registo, por isso não sei.",
        Answer.HEARD_BY: "Ouviram: {ears}.",
        Answer.STAYED: "Que eu saiba, não saiu de casa.",
        Answer.LEFT: "Saiu de casa.",
        Answer.MAYBE: "Não sei se saiu de casa, por isso conte que sim.",
        Answer.WORD_ONLY: "De alguns só tenho a palavra deles.",
        Answer.OFF: "Não guardo nada do que se diz aqui até alguém terminar isso.",
        Answer.OFF_HOUR: "Durante uma hora não guardo nada do que se diz aqui.",
        Answer.OFF_ALREADY: "Aqui já não se guarda nada, pelo menos durante esse tempo.",
        Answer.OFF_UNSAVED: "Não guardo nada, mas só até o Home Assistant reiniciar: não o consegui gravar.",
        Answer.NOT_OFF: "Não foi possível. Use o painel.",
        Answer.ON_ELSEWHERE: "Isso não se pode fazer por voz, porque qualquer pessoa o poderia dizer. Mude-o "
        "na página deste satélite.",
        Answer.DONATION_OFF: "A doação está desligada. Já nada sai.",
        Answer.DONATION_WAS_OFF: "A doação já estava desligada.",
        Answer.DONATION_NOT_OFF: "Não consegui desligar a doação. Use o painel.",
    },
)
