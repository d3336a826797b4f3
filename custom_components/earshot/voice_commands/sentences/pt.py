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
        Command.WHO_HEARD: ("quem (?:ouviu isso|ouviu isto|me ouviu)",),
        Command.FORGET_HOUR: (
            "(?:por favor )?(?:esquece|esqueça|apaga|apague) (?:a|tudo da) última hora(?: por favor)?",
        ),
        Command.FORGET_TODAY: (
            (
                "(?:por favor )?(?:esquece|esqueça|apaga|apague) (?:(?:tudo )?o que (?:eu )?disse hoje|tudo de "
                "hoje|o dia de hoje)(?: por favor)?"
            ),
        ),
        Command.REDACT_THAT: (
            (
                "(?:por favor )?(?:tira|tire|remove|remova|apaga|apague) (?:isso|isto) do "
                "(?:registo|registro)(?: por favor)?"
            ),
        ),
        Command.WHAT_HEARD: ("o que (?:é que )?(?:ouviste|você ouviu|acabaste de ouvir|você acabou de ouvir)",),
        Command.WHAT_KEPT: ("o que (?:é que )?(?:guardaste|você guardou|acabaste de guardar|você acabou de guardar)",),
        Command.WHAT_SENT: ("o que (?:é que )?(?:enviaste|você enviou|acabaste de enviar|você acabou de enviar)",),
        Command.WHY: ("por ?qu[eê] (?:é que )?(?:fizeste|você fez) (?:isso|isto)",),
        Command.LEFT_TODAY: (
            "(?:hoje )?(?:saiu alguma coisa|alguma coisa saiu|algo saiu|saiu algo) de casa(?: hoje)?",
        ),
        Command.LISTENED: ("alguém (?:me|nos) (?:ouviu|escutou)",),
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
        Answer.ASK_FORGET_HOUR: "Isso apaga o que se ouviu aqui na última hora, no total {count}. Posso apagar?",
        Answer.ASK_FORGET_TODAY: "Isso apaga o que se ouviu aqui hoje, no total {count}. Posso apagar?",
        Answer.NOTHING_THEN: "Não sei de nada que se tenha ouvido aqui nesse tempo.",
        Answer.NOTHING_ERASED: "Está bem. Não apaguei nada.",
        Answer.MANY_FORGOTTEN: "Apagado, no total {count}.",
        Answer.MANY_TRACES_LEFT: "O que eu guardava está apagado, no total {count}. Mas o Home Assistant ainda "
        "pode ter restos. O painel mostra-os.",
        Answer.REDACT_ELSEWHERE: "Então ninguém poderia ver que algo foi dito, por isso só um administrador o pode "
        "fazer no painel. Posso apagar o que foi dito: diga, esquece isso.",
        Answer.LAST_AT: "A última vez: {at}.",
        Answer.HEARD_SOUND: "Segundos de som: {seconds}.",
        Answer.HEARD_WORDS: "Palavras: {words}.",
        Answer.NOT_UNDERSTOOD: "Não percebi nenhuma frase.",
        Answer.NO_MORE_KNOWN: "Pode haver mais que eu não saiba.",
        Answer.KEPT: "Disso guardo: {kinds}.",
        Answer.KIND_SOUND: "o som",
        Answer.KIND_WORDS: "as palavras",
        Answer.KIND_RESPONSE: "a resposta",
        Answer.KEPT_DAYS: "Dias até tudo estar apagado: {days}.",
        Answer.KEPT_WITHOUT_END: "Não se apaga por si só.",
        Answer.KEPT_ERASED: "O que eu guardava disso está apagado.",
        Answer.KEPT_NOTHING: "Não guardei nada disso.",
        Answer.KEPT_BY_OTHERS: "Talvez guardem algo disso: {ears}.",
        Answer.SENT_TO: "Chegou a: {ears}.",
        Answer.KEPT_FROM: "Uma regra desta casa impediu que chegasse a: {ears}.",
        Answer.BECAUSE_OF: "Por causa do que se ouviu aqui por último: {at}.",
        Answer.FALSE_WAKE: "Tomei alguma coisa pela palavra de ativação, e ninguém falou.",
        Answer.DECIDED_BY: "O que fazer foi decidido por: {ears}.",
        Answer.CHANGED: "Mudou: {things}.",
        Answer.CHANGED_NOTHING: "Nada mudou na casa.",
        Answer.TODAY_STAYED: "Que eu saiba, hoje até agora nada saiu de casa.",
        Answer.TODAY_UNSEEN: "Hoje não vi nada sair de casa, mas não estive a ver o tempo todo.",
        Answer.TODAY_MAYBE: "Não sei se hoje alguma coisa saiu de casa, por isso conte que sim.",
        Answer.TODAY_LEFT: "Sim, hoje alguma coisa saiu de casa.",
        Answer.LEFT_HERE: "Uma parte foi dita aqui.",
        Answer.LEFT_PERHAPS_HERE: "Não sei se uma parte foi dita aqui.",
        Answer.LEFT_ELSEWHERE: "Que eu saiba, nada disso foi dito aqui.",
        Answer.LISTENED_BY: "Algo do que se disse aqui foi ouvido ou lido por: {ears}.",
        Answer.NOBODY_LISTENED: "Não sei de ninguém que tenha ouvido ou lido o que se disse aqui.",
        Answer.LISTENED_BEYOND: "Uma parte saiu de casa, e quem lá ouve, não posso saber.",
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
    yes="sim(?: por favor| apaga(?: tudo)?| apague(?: tudo)?)?|claro|está bem|ok|pode apagar|pode",
)
