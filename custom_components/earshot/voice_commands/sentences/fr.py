"""French."""

from .language import Answer, Command, Language

FRENCH = Language(
    commands={
        Command.FORGET_THAT: (
            (
                "(?:s'il te plaît )?(?:(?:oublie|oubliez) "
                "(?:ça|cela)|(?:oublie|efface|oubliez|effacez) ce que j'ai dit)(?: s'il "
                "(?:te|vous) plaît)?"
            ),
        ),
        Command.WHO_HEARD: (
            "qui (?:a entendu (?:ça|cela)|m'a entendu)",
            "qu'(?:as tu|est ce que tu as) (?:entendu|gardé|envoyé)",
        ),
        Command.OFF_FOR_AN_HOUR: ("(?:s'il te plaît )?ne garde rien pendant une heure(?: s'il te plaît)?",),
        Command.OFF_THE_RECORD: ("(?:s'il te plaît )?ne garde (?:plus )?rien(?: s'il te plaît)?",),
        Command.BACK_ON: ("(?:recommence à garder|tu peux à nouveau garder)(?: s'il te plaît)?",),
        Command.STOP_DONATING: (
            (
                "(?:s'il te plaît )?(?:arrête de donner|ne donne plus) (?:ma|nos|mes|notre) "
                "(?:voix|enregistrements)(?: s'il te plaît)?"
            ),
            "(?:s'il te plaît )?désactive le don(?: s'il te plaît)?",
        ),
    },
    answers={
        Answer.FORGOTTEN: "Ce qui a été dit ici avant est effacé.",
        Answer.TRACES_LEFT: "Ce que j'en gardais est effacé. Mais Home Assistant en a peut-être encore des "
        "traces. Le panneau les montre.",
        Answer.NOT_FORGOTTEN: "Je n'ai pas pu tout effacer. Passe par le panneau.",
        Answer.NOTHING_SAID: "Je ne sais rien qui ait été dit ici avant.",
        Answer.NO_SATELLITE: "Je ne sais pas de quel satellite il s'agit. Passe par le panneau.",
        Answer.UNAVAILABLE: "Je ne peux pas lire le registre en ce moment, donc je ne sais pas.",
        Answer.HEARD_BY: "L'ont entendu : {ears}.",
        Answer.STAYED: "À ma connaissance, ce n'est pas sorti de la maison.",
        Answer.LEFT: "C'est sorti de la maison.",
        Answer.MAYBE: "Je ne sais pas si c'est sorti de la maison, alors considère que oui.",
        Answer.WORD_ONLY: "De certains, je n'ai que leur parole.",
        Answer.OFF: "Je ne garde rien de ce qui se dit ici jusqu'à ce que quelqu'un y mette fin.",
        Answer.OFF_HOUR: "Pendant une heure, je ne garde rien de ce qui se dit ici.",
        Answer.OFF_ALREADY: "Ici, rien n'est déjà gardé, au moins pour cette durée.",
        Answer.OFF_UNSAVED: "Je ne garde rien, mais seulement jusqu'au redémarrage de Home Assistant : je "
        "n'ai pas pu le noter.",
        Answer.NOT_OFF: "Je n'ai pas pu. Passe par le panneau.",
        Answer.ON_ELSEWHERE: "Cela ne peut pas se faire à la voix, car n'importe qui pourrait le dire. "
        "Change-le sur la page de ce satellite.",
        Answer.DONATION_OFF: "Le don est désactivé. Plus rien ne sort.",
        Answer.DONATION_WAS_OFF: "Le don était déjà désactivé.",
        Answer.DONATION_NOT_OFF: "Je n'ai pas pu désactiver le don. Passe par le panneau.",
    },
)
