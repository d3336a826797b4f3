"""French."""

from ..suggestion import Suggestion
from .language import Label, Language, Line, Value, up_to_one_or_more

FRENCH = Language(
    plural=up_to_one_or_more,
    said=("{number} chose dite.", "{number} choses dites."),
    lines={
        Line.NOTHING_SAID: "Rien n'a été dit.",
        Line.NOTHING_KNOWN: "Rien n'a été dit, qu'Earshot sache.",
        Line.LEFT: "A quitté la maison : {value}",
        Line.BESIDES_LEFT: (
            "En outre, autre chose a quitté la maison : le son d'un microphone, une annonce ou quelque chose "
            "qui a été transmis."
        ),
        Line.BESIDES_MAYBE: (
            "En outre, autre chose a peut-être quitté la maison : le son d'un microphone, une annonce ou "
            "quelque chose qui a été transmis."
        ),
        Line.LISTENED: "Écouté ou lu par quelqu'un : {value}",
        Line.BLOCKED: "Refusé par une règle : {value}",
        Line.OUTSIDE: "Sans passer par Earshot : {value}",
        Line.ERASED: "Effacé : {value}",
        Line.KEPT: "Gardé maintenant : son de {sounds}, mots de {words}",
        Line.KEPT_UNKNOWN: "Gardé maintenant : inconnu, le coffre ne répond pas",
        Line.FALSE_WAKES: "Fausses activations : {value}",
        Line.UNWATCHED: "Pas surveillé : {hours} h {minutes} min. Aucun nombre ne parle de ce temps.",
        Line.SUGGESTION: "Suggestion : {value}",
        Line.NOT_BROUGHT: "Ceci est affiché ici parce que {target} n'a pas pu être joint.",
    },
    values={
        Value.AND_PERHAPS: "{number}, et peut-être {more} de plus",
        Value.AT_LEAST: "{number}, peut-être plus",
        Value.PERHAPS: "peut-être {more}",
        Value.NONE_KNOWN: "rien de connu",
        Value.UNKNOWN: "inconnu",
    },
    suggestions={
        Suggestion.LOCAL_ENGINE: (
            "Quelque chose est allé à un moteur hors de la maison alors que le propre moteur d'Earshot peut "
            "faire la même chose ici. Vous pouvez le choisir sur la page de l'assistant, dans « Paramètres → "
            "Appareils et services → Earshot »."
        ),
        Suggestion.PAST_EARSHOT: (
            "Quelque chose est allé sans passer par Earshot : personne ne sait donc qui l'a reçu. « Rendre "
            "transparent mon assistant existant », dans « Paramètres → Appareils et services → Earshot », y "
            "remédie."
        ),
        Suggestion.FALSE_WAKES: (
            "{satellite} s'active souvent pour rien. Éloignez-le de la télévision ou de la radio, ou "
            "donnez-lui un autre mot d'activation ou moins de sensibilité s'il a de tels réglages."
        ),
        Suggestion.CHECKPOINT: (
            "Personne à l'extérieur n'a jamais comparé un point de contrôle du registre. La page « Preuve » "
            "du panneau en montre un comme code QR : gardez-le sur votre téléphone."
        ),
    },
    somebody="satellite inconnu",
    day="{day}/{month}",
    weekdays=("lun", "mar", "mer", "jeu", "ven", "sam", "dim"),
    labels={
        Label.SAID: "dit",
        Label.LEFT: "a quitté la maison",
        Label.MAYBE: "peut-être",
        Label.FALSE_WAKES: "fausses activations",
        Label.LISTENED: "écouté ou lu",
        Label.ERASED: "effacé",
        Label.UNWATCHED: "pas surveillé",
    },
)
