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
        Command.WHO_HEARD: ("qui (?:a entendu (?:ça|cela)|m'a entendu)",),
        Command.FORGET_HOUR: (
            (
                "(?:s'il te plaît )?(?:oublie|oubliez|efface|effacez) (?:tout de )?la dernière heure(?: s'il "
                "(?:te|vous) plaît)?"
            ),
        ),
        Command.FORGET_TODAY: (
            (
                "(?:s'il te plaît )?(?:oublie|oubliez|efface|effacez) (?:(?:tout )?ce que j'ai dit "
                "aujourd'hui|la journée(?: d'aujourd'hui)?|tout aujourd'hui)(?: s'il (?:te|vous) plaît)?"
            ),
        ),
        Command.REDACT_THAT: (
            (
                "(?:s'il te plaît )?(?:retire|retirez|enlève|enlevez|efface|effacez) (?:ça|cela) du registre(?: "
                "s'il (?:te|vous) plaît)?"
            ),
        ),
        Command.WHAT_HEARD: ("qu'(?:as tu|est ce que tu as) entendu",),
        Command.WHAT_KEPT: ("qu'(?:as tu|est ce que tu as) (?:gardé|conservé)",),
        Command.WHAT_SENT: ("qu'(?:as tu|est ce que tu as) envoyé",),
        Command.WHY: ("pourquoi (?:as tu|est ce que tu as|tu as) fait (?:ça|cela)",),
        Command.LEFT_TODAY: (
            (
                "(?:est ce que )?quelque chose (?:est(?: il)? sorti de la maison|a(?: t il)? quitté la "
                "maison)(?: aujourd'hui)?"
            ),
        ),
        Command.LISTENED: ("(?:est ce que )?quelqu'un (?:m'a|nous a)(?: t il)? (?:écoutée?s?|entendue?s?)",),
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
        Answer.ASK_FORGET_HOUR: "Cela efface ce qui a été entendu ici pendant la dernière heure, en tout {count}. "
        "Je le fais ?",
        Answer.ASK_FORGET_TODAY: "Cela efface ce qui a été entendu ici aujourd'hui, en tout {count}. Je le fais ?",
        Answer.NOTHING_THEN: "Je ne sais rien qui ait été entendu ici pendant ce temps.",
        Answer.NOTHING_ERASED: "D'accord. Je n'ai rien effacé.",
        Answer.MANY_FORGOTTEN: "C'est effacé, en tout {count}.",
        Answer.MANY_TRACES_LEFT: "Ce que je gardais est effacé, en tout {count}. Mais Home Assistant en a "
        "peut-être encore des traces. Le panneau les montre.",
        Answer.REDACT_ELSEWHERE: "Alors personne ne pourrait plus voir que quelque chose a été dit : il faut un "
        "administrateur, dans le panneau. Je peux effacer ce qui a été dit : dis, oublie "
        "ça.",
        Answer.LAST_AT: "La dernière fois : {at}.",
        Answer.HEARD_SOUND: "Secondes de son : {seconds}.",
        Answer.HEARD_WORDS: "Mots : {words}.",
        Answer.NOT_UNDERSTOOD: "Je n'y ai compris aucune phrase.",
        Answer.NO_MORE_KNOWN: "Il y a peut-être plus que je ne sais pas.",
        Answer.KEPT: "J'en garde : {kinds}.",
        Answer.KIND_SOUND: "le son",
        Answer.KIND_WORDS: "les mots",
        Answer.KIND_RESPONSE: "la réponse",
        Answer.KEPT_DAYS: "Jours avant que tout soit effacé : {days}.",
        Answer.KEPT_WITHOUT_END: "Cela ne s'efface pas tout seul.",
        Answer.KEPT_ERASED: "Ce que j'en gardais est effacé.",
        Answer.KEPT_NOTHING: "Je n'en ai rien gardé.",
        Answer.KEPT_BY_OTHERS: "En gardent peut-être quelque chose : {ears}.",
        Answer.SENT_TO: "C'est allé à : {ears}.",
        Answer.KEPT_FROM: "Une règle de cette maison a empêché que cela aille à : {ears}.",
        Answer.BECAUSE_OF: "À cause de ce qui a été entendu ici en dernier : {at}.",
        Answer.FALSE_WAKE: "J'ai pris quelque chose pour le mot d'activation, et personne n'a parlé.",
        Answer.DECIDED_BY: "Ce qu'il fallait faire a été décidé par : {ears}.",
        Answer.CHANGED: "A été changé : {things}.",
        Answer.CHANGED_NOTHING: "Rien n'a été changé dans la maison.",
        Answer.TODAY_STAYED: "À ma connaissance, rien n'est sorti de la maison aujourd'hui jusqu'à maintenant.",
        Answer.TODAY_UNSEEN: "Je n'ai rien vu sortir de la maison aujourd'hui, mais je n'ai pas regardé tout le temps.",
        Answer.TODAY_MAYBE: "Je ne sais pas si quelque chose est sorti de la maison aujourd'hui, alors considère "
        "que oui.",
        Answer.TODAY_LEFT: "Oui, quelque chose est sorti de la maison aujourd'hui.",
        Answer.LEFT_HERE: "Une partie a été dite ici.",
        Answer.LEFT_PERHAPS_HERE: "Je ne sais pas si une partie a été dite ici.",
        Answer.LEFT_ELSEWHERE: "À ma connaissance, rien de cela n'a été dit ici.",
        Answer.LISTENED_BY: "Quelque chose de ce qui a été dit ici a été entendu ou lu par : {ears}.",
        Answer.NOBODY_LISTENED: "Je ne sais de personne qu'il ait entendu ou lu ce qui a été dit ici.",
        Answer.LISTENED_BEYOND: "Une partie est sortie de la maison, et je ne peux pas savoir qui écoute là-bas.",
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
    yes="oui(?: s'il te plaît| efface(?: tout| le)?| vas y)?|efface tout|vas y|d'accord|ok",
)
