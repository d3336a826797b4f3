"""What Earshot itself says aloud about the rules, and the answers that it understands, by language.

Spoken in the language of the run, which need not be the house's: so these do not stand among Home Assistant's
translations, which are loaded for one language at a time. A language that is not here is answered in English.
"""

from collections.abc import Mapping
from enum import StrEnum
import re
from typing import Final
import unicodedata

from ..models import Evidence, Place, Zone
from ..policy.classify import Standing
from ..policy.rules import zone_of


class Phrase(StrEnum):
    """Something to say. All but the last have a place for what it is about, `{where}`."""

    ASK = "ask"
    """The question before something is sent. It is sent on a yes only."""
    REFUSED = "refused"
    """A rule does not allow it."""
    NO_RULES = "no_rules"
    """Nobody knows what the rules are."""
    CANNOT_ASK = "cannot_ask"
    """It would have to be asked, and the answer could not be heard."""
    OTHER_VOICE = "other_voice"
    """Why this voice speaks, and not the one that was chosen."""
    NOT_SENT = "not_sent"
    """The answer to a no."""


class Where(StrEnum):
    """What a phrase is about, in the case in which its language needs it."""

    INTERNET = "internet"
    HOME_NETWORK = "home_network"
    THIS_MACHINE = "this_machine"
    UNKNOWN = "unknown"
    """It counts as the internet, and nobody knows that it is there."""


FALLBACK: Final = "en"

WHERE: Final[Mapping[str, Mapping[Where, str]]] = {
    "en": {
        Where.INTERNET: "a service on the internet",
        Where.HOME_NETWORK: "a device on the home network",
        Where.THIS_MACHINE: "another program on this machine",
        Where.UNKNOWN: "a service that may be on the internet",
    },
    "de": {
        Where.INTERNET: "einen Dienst im Internet",
        Where.HOME_NETWORK: "ein Gerät im Heimnetz",
        Where.THIS_MACHINE: "ein anderes Programm auf diesem Gerät",
        Where.UNKNOWN: "einen Dienst, der im Internet sein kann",
    },
    "es": {
        Where.INTERNET: "un servicio de internet",
        Where.HOME_NETWORK: "un dispositivo de la red doméstica",
        Where.THIS_MACHINE: "otro programa de este equipo",
        Where.UNKNOWN: "un servicio que puede estar en internet",
    },
    "fr": {
        Where.INTERNET: "un service sur internet",
        Where.HOME_NETWORK: "un appareil du réseau de la maison",
        Where.THIS_MACHINE: "un autre programme de cette machine",
        Where.UNKNOWN: "un service qui est peut-être sur internet",
    },
    "it": {
        Where.INTERNET: "un servizio su internet",
        Where.HOME_NETWORK: "un dispositivo della rete di casa",
        Where.THIS_MACHINE: "un altro programma su questa macchina",
        Where.UNKNOWN: "un servizio che forse è su internet",
    },
    "nl": {
        Where.INTERNET: "een dienst op internet",
        Where.HOME_NETWORK: "een apparaat in het thuisnetwerk",
        Where.THIS_MACHINE: "een ander programma op deze machine",
        Where.UNKNOWN: "een dienst die misschien op internet staat",
    },
    "pl": {
        Where.INTERNET: "usługi w internecie",
        Where.HOME_NETWORK: "urządzenia w sieci domowej",
        Where.THIS_MACHINE: "innego programu na tym urządzeniu",
        Where.UNKNOWN: "usługi, która może być w internecie",
    },
    "pt": {
        Where.INTERNET: "um serviço na internet",
        Where.HOME_NETWORK: "um dispositivo da rede de casa",
        Where.THIS_MACHINE: "outro programa desta máquina",
        Where.UNKNOWN: "um serviço que talvez esteja na internet",
    },
}

PHRASES: Final[Mapping[str, Mapping[Phrase, str]]] = {
    "en": {
        Phrase.ASK: "That needs {where}. Send it?",
        Phrase.REFUSED: "That needs {where}, and the rules of this house do not allow it. It was not sent there.",
        Phrase.NO_RULES: "That needs {where}, and I do not know the rules of this house. It was not sent there.",
        Phrase.CANNOT_ASK: "That needs {where}, and I have to ask first. But I cannot understand an answer here. "
        "Nothing was sent.",
        Phrase.OTHER_VOICE: "My usual voice needs {where}, and the rules of this house do not allow it. "
        "This is another voice.",
        Phrase.NOT_SENT: "All right. It was not sent.",
    },
    "de": {
        Phrase.ASK: "Dafür brauche ich {where}. Soll ich es senden?",
        Phrase.REFUSED: "Dafür brauche ich {where}, und die Regeln dieses Hauses erlauben das nicht. "
        "Es wurde nicht dorthin gesendet.",
        Phrase.NO_RULES: "Dafür brauche ich {where}, und ich kenne die Regeln dieses Hauses nicht. "
        "Es wurde nicht dorthin gesendet.",
        Phrase.CANNOT_ASK: "Dafür brauche ich {where}, und vorher muss ich fragen. Aber eine Antwort kann ich hier "
        "nicht verstehen. Es wurde nichts gesendet.",
        Phrase.OTHER_VOICE: "Meine übliche Stimme braucht {where}, und die Regeln dieses Hauses erlauben das nicht. "
        "Das hier ist eine andere Stimme.",
        Phrase.NOT_SENT: "In Ordnung. Es wurde nicht gesendet.",
    },
    "es": {
        Phrase.ASK: "Para eso necesito {where}. ¿Lo envío?",
        Phrase.REFUSED: "Para eso necesito {where}, y las reglas de esta casa no lo permiten. No se ha enviado allí.",
        Phrase.NO_RULES: "Para eso necesito {where}, y no conozco las reglas de esta casa. No se ha enviado allí.",
        Phrase.CANNOT_ASK: "Para eso necesito {where} y antes tengo que preguntar, pero aquí no puedo entender la "
        "respuesta. No se ha enviado nada.",
        Phrase.OTHER_VOICE: "Mi voz habitual necesita {where}, y las reglas de esta casa no lo permiten. "
        "Esta es otra voz.",
        Phrase.NOT_SENT: "De acuerdo. No se ha enviado.",
    },
    "fr": {
        Phrase.ASK: "Pour cela, il me faut {where}. Je l'envoie ?",
        Phrase.REFUSED: "Pour cela, il me faut {where}, et les règles de cette maison ne le permettent pas. "
        "Je ne l'y ai pas envoyé.",
        Phrase.NO_RULES: "Pour cela, il me faut {where}, et je ne connais pas les règles de cette maison. "
        "Je ne l'y ai pas envoyé.",
        Phrase.CANNOT_ASK: "Pour cela, il me faut {where}, et je dois d'abord demander. Mais ici, je ne peux pas "
        "comprendre de réponse. Rien n'a été envoyé.",
        Phrase.OTHER_VOICE: "Pour ma voix habituelle, il faut {where}, et les règles de cette maison ne le permettent "
        "pas. Voici une autre voix.",
        Phrase.NOT_SENT: "D'accord. Je ne l'ai pas envoyé.",
    },
    "it": {
        Phrase.ASK: "Per questo mi serve {where}. Lo invio?",
        Phrase.REFUSED: "Per questo mi serve {where}, e le regole di questa casa non lo permettono. "
        "Non è stato inviato lì.",
        Phrase.NO_RULES: "Per questo mi serve {where}, e non conosco le regole di questa casa. Non è stato inviato lì.",
        Phrase.CANNOT_ASK: "Per questo mi serve {where} e prima devo chiedere, ma qui non posso capire la risposta. "
        "Non è stato inviato nulla.",
        Phrase.OTHER_VOICE: "Per la mia solita voce serve {where}, e le regole di questa casa non lo permettono. "
        "Questa è un'altra voce.",
        Phrase.NOT_SENT: "Va bene. Non è stato inviato.",
    },
    "nl": {
        Phrase.ASK: "Daarvoor heb ik {where} nodig. Zal ik het versturen?",
        Phrase.REFUSED: "Daarvoor heb ik {where} nodig, en de regels van dit huis staan dat niet toe. "
        "Het is daar niet heen gestuurd.",
        Phrase.NO_RULES: "Daarvoor heb ik {where} nodig, en ik ken de regels van dit huis niet. "
        "Het is daar niet heen gestuurd.",
        Phrase.CANNOT_ASK: "Daarvoor heb ik {where} nodig, en ik moet het eerst vragen. Maar een antwoord kan ik hier "
        "niet verstaan. Er is niets verstuurd.",
        Phrase.OTHER_VOICE: "Voor mijn gewone stem is {where} nodig, en de regels van dit huis staan dat niet toe. "
        "Dit is een andere stem.",
        Phrase.NOT_SENT: "Goed. Het is niet verstuurd.",
    },
    "pl": {
        Phrase.ASK: "To wymaga {where}. Wysłać?",
        Phrase.REFUSED: "To wymaga {where}, a zasady tego domu na to nie pozwalają. Nie zostało to tam wysłane.",
        Phrase.NO_RULES: "To wymaga {where}, a ja nie znam zasad tego domu. Nie zostało to tam wysłane.",
        Phrase.CANNOT_ASK: "To wymaga {where} i najpierw muszę zapytać, ale nie mogę tu zrozumieć odpowiedzi. "
        "Nic nie zostało wysłane.",
        Phrase.OTHER_VOICE: "Mój zwykły głos wymaga {where}, a zasady tego domu na to nie pozwalają. "
        "To jest inny głos.",
        Phrase.NOT_SENT: "Dobrze. Nie zostało to wysłane.",
    },
    "pt": {
        Phrase.ASK: "Para isso preciso de {where}. Envio?",
        Phrase.REFUSED: "Para isso preciso de {where}, e as regras desta casa não o permitem. Não foi enviado para lá.",
        Phrase.NO_RULES: "Para isso preciso de {where}, e não conheço as regras desta casa. Não foi enviado para lá.",
        Phrase.CANNOT_ASK: "Para isso preciso de {where} e tenho de perguntar antes, mas aqui não consigo entender a "
        "resposta. Nada foi enviado.",
        Phrase.OTHER_VOICE: "Para a minha voz habitual é preciso {where}, e as regras desta casa não o permitem. "
        "Esta é outra voz.",
        Phrase.NOT_SENT: "Está bem. Não foi enviado.",
    },
}

YES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("yes", "yeah", "yep", "yes please", "yes send it", "send it", "sure", "okay", "ok", "go ahead"),
    "de": ("ja", "ja bitte", "ja gerne", "ja sende es", "sende es", "ja mach das", "klar", "okay", "ok", "in ordnung"),
    "es": ("sí", "si", "sí por favor", "sí envíalo", "envíalo", "vale", "claro", "de acuerdo", "adelante"),
    "fr": ("oui", "oui s'il te plaît", "oui envoie", "envoie", "envoie-le", "vas-y", "d'accord", "ok"),
    "it": ("sì", "si", "sì grazie", "sì invialo", "invialo", "va bene", "certo", "ok"),
    "nl": ("ja", "ja graag", "ja verstuur het", "verstuur het", "ja doe maar", "doe maar", "prima", "oké", "ok"),
    "pl": ("tak", "tak proszę", "tak wyślij", "wyślij", "wyślij to", "jasne", "dobrze", "ok"),
    "pt": ("sim", "sim por favor", "sim envia", "envia", "envie", "pode enviar", "claro", "está bem", "ok"),
}
"""Whole answers that are a yes. Everything else is a no: what is not understood is not sent."""

_SEPARATORS: Final = re.compile(r"[^\w']+")


def phrase(language: str, what: Phrase, standing: Standing) -> str:
    """Return a phrase about an engine, in a language (BCP 47) or in English."""
    known = _known(language)
    return PHRASES[known][what].format(where=WHERE[known][_where(standing)])


def says_yes(language: str, text: str) -> bool:
    """Whether a whole answer is a yes, in a language (BCP 47) or in English."""
    return _plain(text) in {_plain(yes) for yes in YES[_known(language)]}


def _known(language: str) -> str:
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in PHRASES else FALLBACK


def _where(standing: Standing) -> Where:
    zone = zone_of(standing.place, standing.evidence)
    if zone is Zone.INTERNET and (standing.place is not Place.INTERNET or standing.evidence is Evidence.UNKNOWN):
        return Where.UNKNOWN
    return Where(zone.value)


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return _SEPARATORS.sub(" ", composed).strip()
